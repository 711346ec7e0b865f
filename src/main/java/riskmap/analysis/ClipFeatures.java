package riskmap.analysis;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.data.SimpleFeatureSource;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/** The parts of features that lie within the areas of another layer; their attributes stay. */
final class ClipFeatures implements Operation {
    private static final String OWNER = "analysis.clip";

    @Override
    public String id() {
        return "clip";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "areas", Parameter.Type.FEATURES, null));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        SimpleFeatureSource source = inputs.features("features");
        LayerRows areas = LayerRows.read(inputs.features("areas"), progress.part(0, 0.05))
                .in(source.getSchema().getCoordinateReferenceSystem(), progress)
                .valid(progress.part(0.05, 0.1));
        LayerRows features = LayerRows.meeting(source, areas.extent(), progress.part(0.1, 0.3))
                .valid(areas.extent(), progress.part(0.3, 0.4));
        OverlayPieces pieces = new OverlayPieces(features, areas);
        Geometry[] within = pieces.within(progress.part(0.4, 0.95));
        var binding = features.type().getGeometryDescriptor().getType().getBinding();
        OutputRows output = new OutputRows("clip", OutputRows.multi(binding), features.crs());
        int[] taken = output.take(features.type());
        for (int row = 0; row < within.length; row++) {
            if (within[row] != null) {
                output.add(OutputRows.join(OutputRows.asMulti(within[row]), OutputRows.values(features, row, taken)));
            }
        }
        List<riskmap.base.Message> notes = new ArrayList<>(features.notesOfOverlay("features"));
        notes.addAll(areas.notesOfOverlay("areas"));
        return new Output.Features(output.features(), notes);
    }
}
