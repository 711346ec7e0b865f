package riskmap.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import riskmap.base.RiskMapException;

/** The numbers that the sources of the models print come out, within what the source rounds. */
class WorkedNumbersTest {
    @TestFactory
    Stream<DynamicTest> publishedNumbersComeOut() {
        return WorkedNumbers.all().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.name() + " " + each.inputs() + " → " + each.quantity(), () -> compare(each)));
    }

    private static void compare(WorkedNumber each) {
        double[] ours = each.ours();
        assertThat(each.source()).isNotBlank();
        assertThat(each.agrees(ours))
                .as(
                        "%s: %s, expected %s, off by %s",
                        each.quantity(), Arrays.toString(ours), each.expected(), each.difference(ours))
                .isTrue();
    }

    @Test
    void aNumberThatIsOffDoesNotAgree() {
        WorkedNumber printed = new WorkedNumber(
                "flood",
                "by hand",
                Evidence.RECOMPUTED,
                "runoff",
                Map.of("P", "100", "CN", "80"),
                "Q",
                "50.6",
                "0.001");
        assertThat(printed.agrees(printed.ours())).isFalse();
        WorkedNumber series =
                new WorkedNumber("social", "by hand", Evidence.RECOMPUTED, "rate", Map.of(), "r", "1 2 … 9", "0.1%");
        assertThat(series.agrees(new double[] {1, 2, 5, 9})).isTrue();
        assertThat(series.agrees(new double[] {1, 2, 5, 9.1})).isFalse();
        assertThat(series.agrees(new double[] {1, 2})).isFalse();
    }

    @Test
    void aCaseIsComputedWithOtherInputs() {
        assertThat(WorkedNumbers.compute("runoff", Map.of("P", "50", "CN", "80"))
                        .get("Q")[0])
                .isCloseTo(13.802, org.assertj.core.api.Assertions.within(0.0005));
        assertThatThrownBy(() -> WorkedNumbers.compute("runof", Map.of()))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("runoff");
        assertThatThrownBy(() -> WorkedNumbers.compute("runoff", Map.of("P", "50")))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("CN");
        assertThatThrownBy(() -> WorkedNumbers.compute("runoff", Map.of("P", "50", "CN", "8o")))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("8o");
    }
}
