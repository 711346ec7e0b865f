package riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.styling.StyleBuilder;
import org.junit.jupiter.api.Test;

/** What is asked of a style before several threads draw with it. */
class StyleAttributesTest {
    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    /** Many points, so that reading them takes long enough to be met by another thread. */
    private static PointSymbolizer sizeByValue() {
        List<Expression> arguments = new ArrayList<>(List.of(FILTERS.literal(500.5)));
        IntStream.rangeClosed(0, 1000).forEach(i -> {
            arguments.add(FILTERS.literal(i));
            arguments.add(FILTERS.literal(2 * i));
        });
        Function size = FILTERS.function("Interpolate", arguments.toArray(Expression[]::new));
        StyleBuilder builder = new StyleBuilder();
        PointSymbolizer symbolizer = builder.createPointSymbolizer();
        symbolizer.getGraphic().setSize(size);
        return symbolizer;
    }

    @Test
    void sizesByValueAreTheSameForAllThreadsFromTheFirstOneOn() throws Exception {
        int threads = 4;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < 300; round++) {
                PointSymbolizer symbolizer = sizeByValue();
                CyclicBarrier start = new CyclicBarrier(threads);
                Callable<Object> drawing = () -> {
                    start.await();
                    StyleAttributes.of(symbolizer);
                    return symbolizer.getGraphic().getSize().evaluate(null);
                };
                List<Future<Object>> sizes = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    sizes.add(pool.submit(drawing));
                }
                for (Future<Object> size : sizes) {
                    assertThat(((Number) size.get()).doubleValue()).isEqualTo(1001.0);
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
