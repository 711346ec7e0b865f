package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import riskmap.map.MapLayer;

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
