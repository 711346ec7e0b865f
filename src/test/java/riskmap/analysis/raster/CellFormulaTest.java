package riskmap.analysis.raster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas of the raster calculators of QGIS and gdal. */
class CellFormulaTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a * 2 + b | a * 2 + b",
                "a > 3 | greaterThan(a, 3)",
                "(a >= 3) * b - 2*a | ((greaterEqualThan(a, 3) * b) - (2 * a))",
                "a = 1 AND b != 2 | (notEqualTo(equalTo(a, 1), 0) * notEqualTo(notEqualTo(b, 2), 0))",
                "a < 1 or b<=2 | max(notEqualTo(lessThan(a, 1), 0), notEqualTo(lessEqualThan(b, 2), 0))",
                "a ^ 2 / ln(b) | (pow(a, 2) / log(b))",
                "if(a > -1.5e2, a, .5) | if_then_else(greaterThan(a, (0 - 1.5e2)), a, 0.5)"
            })
    void thoseOfQgisAreReadWithComparisonsPowersAndConditions(String theirs, String ours) {
        assertThat(CellFormula.plain(theirs, false)).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A*2+1 | ((a * 2) + 1)",
                "A*(A>150)+B/2 | ((a * greaterThan(a, 150)) + (b / 2))",
                "logical_and(A>830,A<860) | (notEqualTo(greaterThan(a, 830), 0) * notEqualTo(lessThan(a, 860), 0))",
                "(A>1) & (B<2) | (notEqualTo(greaterThan(a, 1), 0) * notEqualTo(lessThan(b, 2), 0))",
                "numpy.where(A==2, A**2, maximum(A, B)) | if_then_else(equalTo(a, 2), pow(a, 2), max(a, b))"
            })
    void thoseOfGdalAreReadWithItsLettersAndTheFunctionsOfNumPy(String theirs, String ours) {
        assertThat(CellFormula.plain(theirs, true)).isEqualTo(ours);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"A>1 & B<2", "A & B", "-A**2", "1<A<3", "A^2", "A>1 and B<2", "where(A>1)", "A>", "A # 1>2"})
    void whatMightMeanAnotherThingIsLeftToBeRefused(String formula) {
        assertThat(CellFormula.plain(formula, true)).isEqualTo(formula);
        assertThat(CellFormula.plain("a > 1 and b or c", false)).isEqualTo("a > 1 and b or c");
    }
}
