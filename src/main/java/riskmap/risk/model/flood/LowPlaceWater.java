package riskmap.risk.model.flood;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.DistanceTransform;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.Rasterizer;
import riskmap.geo.terrain.Sinks;
import riskmap.geo.terrain.WaterFlow;
import riskmap.risk.flood.CurveNumber;

/** Water in low places after a storm: the runoff of what drains into each, less what drains take, up to its brim. */
public final class LowPlaceWater {
    private LowPlaceWater() {}

    /** A low place and the water in it. */
    public record Filled(Sinks.Sink sink, double water, double level) {}

    /** The low places near buildings that hold water, the deepest first. */
    public static List<Filled> fill(
            Inputs inputs, ParameterValues values, WaterFlow flow, Sinks sinks, CurveNumber curve, Progress progress) {
        double depth = excess(values, curve);
        Grid near = near(inputs, values, flow.ground(), progress);
        // as cells hold it: a place 100.1 m away is no farther than 100.1 m
        float farthest = (float) values.number("near-buildings");
        List<Filled> filled = new ArrayList<>();
        for (Sinks.Sink sink : sinks.all()) {
            boolean built =
                    near == null || Arrays.stream(sink.cells()).anyMatch(cell -> near.cells()[cell] <= farthest);
            double water = Math.min(sink.volume(), depth / 1000 * sink.catchment());
            if (built && water > 0) {
                filled.add(new Filled(sink, water, sink.level(flow.ground(), water)));
            }
        }
        filled.sort(Comparator.comparingDouble(
                        (Filled each) -> -each.level + flow.ground().cells()[each.sink.lowest()])
                .thenComparingInt(each -> each.sink.number()));
        return filled;
    }

    /** Runoff less what the drains take, in mm. */
    private static double excess(ParameterValues values, CurveNumber curve) {
        double runoff = curve.runoff(values.number("rain"));
        return Math.max(0, runoff - values.number("drainage") * values.number("hours"));
    }

    /** Distance to the nearest building; null where every place counts. */
    private static Grid near(Inputs inputs, ParameterValues values, Grid ground, Progress progress) {
        if (!inputs.has("building") || values.number("near-buildings") == 0) {
            return null;
        }
        LayerRows rows = inputs.rows("building", progress).in(ground.geometry().crs(), progress);
        List<Geometry> shapes =
                Arrays.stream(rows.geometries()).filter(Objects::nonNull).toList();
        Grid mask = Rasterizer.mask(ground.geometry(), shapes, Rasterizer.Rule.ALL_TOUCHED, progress);
        return DistanceTransform.distance(mask, progress);
    }

    /** Depth of the water in them, NaN elsewhere. */
    public static Grid depths(Grid ground, List<Filled> filled) {
        Grid depths = Grid.filled(ground.geometry(), Float.NaN);
        for (Filled each : filled) {
            for (int cell : each.sink.cells()) {
                float depth = (float) (each.level - ground.cells()[cell]);
                depths.cells()[cell] = depth > 0 ? depth : Float.NaN;
            }
        }
        return depths;
    }
}
