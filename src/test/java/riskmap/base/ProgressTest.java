package riskmap.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final class Recorder implements Progress {
        private final List<Double> fractions = new ArrayList<>();
        private boolean cancelled;

        @Override
        public void report(double fraction, Message step) {
            fractions.add(fraction);
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }

    @Test
    void aPartFillsItsShareOfTheWholeAndNeverLeavesIt() {
        Recorder whole = new Recorder();
        Progress part = whole.part(0.5, 0.9).part(0.5, 1);
        part.report(0);
        part.report(0.5);
        part.report(7);
        assertThat(whole.fractions).containsExactly(0.7, 0.8, 0.9);
    }

    @Test
    void cancellingTheWholeStopsItsParts() {
        Recorder whole = new Recorder();
        Progress part = whole.part(0, 0.5);
        part.check();
        whole.cancelled = true;
        assertThatThrownBy(part::check).isInstanceOf(CancelledException.class);
    }
}
