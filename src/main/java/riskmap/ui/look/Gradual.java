package riskmap.ui.look;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;

/**
 * Builds a long list of controls over several frames, so that the window goes on answering: making a control is quick,
 * its style and place cost much more, with the next frame. What is begun anew before it was finished starts over.
 */
public final class Gradual {
    /** With style and layout, which cost several times as much, a frame stays well below a tenth of a second. */
    private static final long FRAME_NANOS = 6_000_000;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            step();
        }
    };

    /** Does something for each item, in order, a few with every frame; the first few at once. */
    public <T> void each(List<T> items, Consumer<T> action, Runnable done) {
        waiting.clear();
        items.forEach(item -> waiting.add(() -> action.accept(item)));
        waiting.add(done);
        timer.start();
        step();
    }

    /** Does all that is left at once. */
    public void finish() {
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
    }

    private void step() {
        long start = System.nanoTime();
        while (!waiting.isEmpty() && System.nanoTime() - start < FRAME_NANOS) {
            waiting.poll().run();
        }
        if (waiting.isEmpty()) {
            timer.stop();
        }
    }
}
