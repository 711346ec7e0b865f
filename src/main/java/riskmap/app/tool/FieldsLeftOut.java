package riskmap.app.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.geotools.data.DataUtilities;
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
                if (names.get(i).replaceFirst("_\\d+$", "").equals(field)) {
                    dropped.add(names.get(i));
                    break;
                }
            }
        }
        if (dropped.isEmpty() || dropped.size() == names.size()) {
            return output;
        }
        var choose = Operations.byId("choose-fields");
        Map<String, String> values = new LinkedHashMap<>(Map.of("these", "drop", "fields", String.join(",", dropped)));
        Output left = choose.run(
                new Inputs(Map.of("features", new LayerData.Features(DataUtilities.source(made.features())))),
                ParameterValues.of(choose.parameters(), values),
                progress);
        return new Output.Features(((Output.Features) left).features(), made.notes());
    }
}
