package riskmap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static riskmap.report.ReportSamples.FORMULA;
import static riskmap.report.ReportSamples.NOON;
import static riskmap.report.ReportSamples.SCRIPT;
import static riskmap.report.ReportSamples.document;
import static riskmap.report.ReportSamples.grid;
import static riskmap.report.ReportSamples.hostile;
import static riskmap.report.ReportSamples.row;

import java.awt.Color;
import java.awt.Graphics2D;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Table;
import riskmap.print.InkPalette;

/** What stands in a report, whoever reads it, and whatever stands in the data. */
class ReportOutputsTest {
    @TempDir
    Path folder;

    private Path write(ReportDocument document, String name) {
        Path file = folder.resolve(name);
        ReportOutputs.write(document, file, Progress.silent());
        return file;
    }

    @Test
    void whatStandsInTheDataNeverRunsAndNeverBreaksAFile() throws Exception {
        String html = Files.readString(write(hostile(), "a.html"));
        assertThat(html).doesNotContain("<script", "<img src=x", "\u0000", "\u202e");
        assertThat(html)
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;", "default-src &#39;none".substring(0, 11));
        assertThat(html).doesNotContain("http://www", "src=\"http", "href=");
        List<List<Object>> sheet = ReadBack.xlsx(write(hostile(), "a.xlsx")).get(0);
        assertThat(sheet.get(0)).containsExactly("'" + FORMULA, 1234567.0, 0.125);
        assertThat(sheet.get(1).get(0)).isEqualTo(SCRIPT);
        assertThat(sheet.get(1).get(1)).isNull();
        assertThat(sheet.get(3).get(0)).isEqualTo("坏字[31m符倒");
        assertThat(sheet.get(4).get(0)).isEqualTo("'+86 631");
        List<List<String>> table = ReadBack.docx(write(hostile(), "a.docx")).get(0);
        assertThat(table.get(0)).containsExactly(FORMULA, "1,234,567", "0.13");
        assertThat(table.get(3).get(0)).isEqualTo("坏字[31m符倒");
        assertThat(ReadBack.pdf(write(hostile(), "a.pdf")))
                .contains(ReadBack.squeezed(FORMULA), "1,234,567", "−3", "12,345.68");
    }

    @Test
    void aDayIsADayInTheWorkbookAndWhatOnlyLooksLikeOneStaysText() throws Exception {
        List<Block.Row> rows = List.of(
                row("2026-11-29", 1L, 1.0), row("2026-02-30", 1L, 1.0), row("2026-11", 1L, 1.0), row("12345", 1L, 1.0));
        Path book = write(document(List.of(grid(rows))), "days.xlsx");
        try (XSSFWorkbook read = new XSSFWorkbook(Files.newInputStream(book))) {
            Sheet sheet = read.getSheetAt(1);
            assertThat(DateUtil.isCellDateFormatted(sheet.getRow(2).getCell(0))).isTrue();
            assertThat(sheet.getRow(2).getCell(0).getLocalDateTimeCellValue().toLocalDate())
                    .isEqualTo(LocalDate.of(2026, 11, 29));
            for (int row = 3; row < 6; row++) {
                assertThat(sheet.getRow(row).getCell(0).getCellType()).isEqualTo(CellType.STRING);
            }
        }
    }

    /** A table of areas in which a row came to a whole number, and one of nothing but whole numbers. */
    @Test
    void aColumnOfOneUnitHasTheSameDecimalsInEveryRow() {
        Table table = new Table(
                "t",
                Message.of("risk.table-rain"),
                List.of(
                        new Table.Column("town", Message.of("risk.column-town"), "", 0),
                        new Table.Column("area", Message.of("risk.column-town"), "km²", 2),
                        new Table.Column("people", Message.of("risk.column-town"), "人", 1),
                        new Table.Column("mixed", Message.of("risk.column-town"), "", 2)),
                List.of(List.of("甲", 4.2, 7L, 0.5), List.of("乙", 0L, 8L, 3L), List.of("合计", 8L, 15L, 1L)));
        Block.Grid grid = Grids.of(table, List.of(), "", Language.CHINESE);
        List<List<String>> shown = grid.rows().stream()
                .map(row -> IntStream.range(0, 4)
                        .mapToObj(k -> ShownNumber.cell(
                                row.cells().get(k), grid.columns().get(k).decimals()))
                        .toList())
                .toList();
        assertThat(shown)
                .containsExactly(
                        List.of("甲", "4.20", "7", "0.50"),
                        List.of("乙", "0.00", "8", "3"),
                        List.of("合计", "8.00", "15", "1"));
    }

