package riskmap.geo.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import riskmap.base.Progress;

class CheapestWaysTest {
    private static RoadGraph.Road road(String wkt, double cost, RoadGraph.Direction direction) {
        try {
            return new RoadGraph.Road(new WKTReader().read(wkt), cost, direction);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    private static RoadGraph.Road road(String wkt) {
        return road(wkt, 1, RoadGraph.Direction.BOTH);
    }

    private static RoadGraph graph(double tolerance, List<RoadGraph.Road> roads, double... places) {
        List<Coordinate> at = new ArrayList<>();
        for (int i = 0; i < places.length; i += 2) {
            at.add(new Coordinate(places[i], places[i + 1]));
        }
        return RoadGraph.of(roads, at, Coordinate::distance, tolerance, Progress.silent());
    }

    private static CheapestWays from(RoadGraph graph, int place) {
        return CheapestWays.from(graph, graph.place(place), Progress.silent());
    }

    @Test
    void placesStandOnTheNearestRoadAndDivideIt() {
        RoadGraph graph = graph(0, List.of(road("LINESTRING(0 0, 100 0)")), 10, 5, 40, -3, 40, 3);
        CheapestWays ways = from(graph, 0);
        assertThat(ways.cost(graph.place(1))).isEqualTo(30);
        assertThat(graph.place(2)).isEqualTo(graph.place(1));
        assertThat(ways.way(graph.place(1))).containsExactly(new Coordinate(10, 0), new Coordinate(40, 0));
    }

    @Test
    void aBridgeIsNoCrossingAndASharedVertexIs() {
        List<RoadGraph.Road> bridge = List.of(road("LINESTRING(0 5, 10 5)"), road("LINESTRING(5 0, 5 10)"));
        RoadGraph apart = graph(0, bridge, 0, 5, 5, 10);
        assertThat(from(apart, 0).cost(apart.place(1))).isInfinite();
        assertThat(from(apart, 0).way(apart.place(1))).isEmpty();
        RoadGraph joined =
                graph(0, List.of(road("LINESTRING(0 5, 5 5, 10 5)"), road("LINESTRING(5 0, 5 5, 5 10)")), 0, 5, 5, 10);
        assertThat(from(joined, 0).cost(joined.place(1))).isEqualTo(10);
    }

    @Test
    void verticesWithinTheToleranceAreOne() {
        List<RoadGraph.Road> gap = List.of(road("LINESTRING(0 0, 10 0)"), road("LINESTRING(10.4 0.3, 20 0)"));
        RoadGraph open = graph(0, gap, 0, 0, 20, 0);
        assertThat(from(open, 0).cost(open.place(1))).isInfinite();
        RoadGraph closed = graph(0.5, gap, 0, 0, 20, 0);
        assertThat(from(closed, 0).cost(closed.place(1))).isCloseTo(10 + Math.hypot(9.6, 0.3), within(1e-12));
    }

    @Test
    void aQuickDetourGoesBeforeASlowStraightRoadAndOneWaysAreKept() {
        List<RoadGraph.Road> roads = List.of(
                road("LINESTRING(0 0, 10 0)", 5, RoadGraph.Direction.BOTH),
                road("LINESTRING(0 0, 5 5, 10 0)", 1, RoadGraph.Direction.FORWARD));
        RoadGraph graph = graph(0, roads, 0, 0, 10, 0);
        assertThat(from(graph, 0).way(graph.place(1)))
                .containsExactly(new Coordinate(0, 0), new Coordinate(5, 5), new Coordinate(10, 0));
        assertThat(from(graph, 1).cost(graph.place(0))).isEqualTo(50);
    }

    @Test
    void stretchesWithinACostAreCutWhereItIsUsedUpAndCountedOnce() {
        RoadGraph ring = graph(0, List.of(road("LINESTRING(0 0, 10 0, 10 10, 0 10, 0 0)")), 0, 0);
        assertThat(length(from(ring, 0).within(15))).isEqualTo(30);
        assertThat(length(from(ring, 0).within(20))).isEqualTo(40);
        assertThat(length(from(ring, 0).within(99))).isEqualTo(40);
        RoadGraph oneWay = graph(0, List.of(road("LINESTRING(0 0, 10 0)", 1, RoadGraph.Direction.BACKWARD)), 0, 0);
        assertThat(from(oneWay, 0).within(99)).isEmpty();
    }

    private static double length(List<Coordinate[]> stretches) {
        return stretches.stream().mapToDouble(ends -> ends[0].distance(ends[1])).sum();
    }

    @Property(tries = 60)
    void waysCostWhatTheirStretchesDoAndNoNeighbourIsCheaperByWayOfAnother(@ForAll @IntRange(max = 100000) int seed) {
        java.util.Random random = new java.util.Random(seed);
        List<RoadGraph.Road> roads = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            roads.add(road("LINESTRING(%d %d, %d %d)"
                    .formatted(random.nextInt(5), random.nextInt(5), random.nextInt(5), 5 + random.nextInt(3))));
            roads.add(road("LINESTRING(%d %d, %d %d)"
                    .formatted(random.nextInt(5), random.nextInt(5), random.nextInt(5), random.nextInt(5))));
        }
        RoadGraph graph = graph(0, roads, random.nextInt(5), random.nextInt(5));
        CheapestWays ways = from(graph, 0);
        for (int node = 0; node < graph.size(); node++) {
            Coordinate[] way = ways.way(node).toArray(Coordinate[]::new);
            if (way.length > 0) {
                double length = 0;
                for (int i = 1; i < way.length; i++) {
                    length += way[i].distance(way[i - 1]);
                }
                assertThat(length).as(Arrays.toString(way)).isCloseTo(ways.cost(node), within(1e-9));
            }
            for (int edge = 0; edge < graph.edges(node); edge++) {
                assertThat(ways.cost(graph.target(node, edge)))
                        .isLessThanOrEqualTo(ways.cost(node) + graph.cost(node, edge) + 1e-9);
            }
        }
    }
}
