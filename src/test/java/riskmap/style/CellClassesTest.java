package riskmap.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** The colour map of a raster made from its cells. */
class CellClassesTest {
    private static Grid cells(float... values) {
        return new Grid(new GridGeometry(values.length, 1, 0, 1, 1, 1, Crs.of(4550)), values);
    }

    private static List<String> quantities(List<ColourStop> stops) {
        return stops.stream().map(ColourStop::quantity).toList();
    }

    @Test
    void exampleInJavadoc() {
        List<ColourStop> stops =
                CellClasses.of(cells(0, 3, Float.NaN, 9.7f), "intervals", 4, ColourRamp.VIRIDIS, false);
        assertThat(quantities(stops)).containsExactly("2.5", "5", "7.5", "10");
        assertThat(stops.get(1).label()).isEqualTo("[2.5, 5)");
        assertThat(stops.get(0).colour()).isEqualTo("#440154");
    }

    @Test
    void theGreatestValueLiesBelowTheLastLimitSoThatItHasAColourAndTheLeastIsInTheFirstClass() {
        for (float[] ends : new float[][] {{0, 10}, {-3.2f, 2}, {1e6f, 2e6f}, {7, 7}, {0, 0.004f}, {-100, -100}}) {
            for (int count = 2; count < 12; count++) {
                List<ColourStop> stops =
                        CellClasses.of(cells(ends[0], Float.NaN, ends[1]), "intervals", count, ColourRamp.RISK, true);
                assertThat(stops).hasSize(count);
                assertThat(Double.parseDouble(stops.get(count - 1).quantity())).isGreaterThan(ends[1]);
                assertThat(Double.parseDouble(stops.get(0).label().substring(1).split(",")[0]))
                        .isLessThanOrEqualTo(ends[0]);
            }
        }
    }

    @Test
    void coloursThatPassIntoEachOtherBeginAtTheLeastAndValuesAreAllTaken() {
        assertThat(quantities(CellClasses.of(cells(0, 1000), "ramp", 3, ColourRamp.BLUES, false)))
                .startsWith("0")
                .hasSize(3);
        assertThat(quantities(CellClasses.of(cells(4, 1, 4, Float.NaN, 2.5f), "values", 9, ColourRamp.SET, false)))
                .containsExactly("1", "2.5", "4");
    }

    @Test
    void aRasterWithoutValuesOrWithTooManyIsRefused() {
        assertThatThrownBy(() -> CellClasses.of(cells(Float.NaN), "intervals", 4, ColourRamp.RISK, false))
                .isInstanceOf(RiskMapException.class);
        float[] many = new float[60];
        for (int i = 0; i < many.length; i++) {
            many[i] = i;
        }
        assertThatThrownBy(() -> CellClasses.of(cells(many), "values", 4, ColourRamp.RISK, false))
                .isInstanceOfSatisfying(
                        RiskMapException.class,
                        refused -> assertThat(refused.userMessage().text()).contains("50"));
    }
}
