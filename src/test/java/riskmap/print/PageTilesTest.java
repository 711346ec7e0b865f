package riskmap.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.data.DataUtilities;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.render.MapPainter;
import riskmap.render.PaintLayer;
import riskmap.render.Viewport;
import riskmap.style.SldReader;

/** A layer that a page has as several pictures shows no lines between them, also where a viewer smooths their edges. */
class PageTilesTest {
    /** 150 squares each way, of 10 metres, on 800 × 800 points: more than one picture each way at 300 dots an inch. */
    private static final int SIDE = 150;

    private static final int POINTS = 800;

    @Test
    void noGroundShowsBetweenThePicturesOfARaster() {
        float[] cells = new float[SIDE * SIDE];
        Arrays.fill(cells, 1);
        Grid grid = new Grid(new GridGeometry(SIDE, SIDE, 0, 10.0 * SIDE, 10, 10, Crs.of(4550)), cells);
        noGroundShows(
                new LayerData.Raster(grid),
                "<RasterSymbolizer><ColorMap type=\"values\"><ColorMapEntry color=\"%s\" quantity=\"1\"/></ColorMap>"
                        + "<Opacity>%s</Opacity></RasterSymbolizer>");
    }

    @Test
    void noGroundShowsBetweenThePicturesOfACrowdedLayer() {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName("squares");
        builder.add("geom", Polygon.class, Crs.of(4550));
        SimpleFeatureType type = builder.buildFeatureType();
        GeometryFactory geometries = new GeometryFactory();
        List<SimpleFeature> squares = new ArrayList<>();
        for (int i = 0; i < SIDE * SIDE; i++) {
            double x = i % SIDE * 10.0;
            double y = i / SIDE * 10.0;
            Object square = geometries.toGeometry(new Envelope(x, x + 10, y, y + 10));
            squares.add(SimpleFeatureBuilder.build(type, new Object[] {square}, "squares." + i));
        }
        noGroundShows(
                new LayerData.Features(DataUtilities.source(new ListFeatureCollection(type, squares))),
                "<PolygonSymbolizer><Fill><CssParameter name=\"fill\">%s</CssParameter><CssParameter"
                        + " name=\"fill-opacity\">%s</CssParameter></Fill></PolygonSymbolizer>");
    }

    private static void noGroundShows(LayerData data, String symbolizer) {
        Pictures whole = painted(data, symbolizer.formatted("#000000", "1"));
        assertThat(whole.images).hasSize(4);
        BufferedImage page = smoothed(whole);
        for (int i = 10; i < POINTS - 10; i++) {
            assertThat(page.getRGB(i, 100) & 0xFF).as("column %d", i).isLessThan(3);
            assertThat(page.getRGB(100, i) & 0xFF).as("row %d", i).isLessThan(3);
        }
        // what is translucent is not laid twice
        Pictures faint = painted(data, symbolizer.formatted("#000000", "0.5"));
        BufferedImage first = faint.images.get(0);
        assertThat(first.getRGB(2047, 100) >>> 24).isBetween(120, 135);
        assertThat(first.getRGB(2048, 100) >>> 24).isZero();
        assertThat(first.getRGB(100, 2048) >>> 24).isZero();
    }

    private static Pictures painted(LayerData data, String symbolizer) {
        String sld = "<StyledLayerDescriptor version=\"1.0.0\"><NamedLayer><UserStyle><FeatureTypeStyle><Rule>"
                + symbolizer + "</Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>";
        PaintLayer layer = new PaintLayer("layer", data, SldReader.parse(sld).style(), Filter.INCLUDE, 1);
        double metres = 10.0 * SIDE;
        Viewport viewport = new Viewport(new Envelope(0, metres, 0, metres), POINTS, POINTS, 72, Crs.of(4550));
        Pictures result = new Pictures();
        new MapPainter().paint(List.of(layer), viewport, result, Progress.silent());
        return result;
    }

    /** As a viewer shows it that smooths the edges of pictures: each covers a part of the pixels it ends in. */
    private static BufferedImage smoothed(Pictures pictures) {
        BufferedImage page = new BufferedImage(POINTS, POINTS, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = page.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, POINTS, POINTS);
        graphics.setColor(Color.BLACK);
        pictures.places.forEach(graphics::fill);
        graphics.dispose();
        return page;
    }

    /** Keeps the pictures of a page and where they lie. */
    private static final class Pictures extends VectorGraphics {
        private final List<BufferedImage> images;
        private final List<Rectangle2D> places;

        Pictures() {
            images = new ArrayList<>();
            places = new ArrayList<>();
        }

        private Pictures(Pictures other) {
            super(other);
            images = other.images;
            places = other.places;
        }

        @Override
        public Graphics create() {
            return new Pictures(this);
        }

        @Override
        void imagePage(BufferedImage image, AffineTransform toPage) {
            images.add(image);
            places.add(toPage.createTransformedShape(new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight()))
                    .getBounds2D());
        }

        @Override
        void fillPage(Shape shape) {
            throw new AssertionError("no shapes expected");
        }

        @Override
        void strokePage(Shape shape, BasicStroke line) {
            throw new AssertionError("no lines expected");
        }

        @Override
        void textPage(String text, double x, double y) {
            throw new AssertionError("no text expected");
        }
    }
}
