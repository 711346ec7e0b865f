package riskmap.ui.canvas;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import riskmap.base.CancelledException;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.render.Viewport;

/**
 * Draws pictures of the map on a thread of its own, one after the other. Only the newest request counts: an older one
 * that waits is dropped, one that is being drawn is cancelled when it no longer serves.
 */
final class FrameSource implements AutoCloseable {
    /** Paints the map into a clear picture of premultiplied ARGB; called on the drawing thread. */
    interface Painter {
        void paint(Viewport viewport, BufferedImage picture, Progress progress);
    }

    /**
     * What to draw.
     *
     * @param view the part of the world
     * @param viewport the same for the painter, in device pixels
     * @param painter paints it
     */
    record Request(View view, Viewport viewport, Painter painter) {}

    private final ExecutorService worker;
    private final Consumer<Frame> finished;
    private final Consumer<Throwable> failed;
    private final AtomicLong newest = new AtomicLong();
    /** Requests up to this number need not be drawn to their end. */
    private final AtomicLong obsolete = new AtomicLong();

    /**
     * Makes a source.
     *
     * @param name of its thread
     * @param finished gets each finished picture, on the drawing thread
     * @param failed gets what went wrong, on the drawing thread
     */
    FrameSource(String name, Consumer<Frame> finished, Consumer<Throwable> failed) {
        this.finished = finished;
        this.failed = failed;
        this.worker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Asks for a picture.
     *
     * @param request what to draw
     * @param patient whether a picture being drawn may be finished first, as while dragging: it will be nearly right, and
     *     cancelling at every move would never finish any
     */
    void request(Request request, boolean patient) {
        long number = newest.incrementAndGet();
        if (!patient) {
            obsolete.set(number - 1);
        }
        worker.execute(() -> draw(number, request));
    }

    private void draw(long number, Request request) {
        if (number != newest.get()) {
            return;
        }
        try {
            finished.accept(picture(request, new Watch(number)));
        } catch (CancelledException e) {
            // a newer request is waiting
        } catch (RuntimeException | OutOfMemoryError e) {
            failed.accept(e);
        }
    }

    private static Frame picture(Request request, Progress progress) {
        int width = Math.max(1, (int) Math.round(request.viewport().width()));
        int height = Math.max(1, (int) Math.round(request.viewport().height()));
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        request.painter().paint(request.viewport(), image, progress);
        progress.check();
        return new Frame(
                request.view(),
                width,
                height,
                ((DataBufferInt) image.getRaster().getDataBuffer()).getData());
    }

    @Override
    public void close() {
        obsolete.set(Long.MAX_VALUE);
        worker.shutdownNow();
    }

    /** Tells the painter to stop once a newer picture is wanted instead. */
    private final class Watch implements Progress {
        private final long number;

        Watch(long number) {
            this.number = number;
        }

        @Override
        public void report(double fraction, Message step) {
            // a picture is drawn faster than a bar could show
        }

        @Override
        public boolean isCancelled() {
            return number <= obsolete.get();
        }
    }
}
