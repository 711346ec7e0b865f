package riskmap.analysis.network;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.analysis.Layers.column;
import static riskmap.analysis.Layers.geometry;
import static riskmap.analysis.Layers.run;
import static riskmap.analysis.Layers.shapes;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.LineString;
import riskmap.analysis.Layers;
import riskmap.analysis.Output;
import riskmap.data.LayerData;

/** A street of 100 m with its prolongation 0.5 m off, a side street that ends 0.3 m before it, and one in a way nobody knows. */
class NetworkCheckTest {
    private static Map<String, LayerData> roads() {
        Layers roads = Layers.of("roads", LineString.class, "way:String");
        roads.row("LINESTRING(0 0, 60 0, 100 0)", "up")
                .row("LINESTRING(100.5 0, 200 0)", "down")
                .row("LINESTRING(40 0.3, 40 80)", null)
                .row("LINESTRING(200 0, 200 50)", "sideways")
                .row(null, "up");
        return new HashMap<>(Map.of("roads", roads.data()));
    }

    @Test
    void nodesThatNearlyMeetAnotherOrAStretchAreJoinedToItByALineOncePerPair() {
        Output made = run("network-check", roads());
        assertThat(shapes(made))
                .containsExactly(geometry("LINESTRING(100 0, 100.5 0)"), geometry("LINESTRING(40 0.3, 40 0)"));
        assertThat(column(made, "distance")).containsExactly(0.5, 0.3);
        assertThat(column(made, "error")).containsExactly("节点离另一节点太近（0.5 < 1）", "节点离未相接的路段太近（0.3 < 1）");
        assertThat(shapes(run("network-check", roads(), "from-stretches", "0"))).hasSize(1);
        assertThat(shapes(run("network-check", roads(), "between-nodes", "0.4")))
                .hasSize(1);
        assertThat(column(run("network-check", roads(), "texts", "qgis"), "error"))
                .containsExactly(
                        "Node too close to adjacent node (0.5 < 1)", "Node too close to non-noded segment (0.3 < 1)");
    }

    @Test
    void verticesOfOneRoadAreNeverTooNearToEachOther() {
        Layers one = Layers.of("roads", LineString.class);
        one.row("LINESTRING(0 0, 0.2 0, 0.2 0.1, 0 0.1, 50 50)");
        Output made = run("network-check", new HashMap<>(Map.of("roads", one.data())), "from-stretches", "0");
        assertThat(shapes(made)).isEmpty();
    }

    @Test
    void aToleranceThatJoinsNodesLeavesNothingToTell() {
        assertThat(shapes(run("network-check", roads(), "tolerance", "0.6", "from-stretches", "0.2")))
                .isEmpty();
    }

    @Test
    void onDemandOnlyTheEndsOfTheNetworkAreLookedAt() {
        Map<String, LayerData> layers = roads();
        Layers crossing = Layers.of("roads", LineString.class);
        crossing.row("LINESTRING(0 0, 100 0)")
                .row("LINESTRING(50 0.4, 50 40, 90 40)")
                .row("LINESTRING(50 40, 53 0.5, 50 -40)");
        layers.put("roads", crossing.data());
        assertThat(shapes(run("network-check", layers, "between-nodes", "0", "ends-only", "false")))
                .hasSize(2);
        assertThat(shapes(run("network-check", layers, "between-nodes", "0", "ends-only", "true")))
                .containsExactly(geometry("LINESTRING(50 0.4, 50 0)"));
    }

    @Test
    void roadsWhoseDirectionNobodyKnowsComeWithTheReasonAndOthersDoNot() {
        Output made = run(
                "network-check",
                roads(),
                "give",
                "roads",
                "direction-field",
                "way",
                "forward",
                "up",
                "backward",
                "down");
        assertThat(column(made, "way")).containsExactly("sideways");
        assertThat(column(made, "error")).containsExactly("方向值不认识：“sideways”");
    }

    @Test
    void theNetworkEndsWhereANodeHasOneNeighbourAndItsDirectionsWhereItIsOnlyEnteredOrOnlyLeft() {
        assertThat(shapes(run("network-check", roads(), "give", "ends")))
                .extracting(Object::toString)
                .containsExactly(
                        "POINT (0 0)",
                        "POINT (100 0)",
                        "POINT (100.5 0)",
                        "POINT (40 0.3)",
                        "POINT (40 80)",
                        "POINT (200 50)");
        String[] ways = {"give", "directed-ends", "direction-field", "way", "forward", "up", "backward", "down"};
        assertThat(shapes(run("network-check", roads(), ways)))
                .extracting(Object::toString)
                .containsExactly("POINT (0 0)", "POINT (100 0)", "POINT (100.5 0)");
    }
}
