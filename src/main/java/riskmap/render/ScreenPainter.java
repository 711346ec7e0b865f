package riskmap.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import riskmap.base.Progress;

/**
 * Paints the same map again and again, as a window does. Keeps the picture, and that of the layers without their labels;
 * when nothing but some features has changed since, it paints anew only where they were and are and where labels have come,
 * gone or moved. The result is to the pixel what {@link MapPainter} paints from nothing on white paper: see
 * {@link Repainting} for how far around an edit that takes.
 *
 * <p>Belongs to one thread.
 */
public final class ScreenPainter {
    /** Where so many labels have changed, all that lies between them is composed anew as well. */
    private static final int MOST_STALE = 32;

    private final MapPainter painter;
    /** How many threads share the work. */
    private final int threads;

    private Kept kept;
    private List<Rectangle> painted = List.of();

    public ScreenPainter(MapPainter painter) {
        // the common pool and the thread that calls it
        this(painter, ForkJoinPool.getCommonPoolParallelism() + 1);
    }

    ScreenPainter(MapPainter painter, int threads) {
        this.painter = painter;
        this.threads = threads;
    }

    /**
     * What the last picture was made of.
     *
     * @param viewport what it shows
     * @param layers its layers as they were
     * @param bands the layers without labels, band by band
     * @param grounds the rasters under all else, band by band; empty where there are none
     * @param memory knows the labels
     * @param labels the labels where they stand
     * @param picture all of it on its paper
     */
    private record Kept(
            Viewport viewport,
            List<MapPainter.Prepared> layers,
            List<BufferedImage> bands,
            List<BufferedImage> grounds,
            LabelMemory memory,
            List<PlacedLabel> labels,
            BufferedImage picture) {

        boolean serves(Viewport wanted, BufferedImage into) {
            return viewport.equals(wanted)
                    && picture.getWidth() == into.getWidth()
                    && picture.getHeight() == into.getHeight();
        }
    }

    /**
     * Paints white paper, layers from the bottom up, then the labels of all of them, as {@link MapPainter#paint} does.
     *
     * @param picture premultiplied ARGB of the size of the viewport; not to be written to any more, because the next
     *     picture is made from it
     */
    public void paint(List<PaintLayer> layers, Viewport viewport, BufferedImage picture, Progress progress) {
        paint(layers, viewport, picture, false, progress);
    }

    /**
     * As above; the pixels are the same.
     *
     * @param alone whether the thread that calls paints alone: the others have something more urgent to do, such as
     *     moving the last picture
     */
    public void paint(
            List<PaintLayer> layers, Viewport viewport, BufferedImage picture, boolean alone, Progress progress) {
        Graphics2D graphics = picture.createGraphics();
        try {
            PointPainter.hints(graphics);
            PaintTarget target = new PaintTarget(graphics, viewport, true, progress);
            List<MapPainter.Prepared> prepared = painter.prepare(layers, target);
            Repainting repainting = kept != null && kept.serves(viewport, picture)
                    ? Repainting.between(kept.layers(), prepared).orElse(null)
                    : null;
            kept = repainting == null
                    ? whole(prepared, target, picture, alone)
                    : repainted(kept, repainting, target, picture);
        } finally {
            graphics.dispose();
        }
    }

    /** The rectangles that the last call painted, labels aside. */
    List<Rectangle> painted() {
        return painted;
    }

    private Kept whole(List<MapPainter.Prepared> layers, PaintTarget target, BufferedImage picture, boolean alone) {
        kept = null;
        painted = bands(target);
        int below = rastersBelow(layers);
        List<BufferedImage> grounds = below == 0
                ? List.of()
                : shared(painted, alone)
                        .map(part -> paint(layers.subList(0, below), target, part, null, null))
                        .toList();
        List<BufferedImage> bands = painted(layers.subList(below, layers.size()), target, grounds, alone);
        LabelMemory memory = new LabelMemory();
        List<PlacedLabel> labels = memory.place(layers, target);
        compose(target, target.area(), bands, labels);
        return new Kept(target.viewport(), layers, bands, grounds, memory, labels, picture);
    }

    /** The bands with layers painted over their grounds. */
    private List<BufferedImage> painted(
            List<MapPainter.Prepared> layers, PaintTarget target, List<BufferedImage> grounds, boolean alone) {
        boolean divisible = layers.stream().allMatch(layer -> layer.painter() != null);
        List<BandPart> parts = BandPart.of(painted, alone || !divisible ? 1 : threads);
        List<BufferedImage> images = shared(parts, alone)
                .map(part -> paint(layers, target, part.band(), part.focus(), ground(grounds, part.band())))
                .toList();
        BufferedImage[] bands = new BufferedImage[painted.size()];
        for (int i = 0; i < parts.size(); i++) {
            Rectangle band = parts.get(i).band();
            Rectangle focus = parts.get(i).focus();
            int number = band.y / MapPainter.BAND;
            if (focus == null) {
                bands[number] = images.get(i);
            } else {
                bands[number] = bands[number] == null
                        ? target.on(target.graphics(), band).canvasImage()
                        : bands[number];
                lay(images.get(i), bands[number], 0, focus.y - band.y);
            }
        }
        return Arrays.asList(bands);
    }

