package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeCell;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import riskmap.map.MapLayer;
import riskmap.ui.query.QueryViewModel;

/** The layer tree of the real window. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
class LayerTreeTest {
    private static WindowDriver driver;

    @BeforeAll
    static void openTheProject(WindowDriver open) {
        driver = open;
    }

    @Test
    void theTitleOfARunThatIsTooLongForTheTreeKeepsItsTime() throws Exception {
        String title = "A comparison of scenarios by a name that is very long indeed 11-30 09:25";
        driver.run(() -> driver.model()
                .project()
                .change(map -> map.withLayers(
                        map.layers().stream().map(layer -> called(title, layer)).toList())));
        driver.await(() -> shown(title) != null);
        String shown = driver.get(() -> shown(title));
        assertThat(shown).isNotEqualTo(title).startsWith("A comp").endsWith("09:25");
        // the mouse that rests on it is told the rest
        TreeCell<?> cell = driver.get(() -> cell(title));
        driver.run(() -> cell.getOnMouseEntered().handle(null));
        assertThat(driver.get(() -> cell.getTooltip().getText())).isEqualTo(title);
    }

    /** A tool's result was on the map, but in the tree it had to be looked for. */
    @Test
    void aLayerThatIsNewIsScrolledTo() throws Exception {
        List<MapLayer> many = IntStream.range(0, 60)
                .mapToObj(number ->
                        new MapLayer("shelter-" + number, "第 " + number + " 个", "", "#shelter", "", "", false, 1))
                .toList();
        change(layers -> Stream.concat(layers.stream(), many.stream()).toList());
        driver.await(() -> driver.model().layers().node("shelter-59") != null);
        driver.settle();
        for (int place : new int[] {0, 64}) {
            MapLayer made = new MapLayer("made-" + place, "新的 " + place, "", "#shelter", "", "", false, 1);
            change(layers -> Stream.of(layers.subList(0, place), List.of(made), layers.subList(place, layers.size()))
                    .flatMap(List::stream)
                    .toList());
            driver.await(() -> shown("新的 " + place) != null);
        }
    }

    /** The tools' bar said “Risk zones” of what is marked as “Combined risk zones” in the tree. */
    @Test
    void theLayerThatIsEditedIsCalledAsInTheTree() throws Exception {
        MapLayer mine = new MapLayer("mine", "我的避难场所", "", "#shelter", "", "", true, 1);
        change(layers -> Stream.concat(layers.stream(), Stream.of(mine)).toList());
        driver.await(() -> driver.model().layers().node("mine") != null);
        driver.run(() -> driver.model().layers().selected().set("mine"));
        driver.await(() -> Fx.find("#edit-layer", Label.class).getText().endsWith("我的避难场所"));
    }

    private static void change(UnaryOperator<List<MapLayer>> with) throws Exception {
        driver.run(() -> driver.model().project().change(map -> map.withLayers(with.apply(map.layers()))));
    }

    /** It began with the layer that is drawn last, names of places: nobody asks for those. */
    @Test
    void aQueryBeginsWithTheFirstLayerThatIsShown() throws Exception {
        driver.run(() -> driver.model()
                .project()
                .change(map -> map.withLayers(map.layers().stream()
                        .map(layer -> layer.withVisible(layer.source().equals("#flood_zone")))
                        .toList())));
        driver.run(() -> driver.model().layers().selected().set(null));
        driver.run(() -> driver.command("query").run());
        driver.await(() -> query() != null && query().hits().get() != null);
        assertThat(driver.get(() -> query().layers().get(0).name())).isNotEqualTo("flood_zone");
        assertThat(driver.get(() -> query().layer().get().name())).isEqualTo("flood_zone");
    }

    private static QueryViewModel query() {
        return driver.window().queries().query();
    }

    private static TreeCell<?> cell(String title) {
        for (Node node : driver.window().window().lookupAll(".layer-tree .tree-cell")) {
            if (node instanceof TreeCell<?> cell
                    && cell.lookup(".label") instanceof Labeled label
                    && title.equals(label.getText())) {
                return cell;
            }
        }
        return null;
    }

    private static MapLayer called(String title, MapLayer layer) {
        return new MapLayer(
                layer.id(),
                layer.title(),
                title,
                layer.source(),
                layer.style(),
                layer.filter(),
                layer.visible(),
                layer.opacity());
    }

    /** What is seen of a title in the tree; null while it is not there. */
    private static String shown(String title) {
        for (Node node : driver.window().window().lookupAll(".layer-line .label")) {
            // a line that the tree keeps aside is not laid out
            if (node instanceof Labeled label
                    && title.equals(label.getText())
                    && label.lookup(".text") instanceof Text text) {
                return text.getText();
            }
        }
        return null;
    }
}
