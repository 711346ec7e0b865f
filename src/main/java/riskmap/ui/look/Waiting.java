package riskmap.ui.look;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/**
 * Signs that work goes on whose end nobody can tell. They move some times a second, not with every frame as the toolkit's
 * do: a frame is brought to the screen as a whole, and sixty a second took a quarter of the processors from the work.
 */
public final class Waiting {
    private static final Duration STEP = Duration.millis(250);
    private static final int STEPS = 8;
    /** Steps out of sight, as in a dialog that was closed, after which a sign rests. */
    private static final int UNSEEN = 40;

    private Waiting() {}

    /** A broken ring that turns. */
    public static Node wheel(int size) {
        FontIcon ring = Icons.of(MaterialDesignL.LOADING, size);
        ring.getStyleClass().add("waiting-wheel");
        move(ring, step -> ring.setRotate(360.0 * step / STEPS));
        return ring;
    }

    /** A piece that goes along a line. */
    public static Region line() {
        Line line = new Line();
        move(line, line::go);
        return line;
    }

    /** What a sign does with each step. */
    @FunctionalInterface
    private interface Mover {
        void to(int step);
    }

    /** Moves a sign as long as it is visible. */
    private static void move(Node sign, Mover mover) {
        int[] at = {0, 0};
        Timeline steps = new Timeline();
        steps.setCycleCount(Animation.INDEFINITE);
        steps.getKeyFrames().add(new KeyFrame(STEP, event -> {
            at[1] = isShown(sign) ? 0 : at[1] + 1;
            if (at[1] > UNSEEN) {
                steps.stop();
            } else if (at[1] == 0) {
                at[0] = (at[0] + 1) % STEPS;
                mover.to(at[0]);
            }
        }));
        sign.visibleProperty().addListener((property, before, now) -> {
            at[1] = 0;
            if (now) {
                steps.play();
            } else {
                steps.stop();
            }
        });
        steps.play();
    }

    private static boolean isShown(Node sign) {
        return sign.getScene() != null
                && sign.getScene().getWindow() != null
                && sign.getScene().getWindow().isShowing();
    }

    private static final class Line extends Region {
        private final Region piece = new Region();
        private int step;

        Line() {
            getStyleClass().add("waiting-line");
            piece.getStyleClass().add("piece");
            piece.setManaged(false);
            getChildren().add(piece);
        }

        void go(int now) {
            step = now;
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double length = getWidth() / 4;
            piece.resizeRelocate((getWidth() - length) * step / (STEPS - 1), 0, length, getHeight());
        }
    }
}
