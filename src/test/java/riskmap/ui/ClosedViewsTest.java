package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import riskmap.risk.RiskModels;

/** What is closed is gone, in one window: a day of opening and closing windows leaves nothing that grows or follows the language still. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
class ClosedViewsTest {
    private static WindowDriver driver;

    @BeforeAll
    static void openTheProject(WindowDriver open) {
        driver = open;
    }

    @Test
    void aClosedLayoutEditorIsGone() throws Exception {
        driver.run(() -> driver.command("layout").run());
        driver.await(() -> Fx.find("#layout-editor", Node.class) != null);
        driver.settle();
        driver.awaitGone(closed("#layout-editor"));
    }

    @Test
    void aClosedImportIsGone() throws Exception {
        driver.run(() -> driver.window().imports().open(List.of()));
        driver.await(() -> Fx.find("#import-window", Node.class) != null);
        driver.settle();
        driver.awaitGone(closed("#import-window"));
    }

    @Test
    void aFormThatAnotherTookThePlaceOfIsGone() throws Exception {
        driver.run(() -> driver.command("risk").run());
        choose("combination");
        driver.await(() -> Fx.find("#parameter-comparison", Node.class) != null);
        WeakReference<Node> form = driver.get(() -> new WeakReference<>(Fx.find("#risk-view", Node.class)));
        choose("inundation");
        driver.settle();
        driver.awaitGone(form);
    }

    @SuppressWarnings("unchecked")
    private static void choose(String model) throws Exception {
        driver.await(() -> Fx.find("#risk-model", ComboBox.class) != null);
        driver.run(() -> Fx.find("#risk-model", ComboBox.class).setValue(RiskModels.byId(model)));
        driver.settle();
    }

    /** One may be kept until its like is opened, none longer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "print",
                "report",
                "export",
                "go-to",
                "readout-crs",
                "bookmarks",
                "themes",
                "select-by",
                "select-near"
            })
    void aDialogThatWasClosedAndOpenedAgainIsGone(String command) throws Exception {
        driver.edit("building");
        WeakReference<Node> first = opened(command);
        WeakReference<Node> second = opened(command);
        assertThat(second).isNotSameAs(first);
        driver.awaitGone(first);
    }

    private static WeakReference<Node> opened(String command) throws Exception {
        driver.run(() -> driver.command(command).run());
        driver.await(() -> Fx.find(".dialog-pane", Node.class) != null);
        driver.settle();
        return closed(".dialog-pane");
    }

    /** Closes the window in which a node is. */
    private static WeakReference<Node> closed(String id) throws Exception {
        WeakReference<Node> root = driver.get(() -> new WeakReference<>(Fx.find(id, Node.class)));
        driver.run(() -> {
            root.get().getScene().getWindow().hide();
        });
        driver.settle();
        return root;
    }
}
