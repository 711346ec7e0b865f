package riskmap.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.geotools.api.style.LinePlacement;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.RasterSymbolizer;
import org.geotools.api.style.Symbolizer;
import org.geotools.api.style.TextSymbolizer;
import org.junit.jupiter.api.Test;
import riskmap.base.Language;

/** What a style says that cannot be drawn is said with its place; the rest is read. */
class SldValuesTest {
    private static SldReader.Result read(String rule) {
        return SldReader.parse(SldReaderTest.document(rule));
    }

    private static Symbolizer symbolizer(SldReader.Result result) {
        return result.style()
                .featureTypeStyles()
                .get(0)
                .rules()
                .get(0)
                .symbolizers()
                .get(0);
    }

    private static List<String> notes(SldReader.Result result, Language language) {
        return result.notes().stream().map(note -> note.text(language)).toList();
    }

    private static String stroke(String colour, String opacity, String width) {
        return "<Title>河道</Title>\n<LineSymbolizer><Stroke>\n<CssParameter name=\"stroke\">" + colour
                + "</CssParameter>\n<CssParameter name=\"stroke-opacity\">" + opacity
                + "</CssParameter>\n<CssParameter name=\"stroke-width\">" + width
                + "</CssParameter>\n<CssParameter name=\"stroke-linecap\">round</CssParameter></Stroke></LineSymbolizer>";
    }

    @Test
    void badValuesOfAStrokeAreSaidWithLineRuleAndSymbolizerAndTheRestIsRead() {
        SldReader.Result result = read(stroke("#xyz", "half", "-3"));
        assertThat(notes(result, Language.ENGLISH))
                .satisfiesExactly(
                        note -> assertThat(note).contains("line 3", "河道 › LineSymbolizer › stroke", "“#xyz”", "colour"),
                        note -> assertThat(note).contains("line 5", "stroke-width", "“-3”", "length of 0 or more"),
                        note -> assertThat(note).contains("line 4", "stroke-opacity", "“half”", "opacity from 0 to 1"));
        assertThat(notes(result, Language.CHINESE).get(0)).contains("第 3 行", "河道", "“#xyz”不是颜色");
        var stroke = ((LineSymbolizer) symbolizer(result)).getStroke();
        assertThat(stroke.getColor().evaluate(null, Color.class)).isEqualTo(Color.BLACK);
        assertThat(stroke.getWidth().evaluate(null, Double.class)).isEqualTo(1);
        assertThat(stroke.getOpacity().evaluate(null, Double.class)).isEqualTo(1);
        assertThat(stroke.getLineCap()).hasToString("round");
    }

    @Test
    void valuesAsTheyAreWrittenElsewhereAreNotComplainedOf() {
        assertThat(read(stroke("#0f0", "0.5", "0.3mm")).notes()).isEmpty();
        assertThat(read(stroke("<ogc:PropertyName>c</ogc:PropertyName>", " 1 ", "1e-1"))
                        .notes())
                .isEmpty();
    }

    @Test
    void dashesThatAreNoneAreSaidWithTheirRuleAndTheLineIsSolid() {
        for (String dashes : List.of("8 b", "4 -2", "0 0", "8mm 3")) {
            SldReader.Result result = read(dashed(dashes));
            assertThat(notes(result, Language.ENGLISH))
                    .singleElement()
                    .asString()
                    .contains("line 3", "河道 › LineSymbolizer › stroke-dasharray", "“" + dashes + "”", "dashes");
            assertThat(notes(result, Language.CHINESE).get(0)).contains("河道", "虚线");
            assertThat(((LineSymbolizer) symbolizer(result)).getStroke().dashArray())
                    .isNullOrEmpty();
        }
        for (String dashes : List.of("8 3", "8,3, 0.5", "0 4")) {
            assertThat(read(dashed(dashes)).notes()).isEmpty();
        }
    }

    private static String dashed(String dashes) {
        return "<Title>河道</Title>\n<LineSymbolizer><Stroke>\n<CssParameter name=\"stroke-dasharray\">" + dashes
                + "</CssParameter></Stroke></LineSymbolizer>";
    }

    @Test
    void aRuleWithoutTitleIsNamedByItsNumber() {
        SldReader.Result result = read("<PointSymbolizer><Graphic><Size>big</Size></Graphic></PointSymbolizer>");
        assertThat(notes(result, Language.ENGLISH))
                .singleElement()
                .asString()
                .contains("Rule 1 › PointSymbolizer › Size", "“big”");
    }

