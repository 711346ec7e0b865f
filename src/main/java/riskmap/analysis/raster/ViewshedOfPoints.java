package riskmap.analysis.raster;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.MetresNeeded;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.terrain.Viewshed;

/** For each cell the number of lookouts that see it over the ground. */
public final class ViewshedOfPoints implements Operation {
    private static final String OWNER = "analysis.viewshed";

    @Override
    public String id() {
        return "viewshed";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "elevation", Parameter.Type.GRID, null),
                Parameter.of(OWNER, "lookouts", Parameter.Type.FEATURES, null),
                Parameter.number(OWNER, "eye-height", "m", 1.6, 0, 1000),
                Parameter.number(OWNER, "target-height", "m", 0, 0, 1000),
                Parameter.number(OWNER, "radius", "m", 10_000, 1, 1e6));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        Grid elevation = MetresNeeded.require(inputs.grid("elevation"));
        LayerRows lookouts = LayerRows.read(inputs.features("lookouts"), progress.part(0, 0.1))
                .in(elevation.geometry().crs(), progress);
        List<Coordinate> places = new ArrayList<>();
        int outside = 0;
        for (int row = 0; row < lookouts.size(); row++) {
            if (lookouts.geometry(row) != null) {
                Coordinate place = lookouts.geometry(row).getCentroid().getCoordinate();
                boolean there = !Float.isNaN(elevation.at(place.x, place.y));
                outside += there ? 0 : 1;
                if (there) {
                    places.add(place);
                }
            }
        }
        double[] points = new double[2 * places.size()];
        for (int i = 0; i < places.size(); i++) {
            points[2 * i] = places.get(i).x;
            points[2 * i + 1] = places.get(i).y;
        }
        Viewshed viewshed = new Viewshed(
                elevation, values.number("eye-height"), values.number("target-height"), values.number("radius"));
        List<Message> notes = new ArrayList<>(lookouts.notes("lookouts"));
        if (outside > 0) {
            notes.add(Message.of("analysis.note-outside-raster", outside, lookouts.size()));
        }
        return new Output.Raster(viewshed.count(points, progress.part(0.1, 1)), notes);
    }
}
