package riskmap.style;

import static org.assertj.core.api.Assertions.assertThat;

import org.geotools.api.filter.Filter;
import org.geotools.api.style.Rule;
import org.geotools.api.style.TextSymbolizer;
import org.junit.jupiter.api.Test;
import riskmap.base.Language;

/** The comments that QGIS 3.22 leaves in place of what it cannot write. */
class UnwrittenTest {
    private static final String FILL = "<PolygonSymbolizer><Fill/></PolygonSymbolizer>";

    private static SldReader.Result read(String rule) {
        return SldReader.parse(SldReaderTest.document(rule));
    }

    private static Rule rule(SldReader.Result result) {
        return result.style().featureTypeStyles().get(0).rules().get(0);
    }

    @Test
    void theRuleForAllElseIsOneAgain() {
        SldReader.Result result = read("<Name>else</Name><!--Parser Error: \nsyntax error, unexpected ELSE"
                + " - Expression was: ELSE-->" + FILL);
        assertThat(rule(result).isElseFilter()).isTrue();
        assertThat(result.notes()).isEmpty();
        assertThat(SldWriter.write(result.style())).contains("ElseFilter");
    }

    @Test
    void aConditionThatIsMissingDoesNotPaintOverEverything() {
        SldReader.Result result = read("<!--Parser Error: \nsyntax error - Expression was: level = = 2-->" + FILL);
        assertThat(rule(result).getFilter()).isEqualTo(Filter.EXCLUDE);
        assertThat(rule(result).isElseFilter()).isFalse();
        assertThat(result.notes())
                .extracting(note -> note.text(Language.ENGLISH))
                .containsExactly("Style file SLD, line 1: the program that wrote it could not write “level = = 2”;"
                        + " nothing is drawn for it");
    }

    @Test
    void aWordThatStandsInForALabelIsNotPrintedOnTheMap() {
        SldReader.Result result = read("<TextSymbolizer><Label>\n"
                + "<!--SE Export for name || level not implemented yet-->Placeholder</Label></TextSymbolizer>");
        TextSymbolizer text = (TextSymbolizer) rule(result).symbolizers().get(0);
        assertThat(text.getLabel().evaluate(null)).isEqualTo("");
        assertThat(result.notes()).extracting(note -> note.arguments().get(2)).containsExactly("name || level");
    }

    @Test
    void aSymbolThatIsMissingIsReported() {
        SldReader.Result result = read(
                FILL + "<!--SymbolLayerV2 HashLine not implemented yet-->" + "<!-- the arrow is not drawn yet -->");
        assertThat(rule(result).symbolizers()).hasSize(1);
        assertThat(result.notes()).extracting(note -> note.arguments().get(2)).containsExactly("HashLine");
    }

    @Test
    void aWayOfDrawingThatIsMissingIsReported() {
        String document = SldReaderTest.document(FILL)
                .replace(
                        "<UserStyle>", "<!--FeatureRenderer invertedPolygonRenderer not implemented yet--><UserStyle>");
        assertThat(SldReader.parse(document).notes())
                .extracting(note -> note.arguments().get(2))
                .containsExactly("invertedPolygonRenderer");
    }
}