    @Test
    void aClassOfARasterWithoutANumberIsLeftOutAndOneWithoutAColourIsBlack() {
        SldReader.Result result = read("<RasterSymbolizer><Opacity>80</Opacity><ColorMap extended=\"true\">"
                + "<ColorMapEntry color=\"#00FF00\" quantity=\"1\" opacity=\"no\"/>"
                + "<ColorMapEntry color=\"green\" quantity=\"2\"/><ColorMapEntry color=\"#0000FF\" quantity=\"much\"/>"
                + "</ColorMap></RasterSymbolizer>");
        assertThat(notes(result, Language.ENGLISH))
                .satisfiesExactlyInAnyOrder(
                        note -> assertThat(note).contains("Opacity", "“80”"),
                        note -> assertThat(note).contains("ColorMapEntry opacity", "“no”"),
                        note -> assertThat(note).contains("ColorMapEntry color", "“green”"),
                        note -> assertThat(note).contains("ColorMapEntry quantity", "“much”"));
        var map = ((RasterSymbolizer) symbolizer(result)).getColorMap();
        assertThat(map.getColorMapEntries()).hasSize(2);
        assertThat(map.getColorMapEntry(1).getColor().evaluate(null, Color.class))
                .isEqualTo(Color.BLACK);
        assertThat(SldWriter.write(result.style())).contains("extended=\"true\"");
    }

    @Test
    void theLastClassOfARasterMayBeOpen() {
        String map = "<RasterSymbolizer><ColorMap type=\"intervals\"><ColorMapEntry color=\"#ffffbf\" quantity=\"80\"/>"
                + "<ColorMapEntry color=\"#2c7bb6\" quantity=\"%s\" label=\"over 80\"/></ColorMap></RasterSymbolizer>";
        for (String open : List.of("inf", "Infinity", "+INF")) {
            SldReader.Result result = read(map.formatted(open));
            assertThat(result.notes()).isEmpty();
            for (SldReader.Result each : List.of(result, SldReader.parse(SldWriter.write(result.style())))) {
                var entries =
                        ((RasterSymbolizer) symbolizer(each)).getColorMap().getColorMapEntries();
                assertThat(entries).hasSize(2);
                assertThat(entries[1].getQuantity().evaluate(null, Double.class))
                        .isEqualTo(Double.POSITIVE_INFINITY);
                assertThat(entries[1].getLabel()).isEqualTo("over 80");
            }
        }
        assertThat(read(map.formatted("-inf")).notes()).isNotEmpty();
    }

    @Test
    void aValueForCellsWithoutOneAndTheCrsOfABoxAreReportedAsNotUsed() {
        SldReader.Result raster = read("<RasterSymbolizer><ColorMap><Interpolate fallbackValue=\"#FFFFFF\">"
                + "<LookupValue>Rasterdata</LookupValue><InterpolationPoint><Data>1</Data><Value>#00FF00</Value>"
                + "</InterpolationPoint></Interpolate></ColorMap></RasterSymbolizer>");
        assertThat(notes(raster, Language.ENGLISH)).singleElement().asString().contains("fallbackValue");
        SldReader.Result fill =
                read("<LineSymbolizer><Stroke><CssParameter name=\"stroke\"><Recode fallbackValue=\"#000\">"
                        + "<LookupValue><ogc:PropertyName>a</ogc:PropertyName></LookupValue><MapItem><Data>1</Data>"
                        + "<Value>#00FF00</Value></MapItem></Recode></CssParameter></Stroke></LineSymbolizer>");
        assertThat(notes(fill, Language.ENGLISH)).singleElement().asString().contains("fallbackValue");
        SldReader.Result box = read("<ogc:Filter><ogc:BBOX><ogc:PropertyName>geom</ogc:PropertyName>"
                + "<Box srsName=\"EPSG:4490\"><coordinates>122,37 123,38</coordinates></Box></ogc:BBOX></ogc:Filter>"
                + "<LineSymbolizer/>");
        assertThat(notes(box, Language.ENGLISH)).singleElement().asString().contains("EPSG:4490", "layer’s own CRS");
    }

    @Test
    void choicesOfLabelsAlongLinesThatAreNotDrawnAreKeptAndReported() {
        String placement = "<TextSymbolizer><Label>a</Label><LabelPlacement><LinePlacement><IsAligned>%s</IsAligned>"
                + "</LinePlacement></LabelPlacement></TextSymbolizer>";
        assertThat(read(placement.formatted("true")).notes()).isEmpty();
        SldReader.Result level = read(placement.formatted("false"));
        assertThat(notes(level, Language.ENGLISH)).singleElement().asString().contains("IsAligned", "kept");
        SldReader.Result again = SldReader.parse(SldWriter.write(level.style()));
        LinePlacement kept = (LinePlacement) ((TextSymbolizer) symbolizer(again)).getLabelPlacement();
        assertThat(kept.isAligned()).isFalse();
    }
}
