package riskmap.app.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.geotools.data.DataUtilities;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.store.ReTypingFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import riskmap.analysis.Inputs;
import riskmap.analysis.Operations;
import riskmap.analysis.Output;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;

/** Leaves out of a result the fields that a tool adds here and that of QGIS does not. */
final class FieldsLeftOut {
    private FieldsLeftOut() {}

    /**
     * The result without them. A tool adds its fields behind those of the layer, under another name where there is one
     * called so: of fields of nearly the same name the last is meant.
     */
    static Output of(Output output, Set<String> fields, Progress progress) {
        if (fields.isEmpty() || !(output instanceof Output.Features made)) {
            return output;
        }
        List<String> names = new ArrayList<>();
        for (AttributeDescriptor field : made.features().getSchema().getAttributeDescriptors()) {
            if (!(field instanceof GeometryDescriptor)) {
                names.add(field.getLocalName());
            }
        }
        List<String> dropped = new ArrayList<>();
        for (String field : fields) {
            for (int i = names.size() - 1; i >= 0; i--) {
                if (isCalled(names.get(i), field)) {
                    dropped.add(names.get(i));
                    break;
                }
            }
        }
        if (dropped.isEmpty()) {
            return output;
        }
        if (dropped.size() == names.size()) {
            return new Output.Features(shapesAlone(made.features()), made.notes());
        }
        var choose = Operations.byId("choose-fields");
        Map<String, String> values = new LinkedHashMap<>(Map.of("these", "drop", "fields", String.join(",", dropped)));
        Output left = choose.run(
                new Inputs(Map.of("features", new LayerData.Features(DataUtilities.source(made.features())))),
                ParameterValues.of(choose.parameters(), values),
                progress);
        return new Output.Features(((Output.Features) left).features(), made.notes());
    }

    /** Whether a field is meant: by its name but for a number added to it, or by how it begins, before a star. */
    private static boolean isCalled(String name, String field) {
        return field.endsWith("*")
                ? name.startsWith(field.substring(0, field.length() - 1))
                : name.replaceFirst("_\\d+$", "").equals(field);
    }

    private static SimpleFeatureCollection shapesAlone(SimpleFeatureCollection features) {
        SimpleFeatureType type = features.getSchema();
        String shape = type.getGeometryDescriptor().getLocalName();
        return new ReTypingFeatureCollection(features, SimpleFeatureTypeBuilder.retype(type, List.of(shape)));
    }
}
