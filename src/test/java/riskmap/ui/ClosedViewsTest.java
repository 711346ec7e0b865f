package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import riskmap.risk.RiskModels;

/** What is closed is gone: a day of opening and closing windows leaves nothing that grows or follows the language still. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith(ShotOnFailure.class)
class ClosedViewsTest {
    @TempDir
    private Path folder;

    private WindowDriver driver;

    @AfterEach
    void close() throws Exception {
        if (driver != null) {
            driver.close();
        }
    }

    @Test
    void aClosedLayoutEditorIsGone() throws Exception {
        driver = WindowDriver.open(folder).project(SmallProject.write(folder));
        driver.run(() -> driver.command("layout").run());
        driver.await(() -> Fx.find("#layout-editor", Node.class) != null);
        driver.settle();
        isGone(closed("#layout-editor"));
    }

    @Test
    void aClosedImportIsGone() throws Exception {
        driver = WindowDriver.open(folder).project(SmallProject.write(folder));
        driver.run(() -> driver.window().imports().open(List.of()));
        driver.await(() -> Fx.find("#import-window", Node.class) != null);
        driver.settle();
        isGone(closed("#import-window"));
    }

    @Test
    void aFormThatAnotherTookThePlaceOfIsGone() throws Exception {
        driver = WindowDriver.open(folder).project(SmallProject.write(folder));
        driver.run(() -> driver.command("risk").run());
        choose("combination");
        driver.await(() -> Fx.find("#parameter-comparison", Node.class) != null);
        WeakReference<Node> form = driver.get(() -> new WeakReference<>(Fx.find("#risk-view", Node.class)));
        choose("inundation");
        driver.settle();
        isGone(form);
    }

    @SuppressWarnings("unchecked")
    private void choose(String model) throws Exception {
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
        driver = WindowDriver.open(folder).project(SmallProject.write(folder));
        driver.edit("building");
        WeakReference<Node> first = opened(command);
        WeakReference<Node> second = opened(command);
        assertThat(second).isNotSameAs(first);
        isGone(first);
    }

    private WeakReference<Node> opened(String command) throws Exception {
        driver.run(() -> driver.command(command).run());
        driver.await(() -> Fx.find(".dialog-pane", Node.class) != null);
        driver.settle();
        return closed(".dialog-pane");
    }

    @Test
    void aWindowThatAnotherTookThePlaceOfIsGone() throws Exception {
        driver = WindowDriver.open(folder).project(SmallProject.write(folder));
        WeakReference<Node> map = new WeakReference<>(driver.window().map());
        driver.close();
        driver = null;
        driver = WindowDriver.open(folder);
        driver.settle();
        isGone(map);
    }

    /** Closes the window in which a node is. */
    private WeakReference<Node> closed(String id) throws Exception {
        WeakReference<Node> root = driver.get(() -> new WeakReference<>(Fx.find(id, Node.class)));
        driver.run(() -> {
            root.get().getScene().getWindow().hide();
        });
        driver.settle();
        return root;
    }

    private void isGone(WeakReference<Node> view) throws Exception {
        driver.await(() -> {
            System.gc();
            return view.get() == null;
        });
        assertThat(view.get()).isNull();
    }
}
