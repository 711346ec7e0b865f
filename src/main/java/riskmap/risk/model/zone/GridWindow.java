package riskmap.risk.model.zone;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Progress;
import riskmap.geo.polygonize.Polygonizer;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.Rasterizer;

/** A part of a raster around a place, on its own cells. */
public final class GridWindow {
    private GridWindow() {}

    /** The cells that lie within a distance of a place, along both axes; null when the place lies off the raster. */
    public static Grid around(Grid whole, double x, double y, double distance) {
        GridGeometry all = whole.geometry();
        int middleColumn = all.column(x);
        int middleRow = all.row(y);
        if (!all.contains(middleColumn, middleRow)) {
            return null;
        }
        int columns = (int) Math.ceil(distance / all.cellWidth()) + 1;
        int rows = (int) Math.ceil(distance / all.cellHeight()) + 1;
        int west = Math.max(0, middleColumn - columns);
        int north = Math.max(0, middleRow - rows);
        int width = Math.min(all.width() - 1, middleColumn + columns) - west + 1;
        int height = Math.min(all.height() - 1, middleRow + rows) - north + 1;
        GridGeometry part = new GridGeometry(
                width,
                height,
                all.minX() + west * all.cellWidth(),
                all.maxY() - north * all.cellHeight(),
                all.cellWidth(),
                all.cellHeight(),
                all.crs());
        float[] cells = new float[part.cellCount()];
        for (int row = 0; row < height; row++) {
            System.arraycopy(whole.cells(), (north + row) * all.width() + west, cells, row * width, width);
        }
        return new Grid(part, cells);
    }

    /** Numbers of the cells whose centre lies in a shape, or that hold its middle when there is none. */
    public static int[] cells(Grid window, Geometry shape) {
        float[] mask = Rasterizer.mask(window.geometry(), List.of(shape), Rasterizer.Rule.CENTRE, Progress.silent())
                .cells();
        int count = 0;
        for (float each : mask) {
            count += each == 1 ? 1 : 0;
        }
        if (count == 0) {
            // the middle of a circle around a site is the site; a place within may lie metres away, in another cell
            Point middle = shape.getCentroid();
            middle = shape.intersects(middle) ? middle : shape.getInteriorPoint();
            int column = window.geometry().column(middle.getX());
            int row = window.geometry().row(middle.getY());
            return window.geometry().contains(column, row) ? new int[] {row * window.width() + column} : new int[0];
        }
        int[] cells = new int[count];
        int next = 0;
        for (int cell = 0; cell < mask.length; cell++) {
            if (mask[cell] == 1) {
                cells[next++] = cell;
            }
        }
        return cells;
    }

    /**
     * The areas of classes 1 to some number; an empty area for a class without cells.
     *
     * @param classes NaN for none
     */
    public static List<MultiPolygon> areas(Grid classes, int count, Progress progress) {
        List<List<Polygon>> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(new ArrayList<>());
        }
        for (Polygonizer.Zone zone : Polygonizer.polygonize(classes, progress)) {
            if (zone.value() >= 1) {
                parts.get((int) zone.value() - 1).add(zone.polygon());
            }
        }
        GeometryFactory factory = new GeometryFactory();
        return parts.stream()
                .map(each -> factory.createMultiPolygon(each.toArray(Polygon[]::new)))
                .toList();
    }
}
