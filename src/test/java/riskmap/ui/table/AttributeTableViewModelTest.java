package riskmap.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterVisitor;
import org.geotools.data.DataUtilities;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import riskmap.app.Tasks;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.ui.task.TasksViewModel;

/** The rows of an attribute table while they are read. */
@Timeout(60)
class AttributeTableViewModelTest {
    private static final int ROWS = 3_000;
    private static final int STOPPED_AT = 1_100;

    /** The window's thread is the test's: what is to run on it waits here. */
    private final LinkedBlockingQueue<Runnable> later = new LinkedBlockingQueue<>();

    private final Tasks runner = new Tasks();
    private final TasksViewModel tasks = new TasksViewModel(runner, later::add);
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    @AfterEach
    void close() {
        stopped.countDown();
        runner.close();
    }

    /** A condition worked out row by row, which waits at one row until the reading was stopped. */
    private final class Slow implements Filter {
        private final boolean meets;
        private volatile int seen;

        /** @param meets whether the rows meet it */
        Slow(boolean meets) {
            this.meets = meets;
        }

        @Override
        public boolean evaluate(Object feature) {
            if (++seen == STOPPED_AT) {
                reached.countDown();
                try {
                    stopped.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return meets;
        }

        @Override
        public Object accept(FilterVisitor visitor, Object data) {
            return this;
        }
    }

    private static ListFeatureCollection rows() {
        SimpleFeatureTypeBuilder type = new SimpleFeatureTypeBuilder();
        type.setName("building");
        type.add("people", Integer.class);
        ListFeatureCollection all = new ListFeatureCollection(type.buildFeatureType());
        SimpleFeatureBuilder builder = new SimpleFeatureBuilder(all.getSchema());
        for (int i = 0; i < ROWS; i++) {
            builder.set("people", i);
            SimpleFeature feature = builder.buildFeature("building." + (i + 1));
            all.add(feature);
        }
        return all;
    }

    private AttributeTableViewModel open(Slow condition) {
        return new AttributeTableViewModel(
                Message.of("ui.table-of", "房屋"), DataUtilities.source(rows()), null, condition, tasks, later::add);
    }

    private void stop(AttributeTableViewModel table) throws InterruptedException {
        assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
        runUntil(() -> !tasks.running().isEmpty());
        tasks.cancelAll();
        stopped.countDown();
        runUntil(() -> !table.reading().get());
    }

    @Test
    void aReadingThatIsStoppedEndsSoonAndSaysThatRowsAreMissing() throws Exception {
        AttributeTableViewModel table = open(new Slow(true));
        stop(table);
        int read = table.count().get();
        assertThat(read).isBetween(STOPPED_AT - 1, STOPPED_AT + 1);
        assertThat(table.filterProblem().get().text(Language.CHINESE)).startsWith("读取已停止：这里只有前 %,d 行".formatted(read));
        table.filter("people < 10");
        runUntil(() -> !table.reading().get() && table.count().get() == 10);
        assertThat(table.filterProblem().get()).isNull();
        table.close();
    }

    /** Only at a row that met the condition was it looked whether to stop: where none did, the stop waited for the last. */
    @Test
    void aReadingThatFindsNothingIsStoppedAsSoon() throws Exception {
        Slow condition = new Slow(false);
        AttributeTableViewModel table = open(condition);
        stop(table);
        assertThat(condition.seen).isEqualTo(STOPPED_AT);
        assertThat(table.filterProblem().get().text(Language.CHINESE)).startsWith("读取已停止：这里只有前 0 行");
        table.close();
    }

    private void runUntil(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Runnable next = later.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("something still comes").isNotNull();
            next.run();
        }
    }
}
