package riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.style.Style;
import org.geotools.api.style.TextSymbolizer;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.junit.jupiter.api.Test;
import riskmap.base.Message;
import riskmap.data.LayerData;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.style.SldReader;
import riskmap.style.SldWriter;

/** Styles of other programs look as the standard, or GeoServer's manual, says; what is not drawn so is reported. */
class SldStandardTest {
    private static final String LEVEL = "LINESTRING (0 20, 100 20)";
    private static final String DOT = "<Graphic><Mark><WellKnownName>square</WellKnownName><Fill>"
            + css("fill", "#C0392B") + "</Fill></Mark><Size>4</Size></Graphic>";

    /** GeoServer's cookbook, “Spaced graphic symbols” and “Alternating symbols with dash offset”. */
    @Test
    void aSymbolStandsInTheMiddleOfEachDashOfALine() {
        BufferedImage spaced = line("<GraphicStroke>" + DOT + "</GraphicStroke>" + css("stroke-dasharray", "4 16"));
        assertThat(reds(spaced)).containsExactly(2, 22, 42, 62, 82);
        BufferedImage moved = line("<GraphicStroke>" + DOT + "</GraphicStroke>"
                + css("stroke-dasharray", "4 16", "stroke-dashoffset", "10"));
        assertThat(reds(moved)).containsExactly(12, 32, 52, 72, 92);
    }

    /** OGC 05-077r4, 11.1.4: the first graphic begins after the initial gap, the next after a gap. */
    @Test
    void theInitialGapLiesBeforeTheFirstSymbol() {
        String gaps = "<Gap>16</Gap><InitialGap>30</InitialGap>";
        assertThat(reds(line("<GraphicStroke>" + DOT + gaps + "</GraphicStroke>")))
                .containsExactly(32, 52, 72, 92);
    }

    @Test
    void aDashOffsetBelowZeroMovesThePatternForth() {
        String colour = css("stroke", "#C0392B", "stroke-width", "4", "stroke-dasharray", "4 16");
        assertThat(reds(line(colour + css("stroke-dashoffset", "-10")))).containsExactly(12, 32, 52, 72, 92);
    }

    @Test
    void dashesMayFollowAValue() {
        String dashes = "<CssParameter name=\"stroke-dasharray\"><ogc:Function name=\"Recode\">"
                + "<ogc:PropertyName>v</ogc:PropertyName><ogc:Literal>1</ogc:Literal><ogc:Literal>4 16</ogc:Literal>"
                + "</ogc:Function></CssParameter>";
        String stroke = css("stroke", "#C0392B", "stroke-width", "4") + dashes;
        assertThat(reds(line(stroke))).containsExactly(2, 22, 42, 62, 82);
        Style style = read("<LineSymbolizer><Stroke>" + stroke + "</Stroke></LineSymbolizer>")
                .style();
        for (SldWriter.Dialect dialect : SldWriter.Dialect.values()) {
            Style again = SldReader.parse(SldWriter.write(style, dialect)).style();
            assertThat(reds(picture(again, LEVEL))).as("%s", dialect).containsExactly(2, 22, 42, 62, 82);
        }
    }

    @Test
    void gapsAndTheShiftOfAnAreaMayFollowAValue() {
        String twenty = "<ogc:Mul><ogc:PropertyName>v</ogc:PropertyName><ogc:Literal>20</ogc:Literal></ogc:Mul>";
        assertThat(reds(line("<GraphicStroke>" + DOT + "<Gap>16</Gap><InitialGap>" + twenty
                        + "</InitialGap></GraphicStroke>")))
                .containsExactly(22, 42, 62, 82);
        SldReader.Result shifted = read("<PolygonSymbolizer><Fill>" + css("fill", "#C0392B")
                + "</Fill><Displacement><DisplacementX>" + twenty + "</DisplacementX></Displacement>"
                + "</PolygonSymbolizer>");
        assertThat(reds(picture(shifted.style(), "POLYGON ((10 10, 30 10, 30 30, 10 30, 10 10))")))
                .containsExactly(40);
    }

