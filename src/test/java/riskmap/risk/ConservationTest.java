package riskmap.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** How the proof of a count is written. */
class ConservationTest {
    private static Conservation of(String inside, String outside, String without) {
        BigDecimal total = new BigDecimal(inside).add(new BigDecimal(outside)).add(new BigDecimal(without));
        return new Conservation(
                "census",
                "population",
                new BigDecimal(inside),
                new BigDecimal(outside),
                new BigDecimal(without),
                total,
                0);
    }

    @Test
    void allFiguresHaveAsManyDecimals() {
        assertThat(of("7271.431538053051", "12", "0").figures())
                .containsExactly("7,271.43", "12.00", "0.00", "7,283.43");
        assertThat(of("174", "7", "0").figures()).containsExactly("174", "7", "0", "181");
        assertThat(of("1.5", "7", "0").figures()).containsExactly("1.5", "7.0", "0.0", "8.5");
    }

    @Test
    void asManyAsLetThePartsAddUpAsTheyStand() {
        List<String> figures = of("0.3349", "0.3349", "0.3302").figures();
        assertThat(figures).containsExactly("0.335", "0.335", "0.330", "1.000");
        assertThat(of("10.114", "10.114", "10.114").figures()).containsExactly("10.114", "10.114", "10.114", "30.342");
    }

    @Test
    void smallFiguresKeepTheirDigits() {
        assertThat(of("0.0012345", "2", "0").figures()).containsExactly("0.00123", "2.00000", "0.00000", "2.00123");
    }

    @Test
    void aProofThatFailsIsWrittenInFull() {
        Conservation broken = new Conservation(
                "census", "population", new BigDecimal("1.00001"), BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.TEN, 0);
        assertThat(broken.holds()).isFalse();
        assertThat(broken.figures()).containsExactly("1.00001", "1.00000", "0.00000", "10.00000");
    }

    @Property
    void asTheyStandTheyAddUp(
            @ForAll @DoubleRange(min = 0, max = 1e9) double inside,
            @ForAll @DoubleRange(min = 0, max = 1e9) double outside,
            @ForAll @DoubleRange(min = 0, max = 1e3) double without) {
        List<BigDecimal> figures = of(
                        new BigDecimal(inside).toPlainString(),
                        new BigDecimal(outside).toPlainString(),
                        new BigDecimal(without).toPlainString())
                .figures()
                .stream()
                .map(figure -> new BigDecimal(figure.replace(",", "")))
                .toList();
        assertThat(figures.get(0).add(figures.get(1)).add(figures.get(2))).isEqualByComparingTo(figures.get(3));
        assertThat(figures)
                .extracting(BigDecimal::scale)
                .containsOnly(figures.get(0).scale());
    }
}
