package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.locationtech.jts.geom.Coordinate;
import riskmap.app.project.ProjectViews;
import riskmap.map.Bookmark;
import riskmap.map.SavedViews;
import riskmap.ui.canvas.View;

/** What the window says over the map and in the dialogs beside it can be read, all of it at a time; places kept there. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
class OverTheMapWindowTest {
    private static WindowDriver driver;

    @BeforeAll
    static void openTheProject(WindowDriver open) {
        driver = open;
    }

    @BeforeEach
    void wholeMapNorthUp() throws Exception {
        driver.run(() -> {
            driver.model().map().rotateTo(0);
            driver.model().map().zoomToWhole();
        });
        driver.settle();
    }

    @Test
    void whatIsMeasuredLeftOutAndPreviewedStandsSideBySide() throws Exception {
        driver.run(() -> {
            driver.model().frame().time().on().set(true);
            driver.model().tool().set(Tool.DISTANCE);
        });
        driver.settle();
        driver.click(SmallProject.WEST + 3_000, SmallProject.SOUTH + 3_000);
        driver.click(SmallProject.WEST + 4_000, SmallProject.SOUTH + 3_500);
        List<String> words = List.of("#measured-distance", "#time-notice");
        driver.await(
                () -> words.stream().allMatch(word -> Fx.find(word, Label.class).isVisible()));
        driver.settle();
        assertThat(driver.<Boolean>get(() -> place(words.get(0)).intersects(place(words.get(1)))))
                .as("one covers the other")
                .isFalse();
        driver.run(() -> {
            driver.model().tool().set(Tool.PAN);
            driver.model().frame().time().on().set(false);
        });
        driver.settle();
    }

    @Test
    void aDistanceThatIsNoneIsToldWithWhatToWrite() throws Exception {
        driver.edit("building");
        driver.run(() -> driver.command("select-near").run());
        driver.await(() -> Fx.find("#select-near-distance", Node.class) != null);
        assertThat(driver.<Boolean>get(
                        () -> Fx.find("#select-near-problem", Label.class).isVisible()))
                .isFalse();
        driver.run(() -> Fx.find("#select-near-distance", TextField.class).setText("五百"));
        driver.await(() -> Fx.find("#select-near-problem", Label.class).isVisible());
        assertThat(driver.<String>get(
                        () -> Fx.find("#select-near-problem", Label.class).getText()))
                .contains("单位为米", "如 500");
        assertThat(driver.<Boolean>get(
                        () -> Fx.find("#select-near-apply", Node.class).isDisabled()))
                .isTrue();
        driver.run(() -> Fx.find("#select-near-distance", TextField.class).setText("500"));
        driver.await(() -> !Fx.find("#select-near-problem", Label.class).isVisible());
        Fx.click("#select-near-apply");
        driver.settle();
    }

    /** The last line, which says so, had no room. */
    @Test
    void aPlaceOffTheMapIsSaidToBeOffTheMapBeforeOneGoesThere() throws Exception {
        driver.run(() -> driver.command("go-to").run());
        driver.await(() -> Fx.find("#go-to-place", TextField.class) != null);
        driver.run(() -> Fx.find("#go-to-place", TextField.class).setText("100, 37"));
        driver.await(() -> Fx.find("#go-to-says", Label.class).getText().contains("在地图数据范围之外"));
        assertThat(driver.get(() -> Fx.find("#go-to-says", Label.class).getText()))
                .contains("2000 国家大地坐标系，高斯-克吕格 3 度带，中央子午线 123°E（EPSG:4550）");
        Fx.awaitNothingCut();
        driver.run(() ->
                Fx.find("#go-to-place", TextField.class).getScene().getWindow().hide());
    }

    /** The place kept before was gone without a word, and nothing brings one back. */
    @Test
    void aBookmarkIsReplacedAndDeletedOnlyWhenTheUserSaysSo() throws Exception {
        driver.run(() -> driver.command("bookmarks").run());
        driver.await(() -> Fx.find("#bookmarks-name", TextField.class) != null);
        keepAs("河口");
        driver.await(() -> kept().size() == 1);
        Bookmark first = driver.get(() -> kept().get(0));
        driver.run(() -> driver.command("zoom-in").run());
        driver.settle();
        keepAs("河口");
        Fx.answer("河口", "取消");
        driver.settle();
        assertThat(driver.get(OverTheMapWindowTest::kept)).containsExactly(first);
        keepAs("河口");
        Fx.answer("河口", "替换");
        driver.await(() -> kept().size() == 1 && !kept().get(0).equals(first));
        driver.run(() ->
                Fx.find("#bookmarks-list", ListView.class).getSelectionModel().select(0));
        Platform.runLater(() -> Fx.find("#bookmarks-remove", Button.class).fire());
        Fx.answer("河口", "取消");
        driver.settle();
        assertThat(driver.get(OverTheMapWindowTest::kept)).hasSize(1);
        Platform.runLater(() -> Fx.find("#bookmarks-remove", Button.class).fire());
        Fx.answer("河口", "删除");
        driver.await(() -> kept().isEmpty());
        driver.run(() -> Fx.find("#bookmarks-name", TextField.class)
                .getScene()
                .getWindow()
                .hide());
    }

    @Test
    void aBookmarkIsKeptInTheProjectAndLeadsBack() throws Exception {
        driver.zoomTo(
                SmallProject.WEST + 1_000,
                SmallProject.SOUTH + 1_000,
                SmallProject.WEST + 2_000,
                SmallProject.SOUTH + 2_000);
        driver.run(() -> driver.model().map().rotateTo(20));
        driver.settle();
        View there = driver.get(() -> driver.model().map().view().get());
        driver.keys(KeyCode.CONTROL, KeyCode.B);
        driver.await(() -> Fx.find("#bookmarks-name", TextField.class) != null);
        driver.run(() -> Fx.find("#bookmarks-name", TextField.class).setText("河口"));
        Fx.click("#bookmarks-add");
        driver.await(
                () -> driver.model().frame().views().views().get().bookmarks().size() == 1);
        driver.run(() -> {
            driver.model().map().rotateTo(0);
            driver.model().map().zoomToWhole();
        });
        driver.settle();
        driver.run(() ->
                Fx.find("#bookmarks-list", ListView.class).getSelectionModel().select(0));
        Fx.click("#bookmarks-show");
        driver.settle();
        View back = driver.get(() -> driver.model().map().view().get());
        assertThat(back.rotation()).isEqualTo(20);
        assertThat(back.unitsPerPixel()).isCloseTo(there.unitsPerPixel(), within(1e-9));
        assertThat(new Coordinate(back.centreX(), back.centreY())
                        .distance(new Coordinate(there.centreX(), there.centreY())))
                .isLessThan(1e-6);
        SavedViews stored = ProjectViews.of(
                driver.get(() -> driver.model().project().workspace().get()));
        assertThat(stored.bookmarks()).extracting(Bookmark::name).containsExactly("河口");
        Fx.click("#bookmarks-remove");
        Fx.answer("河口", "删除");
        driver.await(
                () -> driver.model().frame().views().views().get().bookmarks().isEmpty());
        driver.run(() ->
                Fx.find("#bookmarks-list", Node.class).getScene().getWindow().hide());
    }

    private static void keepAs(String name) {
        Platform.runLater(() -> {
            Fx.find("#bookmarks-name", TextField.class).setText(name);
            Fx.find("#bookmarks-add", Button.class).fire();
        });
    }

    private static List<Bookmark> kept() {
        return driver.model().frame().views().views().get().bookmarks();
    }

    private static Bounds place(String word) {
        Label label = Fx.find(word, Label.class);
        return label.localToScene(label.getBoundsInLocal());
    }
}
