package riskmap.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.index.quadtree.Quadtree;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.overlay.Coverage;
import riskmap.geo.overlay.Overlay;

/**
 * The areas of one layer taken apart where they overlap: what the same areas cover is one piece, and there is a row of it
 * for each of them, with the fields of that area. The rows of an area add up to the area; pieces of different rows are equal
 * or have only boundary in common. Areas that overlap no other stay as they are, rows without geometry too.
 */
final class SelfUnion implements Operation {
    private static final String OWNER = "analysis.self-union";

    /**
     * A piece.
     *
     * @param row of the area it is part of
     * @param shape what the same areas cover
     */
    private record Piece(int row, Geometry shape) {}

    /** What some areas cover as far as they are known, and the rows of these, ascending. */
    private record Part(Geometry shape, TreeSet<Integer> rows) {}

    @Override
    public String id() {
        return "self-union";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "fields", Parameter.Type.FIELDS, null).asOptional());
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.AREAS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows areas = LayerRows.read(inputs.features("features"), progress.part(0, 0.2))
                .valid(progress.part(0.2, 0.3));
        areas.mustBeAreas();
        OutputRows output =
                new OutputRows(id(), areas.dimension() == 2 ? MultiPolygon.class : Geometry.class, areas.crs());
        int[] taken = output.take(areas, values.names("fields"), null);
        for (Piece piece : pieces(parts(areas, progress.part(0.3, 0.9)), progress.part(0.9, 1))) {
            output.add(
                    OutputRows.join(OutputRows.asMulti(piece.shape()), OutputRows.values(areas, piece.row(), taken)));
        }
        for (int row = 0; row < areas.size(); row++) {
            if (!isArea(areas.geometry(row))) {
                output.add(OutputRows.join(areas.geometry(row), OutputRows.values(areas, row, taken)));
            }
        }
        return new Output.Features(output.features(), areas.notesOfOverlay("features"));
    }

    /** Lines and points of a layer of all kinds of shapes stay as they are. */
    private static boolean isArea(Geometry shape) {
        return shape != null && shape.getDimension() == 2;
    }

    /** One area after the other, each cutting what is there. */
    private static List<Part> parts(LayerRows areas, Progress progress) {
        Quadtree index = new Quadtree();
        for (int row = 0; row < areas.size(); row++) {
            if ((row & 63) == 0) {
                progress.report((double) row / areas.size());
                progress.check();
            }
            if (isArea(areas.geometry(row))) {
                add(index, row, Overlay.ofDimension(areas.geometry(row), 2));
            }
        }
        List<Part> parts = new ArrayList<>();
        for (Object part : index.queryAll()) {
            parts.add((Part) part);
        }
        return parts;
    }

    private static void add(Quadtree index, int row, Geometry area) {
        Geometry rest = area;
        for (Object found : index.query(area.getEnvelopeInternal())) {
            Part part = (Part) found;
            if (!part.shape().getEnvelopeInternal().intersects(rest.getEnvelopeInternal())) {
                continue;
            }
            Geometry common = Overlay.intersection(part.shape(), rest);
            if (common.isEmpty()) {
                continue;
            }
            index.remove(part.shape().getEnvelopeInternal(), part);
            TreeSet<Integer> rows = new TreeSet<>(part.rows());
            rows.add(row);
            put(index, common, rows);
            put(index, Overlay.difference(part.shape(), rest), part.rows());
            rest = Overlay.difference(rest, part.shape());
        }
        put(index, rest, new TreeSet<>(List.of(row)));
    }

    private static void put(Quadtree index, Geometry shape, TreeSet<Integer> rows) {
        if (!shape.isEmpty()) {
            index.insert(shape.getEnvelopeInternal(), new Part(shape, rows));
        }
    }

    /** What the same rows cover in one, a piece for each of them; in the order of the rows. */
    private static List<Piece> pieces(List<Part> parts, Progress progress) {
        parts.sort(SelfUnion::inOrder);
        Map<List<Integer>, List<Geometry>> byRows = new LinkedHashMap<>();
        for (Part part : parts) {
            byRows.computeIfAbsent(List.copyOf(part.rows()), none -> new ArrayList<>())
                    .add(part.shape());
        }
        List<Piece> pieces = new ArrayList<>();
        byRows.forEach((rows, shapes) -> {
            Geometry shape = shapes.size() == 1 ? shapes.get(0) : Coverage.union(shapes, progress);
            rows.forEach(row -> pieces.add(new Piece(row, shape)));
        });
        return pieces;
    }

    /** By the rows that cover them, then by where they lie. */
    private static int inOrder(Part one, Part other) {
        var a = one.rows().iterator();
        var b = other.rows().iterator();
        while (a.hasNext() && b.hasNext()) {
            int rows = Integer.compare(a.next(), b.next());
            if (rows != 0) {
                return rows;
            }
        }
        return a.hasNext() ? 1 : b.hasNext() ? -1 : one.shape().compareTo(other.shape());
    }
}
