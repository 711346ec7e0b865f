package riskmap.geo.zonal;

import java.util.TreeSet;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import riskmap.geo.raster.CellSpans;
import riskmap.geo.raster.PixelShapes;

/** The cells whose centre lies on the outline of a zone, neither inside nor outside. */
final class CentresOnOutline {
    private static final double CENTRE = 0.5;

    private final PixelShapes shapes;
    private final int columns;
    private final int rows;
    private final TreeSet<Long> cells = new TreeSet<>();

    CentresOnOutline(PixelShapes shapes, int columns, int rows) {
        this.shapes = shapes;
        this.columns = columns;
        this.rows = rows;
        for (int shape = 0; shape < shapes.count(); shape++) {
            int end = shapes.dimension(shape) == 2 ? shapes.endPart(shape) : 0;
            for (int part = shapes.firstPart(shape); part < end; part++) {
                for (int point = shapes.partStart(part) + 1; point < shapes.partEnd(part); point++) {
                    edge(point - 1, point);
                }
            }
        }
    }

    private void edge(int from, int to) {
        double x0 = shapes.x(from);
        double y0 = shapes.y(from);
        double x1 = shapes.x(to);
        double y1 = shapes.y(to);
        int firstRow = (int) Math.max(0, Math.ceil(Math.min(y0, y1) - CENTRE));
        int lastRow = (int) Math.min(rows - 1.0, Math.floor(Math.max(y0, y1) - CENTRE));
        for (int row = firstRow; row <= lastRow; row++) {
            double y = row + CENTRE;
            if (y0 == y1) {
                int first = (int) Math.max(0, Math.ceil(Math.min(x0, x1) - CENTRE));
                int last = (int) Math.min(columns - 1.0, Math.floor(Math.max(x0, x1) - CENTRE));
                for (int column = first; column <= last; column++) {
                    cells.add(cell(column, row));
                }
                continue;
            }
            double x = x0 + (x1 - x0) * ((y - y0) / (y1 - y0));
            double column = Math.rint(x - CENTRE);
            if (column >= 0
                    && column < columns
                    && Math.abs(column + CENTRE - x) < 1e-6
                    && CGAlgorithmsDD.orientationIndex(x0, y0, x1, y1, column + CENTRE, y) == 0) {
                cells.add(cell((int) column, row));
            }
        }
    }

    private long cell(int column, int row) {
        return (long) row * columns + column;
    }

    /** Whoever takes spans of cells, handed those alone that are not among these. */
    CellSpans.Receiver without(CellSpans.Receiver receiver) {
        return (row, from, to) -> {
            int start = from;
            for (long one : cells.subSet(cell(from, row), cell(to, row))) {
                int column = (int) (one % columns);
                if (column > start) {
                    receiver.span(row, start, column);
                }
                start = column + 1;
            }
            if (start < to) {
                receiver.span(row, start, to);
            }
        };
    }
}
