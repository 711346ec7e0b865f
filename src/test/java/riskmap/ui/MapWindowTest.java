package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.app.project.Workspace;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.data.LayerKind;
import riskmap.geo.crs.Crs;
import riskmap.map.MapLayer;
import riskmap.map.MapTheme;
import riskmap.ui.canvas.View;
import riskmap.ui.look.Texts;

/** What stands around the map of the real window: selection by shape, swipe, turn, time. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith(ShotOnFailure.class)
class MapWindowTest {
    private static final double W = SmallProject.WEST;
    private static final double S = SmallProject.SOUTH;

    @TempDir
    private static Path folder;

    private static WindowDriver driver;

    @BeforeAll
    static void openTheProject() throws Exception {
        Path project = SmallProject.write(folder);
        fires(project);
        driver = WindowDriver.open(folder);
        driver.project(project);
    }

    /** Three fires of three years, and one of which nobody knows when. */
    private static void fires(Path project) throws Exception {
        try (Workspace workspace = Workspace.open(project, false, Progress.silent())) {
            LayerKind kind = Catalogue.standard().kind("fire_history");
            var type = kind.featureType("fire_history", Crs.of("EPSG:4550"));
            workspace.store().createLayer(type, "火灾");
            var rows = new java.util.ArrayList<org.geotools.api.feature.simple.SimpleFeature>();
            LocalDate[] days = {LocalDate.of(2019, 3, 10), LocalDate.of(2020, 6, 1), LocalDate.of(2021, 12, 31), null};
            for (int i = 0; i < days.length; i++) {
                SimpleFeatureBuilder builder = new SimpleFeatureBuilder(type);
                builder.set(
                        LayerKind.GEOMETRY,
                        new GeometryFactory().createPoint(new Coordinate(W + 5_000 + 700 * i, S + 6_950)));
                builder.set("occurred_on", days[i]);
                rows.add(builder.buildFeature(null));
            }
            workspace.store().append("fire_history", new ListFeatureCollection(type, rows), Progress.silent());
            workspace.updateMap(map -> {
                var layers = new java.util.ArrayList<>(map.layers());
                layers.add(new MapLayer("fire_history", "火灾", "致灾因子", "#fire_history", "", "", true, 1));
                return map.withLayers(layers);
            });
        }
    }

    @AfterAll
    static void close() throws Exception {
        if (driver != null) {
            driver.close();
        }
    }

    @BeforeEach
    void wholeMapNorthUp() throws Exception {
        driver.run(() -> {
            driver.model().frame().swiping().set(false);
            driver.model().frame().time().on().set(false);
            driver.model().map().rotateTo(0);
            driver.model().map().zoomToWhole();
            driver.model().clearSelection();
            driver.model().tool().set(Tool.IDENTIFY);
            driver.window().map().requestFocus();
        });
        driver.settle();
    }

    /** A click on a layer that is not shown found nothing, and nothing told why. */
    @Test
    void ofALayerThatIsNotShownItIsToldThatNothingCanBeSelected() throws Exception {
        driver.edit("building");
        driver.run(() -> driver.model().tool().set(Tool.SELECT));
        show("building", false);
        driver.click(SmallProject.WEST + 260, SmallProject.SOUTH + 245);
        driver.await(() -> news().contains("没有显示") && news().contains("房屋"));
        assertThat(selected("building")).isEmpty();
        show("building", true);
        driver.click(SmallProject.WEST + 260, SmallProject.SOUTH + 245);
        driver.await(() -> driver.model().selection().of("building").size() == 1);
        driver.await(() -> !news().contains("没有显示"));
    }

    private static void show(String id, boolean shown) throws Exception {
        driver.run(() -> driver.model()
                .project()
                .change(map -> map.withLayers(map.layers().stream()
                        .map(layer -> layer.id().equals(id) ? layer.withVisible(shown) : layer)
                        .toList())));
        driver.settle();
    }

    private static String news() {
        Message said = driver.model().tasks().news().get();
        return said == null ? "" : said.text();
    }

    private static Set<Long> selected(String layer) throws Exception {
        return Set.copyOf(driver.get(() -> driver.model().selection().of(layer)));
    }

    private static View view() throws Exception {
        return driver.get(() -> driver.model().map().view().get());
    }

    private static String text(String selector) throws Exception {
        return driver.get(() -> Fx.find(selector, Labeled.class).getText());
    }

    /** Drags along map places with the left button. */
    private static void dragAlong(double... xy) throws Exception {
        driver.robot.moveTo(driver.onScreen(xy[0], xy[1]));
        driver.settle();
        driver.robot.press(MouseButton.PRIMARY);
        for (int i = 2; i < xy.length; i += 2) {
            driver.robot.moveTo(driver.onScreen(xy[i], xy[i + 1]));
        }
        driver.settle();
        driver.robot.release(MouseButton.PRIMARY);
        driver.settle();
    }

    @Test
    void aLineByHandSelectsWhatItMeetsAndTheModesCombine() throws Exception {
        driver.edit("building");
        driver.run(() -> driver.model().tool().set(Tool.SELECT_FREEHAND));
        // around the four buildings of the south-west corner
        double[] around = {W + 100, S + 100, W + 760, S + 100, W + 760, S + 740, W + 100, S + 740, W + 100, S + 200};
        dragAlong(around);
        assertThat(selected("building")).containsExactlyInAnyOrder(1L, 2L, 21L, 22L);
        driver.await(() ->
                "已选 4 / 400".equals(Fx.find("#status-selection", Labeled.class).getText()));
        driver.command("mode-remove", true);
        dragAlong(W + 100, S + 100, W + 340, S + 100, W + 340, S + 300, W + 100, S + 300);
        assertThat(selected("building")).containsExactlyInAnyOrder(2L, 21L, 22L);
        driver.command("mode-within", true);
        dragAlong(W + 560, S + 100, W + 760, S + 100, W + 760, S + 1_500, W + 560, S + 1_500);
        assertThat(selected("building")).containsExactlyInAnyOrder(2L, 22L);
        driver.command("mode-new", true);
        driver.robot.press(KeyCode.SHIFT);
        dragAlong(W + 100, S + 100, W + 340, S + 100, W + 340, S + 300, W + 100, S + 300);
        driver.robot.release(KeyCode.SHIFT);
        assertThat(selected("building")).containsExactlyInAnyOrder(1L, 2L, 22L);
    }

    @Test
    void aCircleSelectsWhatItMeetsAndTheTableShowsTheSameRows() throws Exception {
        driver.edit("building");
        driver.run(() -> driver.model().tool().set(Tool.SELECT_RADIUS));
        double x = W + 260;
        double y = S + 245;
        // the neighbours in the east and north are 330 and 345 m away, the diagonal one 477 m
        driver.run(() -> driver.model().map().zoomTo(new Envelope(x - 900, x + 900, y - 900, y + 900)));
        driver.settle();
        dragAlong(x, y, x + 360, y);
        assertThat(selected("building")).containsExactlyInAnyOrder(1L, 2L, 21L);
        // a click asks for the radius
        driver.click(x, y);
        driver.await(() -> Fx.find("#select-radius", TextField.class) != null);
        for (String none : new String[] {"0", "-5", "30 m", ""}) {
            driver.run(() -> Fx.find("#select-radius", TextField.class).setText(none));
            assertThat(driver.get(
                            () -> Fx.find("#select-radius-take", Node.class).isDisabled()))
                    .as(none)
                    .isTrue();
            assertThat(driver.get(
                            () -> Fx.find("#select-radius-wrong", Label.class).isVisible()))
                    .as(none)
                    .isTrue();
        }
        driver.run(() -> Fx.find("#select-radius", TextField.class).setText("30"));
        Fx.click("#select-radius-take");
        driver.await(() -> Fx.find("#select-radius", TextField.class) == null);
        driver.settle();
        driver.await(() -> driver.model().selection().of("building").equals(Set.of(1L)));
    }

    @Test
    void whatIsMeasuredIsReadAsAWholeOnASmallScreen() throws Exception {
        Stage stage =
                (Stage) driver.get(() -> driver.window().window().getScene().getWindow());
        double[] before = {driver.get(stage::getWidth), driver.get(stage::getHeight)};
        try {
            driver.run(() -> {
                stage.setWidth(1024);
                stage.setHeight(600);
                Texts.use(Language.ENGLISH);
                driver.model().tool().set(Tool.DISTANCE);
            });
            driver.settle();
            driver.click(W + 3_000, S + 3_000);
            driver.click(W + 4_000, S + 3_500);
            driver.await(() -> {
                Label said = Fx.find("#measured-distance", Label.class);
                return said.isVisible()
                        && said.getText().matches(".*planar.*ellipsoid.*grid.*true.*")
                        && ((Text) said.lookup(".text"))
                                .getText()
                                .replaceAll("\\s", "")
                                .equals(said.getText().replaceAll("\\s", ""));
            });
            driver.run(() -> driver.model().tool().set(Tool.PAN));
            driver.await(() -> !Fx.find("#measured-distance", Label.class).isVisible());
        } finally {
            driver.run(() -> {
                Texts.use(Language.CHINESE);
                stage.setWidth(before[0]);
                stage.setHeight(before[1]);
            });
        }
    }

    @Test
    void byLocationAndByConditionSelectInTheModeAskedFor() throws Exception {
        driver.edit("building");
        driver.run(() -> driver.command("select-near").run());
        driver.await(() -> Fx.find("#select-near-others", Node.class) != null);
        driver.run(() -> {
            combo("#select-near-others").setValue("shelter");
            Fx.find("#select-near-distance", TextField.class).setText("500");
        });
        Fx.click("#select-near-apply");
        driver.settle();
        Set<Long> near = selected("building");
        assertThat(near).isEqualTo(within500());
        driver.await(() -> Fx.find("#select-near-others", Node.class) == null);
        driver.run(() -> driver.command("select-near").run());
        driver.await(() -> Fx.find("#select-near-others", Node.class) != null);
        driver.run(() -> {
            combo("#select-near-others").setValue("town");
            combo("#select-near-predicate").setValue("disjoint");
        });
        Fx.click("#select-near-apply");
        driver.settle();
        assertThat(selected("building")).as("each building lies in a town").isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> combo(String selector) {
        return Fx.find(selector, ComboBox.class);
    }

    /** Worked out anew from how the small project is laid out. */
    private static Set<Long> within500() {
        Set<Long> keys = new java.util.HashSet<>();
        for (int i = 0; i < 400; i++) {
            double left = 200 + i % 20 * 390;
            double low = 200 + i / 20 * 390;
            for (int s = 0; s < 3; s++) {
                double dx = Math.max(0, Math.max(left - (1_000 + s * 2_900), 1_000 + s * 2_900 - left - 120));
                double dy = Math.max(0, Math.max(low - (1_300 + s * 2_500), 1_300 + s * 2_500 - low - 90));
                if (Math.hypot(dx, dy) <= 500) {
                    keys.add(i + 1L);
                }
            }
        }
        return keys;
    }

    /** What holds the second map over the first. */
    private static Node second() {
        return Fx.find(".see-through", Node.class).getParent();
    }

    @Test
    void theSwipeShowsAThemeAtTheRightOfItsDivider() throws Exception {
        driver.run(() -> driver.model().layers().setAllVisible(false));
        driver.settle();
        driver.run(() -> driver.model().frame().views().addTheme("空图"));
        driver.await(
                () -> !driver.model().frame().views().views().get().themes().isEmpty());
        driver.run(() -> driver.model().layers().setAllVisible(true));
        driver.settle();
        driver.run(() -> {
            driver.command("swipe").state().set(true);
            assertThat(second().isVisible())
                    .as("no white paper while the theme is made ready")
                    .isFalse();
            assertThat(Fx.find("#swipe-waiting", Node.class).isVisible())
                    .as("what is seen at the right is not the theme yet")
                    .isTrue();
        });
        driver.await(() -> second().isVisible());
        driver.await(() -> "空图".equals(driver.model().frame().rightTheme().get()));
        driver.settle();
        driver.await(() -> !Fx.find("#swipe-waiting", Node.class).isVisible());
        assertThat(driver.get(() -> driver.model().frame().right().get().layers()))
                .isEmpty();
        assertThat(driver.get(() -> driver.model().frame().left().get().layers()))
                .hasSize(5);
        // what is clicked is what is seen: nothing at the right, a town at the left
        driver.click(W + 6_500, S + 5_900);
        driver.settle();
        assertThat(driver.get(() -> driver.model().identify().found().get())).isEmpty();
        driver.click(W + 800, S + 5_900);
        driver.await(() -> !driver.model().identify().found().get().isEmpty());
        double before = driver.get(() -> driver.model().frame().divider().get());
        Fx.click("#swipe-divider");
        driver.robot.type(KeyCode.LEFT, 3);
        driver.await(() -> Math.abs(driver.model().frame().divider().get() - before + 0.06) < 1e-9);
        Bounds bar = driver.get(() -> {
            Node divider = Fx.find("#swipe-divider", Node.class);
            return divider.localToScreen(divider.getBoundsInLocal());
        });
        Point2D grip = new Point2D(bar.getCenterX(), bar.getCenterY());
        driver.robot.moveTo(grip).press(MouseButton.PRIMARY);
        driver.robot.moveTo(grip.add(120, 0)).moveTo(grip.add(120, 0)).release(MouseButton.PRIMARY);
        double width = driver.get(() -> driver.window().map().getWidth());
        driver.await(() -> Math.abs(driver.model().frame().divider().get() - (before - 0.06) - 120 / width) < 0.01);
        driver.run(() -> driver.model().frame().divider().set(0.5));
        driver.command("swipe", false);
        // a theme that names a layer that is gone shows the others
        MapTheme gone = new MapTheme(
                "旧图", List.of(new MapTheme.Shown("town", "", "", 1), new MapTheme.Shown("gone", "", "", 1)));
        driver.run(() -> driver.model().frame().views().apply(gone));
        driver.settle();
        assertThat(driver.get(() -> driver.model().frame().left().get().layers()))
                .hasSize(1);
        driver.run(() -> driver.model().layers().setAllVisible(true));
        driver.settle();
    }

    @Test
    void onATurnedMapTheClickMeansWhatIsSeenThere() throws Exception {
        driver.run(() -> Fx.find("#status-rotation", TextField.class).setText("35"));
        Fx.click("#status-rotation");
        driver.robot.type(KeyCode.ENTER);
        driver.await(() -> driver.model().map().view().get().rotation() == 35);
        // the corners of what is turned reach further
        driver.run(() -> driver.model().map().zoomToWhole());
        driver.settle();
        // building 0 is 120 × 90 m at (200, 200), building 399 the last in the north-east
        driver.click(W + 260, S + 245);
        driver.await(() -> driver.model().identify().chosen().get() != null);
        assertThat(driver.get(() -> driver.model().identify().chosen().get().name()))
                .isEqualTo("房屋0");
        driver.click(W + 200 + 19 * 390 + 60, S + 200 + 19 * 390 + 45);
        driver.await(
                () -> "房屋399".equals(driver.model().identify().chosen().get().name()));
        driver.run(() -> driver.window().map().requestFocus());
        driver.robot.press(KeyCode.SHIFT);
        driver.keys(KeyCode.CONTROL, KeyCode.RIGHT);
        driver.robot.release(KeyCode.SHIFT);
        driver.await(() -> driver.model().map().view().get().rotation() == 45);
        driver.settle();
        // a quarter about the middle, with the right button and Ctrl
        View now = view();
        Point2D middle = driver.onScreen(now.centreX(), now.centreY());
        driver.robot.moveTo(middle.add(150, 0)).press(KeyCode.CONTROL).press(MouseButton.SECONDARY);
        driver.robot.moveTo(middle.add(106, 106)).moveTo(middle.add(0, 150));
        driver.robot.release(MouseButton.SECONDARY).release(KeyCode.CONTROL);
        driver.await(() -> Math.abs(driver.model().map().view().get().rotation() - 135) < 2);
        driver.settle();
        Fx.click("#north-arrow");
        driver.await(() -> driver.model().map().view().get().rotation() == 0);
    }

    private static Paint noticeColour() {
        return Fx.find("#time-notice", Label.class).getTextFill();
    }

    @Test
    void theDaysChosenFilterWhatIsDrawnAndClickedButNotTheData() throws Exception {
        driver.command("time", true);
        driver.settle();
        Supplier<Integer> drawn = () -> fires();
        driver.await(() -> driver.model().frame().time().to().get() != null);
        assertThat(driver.get(() -> driver.model().frame().time().from().get())).isEqualTo(LocalDate.of(2019, 3, 10));
        assertThat(driver.get(() -> driver.model().frame().time().to().get())).isEqualTo(LocalDate.of(2021, 12, 31));
        assertThat(driver.get(drawn)).isEqualTo(4);
        assertThat(text("#time-notice")).contains("未筛选", "2019-03-10", "2021-12-31");
        assertThat(driver.get(MapWindowTest::noticeColour))
                .as("nothing is wrong, nothing is red")
                .isEqualTo(driver.get(
                        () -> Fx.find("#time-undated", CheckBox.class).getTextFill()));
        driver.run(() -> {
            Fx.find("#time-from", DatePicker.class).setValue(LocalDate.of(2020, 1, 1));
            Fx.find("#time-to", DatePicker.class).setValue(LocalDate.of(2020, 12, 31));
            driver.model().frame().time().step().set(riskmap.ui.frame.TimeViewModel.Step.YEAR);
        });
        driver.settle();
        assertThat(driver.get(drawn)).isEqualTo(2);
        assertThat(text("#time-notice")).contains("2020-01-01", "2020-12-31", "未注日期的 1 个要素照常显示");
        assertThat(driver.get(MapWindowTest::noticeColour))
                .isNotEqualTo(driver.get(
                        () -> Fx.find("#time-undated", CheckBox.class).getTextFill()));
        Fx.click("#time-undated");
        driver.settle();
        assertThat(driver.get(drawn)).isEqualTo(1);
        Fx.click("#time-forth");
        driver.await(() -> LocalDate.of(2021, 12, 31)
                .equals(driver.model().frame().time().to().get()));
        driver.settle();
        assertThat(driver.get(drawn)).as("the last day counts").isEqualTo(1);
        assertThat(driver.get(() -> count())).as("the data stay").isEqualTo(4);
        Fx.click("#time-undated");
        Fx.click("#time-close");
        driver.await(() -> fires() == 4);
    }

    /** All days moved by a month lost what is earliest, and the slider had no way to go. */
    @Test
    void playingAllDaysBeginsWithTheFirstStepOfThem() throws Exception {
        riskmap.ui.frame.TimeViewModel time = driver.model().frame().time();
        driver.command("time", true);
        driver.await(() -> time.to().get() != null);
        LocalDate first = driver.get(time::first);
        LocalDate last = driver.get(time::last);
        driver.run(() -> time.step().set(riskmap.ui.frame.TimeViewModel.Step.MONTH));
        Fx.click("#time-forth");
        driver.await(() -> time.from().get().equals(first)
                && time.to().get().equals(first.plusMonths(1).minusDays(1)));
        Fx.click("#time-forth");
        driver.await(() -> time.from().get().equals(first.plusMonths(1)));
        driver.run(time::whole);
        Fx.click("#time-back");
        driver.await(() -> time.to().get().equals(last)
                && time.from().get().equals(last.plusDays(1).minusMonths(1)));
        driver.run(time::whole);
        driver.command("time", false);
    }

    /** How many fires the map draws. */
    private static int fires() {
        return driver.model().frame().left().get().layers().stream()
                .filter(layer -> layer.id().equals("fire_history"))
                .mapToInt(layer -> {
                    try {
                        var source = ((riskmap.data.LayerData.Features) layer.data()).source();
                        return source.getFeatures(layer.filter()).size();
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .sum();
    }

    private static int count() {
        try {
            return driver.model()
                    .project()
                    .workspace()
                    .get()
                    .features("fire_history")
                    .getFeatures()
                    .size();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