    /** OGC 05-077r4, 11.3.2: of several symbols the first that can be drawn is. */
    @Test
    void ofSeveralMarksTheFirstThatCanBeDrawnIs() {
        String other = "<Mark><WellKnownName>ttf://Webdings#0x64</WellKnownName><Fill>" + css("fill", "#0000FF")
                + "</Fill></Mark>";
        SldReader.Result read =
                read("<PointSymbolizer>" + DOT.replace("<Graphic>", "<Graphic>" + other) + "</PointSymbolizer>");
        assertThat(told(read)).containsExactly("ttf://Webdings#0x64");
        assertThat(reds(picture(read.style(), "POINT (50 20)"))).containsExactly(50);
    }

    @Test
    void aMarkOfAnotherFileAndAPatternAlongALineAreReported() {
        SldReader.Result mark = read("<PointSymbolizer><Graphic><Mark><OnlineResource xlink:href=\"file:///a.ttf\"/>"
                + "<Format>ttf</Format><MarkIndex>4</MarkIndex></Mark></Graphic></PointSymbolizer>");
        assertThat(told(mark)).containsExactly("file:///a.ttf");
        SldReader.Result stroke =
                read("<LineSymbolizer><Stroke><GraphicFill>" + DOT + "</GraphicFill></Stroke>" + "</LineSymbolizer>");
        assertThat(told(stroke)).containsExactly("Stroke/GraphicFill");
    }

    /** OGC 05-077r4, 11.3.2: drawings without a size of their own are 16 pixels high. */
    @Test
    void aDrawingWithoutASizeIsSixteenPixelsHigh() {
        String drawing = "<PointSymbolizer><Graphic><ExternalGraphic><OnlineResource"
                + " xlink:href=\"symbols/hospital.svg\"/><Format>image/svg+xml</Format></ExternalGraphic>"
                + "</Graphic></PointSymbolizer>";
        BufferedImage own = picture(read(drawing).style(), "POINT (50 20)");
        BufferedImage said = picture(
                read(drawing.replace("</Graphic>", "<Size>16</Size></Graphic>")).style(), "POINT (50 20)");
        assertThat(Pictures.different(own, said, 0)).isZero();
        assertThat(Pictures.count(own, Color.WHITE, 3)).isLessThan(100 * 40 - 100);
    }

    /** OGC 05-077r4, 11.3.2: a graphic that names no mark is a grey square with a black outline. */
    @Test
    void aGraphicWithoutAMarkIsAGreySquareWithABlackOutline() {
        String stroke = "<Stroke>" + css("stroke", "#000000", "stroke-width", "1px") + "</Stroke>";
        String said = "<PointSymbolizer><Graphic><Mark><WellKnownName>square</WellKnownName><Fill>"
                + css("fill", "#808080") + "</Fill>" + stroke + "</Mark><Size>20</Size></Graphic></PointSymbolizer>";
        String left = "<PointSymbolizer><Graphic><Size>20</Size></Graphic></PointSymbolizer>";
        BufferedImage own = picture(read(left).style(), "POINT (50 20)");
        assertThat(Scenes.pixel(own, 50, 20)).isEqualTo(new Color(0x808080));
        assertThat(Pictures.count(own, Color.BLACK, 60)).isGreaterThan(50);
        assertThat(Pictures.different(own, picture(read(said).style(), "POINT (50 20)"), 0))
                .isZero();
    }

