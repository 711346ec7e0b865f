package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import riskmap.geo.crs.Crs;

/** The coordinate system in which the window says and takes places. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
class CoordinatesWindowTest {
    private static final double W = SmallProject.WEST;
    private static final double S = SmallProject.SOUTH;

    private static WindowDriver driver;

    @BeforeAll
    static void openTheProject(WindowDriver open) {
        driver = open;
    }

    @Test
    void coordinatesAreSaidAndTakenInTheCrsChosen() throws Exception {
        Fx.click("#status-crs");
        driver.await(() -> Fx.find("#crs-search", TextField.class) != null);
        driver.run(() -> Fx.find("#crs-search", TextField.class).setText("99999"));
        Fx.click("#crs-take");
        driver.await(() -> !Fx.find("#crs-problem", Labeled.class).getText().isEmpty());
        driver.run(() -> Fx.find("#crs-search", TextField.class).setText("国家大地 3 度带 120°e"));
        driver.await(() -> list("#crs-list").getItems().size() == 1);
        driver.await(() -> list("#crs-list").lookupAll(".list-cell").stream()
                .anyMatch(
                        cell -> "2000 国家大地坐标系，高斯-克吕格 3 度带，中央子午线 120°E（EPSG:4549）".equals(((Labeled) cell).getText())));
        driver.run(() -> Fx.find("#crs-search", TextField.class).setText("cgcs2000 cm 120e 3-degree"));
        driver.await(() -> list("#crs-list").getItems().size() == 1);
        Fx.click("#crs-take");
        driver.await(
                () -> "EPSG:4549".equals(Fx.find("#status-crs", Labeled.class).getText()));
        double[] there = {W + 4_000, S + 4_000};
        Crs.transform(Crs.of("EPSG:4550"), Crs.of("EPSG:4549")).apply(there, 1);
        driver.robot.moveTo(driver.onScreen(W + 4_000, S + 4_000));
        driver.await(() -> {
            String[] said = Fx.find("#status-position", Labeled.class).getText().split(", ");
            double metres = driver.model().map().view().get().unitsPerPixel();
            return said.length == 2
                    && Math.abs(Double.parseDouble(said[0]) - there[0]) < 2 * metres
                    && Math.abs(Double.parseDouble(said[1]) - there[1]) < 2 * metres;
        });
        driver.keys(KeyCode.CONTROL, KeyCode.G);
        driver.await(() -> Fx.find("#go-to-place", TextField.class) != null);
        // a key that is held comes again and again: there is one dialog all the same
        driver.run(() -> driver.command("go-to").run());
        assertThat(driver.get(() -> Window.getWindows().stream()
                        .filter(open -> open.getScene().getRoot().lookup("#go-to-place") != null)
                        .count()))
                .isEqualTo(1);
        driver.run(() -> Fx.find("#go-to-place", TextField.class).setText("北纬95度"));
        assertThat(driver.get(() -> Fx.find("#go-to-go", Node.class).isDisabled()))
                .isTrue();
        driver.run(() -> Fx.find("#go-to-place", TextField.class)
                .setText(String.format(java.util.Locale.ROOT, "%.2f, %.2f", there[0] + 1_000, there[1])));
        double[] goal = {there[0] + 1_000, there[1]};
        Crs.transform(Crs.of("EPSG:4549"), Crs.of("EPSG:4550")).apply(goal, 1);
        Fx.click("#go-to-go");
        driver.await(() -> Math.hypot(
                        driver.model().map().view().get().centreX() - goal[0],
                        driver.model().map().view().get().centreY() - goal[1])
                < 0.02);
        driver.run(() -> {
            Fx.find("#go-to-place", Node.class).getScene().getWindow().hide();
            driver.model().frame().readout().set(null);
        });
    }

    private static ListView<?> list(String selector) {
        return Fx.find(selector, ListView.class);
    }
}
