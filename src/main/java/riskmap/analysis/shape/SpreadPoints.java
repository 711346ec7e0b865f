package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.index.quadtree.Quadtree;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.analysis.ShapeKind;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/**
 * Points that lie on each other, such as units at one address, put on a circle round their middle, so that each can be
 * seen. A point belongs to the group whose first point lies within a box of so far about it, of several to the one whose
 * middle is nearest; the first stands north of the middle and the others follow clockwise. Rows come group by group. For
 * drawing only: the places are no longer the true ones.
 */
public final class SpreadPoints implements Operation {
    private static final String OWNER = "analysis.spread-points";

    /** Points together and their middle. */
    private static final class Group {
        private final List<Integer> rows = new ArrayList<>();
        private final Coordinate middle;

        Group(Coordinate first) {
            middle = new Coordinate(first.x, first.y);
        }

        void add(int row, Coordinate place) {
            int before = rows.size();
            middle.x = (middle.x * before + place.x) / (before + 1.0);
            middle.y = (middle.y * before + place.y) / (before + 1.0);
            rows.add(row);
        }
    }

    @Override
    public String id() {
        return "spread-points";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.number(OWNER, "within", Parameter.COORDINATE_UNIT, 1, 0, 1e7),
                Parameter.number(OWNER, "radius", Parameter.COORDINATE_UNIT, 1, 0, 1e7),
                Parameter.of(OWNER, "beside", Parameter.Type.BOOLEAN, "false"));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.only(ShapeKind.POINTS);
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.3));
        List<Group> groups = groups(rows, values.number("within"), progress);
        OutputRows output = new OutputRows("spread", OutputRows.geometryType(rows.type()), rows.crs());
        int[] taken = output.take(rows.type());
        int moved = 0;
        for (Group group : groups) {
            int count = group.rows.size();
            double step = 2 * Math.PI / count;
            double angle = count == 2 && values.flag("beside") ? Math.PI / 2 : 0;
            for (int row : group.rows) {
                Geometry shape = rows.geometry(row);
                if (count > 1) {
                    shape = put(
                            shape,
                            group.middle.x + values.number("radius") * Math.sin(angle),
                            group.middle.y + values.number("radius") * Math.cos(angle));
                    angle += step;
                    moved++;
                }
                output.add(OutputRows.join(shape, OutputRows.values(rows, row, taken)));
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            if (!isPoint(rows.geometry(row))) {
                output.add(OutputRows.join(rows.geometry(row), OutputRows.values(rows, row, taken)));
            }
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.add(Message.of("analysis.note-points-spread", moved, rows.size() - moved));
        return new Output.Features(output.features(), notes);
    }

    private static boolean isPoint(Geometry shape) {
        return shape != null && shape.getNumGeometries() == 1 && shape.getGeometryN(0) instanceof Point;
    }

    private static List<Group> groups(LayerRows rows, double within, Progress progress) {
        List<Group> groups = new ArrayList<>();
        // by the place of their first point
        Quadtree tree = new Quadtree();
        List<Coordinate> firsts = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (!isPoint(rows.geometry(row))) {
                continue;
            }
            progress.check();
            Coordinate place = rows.geometry(row).getCoordinate();
            Envelope box = new Envelope(place);
            box.expandBy(within);
            int nearest = -1;
            for (Object item : tree.query(box)) {
                int group = (Integer) item;
                if (box.contains(firsts.get(group)) && isNearer(groups, group, nearest, place)) {
                    nearest = group;
                }
            }
            if (nearest < 0) {
                nearest = groups.size();
                groups.add(new Group(place));
                firsts.add(place);
                tree.insert(new Envelope(place), nearest);
            }
            groups.get(nearest).add(row, place);
        }
        return groups;
    }

    /** Whether a place is nearer to the middle of a group than to that of another; of equals the first group. */
    private static boolean isNearer(List<Group> groups, int group, int than, Coordinate place) {
        if (than < 0) {
            return true;
        }
        int nearer = Double.compare(
                groups.get(group).middle.distance(place),
                groups.get(than).middle.distance(place));
        return nearer < 0 || nearer == 0 && group < than;
    }

    /** The point elsewhere, its height kept. */
    private static Geometry put(Geometry point, double x, double y) {
        Coordinate from = point.getCoordinate();
        return AffineTransformation.translationInstance(x - from.x, y - from.y).transform(point);
    }
}
