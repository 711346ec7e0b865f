package riskmap.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.LineString;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.terrain.DrainageNetwork;
import riskmap.geo.terrain.WaterFlow;

/** The streams of an elevation as lines between heads, confluences and outlets, with their Strahler order. */
final class DrainageLines implements Operation {
    private static final String OWNER = "analysis.drainage";

    @Override
    public String id() {
        return "drainage";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "elevation", Parameter.Type.GRID, null),
                Parameter.number(OWNER, "stream-area", "km²", 0.5, 1e-6, 1e6));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        Grid elevation = MetresNeeded.require(inputs.grid("elevation"));
        WaterFlow flow = WaterFlow.of(elevation, progress.part(0, 0.8));
        List<DrainageNetwork.Reach> reaches = DrainageNetwork.of(
                flow.directions(),
                flow.accumulation(),
                flow.cells(values.number("stream-area") * 1e6),
                progress.part(0.8, 1));
        OutputRows rows = new OutputRows(
                "drainage", LineString.class, elevation.geometry().crs());
        rows.attribute("reach", Integer.class);
        rows.attribute("strahler", Integer.class);
        rows.attribute("length_m", Double.class);
        rows.attribute("upstream_km2", Double.class);
        rows.attribute("into", Integer.class);
        Map<Integer, Integer> byStart = new HashMap<>();
        for (int i = 0; i < reaches.size(); i++) {
            byStart.put(reaches.get(i).from(), i + 1);
        }
        double length = 0;
        int highest = 0;
        for (int i = 0; i < reaches.size(); i++) {
            DrainageNetwork.Reach reach = reaches.get(i);
            length += reach.line().getLength();
            highest = Math.max(highest, reach.order());
            rows.add(
                    reach.line(),
                    i + 1,
                    reach.order(),
                    reach.line().getLength(),
                    reach.cells() * flow.cellArea() / 1e6,
                    byStart.get(reach.into()));
        }
        return new Output.Features(
                rows.features(), List.of(Message.of("analysis.note-drainage", reaches.size(), length / 1000, highest)));
    }
}
