package riskmap.render;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.stream.IntStream;
import org.geotools.api.style.ColorMap;
import org.geotools.api.style.RasterSymbolizer;
import org.geotools.api.style.ShadedRelief;
import org.locationtech.jts.geom.Coordinate;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/**
 * Paints a raster: colour map and shaded relief worked out per pixel of the target, in one image (in tiles on a large
 * page). Between cell centres of a ramp values are bilinear; classes and values take the cell the pixel lies in.
 *
 * <p>Relief: Lambert shading from the north-west (azimuth 315°, altitude 45°) of the surface sampled at the pixels.
 */
final class RasterPainter {
    /** Pixels per inch of classes and values on paper: their borders are edges. */
    static final double PAPER_DPI = 300;
    /** Pixels per inch of relief and continuous colour on paper: one and a half times what a fine screen ruling shows. */
    private static final double TONE_DPI = 200;
    /** Pixels a cell's side has on paper at the most: more would only repeat what lies between the same four centres. */
    private static final double PIXELS_PER_CELL = 4;
    /** Every so many pixels the transform is asked exactly; between them it is as good as linear. */
    private static final int STEP = 16;
    /** Shadows keep this part of the colour: black holes say nothing about the ground. */
    private static final double DARKEST = 0.4;

    private final PaintTarget target;
    private final GridPyramid pyramid;
    private Grid grid;
    private final double opacity;
    /** Image pixels per target unit. */
    private double density;

    RasterPainter(PaintTarget target, GridPyramid pyramid, double opacity) {
        this.target = target;
        this.opacity = opacity;
        this.density =
                target.raster() ? 1 : Math.max(1, PAPER_DPI / target.viewport().unitsPerInch());
        this.pyramid = pyramid;
        this.grid = pyramid.level(0);
    }

    private double cellPerPixel() {
        GridGeometry geometry = pyramid.level(0).geometry();
        double worldPerPixel = 1 / (target.viewport().scale() * density);
        boolean gridInDegrees = geometry.crs() != null && Crs.isGeographic(geometry.crs());
        boolean mapInDegrees = target.viewport().crs() != null
                && Crs.isGeographic(target.viewport().crs());
        if (gridInDegrees && !mapInDegrees) {
            return worldPerPixel / 111_319.49;
        }
        return !gridInDegrees && mapInDegrees ? worldPerPixel * 111_319.49 : worldPerPixel;
    }

    void paint(RasterSymbolizer symbolizer) {
        double alpha = opacity * Math.max(0, Math.min(1, LookReader.number(symbolizer.getOpacity(), null, 1)));
        if (alpha <= 0) {
            return;
        }
        ColorMap map = symbolizer.getColorMap();
        boolean plain = map == null || map.getColorMapEntries().length == 0;
        ColorRamp ramp = plain ? ColorRamp.greys(pyramid.extremes(), alpha) : new ColorRamp(map, alpha);
        boolean smooth = plain || map.getType() == ColorMap.TYPE_RAMP;
        // a mean of classes is no class
        if (smooth && !target.raster()) {
            density = Math.max(1, density * TONE_DPI / PAPER_DPI);
            double most = PIXELS_PER_CELL
                    * cellPerPixel()
                    * density
                    / pyramid.level(0).geometry().cellWidth();
            density = Math.max(1, Math.min(density, most));
        }
        grid = smooth ? pyramid.level(cellPerPixel()) : pyramid.level(0);
        int east = (int) Math.ceil((target.area().x + target.area().width) * density);
        int south = (int) Math.ceil((target.area().y + target.area().height) * density);
        for (int y = (int) (target.area().y * density); y < south; y += PageTiles.SIDE) {
            for (int x = (int) (target.area().x * density); x < east; x += PageTiles.SIDE) {
                target.progress().check();
                int w = PageTiles.length(x, east);
                int h = PageTiles.length(y, south);
                BufferedImage image = tile(ramp, smooth, symbolizer.getShadedRelief(), x, y, w, h);
                if (image != null) {
                    PageTiles.keepOpaque(image);
                    AffineTransform place = AffineTransform.getTranslateInstance(x / density, y / density);
                    place.scale(1 / density, 1 / density);
                    target.graphics().drawImage(image, place, null);
                }
            }
        }
    }

