package riskmap.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Language;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.map.Box;
import riskmap.map.LayoutItem;
import riskmap.map.LayoutItems;
import riskmap.map.TextStyle;

/** Scale, ground lengths, north, line breaks: the measures behind a page. */
class PageMeasuresTest {
    @ParameterizedTest
    @CsvSource({"99000,100000", "100000,100000", "100001,120000", "61000,75000", "7400,7500", "912,1000"})
    void theScaleIsTheNextRoundOne(double wanted, double round) {
        assertThat(FrameView.round(wanted)).isEqualTo(round);
    }

    @ParameterizedTest
    @CsvSource({"4550,0", "4550,80000", "4550,-120000", "3857,0"})
    void groundLengthAgreesWithTheGeodesic(int code, double offset) {
        double[] place = {122.3, 37.4};
        Crs.transform(Crs.of(4326), Crs.of(code)).apply(place, 1);
        double x = place[0] + offset;
        double[] ends = {x - 500, place[1], x + 500, place[1]};
        Crs.transform(Crs.of(code), Crs.of(4326)).apply(ends, 2);
        double truth = Vincenty.metres(ends[0], ends[1], ends[2], ends[3]) / 1000;
        assertThat(GroundScale.metresPerUnit(Crs.of(code), x, place[1])).isCloseTo(truth, within(1e-6));
    }

    @Test
    void theFrameShowsTheExtentAtTheNumericScale() {
        LayoutItem.MapFrame frame = (LayoutItem.MapFrame)
                LayoutItems.with(LayoutItem.MapFrame.of("map", new Box(0, 0, 200, 100)), "scale", 50_000);
        FrameView view = FrameView.of(frame, Crs.of(3857), new Envelope(13e6, 13.001e6, 4.5e6, 4.501e6));
        double ground = view.extent().getWidth() * GroundScale.metresPerUnit(Crs.of(3857), 13.0005e6, 4.5005e6);
        assertThat(ground).isCloseTo(10_000, within(0.5));
        assertThat(view.extent().getWidth() / view.extent().getHeight()).isCloseTo(2, within(1e-9));
    }

    @Test
    void dataBeyondTheirCrsAreToldInWords() {
        LayoutItem.MapFrame frame = LayoutItem.MapFrame.of("map", new Box(0, 0, 200, 100));
        assertThatThrownBy(() -> FrameView.of(frame, Crs.of(27700), new Envelope(478315, 5e7, 4762880, 5e7)))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("map");
    }

    @Test
    void westOfTheCentralMeridianTrueNorthLeansToTheRight() {
        double angle = GroundScale.trueNorth(Crs.of(4550), 420_000, 4_140_000);
        // Convergence of the meridian: Δλ · sin φ, here −0.9° · sin 37.4° = −0.55°.
        assertThat(Math.toDegrees(angle)).isCloseTo(0.55, within(0.02));
    }

    @Test
    void chineseLinesBreakBetweenCharactersButNotBeforeAComma() {
        TextStyle style = TextStyle.of(10);
        double four = Sheet.width("公共安全", style);
        TextBlock block = TextBlock.of("公共安全，风险一张图", style, four + 0.1);
        assertThat(String.join("", block.lines())).isEqualTo("公共安全，风险一张图");
        assertThat(block.lines()).hasSizeGreaterThan(2).noneMatch(line -> line.startsWith("，"));
        assertThat(block.width()).isLessThanOrEqualTo(four + 0.1);
    }

    @Test
    void numbersOfASvgAreShort() {
        assertThat(SvgWriter.number(-0.004)).isEqualTo("0");
        assertThat(SvgWriter.number(12.5)).isEqualTo("12.5");
        assertThat(SvgWriter.number(-3.057)).isEqualTo("-3.06");
    }

    @Test
    void theCrsIsCalledAsOnChineseMaps() {
        assertThat(CrsTitle.of(Crs.of(4550), Language.CHINESE)).contains("2000 国家大地坐标系", "3 度带", "123°E");
        assertThat(CrsTitle.of(Crs.of(4529), Language.ENGLISH)).contains("zone 41");
        assertThat(CrsTitle.of(Crs.of(32651), Language.ENGLISH)).contains("EPSG:32651");
    }

    @Test
    void theNumericScaleIsGrouped() {
        assertThat(PageComposer.scaleText(1_250_000)).isEqualTo("1:1\u00a0250\u00a0000");
    }
}
