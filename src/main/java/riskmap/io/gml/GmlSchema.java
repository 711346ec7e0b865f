package riskmap.io.gml;

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

/** What a first pass over a GML file finds out: its kinds of features, the columns, geometry types and CRS of each. */
final class GmlSchema {
    private final Map<String, Layer> layers = new LinkedHashMap<>();

    /** The features of one kind. */
    static final class Layer {
        private final Map<String, ValueKind> columns;
        private final Set<String> geometryTypes = new TreeSet<>();
        private GmlSrs srs;
        private long count;

        Layer(Map<String, ValueKind> stated) {
            columns = new LinkedHashMap<>();
            // a column that no feature fills is still one
            stated.forEach((column, kind) -> columns.put(column, ValueKind.NOTHING));
        }

        Map<String, ValueKind> columns() {
            return columns;
        }

        Set<String> geometryTypes() {
            return geometryTypes;
        }

        /** The CRS of the first geometry that has one, else null. */
        GmlSrs srs() {
            return srs;
        }

        long count() {
            return count;
        }
    }

    static GmlSchema scan(XmlSource source, GmlTypes types) {
        GmlSchema result = new GmlSchema();
        boolean gml;
        try (XmlPull xml = source.open()) {
            GmlWalk walk = new GmlWalk(xml);
            while (walk.next()) {
                String name = xml.name();
                Layer layer = result.layers.computeIfAbsent(name, key -> new Layer(types.columns(key)));
                result.add(layer, name, GmlFeature.read(xml), walk, types);
            }
            gml = walk.isGml();
        } catch (IOException e) {
            throw SourceFiles.unreadable(source.file(), e);
        }
        if (!gml) {
            throw RiskMapException.of("io.not-that-format", source.file(), new GmlFormat().title());
        }
        result.settle(SourceFiles.baseName(source.file()), types);
        return result;
    }

    private void add(Layer layer, String name, GmlFeature feature, GmlWalk walk, GmlTypes types) {
        layer.count++;
        feature.values()
                .forEach(
                        (column, text) -> layer.columns.merge(column, types.kind(name, column, text), ValueKind::with));
        if (feature.geometry() != null) {
            layer.geometryTypes.add(feature.geometry().getGeometryType());
            if (layer.srs == null) {
                layer.srs = feature.srs(walk.srsName());
            }
        }
    }

    /** A collection without features is a layer without rows; a column without values is of its stated type. */
    private void settle(String fallback, GmlTypes types) {
        if (layers.isEmpty()) {
            layers.put(fallback, new Layer(Map.of()));
        }
        layers.forEach((name, layer) -> types.columns(name).forEach((column, kind) -> {
            if (layer.columns.get(column) == ValueKind.NOTHING) {
                layer.columns.put(column, kind);
            }
        }));
    }

    List<String> names() {
        return List.copyOf(layers.keySet());
    }

    Layer layer(String name) {
        return layers.get(name);
    }
}
