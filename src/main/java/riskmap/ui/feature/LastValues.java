package riskmap.ui.feature;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import riskmap.base.SafeFile;

/**
 * What the user entered last in each field of each layer, kept from one day to the next in the user's settings folder:
 * offered with one click; who surveyed and from what source is filled into new features by itself. A missing or damaged
 * file is no reason not to start.
 */
public final class LastValues {
    /** Filled in without being asked for: the same person works the whole day from the same source. */
    static final Set<String> AUTOMATIC = Set.of("source", "surveyor");
    /** Never the same twice. */
    private static final List<String> NEVER = List.of("uuid", "name", "code", "station_code", "stand_code");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Map<String, Map<String, String>> values = new TreeMap<>();

    private LastValues(Path file) {
        this.file = file;
    }

    /** Those kept in a folder of settings. */
    public static LastValues in(Path folder) {
        return read(folder.resolve("last-values.json"));
    }

    static LastValues read(Path file) {
        LastValues result = new LastValues(file);
        SafeFile.read(file, content -> JSON.readTree(content) instanceof ObjectNode node ? node : null)
                .ifPresent(node -> node.fields().forEachRemaining(layer -> layer.getValue()
                        .fields()
                        .forEachRemaining(field -> result.put(
                                layer.getKey(), field.getKey(), field.getValue().asText()))));
        return result;
    }

    /** The value entered last in a field, the empty string for none. */
    public synchronized String of(String layer, String field) {
        return values.getOrDefault(layer, Map.of()).getOrDefault(field, "");
    }

    /** Keeps what was stored just now. */
    public void keep(String layer, Map<String, String> entered) {
        boolean changed = false;
        synchronized (this) {
            for (Map.Entry<String, String> entry : entered.entrySet()) {
                changed |= !entry.getValue().isBlank() && put(layer, entry.getKey(), entry.getValue());
            }
        }
        if (changed) {
            write();
        }
    }

    private boolean put(String layer, String field, String value) {
        if (NEVER.contains(field)) {
            return false;
        }
        return !value.equals(
                values.computeIfAbsent(layer, key -> new LinkedHashMap<>()).put(field, value));
    }

    private void write() {
        ObjectNode node = JSON.createObjectNode();
        synchronized (this) {
            values.forEach((layer, fields) -> {
                ObjectNode list = node.putObject(layer);
                fields.forEach(list::put);
            });
        }
        try {
            SafeFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(node));
        } catch (IOException e) {
            System.getLogger(LastValues.class.getName())
                    .log(System.Logger.Level.DEBUG, "last values not kept: " + file, e);
        }
    }
}
