package riskmap.render;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.RasterSymbolizer;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Symbolizer;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Progress;
import riskmap.data.LayerData;

/**
 * Paints layers into a {@link Graphics2D}: the same for screen, image and page. Safe to use from several threads; keeps
 * what it read of the layers in its {@link LayerCache}.
 *
 * <p>Two passes: the layers from the bottom up, then the labels of all of them, which keep off each other. On a page
 * everything stays vector but rasters and crowded layers, which become images of {@value RasterPainter#PAPER_DPI} dpi
 * without loss. What the target cannot show costs next to nothing: parts outside are clipped away, points closer than
 * 0.05 mm on paper (0.4 pixel on a raster) are thinned.
 *
 * <p>Within a feature-type style rules are drawn in the order of the rules, features of one look together.
 */
public final class MapPainter {
    /** From this many features in sight a layer on a page becomes an image: nobody could tell them apart. */
    private static final int CROWDED = 20_000;
    /** Side of the images that a crowded layer becomes on a page, in pixels. */
    private static final int TILE = 2048;

    private final LayerCache cache;

    /** A painter with a cache of its own. */
    public MapPainter() {
        this(new LayerCache());
    }

    public MapPainter(LayerCache cache) {
        this.cache = cache;
    }

    public LayerCache cache() {
        return cache;
    }

    /**
     * Paints layers from the bottom up, then the labels of all of them.
     *
     * @param layers from the bottom up
     * @param viewport what part of the world goes where on the target
     * @param graphics painted in target units from (0, 0); its state is left as it was
     * @param progress asked often whether to stop
     */
    public void paint(List<PaintLayer> layers, Viewport viewport, Graphics2D graphics, Progress progress) {
        LayeredTarget layered = graphics instanceof LayeredTarget target ? target : null;
        Graphics2D own = (Graphics2D) graphics.create();
        try {
            PointPainter.hints(own);
            own.clipRect(0, 0, (int) Math.ceil(viewport.width()), (int) Math.ceil(viewport.height()));
            PaintTarget target = PaintTarget.of(own, viewport, progress);
            List<Prepared> prepared = new ArrayList<>();
            for (int i = 0; i < layers.size(); i++) {
                PaintLayer layer = layers.get(i);
                progress.check();
                if (layered != null) {
                    layered.beginLayer(layer.id(), layer.opacity());
                }
                prepared.add(paint(layer, target, layered != null));
                if (layered != null) {
                    layered.endLayer();
                }
                progress.report((i + 1.0) / (layers.size() + 1));
            }
            if (layered != null) {
                layered.beginLayer(LayeredTarget.LABELS, 1);
            }
            LabelPainter.paint(own, labels(prepared, target));
            if (layered != null) {
                layered.endLayer();
            }
            progress.report(1);
        } finally {
            own.dispose();
        }
    }

    /** A feature layer with what of it is in sight. */
    private record Prepared(PaintLayer layer, FeaturePainter painter, IntList visible) {}

    private Prepared paint(PaintLayer layer, PaintTarget target, boolean opacityIsTheirs) {
        double opacity = opacityIsTheirs ? 1 : layer.opacity();
        if (opacity <= 0) {
            return null;
        }
        if (layer.data() instanceof LayerData.Raster raster) {
            for (RasterSymbolizer symbolizer : rasterSymbolizers(layer, target)) {
                new RasterPainter(target, cache.pyramid(raster.grid()), opacity).paint(symbolizer);
            }
            return null;
        }
        LayerData.Features features = (LayerData.Features) layer.data();
        LayerCache.Styled styled = cache.styled(
                features.source(),
                layer.style(),
                layer.filter(),
                target.viewport().crs(),
                target.progress());
        FeaturePainter painter = new FeaturePainter(styled, layer.style());
        IntList visible = painter.visible(target);
        if (target.raster() && opacity < 1) {
            blended(target, painter, visible, opacity);
        } else if (!target.raster() && visible.size() > CROWDED) {
            tiled(target, painter, opacity);
        } else {
            painter.paint(target, visible, opacity);
        }
        return new Prepared(layer, painter, visible);
    }

    private static List<RasterSymbolizer> rasterSymbolizers(PaintLayer layer, PaintTarget target) {
        List<RasterSymbolizer> result = new ArrayList<>();
        double scale = target.scaleDenominator();
        for (FeatureTypeStyle part : layer.style().featureTypeStyles()) {
            for (Rule rule : part.rules()) {
                for (Symbolizer symbolizer : rule.symbolizers()) {
                    if (symbolizer instanceof RasterSymbolizer raster
                            && scale >= rule.getMinScaleDenominator()
                            && scale < rule.getMaxScaleDenominator()) {
                        result.add(raster);
                    }
                }
            }
        }
        return result;
    }

    /** Paints a layer into an image of its own and that with its opacity, so that overlaps do not show. */
    private static void blended(PaintTarget target, FeaturePainter painter, IntList visible, double opacity) {
        int width = (int) Math.ceil(target.viewport().width());
        int height = (int) Math.ceil(target.viewport().height());
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D inside = image.createGraphics();
        PointPainter.hints(inside);
        painter.paint(target.on(inside, true), visible, 1);
        inside.dispose();
        Graphics2D graphics = (Graphics2D) target.graphics().create();
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
    }

    /** Paints a crowded layer of a page as images, in tiles that keep memory bounded. */
    private static void tiled(PaintTarget target, FeaturePainter painter, double opacity) {
        Viewport viewport = target.viewport();
        double density = Math.max(1, RasterPainter.PAPER_DPI / viewport.unitsPerInch());
        int width = (int) Math.ceil(viewport.width() * density);
        int height = (int) Math.ceil(viewport.height() * density);
        double world = 1 / (viewport.scale() * density);
        for (int y = 0; y < height; y += TILE) {
            for (int x = 0; x < width; x += TILE) {
                target.progress().check();
                int w = Math.min(TILE, width - x);
                int h = Math.min(TILE, height - y);
                double west = viewport.extent().getMinX() + x * world;
                double north = viewport.extent().getMaxY() - y * world;
                Viewport part = new Viewport(
                        new Envelope(west, west + w * world, north - h * world, north),
                        w,
                        h,
                        viewport.unitsPerInch() * density,
                        viewport.crs());
                BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB_PRE);
                Graphics2D inside = image.createGraphics();
                PointPainter.hints(inside);
                PaintTarget tile = new PaintTarget(inside, part, true, target.progress());
                painter.paint(tile, painter.visible(tile), opacity);
                inside.dispose();
                AffineTransform place = AffineTransform.getTranslateInstance(x / density, y / density);
                place.scale(1 / density, 1 / density);
                target.graphics().drawImage(image, place, null);
            }
        }
    }

    private static List<PlacedLabel> labels(List<Prepared> prepared, PaintTarget target) {
        LabelSink sink = new LabelSink();
        for (int i = prepared.size() - 1; i >= 0; i--) {
            Prepared one = prepared.get(i);
            if (one != null) {
                one.painter().label(target, one.visible(), one.layer().opacity(), sink);
            }
            sink.nextLayer();
        }
        LabelPlacer placer = new LabelPlacer(target);
        sink.obstacles().forEach(placer::obstacle);
        return placer.place(sink.labels());
    }
}
