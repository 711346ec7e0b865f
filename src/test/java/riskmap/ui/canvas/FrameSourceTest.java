package riskmap.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import riskmap.geo.crs.Crs;
import riskmap.render.Viewport;

@Timeout(20)
class FrameSourceTest {
    private final LinkedBlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final FrameSource source = new FrameSource("test", frames::add, failures::add);

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void thePictureHasDevicePixels() throws InterruptedException {
        source.request(
                request(2, (viewport, picture, progress) -> {
                    paint(picture, Color.RED);
                }),
                false);
        Frame frame = frames.take();
        assertThat(frame.width()).isEqualTo(20);
        assertThat(frame.height()).isEqualTo(10);
        assertThat(frame.pixels()).containsOnly(0xffff0000);
    }

    @Test
    void aNewRequestCancelsThePictureBeingDrawn() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean cancelled = new AtomicBoolean();
        source.request(
                request(1, (viewport, picture, progress) -> {
                    begun.countDown();
                    waitUntil(progress::isCancelled);
                    cancelled.set(true);
                    progress.check();
                }),
                false);
        begun.await();
        source.request(request(1, (viewport, picture, progress) -> picture.setRGB(0, 0, -1)), false);
        assertThat(frames.take().pixels()[0]).isEqualTo(0xffffffff);
        assertThat(cancelled).isTrue();
        assertThat(frames.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void whileDraggingThePictureBeingDrawnIsFinishedFirst() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        source.request(
                request(1, (viewport, picture, progress) -> {
                    begun.countDown();
                    await(goOn);
                    progress.check();
                }),
                true);
        begun.await();
        source.request(request(1, (viewport, picture, progress) -> {}), true);
        source.request(request(1, (viewport, picture, progress) -> picture.setRGB(0, 0, -1)), true);
        goOn.countDown();
        assertThat(frames.take().pixels()[0]).isZero();
        // of those that waited only the newest is drawn
        assertThat(frames.take().pixels()[0]).isEqualTo(0xffffffff);
        assertThat(frames.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void whatGoesWrongIsToldAndTheNextPictureStillDrawn() throws InterruptedException {
        source.request(
                request(1, (viewport, picture, progress) -> {
                    throw new IllegalStateException("broken");
                }),
                false);
        waitUntil(() -> !failures.isEmpty());
        source.request(request(1, (viewport, picture, progress) -> {}), false);
        assertThat(frames.take()).isNotNull();
        assertThat(failures).hasSize(1);
    }

    private static void paint(BufferedImage picture, Color colour) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, colour.getRGB());
            }
        }
    }

    private static FrameSource.Request request(double outputScale, FrameSource.Painter painter) {
        View view = new View(500_000, 4_000_000, 10, 10, 5);
        Viewport viewport = view.viewport(outputScale, Crs.of("EPSG:4550"));
        return new FrameSource.Request(view, viewport, painter);
    }

    private static void waitUntil(java.util.function.BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
