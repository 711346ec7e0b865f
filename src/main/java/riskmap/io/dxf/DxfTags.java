package riskmap.io.dxf;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import riskmap.base.RiskMapException;
import riskmap.io.Encodings;
import riskmap.io.SourceFiles;

/**
 * The tags of a DXF text, pairs of a code and a value on lines of their own. Texts are in UTF-8 from AC1021 on, before in
 * the code page that {@code $DWGCODEPAGE} names, Chinese ones in GBK; where the bytes contradict, they decide.
 */
final class DxfTags implements Closeable {
    private static final int SAMPLE = 1 << 20;
    private static final Pattern VERSION = Pattern.compile("\\$ACADVER\\s+1\\s+AC(\\d{4})");
    private static final Pattern CODE_PAGE = Pattern.compile("\\$DWGCODEPAGE\\s+3\\s+(\\S+)");
    private static final Pattern UNICODE = Pattern.compile("\\\\[Uu]\\+([0-9A-Fa-f]{4})");
    private static final int FIRST_UTF8 = 1021;

    private final Path file;
    private final BufferedReader reader;
    private final Charset charset;
    private long line;
    private int code;
    private String value;

    DxfTags(Path file, Charset stated) throws IOException {
        this.file = file;
        charset = stated != null ? stated : charset(file);
        reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset), 1 << 16);
    }

    private static Charset charset(Path file) {
        byte[] head = SourceFiles.head(file, SAMPLE);
        String text = new String(head, StandardCharsets.ISO_8859_1);
        Matcher version = VERSION.matcher(text);
        Matcher page = CODE_PAGE.matcher(text);
        Charset named = null;
        if (version.find() && Integer.parseInt(version.group(1)) >= FIRST_UTF8) {
            named = StandardCharsets.UTF_8;
        } else if (page.find()) {
            named = Encodings.find(page.group(1));
        }
        if (named != null && Encodings.isPossible(head, named)) {
            return named;
        }
        return Encodings.detect(List.of(head));
    }

    /** Goes to the next tag; false at the end of the file. */
    boolean next() throws IOException {
        String number = reader.readLine();
        value = number == null ? null : reader.readLine();
        if (value == null) {
            return false;
        }
        line += 2;
        try {
            code = Integer.parseInt(number.strip().replace("\uFEFF", ""));
        } catch (NumberFormatException e) {
            throw RiskMapException.of("io.dxf-malformed", file, Long.toString(line - 1), shortened(number));
        }
        return true;
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    int code() {
        return code;
    }

    /** The value as it stands, without spaces around it. */
    String value() {
        return value.strip();
    }

    /** The value as text of people: escapes for characters outside the code page resolved. */
    String text() {
        Matcher matcher = UNICODE.matcher(value);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(
                    result, Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(matcher.group(1), 16))));
        }
        return matcher.appendTail(result).toString();
    }

    long line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
