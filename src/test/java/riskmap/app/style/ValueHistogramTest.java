package riskmap.app.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ValueHistogramTest {
    @Property(tries = 100)
    void everyValueLiesInOneBin(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = -1e6, max = 1e6) Double> values) {
        double[] numbers = values.stream().mapToDouble(Double::doubleValue).toArray();
        ValueHistogram histogram = ValueHistogram.of(numbers, new double[0]);
        assertThat(histogram.counts().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(numbers.length);
        assertThat(histogram.least()).isEqualTo(Arrays.stream(numbers).min().orElseThrow());
    }

    @Test
    void binsHaveTheClassOfTheirMiddle() {
        ValueHistogram histogram = ValueHistogram.of(new double[] {0, 10, 40}, new double[] {10, 20});
        assertThat(histogram.counts().get(0)).isOne();
        assertThat(histogram.counts().get(10)).isOne();
        assertThat(histogram.counts().get(39)).isOne();
        assertThat(histogram.classOf(9)).isZero();
        assertThat(histogram.classOf(10)).isOne();
        assertThat(histogram.classOf(25)).isEqualTo(2);
        assertThat(histogram.place(10)).isEqualTo(0.25);
    }

    @Test
    void aLimitIsMovedBetweenItsNeighboursAndToAShortNumber() {
        ValueHistogram histogram = ValueHistogram.of(new double[] {0, 100}, new double[] {10, 20, 50});
        assertThat(histogram.moved(1, 0.30004)).containsExactly(10.0, 30.0, 50.0);
        assertThat(histogram.moved(1, 0.8)).containsExactly(10.0, 20.0, 50.0);
        assertThat(histogram.moved(0, 0.05)).containsExactly(5.0, 20.0, 50.0);
    }

    @Test
    void oneValueIsOneBin() {
        ValueHistogram histogram = ValueHistogram.of(new double[] {7, 7}, new double[0]);
        assertThat(histogram.counts().get(0)).isEqualTo(2);
        assertThat(histogram.place(7)).isZero();
    }
}
