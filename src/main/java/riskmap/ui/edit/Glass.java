package riskmap.ui.edit;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import riskmap.ui.canvas.MapView;
import riskmap.ui.canvas.View;

/**
 * The glass over the map, on which tools draw while the user works: rubber bands, handles, the snapping mark. It is wiped
 * and painted as a whole, at most once per frame of the screen, however fast the mouse moves.
 */
public final class Glass {
    /** Something that lies on the glass. */
    @FunctionalInterface
    public interface Painting {
        /** Paints itself in view pixels. */
        void paint(GraphicsContext graphics, View view);
    }

    private final Canvas canvas = new Canvas();
    private final MapView map;
    private final List<Painting> paintings = new ArrayList<>();
    private boolean blank = true;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            stop();
            paint();
        }
    };

    /** Lays a glass over a map. */
    public Glass(MapView map) {
        this.map = map;
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        canvas.widthProperty().bind(map.widthProperty());
        canvas.heightProperty().bind(map.heightProperty());
        map.overlay().getChildren().add(canvas);
        map.model().view().addListener(property -> repaint());
    }

    /** Lays something on the glass, above what lies there. */
    public void add(Painting painting) {
        paintings.add(painting);
        repaint();
    }

    public void remove(Painting painting) {
        paintings.remove(painting);
        repaint();
    }

    /** Paints all anew with the next frame. */
    public void repaint() {
        timer.start();
    }

    private void paint() {
        if (paintings.isEmpty() && blank) {
            return;
        }
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        View view = map.model().view().get();
        for (Painting painting : List.copyOf(paintings)) {
            painting.paint(graphics, view);
        }
        blank = paintings.isEmpty();
    }
}
