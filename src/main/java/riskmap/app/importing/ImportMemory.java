package riskmap.app.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.feature.type.GeometryDescriptor;
import riskmap.app.project.Workspace;

/**
 * How sources of one form were imported last, kept in the project: which kind, which column for which field, what was
 * said of the CRS and encoding. The form of a source is the names of its columns in order, so that next month's file of
 * the same office is recognised under any name.
 *
 * @param kind catalogue kind, empty for none
 * @param layer name of the layer
 * @param columns field → column, empty for none
 * @param crs what was said of the CRS, empty for nothing
 * @param encoding what was said of the encoding, empty for nothing
 * @param mode word of the mode
 * @param key field rows were recognised by, empty without
 */
public record ImportMemory(
        String kind, String layer, Map<String, String> columns, String crs, String encoding, String mode, String key) {
    /** Begins the keys of the documents. */
    static final String KEY = "import-mapping:";

    private static final ObjectMapper JSON = new ObjectMapper();

    public ImportMemory {
        columns = Map.copyOf(columns);
    }

    /** The form of a source: 16 hexadecimal digits. */
    public static String form(SimpleFeatureType type) {
        StringBuilder names = new StringBuilder();
        for (AttributeDescriptor column : type.getAttributeDescriptors()) {
            if (!(column instanceof GeometryDescriptor)) {
                names.append(column.getLocalName()).append('\n');
            }
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(names.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is remembered of sources of this form. */
    public static Optional<ImportMemory> of(Workspace workspace, String form) {
        return workspace.store().document(KEY + form).flatMap(ImportMemory::read);
    }

    private static Optional<ImportMemory> read(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            Map<String, String> columns = new LinkedHashMap<>();
            node.path("columns")
                    .fields()
                    .forEachRemaining(entry ->
                            columns.put(entry.getKey(), entry.getValue().asText()));
            return Optional.of(new ImportMemory(
                    node.path("kind").asText(""),
                    node.path("layer").asText(""),
                    columns,
                    node.path("crs").asText(""),
                    node.path("encoding").asText(""),
                    node.path("mode").asText(""),
                    node.path("key").asText("")));
        } catch (JsonProcessingException damaged) {
            // a memory is a convenience: without it the columns are matched by name
            return Optional.empty();
        }
    }

    /** Remembers it in the project. */
    void store(Workspace workspace, String form) {
        ObjectNode node = JSON.createObjectNode();
        node.put("kind", kind).put("layer", layer).put("crs", crs).put("encoding", encoding);
        node.put("mode", mode).put("key", key);
        ObjectNode fields = node.putObject("columns");
        columns.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
        String text = node.toString();
        if (!workspace.store().document(KEY + form).equals(Optional.of(text))) {
            workspace.store().putDocument(KEY + form, text);
        }
    }

    /** The columns for the fields as far as a source has them. */
    public Map<String, String> columnsIn(List<String> names) {
        Map<String, String> result = new LinkedHashMap<>();
        columns.forEach((field, column) -> {
            if (column.isEmpty() || names.contains(column)) {
                result.put(field, column);
            }
        });
        return result;
    }
}
