package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import riskmap.app.project.BackupPlan;
import riskmap.base.Language;
import riskmap.geo.crs.Crs;
import riskmap.ui.canvas.CoordinateText;
import riskmap.ui.look.Look;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Theme;

/** The preferences in the real window: what is chosen holds at once and is there at the next start. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith(ShotOnFailure.class)
class PreferencesDialogTest {
    @TempDir
    private static Path folder;

    private static WindowDriver driver;

    @BeforeAll
    static void openTheProject() throws Exception {
        driver = WindowDriver.open(folder).project(SmallProject.write(folder));
    }

    @AfterAll
    static void close() throws Exception {
        if (driver != null) {
            driver.run(() -> {
                Texts.use(Language.CHINESE);
                Look.use(Theme.LIGHT);
            });
            driver.close();
        }
    }

    @Test
    void whatIsChosenHoldsAtOnceAndIsThereAtTheNextStart() throws Exception {
        driver.keys(KeyCode.CONTROL, KeyCode.COMMA);
        driver.await(() -> lookup("#preferences-language") != null);
        driver.settle();
        assertThat(driver.get(() -> chosen("#preferences-crs"))).isEqualTo("与地图相同");
        driver.run(() ->
                PreferencesDialogTest.<Language>box("#preferences-language").setValue(Language.ENGLISH));
        driver.await(() -> "Light".equals(chosen("#preferences-theme")));
        driver.await(() -> "Same as the map".equals(chosen("#preferences-crs")));
        driver.run(() -> {
            PreferencesDialogTest.<Theme>box("#preferences-theme").setValue(Theme.DARK);
            PreferencesDialogTest.<CoordinateReferenceSystem>box("#preferences-crs")
                    .setValue(Crs.of("EPSG:4490"));
            PreferencesDialogTest.<CoordinateText.Degrees>box("#preferences-degrees")
                    .setValue(CoordinateText.Degrees.DECIMAL);
            ((CheckBox) lookup("#preferences-overview")).setSelected(true);
            PreferencesDialogTest.<Integer>box("#preferences-backup-minutes").setValue(30);
            PreferencesDialogTest.<Integer>box("#preferences-backups-kept").setValue(20);
        });
        driver.settle();
        assertThat(driver.get(() -> Texts.language().get())).isEqualTo(Language.ENGLISH);
        assertThat(driver.get(() -> Look.theme().get())).isEqualTo(Theme.DARK);
        assertThat(driver.get(() -> Fx.find("#status-crs", Button.class).getText()))
                .isEqualTo("EPSG:4490");
        assertThat(driver.get(() -> driver.model().frame().degrees().get())).isEqualTo(CoordinateText.Degrees.DECIMAL);
        assertThat(driver.get(() -> driver.model().frame().overview().get())).isTrue();
        assertThat(driver.get(() -> ((TextField) lookup("#preferences-backup-folder")).getText()))
                .endsWith(".backups");
        Preferences again =
                Preferences.read(driver.model().preferences().folder().resolve("window.json"));
        assertThat(again.language()).isEqualTo(Language.ENGLISH);
        assertThat(again.theme()).isEqualTo(Theme.DARK);
        assertThat(again.choice("readout-crs")).isEqualTo("EPSG:4490");
        assertThat(again.choice("degrees")).isEqualTo("decimal");
        assertThat(again.backups()).isEqualTo(new BackupPlan(30, 20));
        // the commands of the menus and the dialog show the same
        driver.run(() -> driver.command("theme").run());
        driver.await(
                () -> PreferencesDialogTest.<Theme>box("#preferences-theme").getValue() == Theme.LIGHT);
        driver.run(() -> driver.command("language").run());
        driver.await(() ->
                PreferencesDialogTest.<Language>box("#preferences-language").getValue() == Language.CHINESE);
        driver.run(() -> ((Button) lookup("#preferences-forget")).fire());
        assertThat(driver.get(() -> driver.model().recent().get())).isEmpty();
        driver.run(() -> lookup("#preferences-dialog").getScene().getWindow().hide());
        driver.settle();
    }

    @SuppressWarnings("unchecked")
    private static <T> ComboBox<T> box(String id) {
        return (ComboBox<T>) lookup(id);
    }

    /** What a closed box of choices shows. */
    private static String chosen(String id) {
        return box(id).getSkin() instanceof ComboBoxListViewSkin<?> skin
                        && skin.getDisplayNode() instanceof ListCell<?> cell
                ? cell.getText()
                : null;
    }

    private static Node lookup(String id) {
        return Fx.find(id, Node.class);
    }
}
