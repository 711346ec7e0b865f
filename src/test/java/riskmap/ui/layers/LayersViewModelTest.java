package riskmap.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import riskmap.base.Language;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;

class LayersViewModelTest {
    private final ObjectProperty<MapDocument> document = new SimpleObjectProperty<>(new MapDocument(
            "图",
            "EPSG:4550",
            List.of(),
            List.of(layer("dem", "地形"), layer("town", "承灾体"), layer("building", "承灾体"), layer("risk_zone", "成果"))));
    private final LayersViewModel model =
            new LayersViewModel(document, change -> document.set(change.apply(document.get())), new LayerActions() {
                @Override
                public void zoomTo(String layerId) {}

                @Override
                public void openTable(String layerId) {}

                @Override
                public void editStyle(String layerId) {}
            });

    @Test
    void theTreeShowsTheTopmostFirst() {
        assertThat(model.groups().get())
                .extracting(group -> group.title().given())
                .containsExactly("成果", "承灾体", "地形");
        assertThat(model.groups().get().get(1).members())
                .extracting(LayerNode::id)
                .containsExactly("building", "town");
    }

    @Test
    void hidingOneLayerOfAGroupMakesTheGroupMixed() {
        LayerNode group = model.groups().get().get(1);
        model.setVisible(model.node("town"), false);
        assertThat(layer("town").visible()).isFalse();
        assertThat(group.mixed().get()).isTrue();
        assertThat(group.visible().get()).isTrue();
        model.setVisible(group, false);
        assertThat(layer("building").visible()).isFalse();
        assertThat(group.visible().get()).isFalse();
    }

    @Test
    void hidingKeepsTheNodesSoThatTheTreeDoesNotJump() {
        LayerNode node = model.node("town");
        Object groups = model.groups().get();
        model.setVisible(node, false);
        assertThat(model.node("town")).isSameAs(node);
        assertThat(model.groups().get()).isSameAs(groups);
    }

    @Test
    void movingAcrossGroupsTakesTheLayerIntoTheOtherGroup() {
        model.move("town", "risk_zone", true);
        assertThat(document.get().layers())
                .extracting(MapLayer::id)
                .containsExactly("dem", "building", "risk_zone", "town");
        assertThat(layer("town").group()).isEqualTo("成果");
    }

    @Test
    void liftingStaysWithinTheGroup() {
        model.shift("town", true);
        assertThat(document.get().layers())
                .extracting(MapLayer::id)
                .containsExactly("dem", "building", "town", "risk_zone");
        model.shift("town", true);
        assertThat(document.get().layers())
                .extracting(MapLayer::id)
                .containsExactly("dem", "building", "town", "risk_zone");
    }

    @Test
    void opacityStaysBetweenNoneAndFull() {
        model.setOpacity(model.node("town"), 1.7);
        assertThat(layer("town").opacity()).isEqualTo(1);
        model.setOpacity(model.node("town"), 0.333);
        assertThat(layer("town").opacity()).isEqualTo(0.33);
        assertThat(model.node("town").opacity().get()).isEqualTo(0.33);
    }

    @Test
    void takingALayerOffForgetsThatItWasChosen() {
        model.selected().set("town");
        model.remove(model.node("town"));
        assertThat(model.selected().get()).isNull();
        assertThat(model.node("town")).isNull();
    }

    @Test
    void catalogueTitlesFollowTheLanguageAndTheUsersOwnDoNot() {
        LayerTitle known = LayerTitle.of(new MapLayer("b", "", "", "#building", "", "", true, 1));
        assertThat(known.known().orElseThrow().in(Language.ENGLISH)).isNotEqualTo(known.given());
        LayerTitle own = LayerTitle.of(new MapLayer("b", "我的房屋", "", "#building", "", "", true, 1));
        assertThat(own.text()).isEqualTo("我的房屋");
        assertThat(LayerTitle.ofGroup("质检").known().orElseThrow().in(Language.ENGLISH))
                .isEqualTo("Quality");
        assertThat(LayerTitle.ofGroup("我的组").known()).isEmpty();
    }

    @Test
    void theTerrainOfTheDefaultMapIsCalledInTheLanguageInUseAndARasterOfTheUsersOwnAsHeWroteIt() {
        LayerTitle terrain = LayerTitle.of(new MapLayer("dem", "地形（高程）", "", "dem.tif", "dem", "", true, 1));
        assertThat(terrain.known().orElseThrow().in(Language.ENGLISH)).isEqualTo("Terrain (elevation)");
        assertThat(terrain.known().orElseThrow().in(Language.CHINESE)).isEqualTo("地形（高程）");
        LayerTitle own = LayerTitle.of(new MapLayer("dem", "影像", "", "dem.tif", "dem", "", true, 1));
        assertThat(own.known()).isEmpty();
        assertThat(own.text()).isEqualTo("影像");
    }

    private MapLayer layer(String id) {
        return document.get().layers().stream()
                .filter(layer -> layer.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static MapLayer layer(String id, String group) {
        return new MapLayer(id, id, group, "#" + id, "", "", true, 1);
    }
}
