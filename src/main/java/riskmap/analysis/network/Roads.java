package riskmap.analysis.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.ShapeKind;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.Measures;
import riskmap.geo.crs.Crs;
import riskmap.geo.network.RoadGraph;

/** The roads of a tool: which way each may be gone, and what a unit of its length costs, in length or in hours. */
final class Roads {
    private static final double METRES_PER_KILOMETRE = 1000;
    private static final int NAMED = 5;

    private final LayerRows rows;
    private final ParameterValues values;
    /** Values of the direction field that say nothing, in the order in which they come, and of how many roads. */
    private final Set<String> unknown = new LinkedHashSet<>();

    private int withUnknown;
    private int withoutSpeed;

    private Roads(LayerRows rows, ParameterValues values) {
        this.rows = rows;
        this.values = values;
    }

    /** What fits an input: lines as the roads, anything, mostly points, as the places. */
    static FittingShapes shapes(String input) {
        return input.equals("roads") ? FittingShapes.LINES : FittingShapes.ANY.mostly(ShapeKind.POINTS);
    }

    /** The parameters of the roads. */
    static List<Parameter> parameters(String owner) {
        return List.of(
                Parameter.of(owner, "roads", Parameter.Type.FEATURES, null),
                Parameter.choice(owner, "cost", "length", "length", "hours"),
                Parameter.number(owner, "speed", "km/h", 50, 0.1, 1000),
                Parameter.of(owner, "speed-field", Parameter.Type.FIELD, null).asOptional(),
                Parameter.choice(owner, "direction", "both", "both", "forward", "backward"),
                Parameter.of(owner, "direction-field", Parameter.Type.FIELD, null)
                        .asOptional(),
                Parameter.of(owner, "forward", Parameter.Type.TEXT, null).asOptional(),
                Parameter.of(owner, "backward", Parameter.Type.TEXT, null).asOptional(),
                Parameter.of(owner, "both", Parameter.Type.TEXT, null).asOptional(),
                Parameter.number(owner, "tolerance", Parameter.COORDINATE_UNIT, 0, 0, 1e6),
                Parameter.choice(owner, "measure", "usual", "usual", "planar", "ellipsoidal"));
    }

    /** Reads them. */
    static Roads read(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("roads"), progress);
        return new Roads(rows, values);
    }

    LayerRows rows() {
        return rows;
    }

    /** The shapes of those that have one, in their order. */
    List<Geometry> shapes() {
        return Arrays.stream(rows.geometries()).filter(Objects::nonNull).toList();
    }

    /** Their graph with the lengths of their coordinates, without places. */
    RoadGraph plainGraph(Progress progress) {
        int field = directionField();
        List<RoadGraph.Road> roads = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.geometry(row) != null) {
                roads.add(new RoadGraph.Road(
                        rows.geometry(row), 1, direction(field < 0 ? null : rows.value(row, field))));
            }
        }
        return RoadGraph.of(roads, List.of(), Coordinate::distance, values.number("tolerance"), progress);
    }

    /** What the direction field says of a road where that is none of the known values; else null. */
    String unknownDirection(int row) {
        int field = directionField();
        Object value = field < 0 ? null : rows.value(row, field);
        return value == null || known(plain(value)) != null ? null : plain(value);
    }

    private int directionField() {
        return values.has("direction-field") ? rows.attribute(values.text("direction-field")) : -1;
    }

    /** Their graph with places on it. */
    RoadGraph graph(Stops from, Stops to, Progress progress) {
        boolean hours = values.text("cost").equals("hours");
        double[] speeds = values.has("speed-field") ? rows.numbersOf(values.text("speed-field")) : null;
        int field = directionField();
        List<RoadGraph.Road> roads = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.geometry(row) != null) {
                boolean own = speeds != null && speeds[row] > 0;
                withoutSpeed += hours && speeds != null && !own ? 1 : 0;
                double speed = own ? speeds[row] : values.number("speed");
                roads.add(new RoadGraph.Road(
                        rows.geometry(row),
                        hours ? 1 / (speed * METRES_PER_KILOMETRE) : 1,
                        direction(field < 0 ? null : rows.value(row, field))));
            }
        }
        List<Coordinate> places = new ArrayList<>(from.places());
        places.addAll(to.places());
        return RoadGraph.of(roads, places, length(), values.number("tolerance"), progress);
    }

    /** On the ellipsoid where the coordinates are no metres of the ground, or where that is asked for; else planar. */
    private boolean isEllipsoidal() {
        String measure = values.text("measure");
        return rows.crs() != null
                && (measure.equals("ellipsoidal") || measure.equals("usual") && !Crs.isInGroundMetres(rows.crs()));
    }

    private ToDoubleBiFunction<Coordinate, Coordinate> length() {
        if (!isEllipsoidal()) {
            return Coordinate::distance;
        }
        Measures measures = Measures.on(rows.crs());
        GeometryFactory factory = new GeometryFactory();
        return (from, to) -> measures.length(factory.createLineString(new Coordinate[] {from, to}));
    }

    private RoadGraph.Direction direction(Object value) {
        String text = value == null ? "" : plain(value);
        RoadGraph.Direction known = text.isEmpty() ? null : known(text);
        if (known != null) {
            return known;
        }
        if (!text.isEmpty()) {
            unknown.add(text);
            withUnknown++;
        }
        return RoadGraph.Direction.valueOf(values.text("direction").toUpperCase(Locale.ROOT));
    }

    private RoadGraph.Direction known(String text) {
        for (String one : List.of("forward", "backward", "both")) {
            if (values.has(one) && values.text(one).equals(text)) {
                return RoadGraph.Direction.valueOf(one.toUpperCase(Locale.ROOT));
            }
        }
        return null;
    }

    /** A value as one writes it: a whole number without decimals, however the field holds it. */
    private static String plain(Object value) {
        boolean whole = value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole ? Long.toString(((Double) value).longValue()) : value.toString();
    }

    /** What there is to tell of them: what cost is counted in, and what was taken for granted. */
    List<Message> notes(RoadGraph graph) {
        List<Message> notes = new ArrayList<>(List.of(unit()));
        if (graph.farthest() > 0) {
            notes.add(Message.of("analysis.note-off-road", graph.farthest()));
        }
        if (withoutSpeed > 0) {
            notes.add(Message.of("analysis.note-roads-without-speed", withoutSpeed, values.number("speed")));
        }
        if (withUnknown > 0) {
            notes.add(Message.of("analysis.note-direction-unknown", withUnknown, NameList.of(unknown, NAMED)));
        }
        notes.addAll(rows.notes("roads"));
        return notes;
    }

    private Message unit() {
        return Message.of(
                values.text("cost").equals("hours")
                        ? "analysis.note-cost-hours"
                        : isEllipsoidal()
                                ? "analysis.note-distance-ellipsoidal"
                                : Crs.isGeographic(rows.crs())
                                        ? "analysis.note-distance-layer"
                                        : "analysis.note-distance-metres");
    }
}
