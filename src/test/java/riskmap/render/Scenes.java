package riskmap.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.style.Style;
import org.geotools.data.DataUtilities;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.style.SldReader;

/** Small scenes for the painter's tests: features from WKT, styles from rules, pictures as pixels. */
final class Scenes {
    static final CoordinateReferenceSystem PLANE = Crs.of(4550);

    private Scenes() {}

    /** Features of one attribute {@code v} each: WKT or geometry and value in turn. */
    static LayerData.Features features(CoordinateReferenceSystem crs, Object... wktAndValue) {
        return named(crs, "v", wktAndValue);
    }

    /** The same with another name for the attribute. */
    static LayerData.Features named(CoordinateReferenceSystem crs, String attribute, Object... wktAndValue) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName("layer");
        builder.add("geom", Geometry.class, crs);
        builder.add(attribute, Object.class);
        SimpleFeatureType type = builder.buildFeatureType();
        List<SimpleFeature> features = new ArrayList<>();
        for (int i = 0; i < wktAndValue.length; i += 2) {
            Geometry geometry = wktAndValue[i] instanceof Geometry made ? made : geometry((String) wktAndValue[i]);
            features.add(SimpleFeatureBuilder.build(
                    type, new Object[] {geometry, wktAndValue[i + 1]}, "layer." + features.size()));
        }
        return new LayerData.Features(DataUtilities.source(new ListFeatureCollection(type, features)));
    }

    static Geometry geometry(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A style from the inside of one feature-type style. */
    static Style style(String rules) {
        SldReader.Result read = SldReader.parse("<StyledLayerDescriptor version=\"1.0.0\""
                + " xmlns=\"http://www.opengis.net/sld\" xmlns:ogc=\"http://www.opengis.net/ogc\""
                + " xmlns:xlink=\"http://www.w3.org/1999/xlink\"><NamedLayer><Name>s</Name><UserStyle>"
                + "<FeatureTypeStyle>" + rules
                + "</FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>");
        if (!read.notes().isEmpty()) {
            throw new IllegalArgumentException(read.notes().toString());
        }
        return read.style();
    }

    static String fill(String color) {
        return "<PolygonSymbolizer><Fill><CssParameter name=\"fill\">" + color
                + "</CssParameter></Fill></PolygonSymbolizer>";
    }

    static String line(String color, double width) {
        return "<LineSymbolizer><Stroke><CssParameter name=\"stroke\">" + color
                + "</CssParameter><CssParameter name=\"stroke-width\">" + width
                + "</CssParameter></Stroke></LineSymbolizer>";
    }

    static PaintLayer layer(LayerData data, Style style) {
        return new PaintLayer("layer", data, style, Filter.INCLUDE, 1);
    }

    /** A viewport of a unit a pixel, from (0, 0). */
    static Viewport viewport(int width, int height) {
        return new Viewport(new Envelope(0, width, 0, height), width, height, 96, PLANE);
    }

    static BufferedImage paint(Viewport viewport, PaintLayer... layers) {
        return paint(new MapPainter(), viewport, layers);
    }

    static BufferedImage paint(MapPainter painter, Viewport viewport, PaintLayer... layers) {
        BufferedImage image =
                new BufferedImage((int) viewport.width(), (int) viewport.height(), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        painter.paint(List.of(layers), viewport, graphics, Progress.silent());
        graphics.dispose();
        return image;
    }

    static Color pixel(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(x, y));
    }
}
