package riskmap.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * Reads an HTML page as strictly as the standard's grammar of the elements that reports use: every element closed where it
 * was opened and inside a parent that may hold it, attributes quoted and given once, ids unique, texts escaped, tables
 * whole, pictures inside the file.
 *
 * <p><b>Source:</b> HTML Living Standard, 4 (content models), 13.1 (writing documents).
 */
final class HtmlReading {
    private static final Pattern TOKEN =
            Pattern.compile("<!DOCTYPE html>|<(/?)([a-z][a-z0-9]*)((?:\\s[^<>]*)?)>|([^<]+)|<");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s+([a-z-]+)=\"([^\"<>]*)\"");
    private static final Pattern REFERENCE = Pattern.compile("&(?!(?:amp|lt|gt|quot|#39);)");
    private static final Set<String> VOID = Set.of("meta", "img", "br");
    private static final Set<String> PHRASES =
            Set.of("p", "h1", "h2", "h3", "span", "li", "td", "th", "caption", "figcaption", "title");
    private static final String FLOW = "p h1 h2 h3 ul ol div figure table footer";
    private static final Map<String, String> CHILDREN = new LinkedHashMap<>();

    static {
        CHILDREN.put("html", "head body");
        CHILDREN.put("head", "meta title style");
        CHILDREN.put("body", "main");
        CHILDREN.put("main", FLOW);
        CHILDREN.put("div", FLOW + " span");
        CHILDREN.put("figure", "img figcaption");
        CHILDREN.put("ul", "li");
        CHILDREN.put("ol", "li");
        CHILDREN.put("table", "caption thead tbody");
        CHILDREN.put("thead", "tr");
        CHILDREN.put("tbody", "tr");
        CHILDREN.put("tr", "td th");
    }

    final List<BufferedImage> pictures = new ArrayList<>();
    /** Headings of each table, by its id. */
    final Map<String, Integer> tables = new LinkedHashMap<>();

    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> ids = new HashSet<>();
    private String table = "";
    private int cells;
    private int titles;

    private HtmlReading() {}

    /** Reads a page; fails, naming the place, where it is no proper one. */
    static HtmlReading of(String html) throws IOException {
        assertThat(html).startsWith("<!DOCTYPE html>\n<html lang=\"");
        HtmlReading reading = new HtmlReading();
        Matcher token = TOKEN.matcher(html);
        int end = 0;
        while (token.find()) {
            String place =
                    "at " + html.substring(Math.max(0, token.start() - 60), Math.min(html.length(), token.end()));
            assertThat(token.start()).as(place).isEqualTo(end);
            end = token.end();
            if (token.group(4) != null) {
                reading.text(token.group(4), place);
            } else if (token.group(2) == null) {
                assertThat(token.group()).as(place).isEqualTo("<!DOCTYPE html>");
            } else if (token.group(1).isEmpty()) {
                reading.begin(token.group(2), token.group(3), place);
            } else {
                reading.end(token.group(2), place);
            }
        }
        assertThat(end).isEqualTo(html.length());
        assertThat(reading.open).as("left open").isEmpty();
        assertThat(reading.titles).as("titles").isEqualTo(1);
        return reading;
    }

    private void text(String text, String place) {
        String parent = open.isEmpty() ? "" : open.peek();
        if (!parent.equals("style")) {
            assertThat(REFERENCE.matcher(text).find())
                    .as("not escaped " + place)
                    .isFalse();
            assertThat(text.isBlank() || PHRASES.contains(parent) || parent.equals("footer"))
                    .as("text " + place)
                    .isTrue();
        }
    }

    private void begin(String name, String written, String place) throws IOException {
        String parent = open.isEmpty() ? "" : open.peek();
        String allowed =
                PHRASES.contains(parent) || parent.equals("footer") ? "br" : CHILDREN.getOrDefault(parent, "html");
        assertThat(List.of(allowed.split(" "))).as("in " + parent + " " + place).contains(name);
        Map<String, String> attributes = attributes(written, place);
        String id = attributes.get("id");
        assertThat(id == null || ids.add(id)).as("id again " + place).isTrue();
        switch (name) {
            case "img" -> picture(attributes, place);
            case "table" -> {
                table = id;
                tables.put(id, 0);
            }
            case "th" -> tables.merge(table, 1, Integer::sum);
            case "td" -> cells++;
            case "tr" -> cells = 0;
            case "title" -> titles++;
            default -> {}
        }
        if (!VOID.contains(name)) {
            open.push(name);
        }
    }

    private void end(String name, String place) {
        assertThat(open.isEmpty() ? "" : open.pop()).as("closed " + place).isEqualTo(name);
        if (name.equals("tr") && "tbody".equals(open.peek())) {
            assertThat(cells).as("cells of " + table + " " + place).isEqualTo(tables.get(table));
        }
    }

    private static Map<String, String> attributes(String written, String place) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher each = ATTRIBUTE.matcher(written);
        int end = 0;
        for (; each.find(); end = each.end()) {
            assertThat(each.start()).as("attributes " + place).isEqualTo(end);
            assertThat(attributes.put(each.group(1), each.group(2)))
                    .as("given twice " + place)
                    .isNull();
        }
        assertThat(end).as("attributes " + place).isEqualTo(written.length());
        return attributes;
    }

    private void picture(Map<String, String> attributes, String place) throws IOException {
        assertThat(attributes.get("alt")).as("alt " + place).isNotBlank();
        String source = attributes.get("src");
        assertThat(source).as(place).startsWith("data:image/png;base64,");
        byte[] bytes = Base64.getDecoder().decode(source.substring(source.indexOf(',') + 1));
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes));
        assertThat(picture).as(place).isNotNull();
        pictures.add(picture);
    }
}
