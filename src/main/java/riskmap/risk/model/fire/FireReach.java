package riskmap.risk.model.fire;

import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.Rasterizer;
import riskmap.risk.model.zone.StudyArea;

/** How far every cell of the forest is from the next water store and the next fire lane, in a straight line. */
public final class FireReach {
    private final StudyArea area;
    private final boolean[] forest;
    private final float[] toStore;
    private final float[] toLane;
    private final double storeReach;
    private final double laneReach;

    public FireReach(StudyArea area, ParameterValues values, Progress progress) {
        this.area = area;
        float[] mask = Rasterizer.mask(
                        area.lattice(),
                        shapes("forest_stand", null, progress),
                        Rasterizer.Rule.CENTRE,
                        progress.part(0, 0.2))
                .cells();
        forest = new boolean[mask.length];
        for (int cell = 0; cell < mask.length; cell++) {
            forest[cell] = mask[cell] == 1;
        }
        Set<String> states = FireFacilities.states(values.text("counted"));
        toStore = distance("fire_water_store", states, progress.part(0.2, 0.6));
        toLane = distance("fire_lane", states, progress.part(0.6, 1));
        storeReach = values.number("store-reach");
        laneReach = values.number("lane-reach");
    }

    private List<Geometry> shapes(String kind, Set<String> states, Progress progress) {
        if (!area.has(kind)) {
            return List.of();
        }
        var rows = area.rows(kind, progress);
        return states == null
                ? java.util.Arrays.stream(rows.geometries())
                        .filter(java.util.Objects::nonNull)
                        .toList()
                : FireFacilities.of(rows, states);
    }

    /** Infinite where there is nothing of the kind. */
    private float[] distance(String kind, Set<String> states, Progress progress) {
        float[] metres = area.distanceTo(shapes(kind, states, progress), progress);
        for (int cell = 0; cell < metres.length; cell++) {
            metres[cell] = Float.isNaN(metres[cell]) ? Float.POSITIVE_INFINITY : metres[cell];
        }
        return metres;
    }

    public boolean[] forest() {
        return forest;
    }

    float toStore(int cell) {
        return toStore[cell];
    }

    float toLane(int cell) {
        return toLane[cell];
    }

    /** 0 no forest, 1 within reach of both, 2 beyond water, 3 beyond lanes, 4 beyond both; at the reach itself is beyond. */
    int gap(int cell) {
        if (!forest[cell]) {
            return 0;
        }
        return 1 + (toStore[cell] >= storeReach ? 1 : 0) + (toLane[cell] >= laneReach ? 2 : 0);
    }
}
