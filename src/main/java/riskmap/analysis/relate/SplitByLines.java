package riskmap.analysis.relate;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.Parallel;
import riskmap.geo.overlay.EnclosedFaces;
import riskmap.geo.overlay.Overlay;
import riskmap.geo.shape.Cut;
import riskmap.geo.shape.SharedOrdinates;

/**
 * Lines and areas cut where the lines of another layer cross them; a row a piece, with the attributes of its feature. The
 * pieces of a feature make up the whole of it. Areas are cut only where lines go through from edge to edge. A line that
 * shares a stretch with the one to be cut cuts it where it crosses it elsewhere, or not at all, as in QGIS.
 */
public final class SplitByLines implements Operation {
    private static final String OWNER = "analysis.split-by-lines";
    /** How far around an area lines are looked at, as a share of its size. */
    private static final double BEYOND = 0.05;

    private static final String SHARES_A_STRETCH = "1********";

    @Override
    public String id() {
        return "split-by-lines";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "lines", Parameter.Type.FEATURES, null),
                Parameter.choice(OWNER, "sharing", "cut", "cut", "left"));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.PATHS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.2))
                .valid(progress.part(0.2, 0.25));
        LayerRows lines = LayerRows.read(inputs.features("lines"), progress.part(0.25, 0.35))
                .in(rows.crs(), progress);
        if (rows.dimension() == 0) {
            throw RiskMapException.of("analysis.points-not-split", rows.type().getTypeName());
        }
        Related knives = new Related(lines);
        boolean sharingCuts = values.text("sharing").equals("cut");
        List<List<Geometry>> pieces = new ArrayList<>(java.util.Collections.nCopies(rows.size(), null));
        Parallel.items(rows.size(), 64, progress.part(0.35, 0.95), (from, to) -> {
            for (int row = from; row < to; row++) {
                Geometry shape = rows.geometry(row);
                pieces.set(row, shape == null ? null : cut(shape, lines, knives, sharingCuts));
            }
        });
        Class<? extends Geometry> kind = OutputRows.geometryType(rows.type());
        OutputRows output = new OutputRows("split", OutputRows.multi(kind), rows.crs());
        int[] taken = output.take(rows.type());
        int cut = 0;
        for (int row = 0; row < rows.size(); row++) {
            Object[] own = OutputRows.values(rows, row, taken);
            List<Geometry> parts = pieces.get(row);
            if (parts == null) {
                output.add(OutputRows.join(null, own));
                continue;
            }
            cut += parts.size() > rows.geometry(row).getNumGeometries() ? 1 : 0;
            for (Geometry part : parts) {
                output.add(OutputRows.join(kind == Geometry.class ? part : OutputRows.asMulti(part), own));
            }
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.addAll(lines.notes("lines"));
        notes.add(Message.of("analysis.note-split", cut, rows.size(), output.size()));
        return new Output.Features(output.features(), notes);
    }

    private static List<Geometry> cut(Geometry shape, LayerRows lines, Related knives, boolean sharingCuts) {
        List<Geometry> near = near(shape, lines, knives);
        if (near.isEmpty() || sharingCuts || shape.getDimension() != 1) {
            return cut(
                    shape,
                    near.isEmpty()
                            ? null
                            : shape.getFactory().buildGeometry(near).union());
        }
        List<Geometry> pieces = new ArrayList<>();
        addParts(shape, pieces);
        for (Object line : LinearComponentExtracter.getLines(shape.getFactory().buildGeometry(near))) {
            LineString edge = (LineString) line;
            List<Geometry> left = new ArrayList<>();
            for (Geometry piece : pieces) {
                boolean met =
                        piece.getDimension() == 1 && piece.intersects(edge) && !piece.relate(edge, SHARES_A_STRETCH);
                left.addAll(met ? Cut.along(piece, edge) : List.of(piece));
            }
            pieces = left;
        }
        return pieces;
    }

    /**
     * The lines around a shape; outlines of areas cut too, the shape itself (of the same layer) does not.
     */
    private static List<Geometry> near(Geometry shape, LayerRows lines, Related knives) {
        List<Geometry> found = new ArrayList<>();
        for (int row : knives.near(shape.getEnvelopeInternal())) {
            found.add(Overlay.lines(lines.geometry(row)));
        }
        found.removeIf(line -> line.getDimension() != 1 || line.equalsExact(shape));
        return found;
    }

    private static List<Geometry> cut(Geometry shape, Geometry knife) {
        List<Geometry> result = new ArrayList<>();
        for (int part = 0; part < shape.getNumGeometries(); part++) {
            Geometry single = shape.getGeometryN(part);
            if (single.getDimension() > 0 && single instanceof GeometryCollection) {
                result.addAll(cut(single, knife));
            } else if (knife == null || single.getDimension() == 0 || !knife.intersects(single)) {
                result.add(single);
            } else if (single.getDimension() == 1) {
                result.addAll(along(single, knife));
            } else {
                addParts(faces((Polygon) single, knife), result);
            }
        }
        return result;
    }

    private static List<Geometry> along(Geometry line, Geometry knife) {
        List<Geometry> pieces = List.of(line);
        for (int i = 0; i < knife.getNumGeometries(); i++) {
            LineString edge = (LineString) knife.getGeometryN(i);
            if (edge.getEnvelopeInternal().intersects(line.getEnvelopeInternal())) {
                pieces = pieces.stream()
                        .flatMap(piece -> Cut.along(piece, edge).stream())
                        .toList();
            }
        }
        return pieces;
    }

    private static void addParts(Geometry geometry, List<Geometry> result) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part instanceof GeometryCollection) {
                addParts(part, result);
            } else if (!part.isEmpty()) {
                result.add(part);
            }
        }
    }

    /** The faces of the outline and the knife that lie in the polygon, in the order of their places. */
    private static Geometry faces(Polygon polygon, Geometry knife) {
        // the knife reaches over the outline: cut off at it, its ends would lie beside the outline by a rounding
        Envelope around = polygon.getEnvelopeInternal();
        around.expandBy(BEYOND * Math.max(around.getWidth(), around.getHeight()));
        Geometry near = Overlay.intersection(knife, Overlay.box(around, polygon.getFactory()));
        Geometry edges = SharedOrdinates.of(Overlay.union(polygon.getBoundary(), near));
        PreparedGeometry whole = PreparedGeometryFactory.prepare(polygon);
        List<Geometry> faces = new ArrayList<>();
        for (Polygon face : EnclosedFaces.of(List.of(edges))) {
            if (whole.contains(face.getInteriorPoint())) {
                faces.add(face);
            }
        }
        faces.sort(java.util.Comparator.comparing(face -> face.getCentroid().getCoordinate()));
        return faces.size() < 2 ? polygon : polygon.getFactory().buildGeometry(faces);
    }
}