    @Test
    void aWorkbookForBlackInkHasNoColours() throws Exception {
        List<Block> blocks = List.of(new Block.Heading(1, "一、结论"), grid(List.of(row("甲", 1L, 1.0))));
        ReportDocument black = new ReportDocument(
                Language.CHINESE, "试验区应急管理局", "第 1 期", "内部", "试验报告", "计算编号 x", NOON, blocks, InkPalette.BLACK);
        assertThat(coloured(write(black, "black.xlsx"))).isEmpty();
        assertThat(coloured(write(document(blocks), "screen.xlsx"))).contains("FF12304A", "FFE8EEF4");
    }

    /** Colours of the workbook's fonts and grounds that are no greys. */
    private static Set<String> coloured(Path book) throws Exception {
        Set<String> found = new TreeSet<>();
        try (ZipFile zip = new ZipFile(book.toFile())) {
            String styles = new String(
                    zip.getInputStream(zip.getEntry("xl/styles.xml")).readAllBytes(), StandardCharsets.UTF_8);
            Matcher colour = Pattern.compile("rgb=\"([0-9A-Fa-f]{8})\"").matcher(styles);
            while (colour.find()) {
                String rgb = colour.group(1).toUpperCase(Locale.ROOT);
                boolean grey = rgb.substring(2, 4).equals(rgb.substring(4, 6))
                        && rgb.substring(4, 6).equals(rgb.substring(6, 8));
                if (!grey) {
                    found.add(rgb);
                }
            }
        }
        return found;
    }

