package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import org.geotools.api.style.TextSymbolizer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import riskmap.ui.canvas.MapContent;
import riskmap.ui.canvas.ShownPicture;
import riskmap.ui.canvas.View;

/** The overview map of the real window. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
class OverviewWindowTest {
    private static final double W = SmallProject.WEST;
    private static final double S = SmallProject.SOUTH;

    private static WindowDriver driver;

    @BeforeAll
    static void openTheProject(WindowDriver open) {
        driver = open;
    }

    private static View view() throws Exception {
        return driver.get(() -> driver.model().map().view().get());
    }

    @Test
    void theFrameOfTheOverviewDragsTheMap() throws Exception {
        driver.zoomTo(W + 1_000, S + 1_000, W + 3_000, S + 3_000);
        driver.command("overview", true);
        driver.settle();
        driver.await(() -> ShownPicture.isOf(
                driver.window().frame().overview().map(),
                driver.window().frame().overview().map().model().view().get()));
        View before = view();
        Point2D from = inOverview(before.centreX(), before.centreY());
        Point2D to = inOverview(before.centreX() + 3_000, before.centreY() + 2_000);
        driver.robot
                .moveTo(from)
                .press(MouseButton.PRIMARY)
                .moveTo(to)
                .moveTo(to)
                .release(MouseButton.PRIMARY);
        driver.settle();
        View after = view();
        double pixel = driver.get(() ->
                driver.window().frame().overview().map().model().view().get().unitsPerPixel());
        assertThat(after.centreX()).isCloseTo(before.centreX() + 3_000, within(2 * pixel));
        assertThat(after.centreY()).isCloseTo(before.centreY() + 2_000, within(2 * pixel));
        assertThat(after.unitsPerPixel()).isEqualTo(before.unitsPerPixel());
        driver.command("overview", false);
    }

    /** Names of towns as large as on the map covered the towns. */
    @Test
    void theOverviewHasNoLabels() throws Exception {
        assertThat(driver.get(() -> labels(driver.model().frame().left().get())))
                .isPositive();
        assertThat(driver.get(() -> labels(
                        driver.window().frame().overview().map().content().get())))
                .isZero();
    }

    private static long labels(MapContent content) {
        return content.layers().stream()
                .flatMap(layer -> layer.style().featureTypeStyles().stream())
                .flatMap(one -> one.rules().stream())
                .flatMap(rule -> rule.symbolizers().stream())
                .filter(TextSymbolizer.class::isInstance)
                .count();
    }

    private static Point2D inOverview(double x, double y) throws Exception {
        return driver.get(() -> {
            var map = driver.window().frame().overview().map();
            View small = map.model().view().get();
            return map.localToScreen(small.viewX(x, y), small.viewY(x, y));
        });
    }
}