    /** OGC 05-077r4, 11.2.3: the offset of an area's outline is positive to its outside, whichever way its rings turn. */
    @Test
    void anOutlineIsMovedOutwardsByAPositiveOffset() {
        String outline = "<PolygonSymbolizer><Stroke>" + css("stroke", "#FF0000", "stroke-width", "2")
                + "</Stroke><PerpendicularOffset>%s</PerpendicularOffset></PolygonSymbolizer>";
        for (String ring : List.of("(20 10, 80 10, 80 30, 20 30, 20 10)", "(20 10, 20 30, 80 30, 80 10, 20 10)")) {
            BufferedImage larger = picture(read(outline.formatted("5")).style(), "POLYGON (" + ring + ")");
            BufferedImage smaller = picture(read(outline.formatted("-5")).style(), "POLYGON (" + ring + ")");
            assertThat(reds(larger)).isEqualTo(List.of(15, 85));
            assertThat(reds(smaller)).isEqualTo(List.of(25, 75));
        }
    }

    /** GeoServer user manual, “Adding space around graphic fills”: a margin lies on each side of a symbol. */
    @Test
    void theMarginsOfAPatternLieOnAllSidesOfItsSymbols() {
        String pattern = "<PolygonSymbolizer><Fill><GraphicFill><Graphic><Mark><WellKnownName>square</WellKnownName>"
                + "<Fill>" + css("fill", "#FF0000") + "</Fill></Mark><Size>4</Size></Graphic></GraphicFill></Fill>"
                + "<VendorOption name=\"%s\">%s</VendorOption></PolygonSymbolizer>";
        for (String[] option : new String[][] {
            {"graphic-margin", "3 8"},
            {"graphic-margin", "1 8 5"},
            {"graphic-margin", "2,10,4,6"},
            {"distance", "20,10"}
        }) {
            SldReader.Result read = read(pattern.formatted(option[0], option[1]));
            assertThat(reds(picture(read.style(), "POLYGON ((10 1, 90 1, 90 39, 10 39, 10 1))")))
                    .as(option[1])
                    .containsExactly(20, 40, 60, 80);
        }
        SldReader.Result even = read(pattern.formatted("graphic-margin", "3"));
        assertThat(reds(picture(even.style(), "POLYGON ((15 1, 85 1, 85 39, 15 39, 15 1))")))
                .containsExactly(20, 30, 40, 50, 60, 70, 80);
    }

    @Test
    void cornersAndAMovedCopyOfAShapeCanBeDrawn() {
        String corners = "<PointSymbolizer><Geometry><ogc:Function name=\"vertices\"><ogc:PropertyName>the_geom"
                + "</ogc:PropertyName></ogc:Function></Geometry>" + DOT + "</PointSymbolizer>";
        assertThat(reds(picture(read(corners).style(), "LINESTRING (10 20, 40 20, 90 20)")))
                .containsExactly(10, 40, 90);
        String moved = "<PointSymbolizer><Geometry><ogc:Function name=\"offset\"><ogc:PropertyName>the_geom"
                + "</ogc:PropertyName><ogc:Literal>25</ogc:Literal><ogc:Literal>0</ogc:Literal></ogc:Function>"
                + "</Geometry>" + DOT + "</PointSymbolizer>";
        assertThat(reds(picture(read(moved).style(), "POINT (10 20)"))).containsExactly(35);
    }

    /** The schema of SE 1.1 spells the attribute with two h; a value on a threshold then belongs to the class before. */
    @Test
    void aValueOnAThresholdBelongsToTheClassThatTheStyleSays() {
        for (String name : List.of("thresholdsBelongTo", "threshholdsBelongTo")) {
            String categories = "<PolygonSymbolizer><Fill><CssParameter name=\"fill\"><Categorize " + name
                    + "=\"preceding\"><LookupValue><ogc:PropertyName>v</ogc:PropertyName></LookupValue>"
                    + "<Value>#C0392B</Value><Threshold>1</Threshold><Value>#0000FF</Value></Categorize>"
                    + "</CssParameter></Fill></PolygonSymbolizer>";
            BufferedImage picture = picture(read(categories).style(), "POLYGON ((10 10, 90 10, 90 30, 10 30, 10 10))");
            assertThat(Scenes.pixel(picture, 50, 20)).as(name).isEqualTo(new Color(0xC0392B));
        }
        String raster = "<RasterSymbolizer><ColorMap><Categorize threshholdsBelongTo=\"preceding\"><LookupValue>"
                + "Rasterdata</LookupValue><Value>#00FF00</Value><Threshold>10</Threshold><Value>#FF0000</Value>"
                + "</Categorize></ColorMap></RasterSymbolizer>";
        assertThat(told(read(raster))).containsExactly("threshholdsBelongTo");
    }

