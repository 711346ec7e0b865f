package riskmap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.filter.FilterAttributeExtractor;
import org.junit.jupiter.api.Test;
import riskmap.Main;
import riskmap.app.run.Readiness;

/**
 * The program never waits for itself while it starts: what two threads could begin at either end is begun before. Nor does
 * it load libraries that it does not use.
 */
class StartTest {
    /** One thread is inside the map library's factories, as when it lists its functions; another needs its extractor. */
    public static final class TwoThreads {
        private static final long LONG_ENOUGH_MILLIS = 60_000;

        private TwoThreads() {}

        public static void main(String[] arguments) throws InterruptedException {
            Readiness.begin("formats");
            Readiness.await();
            Thread other = new Thread(FilterAttributeExtractor::new, "other");
            other.setDaemon(true);
            synchronized (CommonFactoryFinder.class) {
                other.start();
                other.join(LONG_ENOUGH_MILLIS);
                System.out.println(other.isAlive() ? "STUCK" : "FREE");
            }
        }
    }

    @Test
    void aThreadThatListsFunctionsAndOneThatReadsAConditionDoNotWaitForEachOther() throws Exception {
        Process child = Child.start(TwoThreads.class, List.of(), Map.of());
        assertThat(Child.lines(child).lines().toList()).containsExactly("FREE");
        assertThat(child.waitFor()).as(Child.errors(child)).isZero();
    }

    /** Some 120 classes, which no archive of classes takes: a tenth of a second of every command. */
    @Test
    void aCommandLoadsNothingOfTheImageLibraryThatTheMapLibraryLooksFor() throws Exception {
        Process child = Child.start(Main.class, List.of("-Xlog:class+load=info:stdout"), Map.of(), "operations");
        assertThat(Child.lines(child).lines())
                .anyMatch(line -> line.contains("org.geotools.util.logging.Logging "))
                .noneMatch(line -> line.contains("com.sun.media.jai"));
        assertThat(child.waitFor()).as(Child.errors(child)).isZero();
    }
}
