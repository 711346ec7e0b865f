package riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.geotools.api.style.Style;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.style.LegendEntry;
import riskmap.style.SldReader;
import riskmap.style.SldWriter;

/** What a style leaves out, says beside a pattern or says of another place than a feature's own. */
class StyleRemaindersTest {
    private static final String AREA = "POLYGON ((10 10, 90 10, 90 30, 10 30, 10 10))";
    private static final String METRES = " uom=\"http://www.opengeospatial.org/se/units/metre\"";

    private static SldReader.Result read(String symbolizer) {
        return SldReader.parse("<StyledLayerDescriptor version=\"1.0.0\""
                + " xmlns=\"http://www.opengis.net/sld\" xmlns:ogc=\"http://www.opengis.net/ogc\">"
                + "<NamedLayer><Name>s</Name><UserStyle><FeatureTypeStyle><Rule>" + symbolizer
                + "</Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>");
    }

    private static BufferedImage picture(Style style, Object... shapes) {
        return Scenes.paint(Scenes.viewport(100, 40), Scenes.layer(Scenes.features(Scenes.PLANE, shapes), style));
    }

    /** How many pixels of the middle column are dark. */
    private static int dark(BufferedImage picture) {
        int dark = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            dark += Scenes.pixel(picture, 50, y).getRed() < 200 ? 1 : 0;
        }
        return dark;
    }

    /** OGC 05-077r4, 11.1.3: a stroke without a width is one pixel wide; in metres that is not one metre. */
    @Test
    void aStrokeWithoutAWidthIsAPixelWideInWhateverUnitItsSymbolizerCounts() {
        String line = "<LineSymbolizer%s><Stroke><CssParameter name=\"stroke\">#000000</CssParameter>%s</Stroke>"
                + "</LineSymbolizer>";
        for (String unit : List.of("", METRES)) {
            BufferedImage none = far(read(line.formatted(unit, "")).style());
            assertThat(dark(none)).as(unit).isBetween(1, 2);
            BufferedImage bare = far(read("<LineSymbolizer" + unit + "/>").style());
            assertThat(dark(bare)).as(unit).isBetween(1, 2);
        }
        String said = "<CssParameter name=\"stroke-width\">6000</CssParameter>";
        assertThat(dark(far(read(line.formatted(METRES, said)).style()))).isBetween(5, 7);
        Style style = read(line.formatted(METRES, "")).style();
        for (SldWriter.Dialect dialect : SldWriter.Dialect.values()) {
            assertThat(dark(far(SldReader.parse(SldWriter.write(style, dialect)).style())))
                    .as("%s", dialect)
                    .isBetween(1, 2);
        }
    }

    /** A line through a picture in which a pixel is a kilometre. */
    private static BufferedImage far(Style style) {
        Viewport far = new Viewport(new Envelope(0, 100_000, 0, 40_000), 100, 40, 96, Scenes.PLANE);
        return Scenes.paint(
                far, Scenes.layer(Scenes.features(Scenes.PLANE, "LINESTRING (0 20500, 100000 20500)", 1), style));
    }

    @Test
    void theOpacityOfAFillIsThatOfItsPatternToo() {
        String fill = "<PolygonSymbolizer><Fill>%s<GraphicFill><Graphic><Mark><WellKnownName>square</WellKnownName>"
                + "<Fill><CssParameter name=\"fill\">#000000</CssParameter></Fill></Mark><Size>8</Size></Graphic>"
                + "</GraphicFill></Fill></PolygonSymbolizer>";
        String half = "<CssParameter name=\"fill-opacity\">0.5</CssParameter>";
        Style full = read(fill.formatted("")).style();
        Style faded = read(fill.formatted(half)).style();
        assertThat(darkest(full)).isZero();
        assertThat(darkest(faded)).isBetween(120, 136);
        for (SldWriter.Dialect dialect : SldWriter.Dialect.values()) {
            Style again = SldReader.parse(SldWriter.write(faded, dialect)).style();
            assertThat(darkest(again)).as("%s", dialect).isBetween(120, 136);
        }
    }

    /** The red of the darkest pixel of an area. */
    private static int darkest(Style style) {
        BufferedImage picture = picture(style, AREA, 1);
        return IntStream.range(12, 88)
                .flatMap(x -> IntStream.range(12, 28)
                        .map(y -> Scenes.pixel(picture, x, y).getRed()))
                .min()
                .orElseThrow();
    }

    @Test
    void anAttributeThatNothingIsMadeOfIsReportedWithItsElement() {
        SldReader.Result read = read("<PolygonSymbolizer fade=\"3\"><Fill spread=\"2\"><CssParameter name=\"fill\""
                + " unit=\"rgb\">#000000</CssParameter></Fill></PolygonSymbolizer>");
        assertThat(read.notes().stream().map(Message::text))
                .anySatisfy(note -> assertThat(note).contains("PolygonSymbolizer/@fade"))
                .anySatisfy(note -> assertThat(note).contains("Fill/@spread"))
                .anySatisfy(note -> assertThat(note).contains("CssParameter/@unit"))
                .hasSize(3);
        assertThat(read("<PolygonSymbolizer" + METRES + "/>").notes()).isEmpty();
    }

    @Test
    void whatIsShownElsewhereReachesIntoTheMapFromFarOutsideIt() {
        String geometry = "<PolygonSymbolizer><Geometry><ogc:Function name=\"%s\"><ogc:PropertyName>geom"
                + "</ogc:PropertyName>%s</ogc:Function></Geometry><Fill><CssParameter name=\"fill\">#000000"
                + "</CssParameter></Fill></PolygonSymbolizer>";
        String literal = "<ogc:Literal>%s</ogc:Literal>";
        String times = "<ogc:Mul><ogc:PropertyName>v</ogc:PropertyName><ogc:Literal>150</ogc:Literal></ogc:Mul>";
        String[] shapes = {
            geometry.formatted("buffer", literal.formatted(150)),
            geometry.formatted("buffer", times),
            geometry.formatted("offset", literal.formatted(140) + literal.formatted(0))
        };
        for (String shape : shapes) {
            Style style = read(shape).style();
            String far = shape.contains("offset")
                    ? "POLYGON ((-100 10, -80 10, -80 30, -100 30, -100 10))"
                    : "POINT (-95 20)";
            assertThat(Scenes.pixel(picture(style, far, 1), 50, 20)).as(shape).isEqualTo(Color.BLACK);
            assertThat(Scenes.pixel(picture(style, "POINT (-400 20)", 1), 50, 20))
                    .as(shape)
                    .isEqualTo(Color.WHITE);
        }
    }

    @Test
    void aLegendOfARasterInGreysShowsTheLeastAndTheGreatestValue() {
        List<LegendEntry> entries = LegendEntry.of(read("<RasterSymbolizer><Opacity>1</Opacity></RasterSymbolizer>")
                .style());
        assertThat(entries).extracting(entry -> entry.title(Language.CHINESE)).containsExactly("最小值", "最大值");
        assertThat(entries)
                .extracting(entry -> entry.title(Language.ENGLISH))
                .containsExactly("Least value", "Greatest value");
        assertThat(Stream.of(0, 1).map(i -> swatch(entries.get(i)))).containsExactly(Color.BLACK, Color.WHITE);
    }

    private static Color swatch(LegendEntry entry) {
        BufferedImage image = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 20, 10);
        SymbolPainter.paint(entry, new Rectangle2D.Double(0, 0, 20, 10), graphics, 96);
        graphics.dispose();
        return new Color(image.getRGB(10, 5));
    }
}