    /** GeoServer's manual, Labels: blanks and line breaks in CDATA count, others only set the document out. */
    @Test
    void blanksAndLineBreaksInCdataArePartOfALabel() {
        assertThat(label("<ogc:PropertyName>v</ogc:PropertyName>\n  <![CDATA[\n(]]><ogc:PropertyName>v"
                        + "</ogc:PropertyName><![CDATA[ m)]]>"))
                .isEqualTo("1\n(1 m)");
        assertThat(label("\n  <ogc:PropertyName>v</ogc:PropertyName> km\n  <ogc:Literal>/h</ogc:Literal>\n"))
                .isEqualTo("1 km/h");
        assertThat(label("<ogc:PropertyName>v</ogc:PropertyName> <ogc:PropertyName>v</ogc:PropertyName>"))
                .isEqualTo("1 1");
        assertThat(label("A &amp; B")).isEqualTo("A & B");
        assertThat(label("<![CDATA[a < b]]>")).isEqualTo("a < b");
    }

    /** GeoServer's manual, Variable substitution in SLD: what stands in the braces is ECQL. */
    @Test
    void theShortFormMayHoldAnExpression() {
        assertThat(label("${strConcat('no. ', v)}: ${v * 4 + 2}")).isEqualTo("no. 1: 6.0");
        SldReader.Result hostile = read("<TextSymbolizer><Label>${env('user')}</Label></TextSymbolizer>");
        assertThat(told(hostile)).containsExactly("env('user')");
        assertThat(told(read("<TextSymbolizer><Label>${strConcat('a', env('b'))}</Label></TextSymbolizer>")))
                .containsExactly("strConcat('a', env('b'))");
    }

    /** Shapefiles in GeoServer call it the_geom, PostGIS geom or wkb_geometry: what a layer does not have is its shape. */
    @Test
    void theGeometryMayBeCalledAsProgramsDo() {
        for (String name : List.of("the_geom", "geom", "geometry", "wkb_geometry")) {
            Style style = Scenes.style("<Rule><ogc:Filter><ogc:PropertyIsGreaterThan><ogc:Function name=\"area\">"
                    + "<ogc:PropertyName>" + name + "</ogc:PropertyName></ogc:Function><ogc:Literal>500</ogc:Literal>"
                    + "</ogc:PropertyIsGreaterThan></ogc:Filter>" + Scenes.fill("#C0392B") + "</Rule>");
            PaintLayer layer = Scenes.layer(
                    Scenes.features(
                            Scenes.PLANE,
                            "POLYGON ((10 10, 40 10, 40 30, 10 30, 10 10))",
                            1,
                            "POLYGON ((60 10, 70 10, 70 30, 60 30, 60 10))",
                            2),
                    style);
            assertThat(reds(Scenes.paint(Scenes.viewport(100, 40), layer)))
                    .as(name)
                    .containsExactly(25);
        }
    }

    @Test
    void theClassesOfARasterMayStandInAnyOrder() {
        Grid grid = new Grid(new GridGeometry(2, 1, 0, 40, 50, 40, Scenes.PLANE), new float[] {1, 8});
        String classes = "<RasterSymbolizer><ColorMap type=\"intervals\"><ColorMapEntry color=\"#0000FF\""
                + " quantity=\"9\"/><ColorMapEntry color=\"#00FF00\" quantity=\"5\"/><ColorMapEntry"
                + " color=\"#C0392B\" quantity=\"2\"/></ColorMap></RasterSymbolizer>";
        BufferedImage picture = Scenes.paint(
                Scenes.viewport(100, 40),
                Scenes.layer(new LayerData.Raster(grid), read(classes).style()));
        assertThat(Scenes.pixel(picture, 20, 20)).isEqualTo(new Color(0xC0392B));
        assertThat(Scenes.pixel(picture, 80, 20)).isEqualTo(Color.BLUE);
    }

