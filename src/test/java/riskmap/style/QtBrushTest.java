package riskmap.style;

import static org.assertj.core.api.Assertions.assertThat;

import org.geotools.api.style.Fill;
import org.geotools.api.style.Mark;
import org.geotools.api.style.PolygonSymbolizer;
import org.junit.jupiter.api.Test;

/** Brushes as QGIS writes them: no size, one mark. */
class QtBrushTest {
    private static final String INK = "<Stroke><CssParameter name=\"stroke\">#264653</CssParameter></Stroke>";

    private static SldReader.Result read(String mark, String rest) {
        return SldReader.parse(SldReaderTest.document("<PolygonSymbolizer><Fill><GraphicFill><Graphic><Mark>"
                + "<WellKnownName>" + mark + "</Graphic></GraphicFill>" + rest + "</Fill></PolygonSymbolizer>"));
    }

    private static Fill fill(SldReader.Result result) {
        assertThat(result.notes()).isEmpty();
        return ((PolygonSymbolizer) result.style()
                        .featureTypeStyles()
                        .get(0)
                        .rules()
                        .get(0)
                        .symbolizers()
                        .get(0))
                .getFill();
    }

    @Test
    void denseDotsAreATintOfTheirColour() {
        String dense =
                "brush://dense%s</WellKnownName><Fill><CssParameter name=\"fill\">#264653</CssParameter>%s</Fill></Mark>";
        Fill half = fill(read(dense.formatted("4", ""), ""));
        assertThat(half.getGraphicFill()).isNull();
        assertThat(half.getColor().evaluate(null)).isEqualTo("#264653");
        assertThat(half.getOpacity().evaluate(null, Double.class)).isEqualTo(0.5);
        String faint = "<CssParameter name=\"fill-opacity\">0.5</CssParameter>";
        assertThat(fill(read(dense.formatted("6", faint), faint)).getOpacity().evaluate(null, Double.class))
                .isEqualTo(0.03125);
        assertThat(read(dense.formatted("8", ""), "").notes()).isNotEmpty();
    }

    @Test
    void aHatchOfTwoDirectionsGoesByTheNameOfAMark() {
        assertThat(name(fill(read("cross</WellKnownName>" + INK + "</Mark>", ""))))
                .isEqualTo("shape://plus");
        assertThat(name(fill(read("x</WellKnownName>" + INK + "</Mark>", "")))).isEqualTo("shape://times");
        String sized = "cross</WellKnownName>" + INK + "</Mark><Size>8</Size>";
        assertThat(name(fill(read(sized, "")))).isEqualTo("cross");
        assertThat(name(fill(read("cross</WellKnownName><Fill/>" + INK + "</Mark>", ""))))
                .isEqualTo("cross");
    }

    private static String name(Fill fill) {
        Mark mark = (Mark) fill.getGraphicFill().graphicalSymbols().get(0);
        return mark.getWellKnownName().evaluate(null, String.class);
    }
}
