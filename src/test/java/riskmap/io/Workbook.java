package riskmap.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook (.xlsx) as another program writes it, with hidden sheets, for tests. */
public final class Workbook {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

    private Workbook() {}

    /** Writes sheets of texts and numbers. */
    public static Path write(Path file, Map<String, List<List<Object>>> sheets, List<String> hidden)
            throws IOException {
        StringBuilder list = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            int number = 0;
            for (Map.Entry<String, List<List<Object>>> sheet : sheets.entrySet()) {
                number++;
                String state = hidden.contains(sheet.getKey()) ? " state=\"hidden\"" : "";
                list.append("<sheet name=\"%s\" sheetId=\"%d\"%s r:id=\"r%d\"/>"
                        .formatted(sheet.getKey(), number, state, number));
                relations.append("<Relationship Id=\"r%d\" Type=\"%s/worksheet\" Target=\"worksheets/s%d.xml\"/>"
                        .formatted(number, DOCUMENT, number));
                put(zip, "xl/worksheets/s" + number + ".xml", sheet(sheet.getValue()));
            }
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
                            .formatted(MAIN, DOCUMENT, list));
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"%s\">%s</Relationships>".formatted(PACKAGE, relations));
        }
        return file;
    }

    private static String sheet(List<List<Object>> rows) {
        StringBuilder text = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        for (int row = 0; row < rows.size(); row++) {
            text.append("<row r=\"").append(row + 1).append("\">");
            for (int column = 0; column < rows.get(row).size(); column++) {
                Object value = rows.get(row).get(column);
                String at = (char) ('A' + column) + Integer.toString(row + 1);
                text.append(
                        value instanceof Number
                                ? "<c r=\"%s\"><v>%s</v></c>".formatted(at, value)
                                : "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(at, value));
            }
            text.append("</row>");
        }
        return text.append("</sheetData></worksheet>").toString();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