    /** GeoServer's own style for rasters says no more than that there is one. */
    @Test
    void aRasterWithoutColoursIsGreyFromItsLeastToItsGreatestValue() {
        float[] cells = {Float.NaN, 3, 5, 7, 11};
        Grid grid = new Grid(new GridGeometry(5, 1, 0, 40, 20, 40, Scenes.PLANE), cells);
        Style style = read("<RasterSymbolizer><Opacity>1</Opacity></RasterSymbolizer>")
                .style();
        BufferedImage picture = Scenes.paint(Scenes.viewport(100, 40), Scenes.layer(new LayerData.Raster(grid), style));
        assertThat(Scenes.pixel(picture, 2, 20)).isEqualTo(Color.WHITE);
        assertThat(Scenes.pixel(picture, 30, 20).getRed()).isLessThan(12);
        assertThat(Scenes.pixel(picture, 70, 20).getRed()).isBetween(117, 138);
        assertThat(Scenes.pixel(picture, 97, 20)).isEqualTo(Color.WHITE);
    }

    private static String label(String content) {
        Style style = read("<TextSymbolizer><Label>" + content + "</Label></TextSymbolizer>")
                .style();
        TextSymbolizer text = (TextSymbolizer)
                style.featureTypeStyles().get(0).rules().get(0).symbolizers().get(0);
        return text.getLabel().evaluate(feature("POINT (0 0)"), String.class);
    }

    private static SimpleFeature feature(String wkt) {
        LayerData.Features features = Scenes.features(Scenes.PLANE, wkt, 1);
        try (SimpleFeatureIterator iterator = features.source().getFeatures().features()) {
            return iterator.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SldReader.Result read(String symbolizer) {
        return SldReader.parse("<StyledLayerDescriptor version=\"1.0.0\""
                + " xmlns=\"http://www.opengis.net/sld\" xmlns:ogc=\"http://www.opengis.net/ogc\""
                + " xmlns:xlink=\"http://www.w3.org/1999/xlink\"><NamedLayer><Name>s</Name><UserStyle>"
                + "<FeatureTypeStyle><Rule>" + symbolizer
                + "</Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>");
    }

    /** What the notes of a reader are about. */
    private static List<String> told(SldReader.Result read) {
        return read.notes().stream()
                .map(Message::arguments)
                .map(arguments -> String.valueOf(arguments.get(arguments.size() - 1)))
                .toList();
    }

    private static String css(String... namesAndValues) {
        return StyleGallery.css(namesAndValues);
    }

    private static BufferedImage line(String stroke) {
        SldReader.Result read = read("<LineSymbolizer><Stroke>" + stroke + "</Stroke></LineSymbolizer>");
        assertThat(read.notes()).isEmpty();
        return picture(read.style(), LEVEL);
    }

    private static BufferedImage picture(Style style, String wkt) {
        return Scenes.paint(Scenes.viewport(100, 40), Scenes.layer(Scenes.features(Scenes.PLANE, wkt, 1), style));
    }

    /** The middles of the red pieces of the middle row, in pixels from the west. */
    private static List<Integer> reds(BufferedImage picture) {
        List<Integer> middles = new ArrayList<>();
        int from = -1;
        for (int x = 0; x <= picture.getWidth(); x++) {
            boolean red = x < picture.getWidth() && Scenes.pixel(picture, x, 20).getGreen() < 128;
            if (red && from < 0) {
                from = x;
            } else if (!red && from >= 0) {
                middles.add((from + x) / 2);
                from = -1;
            }
        }
        return middles;
    }
}