    private BufferedImage tile(ColorRamp ramp, boolean smooth, ShadedRelief relief, int x, int y, int w, int h) {
        // one pixel around, so that slopes at the edge of a tile are those of its neighbour
        float[] values = sample(x - 1, y - 1, w + 2, h + 2, smooth);
        if (values == null) {
            return null;
        }
        double factor = relief == null ? 0 : LookReader.number(relief.getReliefFactor(), null, 1);
        double metres = target.metresPerWorldUnit() / (target.viewport().scale() * density);
        BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        IntStream.range(0, h).parallel().forEach(row -> {
            float[] rgba = new float[4];
            int at = (row + 1) * (w + 2) + 1;
            for (int column = 0; column < w; column++, at++) {
                if (ramp.color(values[at], rgba)) {
                    float light = factor == 0 ? 1 : light(values, at, w + 2, factor / metres);
                    pixels[row * w + column] = premultiplied(rgba, light);
                }
            }
        });
        return image;
    }

    /** Lambert shading relative to flat ground: 1 on it, up to about 1.4 towards the light, never below {@link #DARKEST}. */
    private static float light(float[] v, int at, int stride, double perMetre) {
        float centre = v[at];
        double east = or(v[at + 1], centre);
        double west = or(v[at - 1], centre);
        double north = or(v[at - stride], centre);
        double south = or(v[at + stride], centre);
        double dx = (east - west) * perMetre / 2;
        double dy = (north - south) * perMetre / 2;
        // light from the north-west at 45°: (−1, 1)/√2 in plan, tan(45°) up; divided by the value on flat ground
        return (float) Math.max(DARKEST, (1 + (dx - dy) / Math.sqrt(2)) / Math.sqrt(1 + dx * dx + dy * dy));
    }

    private static float or(float value, float otherwise) {
        return value == value ? value : otherwise;
    }

    private static int premultiplied(float[] rgba, float light) {
        int alpha = Math.round(rgba[3]);
        int result = alpha << 24;
        for (int i = 0; i < 3; i++) {
            // above flat ground the colour goes towards white, so that pale colours do not saturate
            float value = light <= 1 ? rgba[i] * light : rgba[i] + (255 - rgba[i]) * (light - 1);
            result |= Math.round(Math.min(255, value) * alpha / 255) << (16 - 8 * i);
        }
        return result;
    }

    /** The values at the pixels of a tile, NaN where there are none; null when the tile lies off the raster. */
    private float[] sample(int x, int y, int w, int h, boolean smooth) {
        GridGeometry geometry = grid.geometry();
        Viewport viewport = target.viewport();
        CrsTransform transform =
                geometry.crs() == null || viewport.crs() == null || Crs.same(geometry.crs(), viewport.crs())
                        ? null
                        : Crs.transform(viewport.crs(), geometry.crs());
        double perPixel = 1 / (viewport.scale() * density);
        boolean coarse = geometry.cellWidth() > 1.5 * cellPerPixel();
        boolean sparse = smooth && geometry.cellWidth() > 4 * cellPerPixel();
        float[] values = new float[w * h];
        int bands = (h + STEP - 1) / STEP;
        boolean[] any = new boolean[bands];
        IntStream.range(0, bands).parallel().forEach(band -> {
            target.progress().check();
            int nodes = (w + STEP - 1) / STEP + 1;
            double[] upper = new double[2 * nodes];
            double[] lower = new double[2 * nodes];
            int first = band * STEP;
            nodes(upper, nodes, x, y + first, perPixel, transform);
            nodes(lower, nodes, x, y + first + STEP, perPixel, transform);
            for (int row = first; row < Math.min(h, first + STEP); row++) {
                // cells of several pixels: every second pixel of every second row is sampled, the others lie between
                if (sparse && between(y + row, row, h)) {
                    continue;
                }
                double v = (row - first) / (double) STEP;
                for (int column = 0; column < w; column++) {
                    if (sparse && between(x + column, column, w)) {
                        continue;
                    }
                    int node = column / STEP;
                    double u = (column - node * STEP) / (double) STEP;
                    double gx = mix(upper, lower, 2 * node, u, v);
                    double gy = mix(upper, lower, 2 * node + 1, u, v);
                    float value = smooth ? smooth(geometry, gx, gy, coarse) : grid.at(gx, gy);
                    values[row * w + column] = value;
                    any[band] |= value == value;
                }
            }
        });
        boolean found = false;
        for (boolean one : any) {
            found |= one;
        }
        if (found && sparse) {
            fillBetween(values, x, y, w, h);
        }
        return found ? values : null;
    }

