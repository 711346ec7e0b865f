package riskmap.risk.model.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import riskmap.base.Language;
import riskmap.base.RiskMapException;
import riskmap.risk.model.zone.ZoneParts.Part;

/** What a feature's parts come to is its amount, or what is wrong is told. */
class SharesOfAmountTest {
    private static Part part(int zone, double share) {
        return new Part(0, zone, share);
    }

    private static SharesOfAmount of(double amount, Part... parts) {
        return SharesOfAmount.of(amount, parts, "building", 6);
    }

    @Test
    void whatRoundingLeavesOverGoesToTheLargestPart() {
        SharesOfAmount thirds = of(10, part(1, 1 / 3.0), part(2, 2 / 3.0 - 1e-10));
        assertThat(thirds.each()[0]).isEqualByComparingTo("3.333333333");
        assertThat(thirds.each()[1]).isEqualByComparingTo("6.666666667");
        assertThat(thirds.lacking()).isZero();
    }

    @Test
    void whatTheSharesLackIsToldApartInsteadOfGivenToTheLargest() {
        SharesOfAmount half = of(10, part(1, 0.3), part(2, 0.2));
        assertThat(half.each()).containsExactly(new BigDecimal("3.000000000"), new BigDecimal("2.000000000"));
        assertThat(half.lacking()).isEqualByComparingTo("5");
        assertThat(of(10, part(1, 0.4)).lacking()).isEqualByComparingTo("6");
        assertThat(of(10).lacking()).isEqualByComparingTo("10");
    }

    @Test
    void partsThatAreMoreThanTheWholeAreNotCounted() {
        assertThatThrownBy(() -> of(10, part(1, 0.5), part(2, 1)))
                .isInstanceOfSatisfying(RiskMapException.class, failure -> assertThat(
                                failure.userMessage().text(Language.CHINESE))
                        .contains("building")
                        .contains("7")
                        .contains("150"));
    }
}
