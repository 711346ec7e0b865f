package riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.render.Scenes.PLANE;
import static riskmap.render.Scenes.features;
import static riskmap.render.Scenes.layer;
import static riskmap.render.Scenes.named;
import static riskmap.render.Scenes.paint;
import static riskmap.render.Scenes.style;
import static riskmap.render.Scenes.viewport;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;
import org.geotools.api.filter.Filter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import riskmap.data.LayerData;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.style.LegendEntry;
import riskmap.style.Styles;

/** Pictures without text, compared with those of {@code src/test/resources/riskmap/render} that people looked at. */
class GoldenPictureTest {
    private static final String BLOB =
            "POLYGON ((10 20, 60 8, 112 30, 104 84, 70 110, 24 100, 10 20), (50 45, 75 45, 75 70, 50 70, 50 45))";

    @TestFactory
    Stream<DynamicTest> picturesLookAsTheyDid() {
        return Stream.of(
                test("zones", this::zones),
                test("zones-print", () -> shapes("risk_zone-print")),
                test("roads", this::roads),
                test("symbols", this::symbols),
                test("relief", this::relief),
                test("lines", this::lines),
                test("swatches", this::swatches));
    }

    private interface Scene {
        BufferedImage paint();
    }

    private static DynamicTest test(String name, Scene scene) {
        return DynamicTest.dynamicTest(name, () -> assertThat(Pictures.differentFromGolden(scene.paint(), name))
                .isLessThan(60));
    }

    private BufferedImage zones() {
        return shapes("risk_zone");
    }

    private BufferedImage shapes(String style) {
        LayerData.Features data = named(PLANE, "level", BLOB, 1, moved(110), 2, moved(220), 3, moved(330), 4);
        return paint(viewport(460, 120), layer(data, Styles.shipped(style)));
    }

    private static String moved(int by) {
        return String.format(
                "POLYGON ((%d 20, %d 8, %d 30, %d 84, %d 110, %d 100, %d 20))",
                10 + by, 60 + by, 112 + by, 104 + by, 70 + by, 24 + by, 10 + by);
    }

    private BufferedImage roads() {
        List<String> classes = List.of("village", "township", "county", "provincial", "national", "expressway");
        Object[] lines = new Object[2 * classes.size()];
        for (int i = 0; i < classes.size(); i++) {
            int y = 100 + 180 * i;
            lines[2 * i] = String.format("LINESTRING (50 %d, 600 %d, 1200 %d, 1950 1100)", y, y + 120, y - 20);
            lines[2 * i + 1] = classes.get(i);
        }
        // 10 m a pixel at 96 dpi is about 1:38,000
        org.locationtech.jts.geom.Envelope extent = new org.locationtech.jts.geom.Envelope(0, 2000, 0, 1200);
        Viewport viewport = new Viewport(extent, 200, 120, 96, PLANE);
        return paint(viewport, layer(named(PLANE, "class", lines), Styles.shipped("road")));
    }

    private BufferedImage symbols() {
        String[] names = {"shelter", "geohazard_site", "hospital", "hazardous_site", "port", "reservoir", "gauge"};
        PaintLayer[] layers = new PaintLayer[names.length];
        for (int i = 0; i < names.length; i++) {
            layers[i] = new PaintLayer(
                    names[i],
                    named(PLANE, "type", "POINT (" + (20 + 30 * i) + " 20)", "landslide"),
                    Styles.shipped(names[i]),
                    Filter.INCLUDE,
                    1);
        }
        return paint(viewport(220, 40), layers);
    }

    @Test
    void geologicalHazardsAreToldApartByTheirOutlinesWhereTheirDrawingsAreTooSmallToBeRead() {
        List<String> types = List.of("landslide", "rockfall", "debris_flow", "subsidence", "unstable_slope");
        Object[] points = new Object[2 * types.size()];
        // 50 m a pixel at 96 dpi is about 1:190,000
        for (int i = 0; i < types.size(); i++) {
            points[2 * i] = "POINT (" + 50 * (15 + 30 * i) + " 750)";
            points[2 * i + 1] = types.get(i);
        }
        Viewport viewport = new Viewport(new org.locationtech.jts.geom.Envelope(0, 7500, 0, 1500), 150, 30, 96, PLANE);
        BufferedImage picture = paint(viewport, layer(named(PLANE, "type", points), Styles.shipped("geohazard_site")));
        for (int a = 0; a < types.size(); a++) {
            for (int b = a + 1; b < types.size(); b++) {
                int apart = 0;
                for (int y = 0; y < 30; y++) {
                    for (int x = 0; x < 30; x++) {
                        apart += red(picture, 30 * a + x, y) != red(picture, 30 * b + x, y) ? 1 : 0;
                    }
                }
                assertThat(apart).as(types.get(a) + " and " + types.get(b)).isGreaterThan(15);
            }
        }
    }

    private static boolean red(BufferedImage picture, int x, int y) {
        java.awt.Color colour = new java.awt.Color(picture.getRGB(x, y));
        return colour.getRed() > 150 && colour.getGreen() < 150;
    }

    private BufferedImage relief() {
        GridGeometry geometry = new GridGeometry(60, 40, 0, 120, 3, 3, PLANE);
        float[] cells = new float[60 * 40];
        for (int i = 0; i < cells.length; i++) {
            double x = (i % 60 - 30) / 12.0;
            double y = (i / 60 - 20) / 9.0;
            cells[i] = (float) (18 * Math.exp(-x * x - y * y) - 2 + i % 60 * 0.1);
        }
        Grid grid = new Grid(geometry, cells);
        return paint(viewport(180, 120), layer(new LayerData.Raster(grid), Styles.shipped("dem")));
    }

    private BufferedImage lines() {
        String rules = "<Rule><LineSymbolizer><Stroke><CssParameter name=\"stroke\">#A8322A</CssParameter>"
                + "<CssParameter name=\"stroke-width\">3</CssParameter>"
                + "<CssParameter name=\"stroke-dasharray\">10 4</CssParameter></Stroke></LineSymbolizer>"
                + "<LineSymbolizer><Stroke><CssParameter name=\"stroke\">#2471A3</CssParameter></Stroke>"
                + "<PerpendicularOffset>8</PerpendicularOffset></LineSymbolizer><LineSymbolizer><Stroke><GraphicStroke>"
                + "<Graphic><Mark><WellKnownName>triangle</WellKnownName><Fill><CssParameter name=\"fill\">#1E7B4B"
                + "</CssParameter></Fill></Mark><Size>8</Size><Gap>12</Gap></Graphic></GraphicStroke></Stroke>"
                + "</LineSymbolizer></Rule>";
        String bend = "LINESTRING (10 20, 60 90, 120 30, 190 90)";
        return paint(viewport(200, 110), layer(features(PLANE, bend, 1), style(rules)));
    }

    private BufferedImage swatches() {
        BufferedImage image = new BufferedImage(240, 60, BufferedImage.TYPE_INT_ARGB_PRE);
        java.awt.Graphics2D graphics = image.createGraphics();
        graphics.setColor(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, 240, 60);
        int x = 4;
        for (String style : List.of("risk_zone", "flood_zone", "dyke", "shelter", "district", "fault_line")) {
            LegendEntry entry = LegendEntry.of(Styles.shipped(style)).get(0);
            SymbolPainter.paint(entry, new Rectangle2D.Double(x, 4, 32, 22), graphics, 96);
            SymbolPainter.paint(entry, new Rectangle2D.Double(x, 34, 32, 22), graphics, 144);
            x += 39;
        }
        return image;
    }
}
