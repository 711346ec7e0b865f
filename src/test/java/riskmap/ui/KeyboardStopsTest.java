package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever Tab leads, one sees where the keyboard is, and a screen reader has a name to say. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith({ShotOnFailure.class, WindowOnSmallProject.class})
class KeyboardStopsTest {
    /** More stops than any panel has. */
    private static final int MOST_STOPS = 120;

    /** Pixels around a control that its mark may take. */
    private static final int AROUND = 4;

    private static WindowDriver driver;

    @BeforeAll
    static void openTheProject(WindowDriver open) throws Exception {
        driver = open;
        driver.edit("building");
    }

    @ParameterizedTest
    @ValueSource(strings = {"side-panel", "query", "style", "risk", "checks", "toolbox", "tool"})
    void oneSeesWhereTabLeadsAndItHasAName(String panel) throws Exception {
        open(panel);
        driver.run(() -> driver.window().map().requestFocus());
        Set<Node> seen = new LinkedHashSet<>();
        List<String> unseen = new ArrayList<>();
        List<String> nameless = new ArrayList<>();
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            driver.robot.type(KeyCode.TAB);
            Node stop = driver.get(KeyboardStopsTest::owner);
            if (!seen.add(stop)) {
                break;
            }
            if (driver.get(() -> AccessibleNames.of(stop)).isBlank()) {
                nameless.add(stop.toString());
            }
            if (!marked(stop)) {
                unseen.add(stop + " in " + driver.get(stop::getParent));
            }
        }
        assertThat(seen).hasSizeGreaterThan(5);
        assertThat(List.of(unseen, nameless)).as("not seen; without a name").allMatch(List::isEmpty);
    }

    /** Whether a control looks otherwise while it has the keyboard. */
    private static boolean marked(Node stop) throws Exception {
        Rectangle2D place = driver.get(() -> place(stop));
        for (int patience = 0; patience < 4; patience++) {
            BufferedImage with = picture(place);
            // the next stop takes the keyboard, and gives it back
            driver.robot.type(KeyCode.TAB);
            driver.await(() -> owner() != stop);
            BufferedImage without = picture(place);
            driver.robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
            driver.await(() -> owner() == stop);
            if (differ(with, without)) {
                return true;
            }
        }
        return false;
    }

    private static boolean differ(BufferedImage one, BufferedImage other) {
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getRGB(x, y) != other.getRGB(x, y)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static BufferedImage picture(Rectangle2D place) throws Exception {
        return driver.get(() -> SwingFXUtils.fromFXImage(
                driver.robot.robotContext().getCaptureSupport().captureRegion(place), null));
    }

    private static Rectangle2D place(Node stop) {
        Bounds bounds = stop.localToScreen(stop.getBoundsInLocal());
        return new Rectangle2D(
                Math.max(0, bounds.getMinX() - AROUND),
                Math.max(0, bounds.getMinY() - AROUND),
                bounds.getWidth() + 2 * AROUND,
                bounds.getHeight() + 2 * AROUND);
    }

    private static Node owner() {
        return driver.window().window().getScene().getFocusOwner();
    }

    private static void open(String panel) throws Exception {
        if (panel.equals("tool")) {
            driver.run(() -> driver.command("toolbox").run());
            driver.await(() -> Fx.find("#toolbox-search", TextField.class) != null
                    && Fx.find("#toolbox-search", TextField.class).isFocused());
            driver.robot.write("buffer", 0).type(KeyCode.ENTER);
            driver.await(() -> Fx.find("#tool-view", Node.class) != null);
        } else if (!panel.equals("side-panel")) {
            driver.run(() -> driver.command(panel).run());
        }
        driver.settle();
    }
}
