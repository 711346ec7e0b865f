package riskmap.render;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.RasterSymbolizer;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Symbolizer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.data.gpkg.RowSink;
import riskmap.style.RuleFacts;

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
    /** Height in pixels of the bands that threads paint: the same on every computer, so that pictures are. */
    static final int BAND = 256;

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
        paint(layers, viewport, graphics, () -> {}, progress);
    }

    /**
     * As above.
     *
     * @param beforeLabels draws into the same target what lies over the layers and under the labels
     */
    public void paint(
            List<PaintLayer> layers, Viewport viewport, Graphics2D graphics, Runnable beforeLabels, Progress progress) {
        LayeredTarget layered = graphics instanceof LayeredTarget target ? target : null;
        Graphics2D own = (Graphics2D) graphics.create();
        try {
            PointPainter.hints(own);
            own.clipRect(0, 0, (int) Math.ceil(viewport.width()), (int) Math.ceil(viewport.height()));
            PaintTarget target = PaintTarget.of(own, viewport, progress).onWholePixels();
            List<Prepared> prepared = prepare(layers, target);
            progress.report(0.5);
            if (target.raster()) {
                banded(prepared, target);
            } else {
                for (Prepared layer : prepared) {
                    progress.check();
                    if (layered != null) {
                        layered.beginLayer(layer.layer().id(), layer.layer().opacity());
                    }
                    paint(layer, target, layered == null ? layer.layer().opacity() : 1);
                    if (layered != null) {
                        layered.endLayer();
                    }
                }
            }
            progress.report(0.9);
            beforeLabels.run();
            if (layered != null) {
                layered.beginLayer(LayeredTarget.LABELS, 1);
            }
            LabelPainter.paint(own, new LabelMemory().place(prepared, target));
            if (layered != null) {
                layered.endLayer();
            }
            progress.report(1);
        } finally {
            own.dispose();
        }
    }

    /**
     * Reads layers that will be painted in a CRS, so that they are at hand. The largest come first: begun last, it would
     * keep one thread busy while the others have nothing left.
     */
    public void read(List<PaintLayer> layers, CoordinateReferenceSystem crs, Progress progress) {
        record Sized(PaintLayer layer, long rows) {}
        List<PaintLayer> largestFirst = layers.stream()
                .filter(layer -> layer.opacity() > 0)
                .map(layer -> new Sized(
                        layer,
                        layer.data() instanceof LayerData.Features features ? RowSink.about(features.source()) : 0))
                .sorted(Comparator.comparingLong(Sized::rows).reversed())
                .map(Sized::layer)
                .toList();
        LayerReading.each(largestFirst, layer -> styled(layer, crs, progress));
    }

    /**
     * How many features of a layer lie in a rectangle by the rules that they fulfil.
     *
     * @param rules any number, such as the entries of a legend
     * @param extent in the CRS
     * @return nothing for rasters, and where so much lies at the edge that it is better read
     */
    public Optional<RulesInside> inside(
            PaintLayer layer, List<Rule> rules, CoordinateReferenceSystem crs, Envelope extent, Progress progress) {
        return styled(layer, crs, progress).flatMap(styled -> RulesInside.of(styled, layer, rules, extent, progress));
    }

    private Optional<LayerCache.Styled> styled(PaintLayer layer, CoordinateReferenceSystem crs, Progress progress) {
        progress.check();
        return layer.data() instanceof LayerData.Features features
                ? Optional.of(cache.styled(features.source(), layer.style(), layer.filter(), crs, progress))
                : Optional.empty();
    }

    /** A layer whose data is at hand: the painter of its features, or null for a raster. */
    record Prepared(PaintLayer layer, FeaturePainter painter) {}

    /** Reads what is not in the cache, several layers at a time. */
    List<Prepared> prepare(List<PaintLayer> layers, PaintTarget target) {
        return LayerReading.each(
                layers.stream().filter(layer -> layer.opacity() > 0).toList(),
                layer -> new Prepared(layer, painter(layer, target)));
    }

    private FeaturePainter painter(PaintLayer layer, PaintTarget target) {
        return styled(layer, target.viewport().crs(), target.progress())
                .map(styled -> new FeaturePainter(styled, layer.style()))
                .orElse(null);
    }

    /** Paints a raster target in bands, each from the bottom layer up. */
    private void banded(List<Prepared> layers, PaintTarget target) {
        banded(target, band -> paint(layers, band));
    }

    /** Paints the area of a raster target in bands, each by one thread; the same whatever their number. */
    private static void banded(PaintTarget target, Consumer<PaintTarget> painting) {
        Rectangle all = target.area();
        List<Rectangle> parts = new ArrayList<>();
        for (int top = 0; top < all.height; top += BAND) {
            parts.add(new Rectangle(all.x, all.y + top, all.width, Math.min(BAND, all.height - top)));
        }
        List<BufferedImage> images =
                parts.parallelStream().map(part -> band(target, part, painting)).toList();
        for (int i = 0; i < parts.size(); i++) {
            target.graphics().drawImage(images.get(i), all.x, parts.get(i).y, null);
        }
    }

    private static BufferedImage band(PaintTarget target, Rectangle part, Consumer<PaintTarget> painting) {
        PaintTarget area = target.on(target.graphics(), part);
        BufferedImage image = area.canvasImage();
        PaintTarget inside = area.into(image);
        painting.accept(inside);
        inside.graphics().dispose();
        return image;
    }

    /** Paints layers of a band without their labels; of those below a crowd only what can be seen. */
    void paint(List<Prepared> layers, PaintTarget band) {
        HiddenPixels.Found found = HiddenPixels.under(layers, band);
        for (int i = 0; i < layers.size(); i++) {
            band.progress().check();
            band.know(found.crowds(), i < found.layer() ? found.pixels() : null);
            paint(layers.get(i), band, layers.get(i).layer().opacity(), i == found.layer() ? found.visible() : null);
        }
    }

    /** Paints one layer without its labels. */
    void paint(Prepared prepared, PaintTarget target, double opacity) {
        paint(prepared, target, opacity, null);
    }

    /** The same where its rows in sight may be known already; null where they are not. */
    private void paint(Prepared prepared, PaintTarget target, double opacity, IntList known) {
        FeaturePainter painter = prepared.painter();
        if (painter == null) {
            GridPyramid pyramid =
                    cache.pyramid(((LayerData.Raster) prepared.layer().data()).grid());
            for (RasterPart part : rasterParts(prepared.layer(), target)) {
                BlendedPart.paint(
                        target, part.blend(), on -> new RasterPainter(on, pyramid, opacity).paint(part.symbolizer()));
            }
            return;
        }
        IntList visible = known == null ? painter.visible(target) : known;
        if (target.raster() && opacity < 1 && !painter.blends()) {
            blended(target, painter, visible, opacity);
        } else if (!target.raster() && visible.size() > CROWDED && !painter.blends()) {
            tiled(target, painter, opacity);
        } else {
            painter.paint(target, visible, opacity);
        }
    }

    /** A raster's symbolizer and how it mixes with what lies below it, null for covering. */
    private record RasterPart(RasterSymbolizer symbolizer, Blend blend) {}

    private static List<RasterPart> rasterParts(PaintLayer layer, PaintTarget target) {
        List<RasterPart> result = new ArrayList<>();
        double scale = target.scaleDenominator();
        for (FeatureTypeStyle part : layer.style().featureTypeStyles()) {
            for (Rule rule : part.rules()) {
                for (Symbolizer symbolizer : rule.symbolizers()) {
                    if (symbolizer instanceof RasterSymbolizer raster
                            && RuleFacts.onMap(rule)
                            && scale >= rule.getMinScaleDenominator()
                            && scale < rule.getMaxScaleDenominator()) {
                        Blend own = Blend.of(raster.getOptions());
                        result.add(new RasterPart(raster, own == null ? Blend.of(part.getOptions()) : own));
                    }
                }
            }
        }
        return result;
    }

    /** Paints a layer into an image of its own and that with its opacity, so that overlaps do not show. */
    private static void blended(PaintTarget target, FeaturePainter painter, IntList visible, double opacity) {
        if (visible.isEmpty()) {
            return;
        }
        BufferedImage image = target.canvasImage();
        PaintTarget inside = target.into(image);
        painter.paint(inside, visible, 1);
        inside.graphics().dispose();
        Graphics2D graphics = (Graphics2D) target.graphics().create();
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
        graphics.drawImage(image, target.canvas().x, target.canvas().y, null);
        graphics.dispose();
    }

    /** Paints a crowded layer of a page as images, in tiles that keep memory bounded, each by all cores. */
    private static void tiled(PaintTarget target, FeaturePainter painter, double opacity) {
        Viewport viewport = target.viewport();
        double density = Math.max(1, RasterPainter.PAPER_DPI / viewport.unitsPerInch());
        int width = (int) Math.ceil(viewport.width() * density);
        int height = (int) Math.ceil(viewport.height() * density);
        double world = 1 / (viewport.scale() * density);
        double west = viewport.extent().getMinX();
        double north = viewport.extent().getMaxY();
        Envelope extent = viewport.isTurned()
                ? around(viewport.toWorld(width / 2.0 / density, height / 2.0 / density), width, height, world)
                : new Envelope(west, west + width * world, north - height * world, north);
        Viewport fine = new Viewport(
                extent, width, height, viewport.unitsPerInch() * density, viewport.crs(), viewport.rotation());
        PaintTarget all = new PaintTarget(target.graphics(), fine, true, target.progress());
        for (int y = 0; y < height; y += PageTiles.SIDE) {
            for (int x = 0; x < width; x += PageTiles.SIDE) {
                target.progress().check();
                Rectangle area = new Rectangle(x, y, PageTiles.length(x, width), PageTiles.length(y, height));
                PaintTarget tile = all.on(target.graphics(), area);
                BufferedImage image = tile.canvasImage();
                PaintTarget inside = tile.into(image);
                banded(inside, band -> painter.paint(band, painter.visible(band), opacity));
                inside.graphics().dispose();
                PageTiles.keepOpaque(image);
                AffineTransform place = AffineTransform.getTranslateInstance(x / density, y / density);
                place.scale(1 / density, 1 / density);
                target.graphics().drawImage(image, place, null);
            }
        }
    }

    private static Envelope around(Coordinate middle, int width, int height, double world) {
        Envelope result = new Envelope(middle);
        result.expandBy(width * world / 2, height * world / 2);
        return result;
    }
}
