package riskmap.analysis.network;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
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
import riskmap.geo.Parallel;
import riskmap.geo.network.CheapestWays;
import riskmap.geo.network.RoadGraph;

/**
 * The shortest or quickest way along roads from each place to each other, or only to that which is reached at the least cost:
 * from every village to the nearest hospital. Places stand on the nearest road; the way begins and ends there, and the ground
 * between is not counted. Where there is no way there is no line and no cost, and that is counted.
 */
public final class ShortestRoutes implements Operation {
    private static final String OWNER = "analysis.shortest-route";
    private static final long MOST = 1_000_000;
    /** Vertices of all routes that fit into the memory of a workstation. */
    private static final long MOST_VERTICES = 50_000_000;

    @Override
    public String id() {
        return "shortest-route";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(Roads.parameters(OWNER));
        all.addAll(Stops.parameters(OWNER, "from"));
        all.addAll(Stops.parameters(OWNER, "to"));
        all.add(Parameter.choice(OWNER, "pairs", "every", "every", "cheapest"));
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

    /** A way found, or that there is none. */
    private record Route(int from, int to, List<Coordinate> way, double cost) {}

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        Roads roads = Roads.read(inputs, values, progress.part(0, 0.2));
        Stops from = Stops.read(OWNER, inputs, values, "from", roads.rows(), progress.part(0.2, 0.25));
        Stops to = Stops.read(OWNER, inputs, values, "to", roads.rows(), progress.part(0.25, 0.3));
        boolean every = values.text("pairs").equals("every");
        long pairs = (long) from.places().size() * to.places().size();
        if (every && pairs > MOST) {
            throw RiskMapException.of("analysis.too-many-routes", pairs);
        }
        RoadGraph graph = roads.graph(from, to, progress.part(0.3, 0.5));
        List<List<Route>> found = new ArrayList<>();
        from.places().forEach(none -> found.add(List.of()));
        boolean same = from.isSame(to);
        AtomicLong vertices = new AtomicLong();
        Parallel.items(found.size(), 1, progress.part(0.5, 0.9), (first, last) -> {
            for (int start = first; start < last; start++) {
                CheapestWays ways = CheapestWays.from(graph, graph.place(start), progress);
                found.set(start, routes(graph, ways, start, from, to, every, same, vertices));
            }
        });
        return output(roads, graph, from, to, found, same);
    }

    private static List<Route> routes(
            RoadGraph graph,
            CheapestWays ways,
            int start,
            Stops from,
            Stops to,
            boolean every,
            boolean same,
            AtomicLong vertices) {
        List<Route> routes = new ArrayList<>();
        int best = -1;
        for (int end = 0; end < to.places().size(); end++) {
            if (same && from.ofRow().get(start).equals(to.ofRow().get(end))) {
                continue;
            }
            int node = graph.place(from.places().size() + end);
            if (every) {
                routes.add(route(ways, start, end, node, vertices));
            }
            int bestNode = best < 0 ? -1 : graph.place(from.places().size() + best);
            best = ways.cost(node) < ways.cost(bestNode) ? end : best;
        }
        if (!every) {
            int node = best < 0 ? -1 : graph.place(from.places().size() + best);
            routes.add(route(ways, start, best, node, vertices));
        }
        return routes;
    }

    private static Route route(CheapestWays ways, int start, int end, int node, AtomicLong vertices) {
        List<Coordinate> way = ways.way(node);
        if (vertices.addAndGet(way.size()) > MOST_VERTICES) {
            throw RiskMapException.of("analysis.too-long-routes", MOST_VERTICES);
        }
        return new Route(start, end, way, ways.cost(node));
    }

    private static Output output(
            Roads roads, RoadGraph graph, Stops from, Stops to, List<List<Route>> found, boolean same) {
        OutputRows output =
                new OutputRows("routes", LineString.class, roads.rows().crs());
        int[] ofFrom = from.taken(output);
        int[] ofTo = to.taken(output);
        output.attribute("start", String.class);
        output.attribute("end", String.class);
        output.attribute("cost", Double.class);
        GeometryFactory factory = new GeometryFactory();
        int without = 0;
        int all = 0;
        for (List<Route> routes : found) {
            for (Route route : routes) {
                all++;
                boolean none = route.way.isEmpty();
                without += none ? 1 : 0;
                LineString line =
                        route.way.size() < 2 ? null : factory.createLineString(route.way.toArray(Coordinate[]::new));
                output.add(OutputRows.join(
                        line,
                        from.values(route.from, ofFrom),
                        route.to < 0 ? new Object[ofTo.length] : to.values(route.to, ofTo),
                        new Object[] {
                            from.text(route.from), route.to < 0 ? null : to.text(route.to), none ? null : route.cost
                        }));
            }
        }
        List<Message> notes = new ArrayList<>();
        notes.add(Message.of("analysis.note-routes", all - without, without));
        if (same) {
            notes.add(Message.of("analysis.note-not-itself"));
        }
        notes.addAll(roads.notes(graph));
        notes.addAll(from.notes("from"));
        notes.addAll(to.notes("to"));
        return new Output.Features(output.features(), notes);
    }
}
