package riskmap.analysis;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.terrain.Sinks;
import riskmap.geo.terrain.WaterFlow;
import riskmap.geo.terrain.Watersheds;

/** Low-lying places that water cannot run out of, as areas with their depth, what they hold, and what drains into them. */
final class LowPlaces implements Operation {
    private static final String OWNER = "analysis.low-places";

    @Override
    public String id() {
        return "low-places";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "elevation", Parameter.Type.GRID, null),
                Parameter.number(OWNER, "least-depth", "m", 0.2, 0, 1000),
                Parameter.number(OWNER, "least-area", "m²", 400, 0, 1e9));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        Grid elevation = MetresNeeded.require(inputs.grid("elevation"));
        WaterFlow flow = WaterFlow.of(elevation, progress.part(0, 0.6));
        Sinks sinks = Sinks.of(
                elevation,
                flow.surface(),
                flow.directions(),
                values.number("least-depth"),
                flow.cells(values.number("least-area")),
                progress.part(0.6, 0.8));
        int[] labels = new int[elevation.cells().length];
        for (int cell = 0; cell < labels.length; cell++) {
            labels[cell] = sinks.at(cell);
        }
        List<List<Polygon>> areas =
                Watersheds.polygons(elevation.geometry(), labels, sinks.all().size(), progress.part(0.8, 1));
        OutputRows rows = new OutputRows(
                "low_places", MultiPolygon.class, elevation.geometry().crs());
        rows.attribute("brim_m", Double.class);
        rows.attribute("depth_m", Double.class);
        rows.attribute("area_m2", Double.class);
        rows.attribute("volume_m3", Double.class);
        rows.attribute("catchment_km2", Double.class);
        double volume = 0;
        for (Sinks.Sink sink : sinks.all()) {
            Polygon[] parts = areas.get(sink.number()).toArray(new Polygon[0]);
            double held = sink.volume() * flow.cellArea();
            volume += held;
            rows.add(
                    new GeometryFactory().createMultiPolygon(parts),
                    sink.brim(),
                    sink.depth(elevation),
                    sink.cells().length * flow.cellArea(),
                    held,
                    sink.catchment() * flow.cellArea() / 1e6);
        }
        List<Message> notes = new ArrayList<>();
        notes.add(Message.of("analysis.note-low-places", rows.size(), volume));
        return new Output.Features(rows.features(), notes);
    }
}
