package riskmap.analysis;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.terrain.WaterFlow;
import riskmap.geo.terrain.Watersheds;

/**
 * The ground that drains through each outlet, as areas: of an outlet below another only what does not drain through the
 * upper one. Lines and areas stand for their centroid.
 */
final class WatershedAreas implements Operation {
    private static final String OWNER = "analysis.watershed";

    @Override
    public String id() {
        return "watershed";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "elevation", Parameter.Type.GRID, null),
                Parameter.of(OWNER, "outlets", Parameter.Type.FEATURES, null),
                Parameter.number(OWNER, "snap", "m", 50, 0, 10_000));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        Grid elevation = MetresNeeded.require(inputs.grid("elevation"));
        LayerRows outlets = LayerRows.read(inputs.features("outlets"), progress);
        LayerRows there = outlets.in(elevation.geometry().crs(), progress);
        WaterFlow flow = WaterFlow.of(elevation, progress.part(0, 0.6));
        int near = (int) Math.round(values.number("snap") / elevation.geometry().cellWidth());
        int[] cells = new int[there.size()];
        int lost = 0;
        for (int row = 0; row < cells.length; row++) {
            cells[row] = -1;
            if (there.geometry(row) != null) {
                Coordinate place = there.geometry(row).getCentroid().getCoordinate();
                cells[row] = Watersheds.snap(flow.directions(), flow.accumulation(), place.x, place.y, near);
            }
            lost += cells[row] < 0 ? 1 : 0;
        }
        int[] labels = Watersheds.labels(flow.directions(), cells, progress.part(0.6, 0.7));
        List<List<Polygon>> areas =
                Watersheds.polygons(elevation.geometry(), labels, cells.length, progress.part(0.7, 1));
        OutputRows rows = new OutputRows(
                "watershed", MultiPolygon.class, elevation.geometry().crs());
        int[] taken = rows.take(outlets.type());
        rows.attribute("own_km2", Double.class);
        rows.attribute("upstream_km2", Double.class);
        for (int row = 0; row < cells.length; row++) {
            List<Polygon> parts = areas.get(row);
            if (!parts.isEmpty()) {
                MultiPolygon area = new GeometryFactory().createMultiPolygon(parts.toArray(new Polygon[0]));
                double upstream = flow.accumulation()[cells[row]] * flow.cellArea() / 1e6;
                rows.add(OutputRows.join(
                        area, OutputRows.values(outlets, row, taken), new Object[] {area.getArea() / 1e6, upstream}));
            }
        }
        List<Message> notes = new ArrayList<>(outlets.notes("outlets"));
        notes.add(Message.of("analysis.note-watersheds", rows.size(), lost));
        return new Output.Features(rows.features(), notes);
    }
}
