package riskmap.render;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import riskmap.base.Progress;

/**
 * Paints the same map again and again, as a window does. Keeps the picture of the layers without their labels; when
 * nothing but some features has changed since, it paints anew only where they were and are, and all labels. The result is
 * to the pixel what {@link MapPainter} paints from nothing: see {@link Repainting} for how far around an edit that takes.
 *
 * <p>Belongs to one thread; the pictures must be raster targets.
 */
public final class ScreenPainter {
    private final MapPainter painter;
    private Kept kept;
    private List<Rectangle> painted = List.of();

    public ScreenPainter(MapPainter painter) {
        this.painter = painter;
    }

    /**
     * What the last picture was made of.
     *
     * @param viewport what it shows
     * @param layers its layers as they were
     * @param bands the layers without labels, band by band
     * @param grounds the rasters under all else, band by band; empty where there are none
     */
    private record Kept(
            Viewport viewport,
            List<MapPainter.Prepared> layers,
            List<BufferedImage> bands,
            List<BufferedImage> grounds) {}

    /** Paints layers from the bottom up, then the labels of all of them, as {@link MapPainter#paint} does. */
    public void paint(List<PaintLayer> layers, Viewport viewport, Graphics2D graphics, Progress progress) {
        Graphics2D own = (Graphics2D) graphics.create();
        try {
            PointPainter.hints(own);
            own.clipRect(0, 0, (int) Math.ceil(viewport.width()), (int) Math.ceil(viewport.height()));
            PaintTarget target = new PaintTarget(own, viewport, true, progress);
            List<MapPainter.Prepared> prepared = painter.prepare(layers, target);
            kept = kept != null && kept.viewport().equals(viewport)
                    ? repainted(kept, prepared, target)
                    : whole(prepared, target);
            for (int i = 0; i < kept.bands().size(); i++) {
                own.drawImage(kept.bands().get(i), 0, i * MapPainter.BAND, null);
            }
            LabelPainter.paint(own, MapPainter.labels(kept.layers(), target));
        } finally {
            own.dispose();
        }
    }

    /** The rectangles that the last call painted, labels aside. */
    List<Rectangle> painted() {
        return painted;
    }

    private Kept whole(List<MapPainter.Prepared> layers, PaintTarget target) {
        kept = null;
        painted = bands(target);
        int below = rastersBelow(layers);
        List<BufferedImage> grounds = below == 0
                ? List.of()
                : painted.parallelStream()
                        .map(part -> paint(layers.subList(0, below), target, part, null, null))
                        .toList();
        List<BufferedImage> bands = painted.parallelStream()
                .map(part -> paint(layers.subList(below, layers.size()), target, part, null, ground(grounds, part)))
                .toList();
        return new Kept(target.viewport(), layers, bands, grounds);
    }

    private Kept repainted(Kept last, List<MapPainter.Prepared> now, PaintTarget target) {
        Repainting repainting = Repainting.between(last.layers(), now).orElse(null);
        if (repainting == null) {
            return whole(now, target);
        }
        List<MapPainter.Prepared> layers = repainting.layers();
        List<MapPainter.Prepared> above = layers.subList(rastersBelow(layers), layers.size());
        List<Rectangle> parts = bands(target);
        List<Rectangle> dirty = parts.parallelStream()
                .map(part -> repainting.in(target.on(target.graphics(), part)))
                .toList();
        List<BufferedImage> bands = new ArrayList<>(parts.parallelStream()
                .map(part -> {
                    Rectangle focus = dirty.get(part.y / MapPainter.BAND);
                    return focus.isEmpty()
                            ? last.bands().get(part.y / MapPainter.BAND)
                            : renewed(last, above, target, part, focus);
                })
                .toList());
        painted = dirty.stream().filter(part -> !part.isEmpty()).toList();
        return new Kept(last.viewport(), layers, bands, last.grounds());
    }

    /** A band of the last picture with a part of it painted anew. */
    private BufferedImage renewed(
            Kept last, List<MapPainter.Prepared> above, PaintTarget target, Rectangle part, Rectangle focus) {
        BufferedImage fresh = paint(above, target, part, focus, ground(last.grounds(), part));
        if (focus.equals(part)) {
            return fresh;
        }
        BufferedImage result = copy(last.bands().get(part.y / MapPainter.BAND));
        int x = focus.x - part.x;
        int y = focus.y - part.y;
        Graphics2D into = result.createGraphics();
        into.setComposite(AlphaComposite.Src);
        into.drawImage(fresh.getSubimage(x, y, focus.width, focus.height), x, y, null);
        into.dispose();
        return result;
    }

    private BufferedImage paint(
            List<MapPainter.Prepared> layers,
            PaintTarget target,
            Rectangle part,
            Rectangle focus,
            BufferedImage ground) {
        PaintTarget area = target.on(target.graphics(), part).focusedOn(focus);
        BufferedImage image = ground == null ? area.areaImage() : copy(ground);
        Graphics2D inside = area.areaGraphics(image);
        inside.clip(focus == null ? part : focus);
        for (MapPainter.Prepared layer : layers) {
            target.progress().check();
            painter.paint(layer, area.on(inside), layer.layer().opacity());
        }
        inside.dispose();
        return image;
    }

    private static BufferedImage copy(BufferedImage image) {
        BufferedImage result = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        image.copyData(result.getRaster());
        return result;
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
