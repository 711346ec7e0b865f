package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
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
            if (node instanceof Labeled label && title.equals(label.getText())) {
                return label.lookup(".text") instanceof Text text ? text.getText() : null;
            }
        }
        return null;
    }
}
