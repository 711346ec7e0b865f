package riskmap.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.geotools.api.feature.type.GeometryDescriptor;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/**
 * A layer with some of its fields only, in the order of the layer: those named, or all but those; one of them may get
 * another name. Shapes and rows stay. Fields named that the layer has not are told and passed over.
 */
final class ChosenFields implements Operation {
    private static final String OWNER = "analysis.choose-fields";

    @Override
    public String id() {
        return "choose-fields";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "fields", Parameter.Type.FIELDS, null).asOptional(),
                Parameter.choice(OWNER, "these", "keep", "keep", "drop"),
                Parameter.of(OWNER, "rename", Parameter.Type.FIELD, null).asOptional(),
                Parameter.of(OWNER, "name", Parameter.Type.TEXT, null).asOptional(),
                Parameter.of(OWNER, "shapes", Parameter.Type.BOOLEAN, "true"));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ROWS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress);
        List<String> named = values.names("fields");
        boolean keep = values.text("these").equals("keep");
        List<String> unknown =
                named.stream().filter(name -> !rows.hasAttribute(name)).toList();
        int[] chosen = named.stream()
                .filter(name -> !unknown.contains(name))
                .mapToInt(rows::attribute)
                .toArray();
        int renamed = values.has("rename") ? rows.attribute(values.text("rename")) : -1;
        int[] kept = IntStream.range(0, rows.type().getAttributeCount())
                .filter(i -> !(rows.type().getDescriptor(i) instanceof GeometryDescriptor))
                .filter(i -> named.isEmpty() || keep == IntStream.of(chosen).anyMatch(there -> there == i))
                .toArray();
        boolean shapes = values.flag("shapes") && OutputRows.geometryType(rows.type()) != null;
        OutputRows output = new OutputRows("fields", shapes ? OutputRows.geometryType(rows.type()) : null, rows.crs());
        for (int field : kept) {
            String own = rows.type().getDescriptor(field).getLocalName();
            output.attribute(
                    field == renamed && values.has("name") ? values.text("name") : own,
                    rows.type().getDescriptor(field).getType().getBinding());
        }
        for (int row = 0; row < rows.size(); row++) {
            Object[] own = OutputRows.values(rows, row, kept);
            output.add(shapes ? OutputRows.join(rows.geometry(row), own) : own);
        }
        List<Message> notes = new ArrayList<>(shapes ? rows.notes("features") : List.of());
        if (!unknown.isEmpty()) {
            notes.add(Message.of("analysis.note-fields-unknown", NameList.of(unknown)));
        }
        return new Output.Features(output.features(), notes);
    }
}
