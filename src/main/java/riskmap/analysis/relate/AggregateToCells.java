package riskmap.analysis.relate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.ExactSum;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.MetresNeeded;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.analysis.ShapeKind;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/**
 * Features counted, and a field summed, by the cell of a lattice their centroid lies in: squares, or hexagons with two
 * sides upright. Cells begin at whole multiples of their size, so those of two runs are the same. Cells are [a, b): a
 * centroid on a boundary belongs to the cell east or north of it (squares) or to the nearer centre, of equal ones the
 * first (hexagons). Only cells that hold features are made.
 */
public final class AggregateToCells implements Operation {
    private static final String OWNER = "analysis.aggregate-to-cells";
    private static final double SQRT3 = Math.sqrt(3);

    @Override
    public String id() {
        return "aggregate-to-cells";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.choice(OWNER, "cells", "hexagons", "squares", "hexagons"),
                Parameter.number(OWNER, "size", "m", 500, 1e-3, 1e6),
                Parameter.of(OWNER, "sum", Parameter.Type.FIELDS, null).asOptional());
    }

    /** Place of a cell in its lattice; rows from south to north. */
    private record Cell(long row, long column) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            int rows = Long.compare(row, other.row);
            return rows != 0 ? rows : Long.compare(column, other.column);
        }
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ANY.mostly(ShapeKind.POINTS);
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.5));
        MetresNeeded.require(rows);
        boolean hexagons = values.text("cells").equals("hexagons");
        double size = values.number("size");
        List<String> sums = values.names("sum");
        sums.forEach(rows::attribute);
        Map<Cell, List<Integer>> members = new TreeMap<>();
        for (int row = 0; row < rows.size(); row++) {
            if ((row & 4095) == 0) {
                progress.check();
            }
            if (rows.geometry(row) != null) {
                Coordinate at = rows.geometry(row).getCentroid().getCoordinate();
                Cell cell = hexagons ? hexagon(at, size) : square(at, size);
                members.computeIfAbsent(cell, none -> new ArrayList<>()).add(row);
            }
        }
        OutputRows output = new OutputRows("cells", Polygon.class, rows.crs());
        output.attribute("count", Long.class);
        sums.forEach(field -> output.attribute("sum_" + field, Double.class));
        GeometryFactory factory = new GeometryFactory();
        Map<String, double[]> numbers = new HashMap<>();
        sums.forEach(field -> numbers.put(field, rows.numbers(field)));
        members.forEach((cell, found) -> {
            List<Object> row = new ArrayList<>();
            row.add((long) found.size());
            for (String field : sums) {
                ExactSum sum = new ExactSum();
                found.forEach(member -> sum.add(numbers.get(field)[member]));
                row.add(sum.value());
            }
            output.add(OutputRows.join(shape(cell, hexagons, size, factory), row.toArray()));
        });
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.add(Message.of("analysis.note-aggregated", rows.size() - rows.withoutGeometry(), output.size()));
        return new Output.Features(output.features(), notes);
    }

    private static Cell square(Coordinate at, double size) {
        return new Cell((long) Math.floor(at.y / size), (long) Math.floor(at.x / size));
    }

    /** The hexagon whose centre is nearest; size is the distance between opposite sides. */
    private static Cell hexagon(Coordinate at, double size) {
        long nearRow = Math.round(at.y / (size * SQRT3 / 2));
        Cell best = null;
        double least = Double.POSITIVE_INFINITY;
        for (long row = nearRow - 1; row <= nearRow + 1; row++) {
            long nearColumn = Math.round(at.x / size - 0.5 * Math.floorMod(row, 2L));
            for (long column = nearColumn - 1; column <= nearColumn + 1; column++) {
                Coordinate centre = centre(row, column, size);
                double distance = at.distance(centre);
                if (distance < least) {
                    least = distance;
                    best = new Cell(row, column);
                }
            }
        }
        return best;
    }

    private static Coordinate centre(long row, long column, double size) {
        return new Coordinate(size * (column + 0.5 * Math.floorMod(row, 2L)), size * SQRT3 / 2 * row);
    }

    private static Geometry shape(Cell cell, boolean hexagons, double size, GeometryFactory factory) {
        if (!hexagons) {
            double x = cell.column() * size;
            double y = cell.row() * size;
            double east = (cell.column() + 1) * size;
            double north = (cell.row() + 1) * size;
            return factory.toGeometry(new org.locationtech.jts.geom.Envelope(x, east, y, north));
        }
        // corners counted in half sizes and thirds of the row height, so that neighbours have the very same ones
        long x = 2 * cell.column() + Math.floorMod(cell.row(), 2L);
        long y = 3 * cell.row();
        long[][] corners = {{0, 2}, {-1, 1}, {-1, -1}, {0, -2}, {1, -1}, {1, 1}, {0, 2}};
        Coordinate[] ring = new Coordinate[7];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = new Coordinate((x + corners[i][0]) * (size / 2), (y + corners[i][1]) * (size / (2 * SQRT3)));
        }
        return factory.createPolygon(ring);
    }
}
