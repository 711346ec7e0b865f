package riskmap.ui.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import riskmap.base.Language;
import riskmap.base.RiskMapException;
import riskmap.map.LayerChoice;
import riskmap.map.MapLayer;

/** What a map frame shows is chosen row by row, and nothing that the layout says is lost on the way. */
class FrameLayersTest {
    private static final List<MapLayer> MAP = List.of(layer("town", true), layer("road", true), layer("sea", false));

    @Test
    void whatIsNotTouchedStaysAsTheLayoutSaysIt() {
        for (LayerChoice choice : List.of(
                LayerChoice.VISIBLE,
                new LayerChoice(null, null, List.of("road"), null, Map.of("town", "town"), Map.of("sea", 1 / 3.0)),
                LayerChoice.only(List.of("sea", "gone", "town", "road")),
                new LayerChoice(
                        List.of("town", "gone"),
                        List.of("sea"),
                        List.of("road", "lost"),
                        List.of("risk_zone"),
                        Map.of("gone", "x"),
                        Map.of("lost", 0.4)))) {
            assertThat(new FrameLayers(choice, MAP).choice()).isEqualTo(choice);
        }
    }

    @Test
    void whoChoosesTheLayersBeginsWithThoseThatAreSeen() {
        FrameLayers layers = new FrameLayers(LayerChoice.VISIBLE, MAP);
        layers.chosen().set(true);

        assertThat(layers.ways()).doesNotContain(FrameLayers.Way.AS_MAP);
        assertThat(layers.choice().also()).containsExactlyInAnyOrder("town", "road");
        assertThat(layers.rows().get(0).id()).as("uppermost").isEqualTo("sea");

        row(layers, "town").way().set(FrameLayers.Way.NEEDED);
        row(layers, "sea").way().set(FrameLayers.Way.IF_THERE);
        row(layers, "road").way().set(FrameLayers.Way.NOT);
        assertThat(layers.choice()).isEqualTo(new LayerChoice(List.of("town"), List.of("sea"), null, null, null, null));

        layers.chosen().set(false);
        assertThat(layers.choice()).isEqualTo(new LayerChoice(null, null, List.of("road"), null, null, null));
    }

    @Test
    void aFrameWithNoLayerAtAllIsRefused() {
        FrameLayers layers = new FrameLayers(LayerChoice.only(List.of("town")), MAP);
        row(layers, "town").way().set(FrameLayers.Way.NOT);
        assertThat(refusal(layers)).contains("一个图层也没有选");
    }

    @Test
    void anOpacityIsAPercentage() {
        FrameLayers layers = new FrameLayers(LayerChoice.VISIBLE, MAP);
        row(layers, "town").opacity().set("40 %");
        assertThat(layers.choice().opacity()).containsEntry("town", 0.4);
        for (String wrong : List.of("400", "-1", "多", "NaN")) {
            row(layers, "town").opacity().set(wrong);
            assertThat(refusal(layers)).contains("乡镇", wrong);
        }
    }

    private static String refusal(FrameLayers layers) {
        return catchThrowableOfType(RiskMapException.class, layers::choice)
                .userMessage()
                .text(Language.CHINESE);
    }

    private static FrameLayers.Row row(FrameLayers layers, String id) {
        return layers.rows().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static MapLayer layer(String id, boolean visible) {
        return new MapLayer(id, id.equals("town") ? "乡镇" : id, "", "#" + id, "", "", visible, 1);
    }
}
