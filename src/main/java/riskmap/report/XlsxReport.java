package riskmap.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import riskmap.base.Message;
import riskmap.base.Progress;

/**
 * The tables of a report as an Excel workbook: a sheet that says what it is, then one for each table. Numbers are numbers,
 * unrounded, shown as the report shows them; texts are texts, never formulas.
 */
final class XlsxReport implements ReportOutput {
    private static final String INK = "12304A";
    private static final String GROUND = "E8EEF4";
    /** Before a colour without transparency. */
    private static final String OPAQUE = "FF";

    private static final double WIDEST = 46;
    /** Width of the sheet that says what it is, in digits. */
    private static final double ABOUT = 110;
    /** Height of a row of one line, and the greatest Excel allows, in points. */
    private static final double ROW = 18;

    private static final double TALLEST = 409;
    /** Most characters of a cell. */
    private static final int LONGEST = 32_767;
    /** Excel counts days from 1900 on. */
    private static final Pattern DAY = Pattern.compile("(19|20|21)\\d\\d-\\d\\d-\\d\\d");

    @Override
    public String extension() {
        return "xlsx";
    }

    @Override
    public void write(ReportDocument document, OutputStream stream, Progress progress) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "riskmap", "1.0")) {
            workbook.properties().setTitle(document.title());
            about(workbook, document);
            List<Block.Grid> grids = document.grids();
            for (int i = 0; i < grids.size(); i++) {
                progress.check();
                progress.report((double) i / grids.size());
                grid(workbook, document, grids.get(i));
            }
        }
        StableZip.write(bytes.toByteArray(), document.created(), stream);
    }

    private static void about(Workbook workbook, ReportDocument document) throws IOException {
        Worksheet sheet = workbook.newWorksheet(Message.of("report.sheet-about").text(document.language()));
        sheet.width(0, ABOUT);
        int row = 0;
        text(sheet, row, 0, document.title());
        sheet.style(row++, 0)
                .bold()
                .fontSize(15)
                .fontColor(OPAQUE + document.shown(INK))
                .set();
        for (String line : List.of(document.issuer(), document.issue(), document.mark(), document.footer())) {
            if (!line.isEmpty()) {
                text(sheet, row++, 0, line);
            }
        }
        row++;
        for (Block block : document.blocks()) {
            if (block instanceof Block.Paragraph paragraph && paragraph.tone() != Block.Tone.BODY) {
                text(sheet, row, 0, paragraph.text());
                sheet.rowHeight(row, ROW * lines(paragraph.text(), ABOUT));
                sheet.style(row++, 0).wrapText(true).set();
            } else if (block instanceof Block.Heading heading && heading.level() == 1) {
                text(sheet, row, 0, heading.text());
                sheet.style(row++, 0)
                        .bold()
                        .fontColor(OPAQUE + document.shown(INK))
                        .set();
            } else if (block instanceof Block.Grid grid) {
                text(sheet, row++, 0, grid.caption());
            }
        }
        sheet.close();
    }

    private static void grid(Workbook workbook, ReportDocument document, Block.Grid grid) throws IOException {
        // the library makes the name one that Excel takes, and no other sheet has
        Worksheet sheet = workbook.newWorksheet(name(grid.caption()));
        int columns = grid.columns().size();
        text(sheet, 0, 0, grid.caption());
        sheet.style(0, 0)
                .bold()
                .fontSize(13)
                .fontColor(OPAQUE + document.shown(INK))
                .set();
        for (int i = 0; i < columns; i++) {
            text(sheet, 1, i, grid.columns().get(i).title());
        }
        sheet.range(1, 0, 1, columns - 1)
                .style()
                .bold()
                .fontColor(OPAQUE + document.shown(INK))
                .fillColor(OPAQUE + document.shown(GROUND))
                .horizontalAlignment("center")
                .wrapText(true)
                .borderStyle(BorderStyle.THIN)
                .set();
        for (int i = 0; i < grid.rows().size(); i++) {
            Block.Row row = grid.rows().get(i);
            int most = 1;
            for (int k = 0; k < columns; k++) {
                if (row.cells().get(k) instanceof String words) {
                    most = Math.max(most, lines(words, width(grid, k)));
                }
                cell(sheet, i + 2, k, row.cells().get(k), grid.columns().get(k).decimals(), row.strong());
            }
            sheet.rowHeight(i + 2, Math.min(TALLEST, ROW * most));
        }
        for (int i = 0; i < columns; i++) {
            sheet.width(i, width(grid, i));
        }
        sheet.rowHeight(0, 24);
        int most = 1;
        for (int i = 0; i < columns; i++) {
            most = Math.max(most, lines(grid.columns().get(i).title(), width(grid, i)));
        }
        sheet.rowHeight(1, ROW * most);
        sheet.freezePane(0, 2);
        sheet.repeatRows(0, 1);
        sheet.pageOrientation(columns > 8 ? "landscape" : "portrait");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.footer("&P / &N", org.dhatim.fastexcel.Position.CENTER);
        sheet.close();
    }

    private static void cell(Worksheet sheet, int row, int column, Object cell, int decimals, boolean strong) {
        var style = sheet.style(row, column).borderStyle(BorderStyle.THIN).verticalAlignment("center");
        if (cell instanceof Number number && Double.isFinite(number.doubleValue())) {
            sheet.value(row, column, number);
            boolean whole = number instanceof Long || number instanceof Integer || decimals == 0;
            style.format(whole ? "#,##0" : "#,##0." + "0".repeat(decimals));
        } else if (cell != null && !(cell instanceof Number)) {
            Optional<LocalDate> day = day(cell.toString());
            if (day.isPresent()) {
                sheet.value(row, column, day.get());
                style.format("yyyy-mm-dd");
            } else {
                text(sheet, row, column, cell.toString());
                style.wrapText(true);
            }
        }
        if (strong) {
            style.bold();
        }
        style.set();
    }

    /** The day that a cell names, where it is nothing but a day as ISO 8601 writes it. */
    private static Optional<LocalDate> day(String text) {
        if (!DAY.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            // a number that only looks like a day, such as 2024-02-31, stays the text it is
            return Optional.empty();
        }
    }

    /** A text stays a text when it is edited, too: what begins like a formula has an apostrophe before it. */
    private static void text(Worksheet sheet, int row, int column, String text) {
        String safe = !text.isEmpty() && "=+-@|%＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        sheet.inlineString(row, column, safe.length() > LONGEST ? safe.substring(0, LONGEST - 1) + "…" : safe);
    }

    /** Lines that a text takes in a column: the program that opens the workbook does not count them itself. */
    private static int lines(String text, double width) {
        int lines = 0;
        for (String line : text.split("\n", -1)) {
            lines += Math.max(1, (int) Math.ceil(2.1 * GridParts.em(line) / width));
        }
        return lines;
    }

    private static double width(Block.Grid grid, int column) {
        double widest = Math.min(GridParts.em(grid.columns().get(column).title()), 10);
        for (Block.Row row : grid.rows()) {
            widest = Math.max(
                    widest,
                    GridParts.em(ShownNumber.cell(
                            row.cells().get(column), grid.columns().get(column).decimals())));
        }
        return Math.max(8, Math.min(WIDEST, 2 * widest + 3));
    }

    /** The caption as the name of a sheet: without its number's spaces, not longer than Excel allows. */
    private static String name(String caption) {
        String plain = caption.replaceAll("[\\[\\]:*?/\\\\']", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return plain.length() > 28 ? plain.substring(0, 28).strip() : plain;
    }
}
