package riskmap.edit.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import riskmap.base.Language;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;

class TypedPointTest {
    private static final TypedPoint.Frame FRAME =
            new TypedPoint.Frame(Crs.of(4550), Crs.of(4550), new Coordinate(500000, 4150000));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "498731.25, 4151220.4 | 498731.25 | 4151220.4",
                "498731.25 4151220.4 | 498731.25 | 4151220.4",
                "498731.25，4151220.4 | 498731.25 | 4151220.4",
                "@12.5, -3 | 500012.5 | 4149997",
                "＠12.5，-3 | 500012.5 | 4149997",
                "@10<90 | 500010 | 4150000",
                "10<180 | 500000 | 4149990",
                "10 < 0°00'00\" | 500000 | 4150010",
                "10<30 | 500005 | 4150008.660254",
                "N30°E 10 | 500005 | 4150008.660254",
                "10 N30°E | 500005 | 4150008.660254",
                "S30E, 10 | 500005 | 4149991.339746",
                "S30°00'W 10 | 499995 | 4149991.339746",
                "北偏西30° 10 | 499995 | 4150008.660254",
                "南偏东30°00′00″ 10米 | 500005 | 4149991.339746",
                "方位角90° 10 | 500010 | 4150000",
            })
    void pointsAreReadAsSurveyorsWriteThem(String text, double x, double y) {
        Coordinate point = TypedPoint.parse(text, FRAME);
        assertThat(point.x).isCloseTo(x, within(1e-6));
        assertThat(point.y).isCloseTo(y, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "122°03'12.5\"E 37°25'08\"N",
                "37°25'08\"N, 122°03'12.5\"E",
                "N37°25'08\" E122°03'12.5\"",
                "北纬37°25′08″ 东经122°03′12.5″",
                "东经122度03分12.5秒，北纬37度25分08秒",
                "122°03′12.5″ 37°25′08″",
                "EPSG:4490 122.0534722222, 37.4188888889",
                "epsg:4490: 122°03'12.5\"E 37°25'08\"N",
            })
    void degreesInAnyOrderAreTheSamePoint(String text) {
        double[] expected = {122 + 3 / 60.0 + 12.5 / 3600, 37 + 25 / 60.0 + 8 / 3600.0};
        Crs.transform(Crs.of(4490), Crs.of(4550)).apply(expected, 1);
        Coordinate point = TypedPoint.parse(text, FRAME);
        assertThat(point.x).isCloseTo(expected[0], within(1e-4));
        assertThat(point.y).isCloseTo(expected[1], within(1e-4));
    }

    @Test
    void aThirdNumberIsTheHeight() {
        assertThat(TypedPoint.parse("1, 2, 3.5", FRAME).getZ()).isEqualTo(3.5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello | 看不懂“hello”",
                "1 | 看不懂“1”",
                "N95°E 10 | 象限角应在 0° 至 90° 之间，现为 95.0°",
                "N30°E | “N30°E”缺少距离",
                "10<12°75' | 分和秒须小于 60",
                "-5<10 | 距离须大于 0，现为 -5.0",
                "EPSG:4490 37.4, 122.05 | 先经度",
                "122°E 123°E | 须有一个经度",
                "'' | 请输入坐标",
            })
    void whatIsWrongIsSaid(String text, String said) {
        assertThatThrownBy(() -> TypedPoint.parse(text, FRAME))
                .isInstanceOfSatisfying(RiskMapException.class, refused -> assertThat(
                                refused.userMessage().text(Language.CHINESE))
                        .contains(said));
    }

    @Test
    void relativeInputNeedsAVertexBefore() {
        TypedPoint.Frame first = new TypedPoint.Frame(Crs.of(4550), Crs.of(4550), null);
        assertThatThrownBy(() -> TypedPoint.parse("@1,1", first))
                .isInstanceOfSatisfying(
                        RiskMapException.class,
                        refused -> assertThat(refused.userMessage().key()).isEqualTo("edit.typed-no-last"));
    }
}