    private static <T> Stream<T> shared(List<T> parts, boolean alone) {
        return alone ? parts.stream() : parts.parallelStream();
    }

    private Kept repainted(Kept last, Repainting repainting, PaintTarget target, BufferedImage picture) {
        List<MapPainter.Prepared> layers = repainting.layers();
        List<MapPainter.Prepared> above = layers.subList(rastersBelow(layers), layers.size());
        List<Rectangle> parts = bands(target);
        List<Rectangle> dirty = parts.parallelStream()
                .map(part -> repainting.in(target.on(target.graphics(), part)))
                .toList();
        List<BufferedImage> fresh = parts.parallelStream()
                .map(part -> {
                    Rectangle focus = dirty.get(part.y / MapPainter.BAND);
                    return focus.isEmpty() ? null : paint(above, target, part, focus, ground(last.grounds(), part));
                })
                .collect(Collectors.toList());
        List<PlacedLabel> labels = last.memory().place(layers, target);
        // nothing stops from here on: the bands and the picture go on together
        for (int i = 0; i < parts.size(); i++) {
            if (fresh.get(i) != null) {
                lay(fresh.get(i), last.bands().get(i), dirty.get(i).x, dirty.get(i).y - parts.get(i).y);
            }
        }
        painted = dirty.stream().filter(part -> !part.isEmpty()).toList();
        lay(last.picture(), picture, 0, 0);
        for (Rectangle stale : stale(painted, last.labels(), labels)) {
            compose(target, stale.intersection(target.area()), last.bands(), labels);
        }
        return new Kept(last.viewport(), layers, last.bands(), last.grounds(), last.memory(), labels, picture);
    }

    /** What of a picture is to be composed anew: where layers were painted, and where labels came, went or moved. */
    private static List<Rectangle> stale(List<Rectangle> painted, List<PlacedLabel> before, List<PlacedLabel> after) {
        List<Rectangle> result = new ArrayList<>(painted);
        if (before != after) {
            Set<PlacedLabel> changed = new LinkedHashSet<>(before);
            for (PlacedLabel label : after) {
                if (!changed.remove(label)) {
                    changed.add(label);
                }
            }
            changed.forEach(label -> result.add(LabelPainter.reach(label)));
        }
        return result.size() <= MOST_STALE
                ? result
                : List.of(result.stream().reduce(Rectangle::union).orElseThrow());
    }

    /** Lays the bands over white paper and the labels over them, in a part of the picture. */
    private static void compose(
            PaintTarget target, Rectangle part, List<BufferedImage> bands, List<PlacedLabel> labels) {
        if (part.isEmpty()) {
            return;
        }
        Graphics2D graphics = (Graphics2D) target.graphics().create();
        graphics.clip(part);
        graphics.setColor(Color.WHITE);
        graphics.fill(part);
        for (int i = part.y / MapPainter.BAND; i * MapPainter.BAND < part.getMaxY(); i++) {
            graphics.drawImage(bands.get(i), 0, i * MapPainter.BAND, null);
        }
        LabelPainter.paint(
                graphics,
                labels.stream()
                        .filter(label -> LabelPainter.reach(label).intersects(part))
                        .toList());
        graphics.dispose();
    }

    /** Puts an image in the place of a part of another. */
    private static void lay(BufferedImage image, BufferedImage into, int x, int y) {
        int[] from = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int[] to = ((DataBufferInt) into.getRaster().getDataBuffer()).getData();
        for (int row = 0; row < image.getHeight(); row++) {
            System.arraycopy(from, row * image.getWidth(), to, (y + row) * into.getWidth() + x, image.getWidth());
        }
    }

    private BufferedImage paint(
            List<MapPainter.Prepared> layers,
            PaintTarget target,
            Rectangle part,
            Rectangle focus,
            BufferedImage ground) {
        PaintTarget area = target.on(target.graphics(), part).focusedOn(focus);
        BufferedImage image = area.canvasImage();
        PaintTarget inside = area.into(image);
        if (ground != null) {
            inside.graphics().drawImage(ground, part.x, part.y, null);
        }
        painter.paint(layers, inside);
        inside.graphics().dispose();
        return image;
    }

    private static BufferedImage ground(List<BufferedImage> grounds, Rectangle part) {
        return grounds.isEmpty() ? null : grounds.get(part.y / MapPainter.BAND);
    }

    private static int rastersBelow(List<MapPainter.Prepared> layers) {
        int count = 0;
        while (count < layers.size() && layers.get(count).painter() == null) {
            count++;
        }
        return count;
    }

    private static List<Rectangle> bands(PaintTarget target) {
        Rectangle all = target.area();
        List<Rectangle> parts = new ArrayList<>();
        for (int top = 0; top < all.height; top += MapPainter.BAND) {
            parts.add(new Rectangle(0, top, all.width, Math.min(MapPainter.BAND, all.height - top)));
        }
        return parts;
    }
}
