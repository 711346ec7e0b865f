package riskmap.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.geotools.api.style.Rule;
import org.junit.jupiter.api.Test;
import riskmap.base.Language;
import riskmap.base.RiskMapException;

/** Rules and symbols are changed one by one; everything else in a document stays as it was written. */
class SldDocumentTest {
    /** In the manner of GeoServer: with parts that this program does not draw, and a comment. */
    private static final String DOCUMENT =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld"
              xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink">
              <NamedLayer><Name>roads</Name><UserStyle><!-- drawn in 2019 --><FeatureTypeStyle>
                <Rule><Name>a</Name><Title>甲</Title>
                  <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>类型</ogc:PropertyName>
                    <ogc:Literal>国道</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
                  <LineSymbolizer><Stroke><CssParameter name="stroke">#ff0000</CssParameter></Stroke></LineSymbolizer>
                  <SpiralSymbolizer turns="3"/></Rule>
                <Rule><Title>其余</Title><ElseFilter/><LineSymbolizer/></Rule>
                <Transformation><ogc:Function name="vec:Heatmap"/></Transformation>
              </FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>
            """;

    private final SldDocument document = SldDocument.parse(DOCUMENT);

    private static Rule rule(SldDocument document, int index) {
        return SldReader.parse(document.text())
                .style()
                .featureTypeStyles()
                .get(0)
                .rules()
                .get(index);
    }

    @Test
    void whatIsNotUnderstoodIsKeptThroughAllChanges() {
        SldDocument changed = document.withValue(0, 0, SymbolField.STROKE_WIDTH, "2.5")
                .withCopyOf(0)
                .moved(0, 1)
                .withRule(2, new RuleFacts("其他", "", "", true, "1000", "1:50000", false))
                .withSymbol(2, "TextSymbolizer")
                .withoutRule(0);
        assertThat(changed.text())
                .contains("<SpiralSymbolizer turns=\"3\"/>")
                .contains("<!-- drawn in 2019 -->")
                .contains("vec:Heatmap");
        assertThat(document.kept()).hasSize(2);
        assertThat(changed.kept()).hasSize(2);
        assertThat(changed.value(0, 0, SymbolField.STROKE_WIDTH)).isEqualTo("2.5");
        assertThat(rule(changed, 1).getMaxScaleDenominator()).isEqualTo(50000);
    }

    @Test
    void aLayerAsAWholeIsMixedWithWhatLiesBelowAsGeoServerReadsIt() {
        assertThat(document.blend()).contains("");
        SldDocument mixed = document.withBlend("multiply, 0.5");
        assertThat(mixed.blend()).contains("multiply, 0.5");
        assertThat(mixed.style().featureTypeStyles().get(0).getOptions()).containsEntry("composite", "multiply, 0.5");
        assertThat(mixed.text())
                .containsSubsequence(
                        "</Rule>",
                        "<VendorOption name=\"composite\">multiply, 0.5</VendorOption>",
                        "</FeatureTypeStyle>");
        assertThat(mixed.kept()).as("it is drawn").hasSameSizeAs(document.kept());
        assertThat(mixed.withBlend("").style().featureTypeStyles().get(0).getOptions())
                .doesNotContainKey("composite");
    }

    @Test
    void rulesTellWhatTheySayAndTakeConditionsInEcql() {
        RuleFacts facts = document.rule(0);
        assertThat(facts.title()).isEqualTo("甲");
        assertThat(facts.filter()).contains("类型").contains("国道");
        SldDocument same = document.withRule(0, facts);
        assertThat(rule(same, 0).getFilter()).isEqualTo(rule(document, 0).getFilter());
        SldDocument other =
                document.withRule(0, new RuleFacts("甲", "", "\"类型\" = '省道' AND width > 3", false, "", "", false));
        assertThat(rule(other, 0).getFilter().toString()).contains("省道").contains("width");
        assertThat(document.rule(1).otherwise()).isTrue();
        SldDocument ordinary = document.withRule(1, new RuleFacts("其余", "", "", false, "", "", false));
        assertThat(rule(ordinary, 1).isElseFilter()).isFalse();
        assertThatThrownBy(() -> document.withRule(0, new RuleFacts("", "", "=", false, "", "", false)))
                .isInstanceOf(RiskMapException.class);
        assertThatThrownBy(() -> document.withRule(0, new RuleFacts("", "", "", false, "500", "100", false)))
                .isInstanceOf(RiskMapException.class);
    }

    @Test
    void aRuleHasItsTitleInBothLanguages() {
        SldDocument named = document.withRule(0, new RuleFacts("国道", "National road", "", false, "", "", false));
        assertThat(named.rule(0).name(Language.CHINESE)).isEqualTo("国道");
        assertThat(named.rule(0).name(Language.ENGLISH)).isEqualTo("National road");
        assertThat(document.rule(0).name(Language.ENGLISH))
                .as("without one the title")
                .isEqualTo("甲");
        assertThat(rule(named, 0).getDescription().getAbstract().toString()).isEqualTo("National road");
        assertThat(named.text()).containsSubsequence("<Title>国道</Title>", "<Abstract>National road</Abstract>");
        SldDocument without = named.withRule(0, new RuleFacts("国道", "", "", false, "", "", false));
        assertThat(without.text()).doesNotContain("<Abstract");
    }

    @Test
    void everyRuleOfTheShippedStylesHasThem() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("styles"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".sld")).toList()) {
                SldDocument style = SldDocument.parse(Files.readString(file));
                for (int i = 0; i < style.ruleCount(); i++) {
                    RuleFacts rule = style.rule(i);
                    assertThat(rule.english().isEmpty())
                            .as(file + " " + rule.title())
                            .isEqualTo(rule.title().isEmpty());
                }
            }
        }
    }

    @Test
    void aRuleThatIsOffIsNeitherOnTheMapNorInTheLegend() {
        SldDocument off = document.withRule(0, document.rule(0).withOff(true));
        assertThat(off.rule(0).off()).isTrue();
        assertThat(RuleFacts.onMap(rule(off, 0))).isFalse();
        assertThat(LegendEntry.of(SldReader.parse(off.text()).style()))
                .extracting(LegendEntry::chinese)
                .containsExactly("其余");
        SldDocument on = off.withRule(0, off.rule(0).withOff(false));
        assertThat(RuleFacts.onMap(rule(on, 0))).isTrue();
        assertThat(on.text()).doesNotContain("legendOnly");
    }

    @Test
    void everyFieldOfEverySymbolIsWrittenAndReadBackInBothDialects() {
        for (SldWriter.Dialect dialect : SldWriter.Dialect.values()) {
            String text = SldWriter.write(SldReader.parse(DOCUMENT).style(), dialect);
            for (String kind : List.of("Line", "Polygon", "Point", "Text", "Raster")) {
                SldDocument all = SldDocument.parse(text).withNewRule(0, kind + "Symbolizer", "新");
                for (SymbolField field : SymbolField.of(kind + "Symbolizer")) {
                    String value = sample(field);
                    all = all.withValue(1, 0, field, value);
                    assertThat(all.value(1, 0, field)).as(field.id()).isEqualTo(value);
                }
                assertThat(all.kept()).isEmpty();
                for (SymbolField field : SymbolField.of(kind + "Symbolizer")) {
                    assertThat(all.value(1, 0, field)).as(field.id()).isEqualTo(sample(field));
                }
                // what the reader takes is all of it: the style written anew says the same
                SldDocument again = SldDocument.parse(
                        SldWriter.write(SldReader.parse(all.text()).style(), dialect));
                for (SymbolField field : SymbolField.of(kind + "Symbolizer")) {
                    if (field != SymbolField.MAP_TYPE) {
                        assertThat(again.value(1, 0, field)).as(field.id()).isEqualTo(sample(field));
                    }
                }
            }
        }
    }

    private static String sample(SymbolField field) {
        return switch (field.kind()) {
            case NUMBER -> field == SymbolField.SIZE ? "=width * 2" : "3";
            case SHARE -> "0.25";
            case COLOUR -> "#12AB34";
            case DASH -> "6 2 1 2";
            case CAP -> "round";
            case MARK -> "star";
            case PATTERN -> "shape://slash";
            case LABEL -> "=strConcat(name,' 号')";
            case PLACEMENT -> "above";
            case WEIGHT -> "bold";
            case YES -> "true";
            case UNIT -> StyleUnit.METRE.uri();
            case MAP_TYPE -> "intervals";
            case BLEND -> "multiply, 0.5";
        };
    }

    @Test
    void aDrawingTakesThePlaceOfAMarkAndAHatchThatOfAnEvenFill() {
        SldDocument points = document.withNewRule(1, "PointSymbolizer", "点");
        SldDocument drawn = points.withValue(2, 0, SymbolField.MARK, "symbols/shelter.svg");
        assertThat(drawn.value(2, 0, SymbolField.MARK)).isEqualTo("symbols/shelter.svg");
        assertThat(drawn.kept()).isEqualTo(points.kept());
        assertThat(drawn.withValue(2, 0, SymbolField.MARK, "star").text()).doesNotContain("shelter.svg");
        SldDocument areas = document.withNewRule(1, "PolygonSymbolizer", "面");
        SldDocument hatched = areas.withValue(2, 0, SymbolField.HATCH, "shape://slash");
        assertThat(hatched.text()).contains("GraphicFill");
        assertThat(hatched.withValue(2, 0, SymbolField.HATCH, "").text()).doesNotContain("GraphicFill");
    }

    @Test
    void theColourMapOfARasterIsAListOfStops() {
        List<ColourStop> stops =
                List.of(new ColourStop("#0000ff", "0", "", "低"), new ColourStop("#ff0000", "100", "0.5", "高"));
        SldDocument raster = document.withNewRule(1, "RasterSymbolizer", "").withStops(2, 0, stops);
        assertThat(raster.stops(2, 0)).isEqualTo(stops);
        assertThat(raster.withValue(2, 0, SymbolField.MAP_TYPE, "intervals").stops(2, 0))
                .isEqualTo(stops);
    }

    @Test
    void aDocumentTypeIsRefusedAndTheLastRuleStays() {
        assertThatThrownBy(() -> SldDocument.parse("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                        + DOCUMENT.substring(DOCUMENT.indexOf("<Styled"))))
                .isInstanceOf(RiskMapException.class);
        SldDocument one = document.withoutRule(1);
        assertThatThrownBy(() -> one.withoutRule(0)).isInstanceOf(RiskMapException.class);
    }
}