    /** Whether a row or column lies between two sampled ones; which ones are does not depend on the tile. */
    private static boolean between(int place, int index, int size) {
        return (place & 1) == 1 && index > 0 && index < size - 1;
    }

    /** Fills the pixels that {@link #sample} skipped with the means of their neighbours. */
    private static void fillBetween(float[] values, int x, int y, int w, int h) {
        for (int row = 0; row < h; row++) {
            if (!between(y + row, row, h)) {
                for (int column = 1; column < w - 1; column++) {
                    int at = row * w + column;
                    values[at] = between(x + column, column, w) ? (values[at - 1] + values[at + 1]) / 2 : values[at];
                }
            }
        }
        for (int row = 1; row < h - 1; row++) {
            if (between(y + row, row, h)) {
                for (int at = row * w; at < (row + 1) * w; at++) {
                    values[at] = (values[at - w] + values[at + w]) / 2;
                }
            }
        }
    }

    private void nodes(double[] xy, int count, int x, int y, double perPixel, CrsTransform transform) {
        Viewport viewport = target.viewport();
        for (int i = 0; viewport.isTurned() && i < count; i++) {
            Coordinate place = viewport.toWorld((x + i * STEP + 0.5) / density, (y + 0.5) / density);
            xy[2 * i] = place.x;
            xy[2 * i + 1] = place.y;
        }
        for (int i = 0; !viewport.isTurned() && i < count; i++) {
            xy[2 * i] = target.viewport().extent().getMinX() + (x + i * STEP + 0.5) * perPixel;
            xy[2 * i + 1] = target.viewport().extent().getMaxY() - (y + 0.5) * perPixel;
        }
        if (transform != null) {
            transform.apply(xy, count);
        }
    }

    private static double mix(double[] upper, double[] lower, int at, double u, double v) {
        double top = upper[at] + u * (upper[at + 2] - upper[at]);
        double bottom = lower[at] + u * (lower[at + 2] - lower[at]);
        return top + v * (bottom - top);
    }

    /** Bilinear where cells are about a pixel, cubic where they are larger: then the relief shows no facets. */
    private float smooth(GridGeometry geometry, double x, double y, boolean coarse) {
        double column = (x - geometry.minX()) / geometry.cellWidth() - 0.5;
        double row = (geometry.maxY() - y) / geometry.cellHeight() - 0.5;
        if (!(column >= -0.5 && row >= -0.5 && column <= geometry.width() - 0.5 && row <= geometry.height() - 0.5)) {
            return Float.NaN;
        }
        int c = (int) Math.floor(column);
        int r = (int) Math.floor(row);
        float u = (float) (column - c);
        float v = (float) (row - r);
        float value = coarse && c > 0 && r > 0 && c < geometry.width() - 2 && r < geometry.height() - 2
                ? cubic(c, r, u, v)
                : bilinear(c, r, u, v);
        // beside a cell without a value the nearest cell counts
        return value == value ? value : cell(u < 0.5f ? c : c + 1, v < 0.5f ? r : r + 1);
    }

    private float cell(int column, int row) {
        return grid.get(Math.max(0, Math.min(grid.width() - 1, column)), Math.max(0, Math.min(grid.height() - 1, row)));
    }

    private float bilinear(int c, int r, float u, float v) {
        float north = cell(c, r) * (1 - u) + cell(c + 1, r) * u;
        float south = cell(c, r + 1) * (1 - u) + cell(c + 1, r + 1) * u;
        return north * (1 - v) + south * v;
    }

    private float cubic(int c, int r, float u, float v) {
        return spline(line(c, r - 1, u), line(c, r, u), line(c, r + 1, u), line(c, r + 2, u), v);
    }

    private float line(int c, int r, float u) {
        return spline(grid.get(c - 1, r), grid.get(c, r), grid.get(c + 1, r), grid.get(c + 2, r), u);
    }

    /** The uniform cubic B-spline: twice smooth, so that light changes softly; it rounds peaks by little. */
    private static float spline(float a, float b, float c, float d, float t) {
        float s = 1 - t;
        float t2 = t * t;
        float t3 = t2 * t;
        return (s * s * s * a + (3 * t3 - 6 * t2 + 4) * b + (3 * (t + t2 - t3) + 1) * c + t3 * d) / 6;
    }
}
