package riskmap.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;

/** The list of templates that come with the program, and reading of those of the user. */
public final class ReportTemplates {
    private static final List<String> SHIPPED = List.of(
            "briefing", "bulletin", "flood", "geohazard", "fire", "hazardous-site", "calculation", "survey-quality");

    private static final List<String> TYPES = List.of(
            "text",
            "situation",
            "map",
            "exposure",
            "facilities",
            "shelters",
            "supplies",
            "tables",
            "charts",
            "queries",
            "changes",
            "checklist",
            "assumptions",
            "method",
            "quality",
            "signature");

    private ReportTemplates() {}

    /** Names of the templates that come with the program; the first is the comprehensive briefing. */
    public static List<String> shipped() {
        return SHIPPED;
    }

    /** The kinds of sections there are. */
    public static List<String> types() {
        return TYPES;
    }

    /** A template by the name of a shipped one or by the path of a JSON file. */
    public static ReportTemplate open(String nameOrFile) {
        if (SHIPPED.contains(nameOrFile)) {
            return read(resource(nameOrFile), nameOrFile);
        }
        try {
            Path file = Path.of(nameOrFile);
            if (!Files.isRegularFile(file)) {
                throw RiskMapException.of("report.template-missing", nameOrFile, NameList.of(SHIPPED));
            }
            return read(Files.readString(file), nameOrFile);
        } catch (IOException | InvalidPathException e) {
            throw new RiskMapException(Message.of("report.template-unreadable", nameOrFile, e.getMessage()), e);
        }
    }

    /**
     * Reads a template.
     *
     * @param where what the text is called in messages
     * @throws RiskMapException when the text is no template, saying the place in it
     */
    public static ReportTemplate read(String text, String where) {
        try {
            JsonNode root = new ObjectMapper().readTree(text);
            if (!root.path("format").asText().equals("riskmap-report")) {
                throw RiskMapException.of("report.template-no-template", where);
            }
            return new TemplateReader(where).template(root);
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? "?"
                    : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
            throw new RiskMapException(Message.of("report.template-syntax", where, place), e);
        }
    }

    /** The layout of the maps in reports. */
    public static String mapLayout() {
        return resource("map");
    }

    private static String resource(String name) {
        try (InputStream stream =
                ReportTemplates.class.getResourceAsStream("/riskmap/maps/reports/" + name + ".json")) {
            if (stream == null) {
                throw RiskMapException.of("report.template-missing", name, NameList.of(SHIPPED));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RiskMapException(Message.of("report.template-unreadable", name, e.getMessage()), e);
        }
    }
}
