package riskmap.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Reports read back by other programs' eyes: what stands in the file, not what was meant to. */
final class ReadBack {
    private static final Pattern TABLE =
            Pattern.compile("<table id=\"([^\"]*)\">.*?<tbody>(.*?)</tbody>", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("<tr[^>]*>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<td[^>]*>(.*?)</td>", Pattern.DOTALL);

    private ReadBack() {}

    /** What a refused call tells the user. */
    static String told(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(call);
        if (thrown instanceof riskmap.base.RiskMapException refusal) {
            return refusal.userMessage().text(riskmap.base.Language.CHINESE);
        }
        throw new AssertionError("not refused", thrown);
    }

    /** The text of a PDF without any white space. */
    static String pdf(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return squeezed(stripper.getText(document));
        }
    }

    static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00a0]+", "");
    }

    /** The tables of an HTML report, by id: rows of cells as text. */
    static Map<String, List<List<String>>> html(Path file) throws IOException {
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        Matcher table = TABLE.matcher(Files.readString(file, StandardCharsets.UTF_8));
        while (table.find()) {
            List<List<String>> rows = new ArrayList<>();
            Matcher row = ROW.matcher(table.group(2));
            while (row.find()) {
                List<String> cells = new ArrayList<>();
                Matcher cell = CELL.matcher(row.group(1));
                while (cell.find()) {
                    cells.add(plain(cell.group(1)));
                }
                rows.add(cells);
            }
            tables.put(table.group(1), rows);
        }
        return tables;
    }

    private static String plain(String html) {
        return html.replace("<br>", "\n")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    /** The tables of a Word document in order, without their headings. */
    static List<List<List<String>>> docx(Path file) throws IOException {
        List<List<List<String>>> tables = new ArrayList<>();
        try (InputStream stream = Files.newInputStream(file);
                XWPFDocument word = new XWPFDocument(stream)) {
            for (XWPFTable table : word.getTables()) {
                tables.add(table.getRows().stream()
                        .skip(1)
                        .map(row -> row.getTableCells().stream()
                                .map(cell -> cell.getText())
                                .toList())
                        .toList());
            }
        }
        return tables;
    }

    /** The sheets of a workbook after the first, in order: rows below the two of the heading; numbers as numbers. */
    static List<List<List<Object>>> xlsx(Path file) throws IOException {
        List<List<List<Object>>> sheets = new ArrayList<>();
        try (InputStream stream = Files.newInputStream(file);
                XSSFWorkbook book = new XSSFWorkbook(stream)) {
            for (int i = 1; i < book.getNumberOfSheets(); i++) {
                Sheet sheet = book.getSheetAt(i);
                int width = sheet.getRow(1).getLastCellNum();
                List<List<Object>> rows = new ArrayList<>();
                for (int r = 2; r <= sheet.getLastRowNum(); r++) {
                    List<Object> cells = new ArrayList<>();
                    for (int c = 0; c < width; c++) {
                        cells.add(value(sheet.getRow(r), c));
                    }
                    rows.add(cells);
                }
                sheets.add(rows);
            }
        }
        return sheets;
    }

    private static Object value(Row row, int column) {
        Cell cell = row == null ? null : row.getCell(column);
        if (cell == null || cell.getCellType() == CellType.BLANK) {
            return null;
        }
        if (cell.getCellType() == CellType.FORMULA) {
            throw new AssertionError("a formula: " + cell.getCellFormula());
        }
        if (cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)) {
            return cell.getLocalDateTimeCellValue().toLocalDate().toString();
        }
        return cell.getCellType() == CellType.NUMERIC ? (Object) cell.getNumericCellValue() : cell.getStringCellValue();
    }
}
