package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ExactSumTest {
    @Test
    void sumsBeyondTheGreatestLongStayExact() {
        ExactSum all = new ExactSum();
        for (int i = 0; i < 20; i++) {
            ExactSum part = new ExactSum();
            for (int row = 0; row < 1000; row++) {
                part.add(999_999_999_999_999.0);
            }
            all.add(part);
        }
        all.add(-0.25);
        assertThat(all.exact()).isEqualByComparingTo(new BigDecimal("19999999999999979999.75"));
    }

    @Test
    void aTableHoldsAWholeNumberAsSuchWhileALongCan() {
        assertThat(ExactSum.number(new BigDecimal("12.00"))).isEqualTo(12L);
        assertThat(ExactSum.number(new BigDecimal("12.5"))).isEqualTo(12.5);
        assertThat(ExactSum.number(new BigDecimal("2e19"))).isEqualTo(2e19);
    }
}
