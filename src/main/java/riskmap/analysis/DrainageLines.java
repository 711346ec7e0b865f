package riskmap.analysis;

import java.util.ArrayList;
import java.util.BitSet;
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
import riskmap.geo.terrain.OpenSea;
import riskmap.geo.terrain.WaterFlow;

/**
 * The streams of an elevation as lines between heads, confluences and outlets, with their Strahler order. They end at the
 * sea, which many elevations have at a height of 0 instead of as a gap ({@link OpenSea}): no stream runs over it.
 */
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
                Parameter.number(OWNER, "stream-area", "km²", 0.5, 1e-6, 1e6),
                Parameter.number(OWNER, "sea-level", "m", 0, -500, 9000).asOptional());
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        List<Message> notes = new ArrayList<>();
        Grid elevation = land(MetresNeeded.require(inputs.grid("elevation")), values, notes, progress);
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
        notes.add(0, Message.of("analysis.note-drainage", reaches.size(), length / 1000, highest));
        return new Output.Features(rows.features(), notes);
    }

    /** The elevation without the sea; as much of it as makes a stream, so that no stream begins there. */
    private static Grid land(Grid elevation, ParameterValues values, List<Message> notes, Progress progress) {
        if (!values.has("sea-level")) {
            return elevation;
        }
        double level = values.number("sea-level");
        double cellArea = elevation.geometry().cellArea();
        int least = (int) Math.min(Integer.MAX_VALUE, Math.ceil(values.number("stream-area") * 1e6 / cellArea));
        BitSet sea = OpenSea.of(elevation, level, least, progress.part(0, 0));
        if (sea.isEmpty()) {
            return elevation;
        }
        notes.add(Message.of("analysis.note-drainage-sea", sea.cardinality() * cellArea / 1e6, level));
        return OpenSea.without(elevation, sea);
    }
}
