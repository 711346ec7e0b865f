package riskmap.io.gpx;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import riskmap.base.RiskMapException;
import riskmap.io.SourceFiles;
import riskmap.io.ValueKind;
import riskmap.io.XmlPull;
import riskmap.io.XmlSource;

/** What a first pass over a GPX file finds out: which of its three layers have features, and their columns. */
final class GpxSchema {
    /** Element → layer. */
    static final Map<String, String> LAYERS = layers();

    private final Map<String, Map<String, ValueKind>> columns = new LinkedHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Map<String, Set<String>> geometryTypes = new LinkedHashMap<>();

    private static Map<String, String> layers() {
        Map<String, String> result = new LinkedHashMap<>();
        result.put("wpt", "waypoints");
        result.put("rte", "routes");
        result.put("trk", "tracks");
        return result;
    }

    static GpxSchema scan(XmlSource source) {
        GpxSchema result = new GpxSchema();
        boolean gpx = false;
        try (XmlPull xml = source.open()) {
            while (xml.next()) {
                gpx |= xml.isStart("gpx");
                String layer = xml.isStart() && xml.depth() == 2 ? LAYERS.get(xml.name()) : null;
                if (layer != null) {
                    GpxFeature feature = GpxFeature.read(xml);
                    result.counts.merge(layer, 1L, Long::sum);
                    Map<String, ValueKind> kinds = result.columns.computeIfAbsent(layer, key -> new LinkedHashMap<>());
                    feature.values()
                            .forEach((key, value) -> kinds.merge(key, ValueKind.ofText(value), ValueKind::with));
                    if (feature.geometry() != null) {
                        result.geometryTypes
                                .computeIfAbsent(layer, key -> new TreeSet<>())
                                .add(feature.geometry().getGeometryType());
                    }
                }
            }
        } catch (IOException e) {
            throw SourceFiles.unreadable(source.file(), e);
        }
        if (!gpx) {
            throw RiskMapException.of("io.not-that-format", source.file(), new GpxFormat().title());
        }
        return result;
    }

    /** The layers with features; the first of all when there is none. */
    List<String> names() {
        List<String> filled =
                LAYERS.values().stream().filter(counts::containsKey).toList();
        return filled.isEmpty() ? List.of("waypoints") : filled;
    }

    Map<String, ValueKind> columns(String layer) {
        return columns.getOrDefault(layer, Map.of());
    }

    Set<String> geometryTypes(String layer) {
        return geometryTypes.getOrDefault(layer, Set.of());
    }

    long count(String layer) {
        return counts.getOrDefault(layer, 0L);
    }
}
