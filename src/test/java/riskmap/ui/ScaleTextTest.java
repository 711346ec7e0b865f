package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTextTest {
    @ParameterizedTest
    @CsvSource({"1:25000,25000", "'1:25,000',25000", "1：5000,5000", "50000,50000", "2.5万,25000", "1:10万,100000"})
    void whatAPersonTypesIsUnderstood(String text, double denominator) {
        assertThat(ScaleText.parse(text)).isEqualTo(denominator);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1:0", "-5", "1:", "万"})
    void whatIsNoScaleIsNone(String text) {
        assertThat(ScaleText.parse(text)).isNaN();
    }
}