    @Test
    void nothingLeavesThePageHoweverLongAWordIs() throws Exception {
        List<String> outside = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(write(hostile(), "long.pdf").toFile())) {
            PDRectangle box = document.getPage(0).getMediaBox();
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> letters) {
                    for (TextPosition letter : letters) {
                        double right = letter.getXDirAdj() + letter.getWidthDirAdj();
                        if (letter.getXDirAdj() < 20 || right > box.getWidth() - 20) {
                            outside.add(text);
                        }
                    }
                }
            }.getText(document);
        }
        assertThat(outside).isEmpty();
    }

    @Test
    void noHeadingStandsAtTheFootOfAPageWithoutWhatItIsOver() throws Exception {
        for (int lines = 12; lines < 26; lines++) {
            List<Block> blocks = new ArrayList<>();
            for (int i = 0; i < lines; i++) {
                blocks.add(new Block.Paragraph(Block.Tone.BODY, "前文"));
            }
            blocks.add(new Block.Heading(1, "八、处置清单"));
            blocks.add(new Block.Heading(2, "（一）高风险区"));
            blocks.add(new Block.Items(Block.Mark.BOX, List.of("立即核实", "逐一通知", "值守", "前置")));
            Path file = write(document(blocks), "headings-" + lines + ".pdf");
            try (PDDocument document = Loader.loadPDF(file.toFile())) {
                PDFTextStripper stripper = new PDFTextStripper();
                for (int page = 1; page <= document.getNumberOfPages(); page++) {
                    stripper.setStartPage(page);
                    stripper.setEndPage(page);
                    String text = ReadBack.squeezed(stripper.getText(document));
                    if (text.contains("八、处置清单")) {
                        assertThat(text).as(lines + " lines before").contains("（一）高风险区", "立即核实");
                    }
                }
            }
        }
    }

    @Test
    void aWordTableTakesSomewhatSmallerLettersRatherThanBreakingItsNames() throws Exception {
        List<Block.Column> columns = new ArrayList<>();
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            columns.add(new Block.Column("名称", false, 0));
            cells.add("初村镇宋村通化工有限公司");
        }
        Path narrow = write(
                document(List.of(new Block.Grid("a", "表 1", columns, List.of(new Block.Row(cells, false))))),
                "names.docx");
        Path few = write(
                document(List.of(new Block.Grid(
                        "a", "表 1", columns.subList(0, 2), List.of(new Block.Row(cells.subList(0, 2), false))))),
                "few.docx");
        assertThat(lettersOfFirstTable(few)).isEqualTo(9);
        assertThat(lettersOfFirstTable(narrow)).isBetween(7.5, 8.5);
    }

    private static double lettersOfFirstTable(Path file) throws Exception {
        try (var word = new org.apache.poi.xwpf.usermodel.XWPFDocument(Files.newInputStream(file))) {
            return word.getTables()
                    .get(0)
                    .getRow(1)
                    .getCell(0)
                    .getParagraphs()
                    .get(0)
                    .getRuns()
                    .get(0)
                    .getFontSizeAsDouble();
        }
    }

    @Test
    void aLongTableGoesOnOverPagesUnderItsHeadingAndEveryPageHasItsNumber() throws Exception {
        List<Block.Row> rows = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            rows.add(row("设施" + i, (long) i, i / 3.0));
        }
        Path file = write(document(List.of(grid(rows))), "table.pdf");
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isBetween(4, 6);
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = ReadBack.squeezed(stripper.getText(document));
                assertThat(text).contains("名称人数面积", "—" + page + "—", "计算编号x");
            }
            for (PDPage page : document.getPages()) {
                assertThat(page.getMediaBox().getWidth() * 25.4 / 72)
                        .isCloseTo(210, org.assertj.core.data.Offset.offset(0.1));
            }
            String text = ReadBack.pdf(file);
            for (int i = 0; i < 150; i++) {
                assertThat(text).contains("设施" + i);
            }
        }
    }

    @Test
    void namesBesideManyNumbersAreReadInTwoLines() throws Exception {
        List<Block.Column> columns = new ArrayList<>(List.of(
                new Block.Column("场所", false, 0),
                new Block.Column("事故情景", false, 0),
                new Block.Column("参与量", true, 0),
                new Block.Column("单位", false, 0)));
        for (String level : List.of("高（红）", "较高（橙）", "中（黄）", "低（蓝）")) {
            columns.add(new Block.Column(level + " (m)", true, 0));
        }
        columns.add(new Block.Column("较高级范围内人数 (人)", true, 0));
        Block.Grid reach = new Block.Grid(
                "consequences",
                "表 3　事故影响距离",
                columns,
                List.of(row("环海公路第二加油站（演示）", "沸腾液体扩展蒸气爆炸（火球）", 1719100, "kg", 184, 334, 590, 964, 1533)));
        Path target = folder.resolve("reach.pdf");
        ReportOutputs.write(document(List.of(reach)), target, Progress.silent());
        try (PDDocument document = Loader.loadPDF(target.toFile())) {
            PDFTextStripper text = new PDFTextStripper();
            text.setSortByPosition(true);
            assertThat(text.getText(document)).contains("环海公路第二", "沸腾液体扩展");
        }
    }

    @Test
    void aRowTallerThanAPageIsWrittenWhole() throws Exception {
        String tall = "长".repeat(6000);
        String text = ReadBack.pdf(write(document(List.of(grid(List.of(row(tall, 1L, 1.0))))), "tall.pdf"));
        assertThat(text.chars().filter(letter -> letter == '长').count()).isEqualTo(6000);
    }

    @Test
    void theSameDocumentGivesTheSameBytes() throws Exception {
        Drawing square = new Drawing() {
            @Override
            public double width() {
                return 40;
            }

            @Override
            public double height() {
                return 30;
            }

            @Override
            public void paint(Graphics2D millimetres, Progress progress) {
                millimetres.setColor(Color.RED);
                millimetres.fillRect(5, 5, 20, 10);
            }
        };
        List<Block> blocks = new ArrayList<>(hostile().blocks());
        blocks.add(new Block.Figure("图 1　方块", square));
        blocks.add(new Block.Signature(List.of("编制", "审核"), "试验区", "2026年5月1日"));
        for (ReportOutput output : ReportOutputs.all()) {
            byte[] first = Files.readAllBytes(write(document(blocks), "1." + output.extension()));
            Thread.sleep(5);
            byte[] second = Files.readAllBytes(write(document(blocks), "2." + output.extension()));
            assertThat(second).as(output.extension()).isEqualTo(first);
        }
    }

    @Test
    void aFailureLeavesTheOldFileAndNoHalfOne() throws Exception {
        Path old = Files.writeString(folder.resolve("old.pdf"), "alt");
        Drawing broken = new Drawing() {
            @Override
            public double width() {
                return 40;
            }

            @Override
            public double height() {
                return 30;
            }

            @Override
            public void paint(Graphics2D millimetres, Progress progress) {
                throw RiskMapException.of("print.map-empty", "map");
            }
        };
        ReportDocument document = document(List.of(new Block.Figure("图", broken)));
        for (String name : List.of("old.pdf", "new.docx", "new.html")) {
            assertThatThrownBy(() -> write(document, name)).isInstanceOf(RiskMapException.class);
        }
        assertThat(Files.readString(old)).isEqualTo("alt");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(old);
        }
        assertThat(ReadBack.told(() -> write(document(List.of()), "x.odt"))).contains("pdf、docx、html、xlsx");
        assertThat(ReadBack.told(() ->
                        ReportOutputs.write(document(List.of()), folder.resolve("nowhere/x.pdf"), Progress.silent())))
                .contains("nowhere");
    }

    @Test
    void aLetterThatTheFaceLacksIsShownPlainlyAndNoReasonToHaveNoReport() throws Exception {
        ReportDocument rare = document(List.of(
                new Block.Paragraph(Block.Tone.BODY, "和 Σxᵢ 与 \ud83d\ude00 均可"),
                grid(List.of(row("\ud840\udc8f村", 1L, 1.0)))));
        assertThat(ReadBack.pdf(write(rare, "rare.pdf"))).contains("Σx_i与", "均可", "村");
        assertThat(Files.readString(write(rare, "rare.html"))).contains("Σxᵢ 与 \ud83d\ude00", "\ud840\udc8f村");
    }

    @Test
    void signaturesNeverStandAloneOnAPage() throws Exception {
        Block signature = new Block.Signature(List.of("编制", "签发"), "环翠区", "2026年11月29日");
        boolean turned = false;
        for (int lines = 8; lines < 26; lines++) {
            List<Block> blocks = new ArrayList<>();
            for (int i = 0; i < lines; i++) {
                blocks.add(new Block.Paragraph(Block.Tone.BODY, "第" + i + "段，一行。"));
            }
            Path file = write(document(with(blocks, signature)), "signed.pdf");
            try (PDDocument document = Loader.loadPDF(file.toFile())) {
                PDFTextStripper last = new PDFTextStripper();
                last.setStartPage(document.getNumberOfPages());
                assertThat(ReadBack.squeezed(last.getText(document))).contains("第" + (lines - 1) + "段", "签发");
                turned |= document.getNumberOfPages() > 1;
            }
        }
        assertThat(turned).isTrue();
    }

    @Test
    void theLastRowOfATableGoesWithTheSignatures() throws Exception {
        Block signature = new Block.Signature(List.of("编制", "签发"), "环翠区", "2026年11月29日");
        for (int count = 26; count < 36; count++) {
            List<Block.Row> rows = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                rows.add(row("设施" + i, (long) i, i / 3.0));
            }
            Path file = write(document(with(List.of(grid(rows)), signature)), "table-signed.pdf");
            try (PDDocument document = Loader.loadPDF(file.toFile())) {
                PDFTextStripper last = new PDFTextStripper();
                last.setStartPage(document.getNumberOfPages());
                assertThat(ReadBack.squeezed(last.getText(document))).contains("设施" + (count - 1), "签发");
            }
        }
    }

    private static List<Block> with(List<Block> blocks, Block last) {
        List<Block> all = new ArrayList<>(blocks);
        all.add(last);
        return all;
    }

    @Test
    void exampleInJavadoc() {
        assertThat(ShownNumber.text(1234567L, 0)).isEqualTo("1,234,567");
        assertThat(ShownNumber.text(0.125, 2)).isEqualTo("0.13");
        assertThat(ShownNumber.text(-0.004, 2)).isIn("0.00", "−0.00");
        assertThat(ShownNumber.text(12.0, 1)).isEqualTo("12.0");
        assertThat(ShownNumber.text(Double.NaN, 1)).isEqualTo("–");
        assertThat(Grids.sum(List.of(1L, 2L))).isEqualTo(3L);
        assertThat(ShownNumber.exact(Grids.sum(Arrays.asList(0.1, 0.2, null)))).isEqualByComparingTo("0.3");
    }
}
