package riskmap.analysis.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.network.CheapestWays;
import riskmap.geo.network.RoadGraph;

/**
 * What of the roads is reached from each place within a cost: the stretches, cut where the cost is used up, or the crossings
 * and vertices. Places stand on the nearest road. Of the vertices on demand those at the edge: the last within the cost and
 * the first beyond it. As QGIS has it, stretches are gone each way apart, or vertices go with the places where the cost is
 * used up.
 */
public final class ServiceAreas implements Operation {
    private static final String OWNER = "analysis.service-area";
    /** Stretches or vertices of all places that fit into the memory of a workstation. */
    private static final int MOST_PARTS = 5_000_000;

    @Override
    public String id() {
        return "service-area";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(Roads.parameters(OWNER));
        all.addAll(Stops.parameters(OWNER, "from"));
        all.add(Parameter.number(OWNER, "limit", "", 1000, 0, 1e9));
        all.add(Parameter.choice(OWNER, "give", "lines", "lines", "vertices", "ways", "ends"));
        all.add(Parameter.of(OWNER, "edge", Parameter.Type.BOOLEAN, "false"));
        return all;
    }

    @Override
    public FittingShapes shapes(String input) {
        return Roads.shapes(input);
    }

    @Override
    public String inputOfFields(String parameter) {
        return "roads";
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        Roads roads = Roads.read(inputs, values, progress.part(0, 0.3));
        Stops from = Stops.read(OWNER, inputs, values, "from", roads.rows(), progress.part(0.3, 0.4));
        RoadGraph graph = roads.graph(from, Stops.NONE, progress.part(0.4, 0.6));
        String give = values.text("give");
        boolean lines = give.equals("lines") || give.equals("ways");
        double limit = values.number("limit");
        OutputRows output = new OutputRows(
                "service_area",
                lines ? MultiLineString.class : MultiPoint.class,
                roads.rows().crs());
        int[] taken = from.taken(output);
        output.attribute("type", String.class);
        output.attribute("start", String.class);
        boolean edge = !lines && values.flag("edge");
        // what lies at the edge depends on the ways beyond it
        double gone = edge ? Double.POSITIVE_INFINITY : limit;
        Progress searching = progress.part(0.6, 1);
        long parts = 0;
        for (int start = 0; start < from.places().size(); start++) {
            searching.report((double) start / from.places().size());
            CheapestWays ways = CheapestWays.from(graph, graph.place(start), gone, progress);
            Map<String, Geometry> made = lines
                    ? Map.of("lines", lines(give.equals("ways") ? ways.eachWay(limit, false) : ways.within(limit)))
                    : vertices(graph, ways, limit, edge, give.equals("ends"));
            for (Map.Entry<String, Geometry> one : made.entrySet()) {
                Object[] about = {one.getKey(), from.text(start)};
                parts += one.getValue().getNumGeometries();
                if (parts > MOST_PARTS) {
                    throw RiskMapException.of("analysis.too-many-service-areas", MOST_PARTS);
                }
                Geometry shape = one.getValue().isEmpty() ? null : one.getValue();
                output.add(OutputRows.join(shape, from.values(start, taken), about));
            }
        }
        List<Message> notes = new ArrayList<>();
        notes.add(Message.of("analysis.note-service-areas", from.places().size()));
        notes.addAll(roads.notes(graph));
        notes.addAll(from.notes("from"));
        return new Output.Features(output.features(), notes);
    }

    private static Geometry lines(List<Coordinate[]> stretches) {
        GeometryFactory factory = new GeometryFactory();
        return factory.createMultiLineString(
                stretches.stream().map(factory::createLineString).toArray(LineString[]::new));
    }

    private static Map<String, Geometry> vertices(
            RoadGraph graph, CheapestWays ways, double limit, boolean edge, boolean ends) {
        List<Coordinate> within = new ArrayList<>();
        if (ends) {
            ways.eachWay(limit, true).forEach(stretch -> within.add(stretch[1]));
        }
        List<Coordinate> upper = new ArrayList<>();
        List<Coordinate> lower = new ArrayList<>();
        for (int node = 0; node < graph.size(); node++) {
            if (ways.cost(node) <= limit) {
                within.add(graph.at(node));
            } else if (ways.before(node) >= 0 && ways.cost(ways.before(node)) <= limit) {
                upper.add(graph.at(node));
                lower.add(graph.at(ways.before(node)));
            }
        }
        Map<String, Geometry> made = new LinkedHashMap<>();
        GeometryFactory factory = new GeometryFactory();
        made.put("within", factory.createMultiPointFromCoords(within.toArray(Coordinate[]::new)));
        if (edge) {
            made.put("upper", factory.createMultiPointFromCoords(upper.toArray(Coordinate[]::new)));
            made.put("lower", factory.createMultiPointFromCoords(lower.toArray(Coordinate[]::new)));
        }
        return made;
    }
}
