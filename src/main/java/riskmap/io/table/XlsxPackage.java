package riskmap.io.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import riskmap.base.RiskMapException;
import riskmap.io.XmlPull;
import riskmap.io.ZipLimits;

/** The parts of a workbook: where its sheets are, its texts, which of its cell formats are days. */
final class XlsxPackage implements Closeable {
    /** Characters of all shared texts together; more would not fit the memory a survey machine has. */
    private static final long MOST_TEXT = 150_000_000;

    private static final String WORKBOOK = "xl/workbook.xml";
    /** Quoted text, colours and conditions in brackets, escaped and padding characters of a number format. */
    private static final Pattern NO_CODE = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.");

    private final Path file;
    private final ZipFile zip;
    private final ZipLimits limits;
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final List<String> visible = new ArrayList<>();
    private final Map<String, String> partsByType = new HashMap<>();
    private List<String> texts;
    private List<Boolean> dates;
    private boolean from1904;

    /**
     * Opens a workbook.
     *
     * @throws IOException when it is no zip archive
     * @throws RiskMapException when it is no workbook, or unpacks to more than it should
     */
    XlsxPackage(Path file, long mostBytes) throws IOException {
        this.file = file;
        zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
        limits = new ZipLimits(file, mostBytes);
        try {
            limits.checkEntries(zip.size());
            readWorkbook();
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** All sheets in order. */
    List<String> sheets() {
        return List.copyOf(sheets.keySet());
    }

    boolean isVisible(String sheet) {
        return visible.contains(sheet);
    }

    boolean countsFrom1904() {
        return from1904;
    }

    /** The XML of a sheet. */
    XmlPull sheet(String name) throws IOException {
        return part(sheets.get(name));
    }

    private XmlPull part(String path) throws IOException {
        ZipEntry entry = path == null ? null : zip.getEntry(path);
        if (entry == null) {
            throw RiskMapException.of("io.xlsx-part", file, path);
        }
        return new XmlPull(file, limits.counted(zip.getInputStream(entry), entry.getCompressedSize()));
    }

    private void readWorkbook() throws IOException {
        String workbook = relations("_rels/.rels", "").getOrDefault("/officeDocument", WORKBOOK);
        int slash = workbook.lastIndexOf('/') + 1;
        String folder = workbook.substring(0, slash);
        Map<String, String> byId = relations(folder + "_rels/" + workbook.substring(slash) + ".rels", folder);
        try (XmlPull xml = part(workbook)) {
            while (xml.next()) {
                if (xml.isStart("workbookPr")) {
                    String flag = xml.attribute("date1904");
                    from1904 = "1".equals(flag) || "true".equals(flag);
                } else if (xml.isStart("sheet")) {
                    String path = byId.get(xml.attribute("id"));
                    String name = String.valueOf(xml.attribute("name"));
                    if (path != null && path.contains("worksheets")) {
                        sheets.put(name, path);
                        if (xml.attribute("state") == null || "visible".equals(xml.attribute("state"))) {
                            visible.add(name);
                        }
                    }
                }
            }
        }
    }

    /** Targets of a part by id; by the end of their type too. */
    private Map<String, String> relations(String path, String folder) throws IOException {
        Map<String, String> result = new HashMap<>();
        if (zip.getEntry(path) == null) {
            return result;
        }
        try (XmlPull xml = part(path)) {
            while (xml.next()) {
                String target = xml.isStart("Relationship") ? xml.attribute("Target") : null;
                if (target != null && !"External".equals(xml.attribute("TargetMode"))) {
                    String full = target.startsWith("/")
                            ? target.substring(1)
                            : Path.of(folder + target).normalize().toString().replace('\\', '/');
                    result.put(String.valueOf(xml.attribute("Id")), full);
                    String type = String.valueOf(xml.attribute("Type"));
                    partsByType.put(type.substring(type.lastIndexOf('/') + 1), full);
                    result.put("/" + type.substring(type.lastIndexOf('/') + 1), full);
                }
            }
        }
        return result;
    }

    /** A shared text by its number. */
    String text(int number) throws IOException {
        if (texts == null) {
            texts = readTexts();
        }
        return number >= 0 && number < texts.size() ? texts.get(number) : null;
    }

    private List<String> readTexts() throws IOException {
        List<String> result = new ArrayList<>();
        String path = partsByType.get("sharedStrings");
        if (path == null || zip.getEntry(path) == null) {
            return result;
        }
        long characters = 0;
        try (XmlPull xml = part(path)) {
            while (xml.next()) {
                if (xml.isStart("si")) {
                    String text = richText(xml, "si");
                    characters += text.length();
                    if (characters > MOST_TEXT) {
                        throw RiskMapException.of("io.xlsx-texts", file);
                    }
                    result.add(text);
                }
            }
        }
        return result;
    }

    /** The runs of a text that has just begun, without the reading aids of eastern scripts. */
    static String richText(XmlPull xml, String element) {
        StringBuilder text = new StringBuilder();
        while (xml.next() && !xml.isEnd(element)) {
            if (xml.isStart("t")) {
                text.append(xml.text());
            } else if (xml.isStart("rPh")) {
                xml.skip();
            }
        }
        return text.toString();
    }

    /** Whether cells of this format hold days or times. */
    boolean isDate(int format) throws IOException {
        if (dates == null) {
            dates = readFormats();
        }
        return format >= 0 && format < dates.size() && dates.get(format);
    }

    private List<Boolean> readFormats() throws IOException {
        List<Boolean> result = new ArrayList<>();
        String path = partsByType.get("styles");
        if (path == null || zip.getEntry(path) == null) {
            return result;
        }
        Map<Integer, String> codes = new HashMap<>();
        try (XmlPull xml = part(path)) {
            boolean cells = false;
            while (xml.next()) {
                if (xml.isStart("numFmt")) {
                    codes.put(XlsxRows.number(xml.attribute("numFmtId")), xml.attribute("formatCode"));
                } else if (xml.isStart("cellXfs") || xml.isEnd("cellXfs")) {
                    cells = xml.isStart();
                } else if (cells && xml.isStart("xf")) {
                    int id = XlsxRows.number(xml.attribute("numFmtId"));
                    result.add(isDate(id, codes.get(id)));
                }
            }
        }
        return result;
    }

    /** By ECMA-376 18.8.30: 14–22 and 45–47 everywhere, 27–36 and 50–58 in the Chinese and other eastern editions. */
    private static boolean isDate(int id, String code) {
        if (code == null) {
            return id >= 14 && id <= 22 || id >= 45 && id <= 47 || id >= 27 && id <= 36 || id >= 50 && id <= 58;
        }
        String plain = NO_CODE.matcher(code.split(";")[0]).replaceAll("");
        boolean other = code.equalsIgnoreCase("General") || plain.indexOf('#') >= 0 || plain.indexOf('@') >= 0;
        return !other && plain.chars().anyMatch(c -> "yYmMdDhHs".indexOf(c) >= 0);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
