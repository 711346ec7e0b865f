package riskmap.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.analysis.Operation;
import riskmap.analysis.Operations;
import riskmap.analysis.Output;
import riskmap.base.Parameter;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;

/**
 * The same layers and parameters give the same rows with the same bits, in every run and with any number of threads; also
 * of areas that cross and touch themselves, of which JTS makes rings in the order of addresses.
 */
class SameAnswerContractTest {
    private static final int RUNS = 6;

    static Stream<Operation> operations() {
        return Operations.all().stream().filter(operation -> operation.parameters().stream()
                .noneMatch(parameter -> parameter.type() == Parameter.Type.GRID));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyRunGivesTheSameRows(Operation operation) throws Exception {
        String first = rows(operation, 1);
        for (int run = 1; run < RUNS; run++) {
            assertThat(rows(operation, 1 + run % 4)).isEqualTo(first);
        }
    }

    private static String rows(Operation operation, int threads) throws Exception {
        Map<String, LayerData> inputs = new HashMap<>();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.type() == Parameter.Type.FEATURES && inputs.size() < 2) {
                inputs.put(parameter.key(), areas(inputs.size()));
            }
        }
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> {
                        try {
                            Output output = operation.run(
                                    new Inputs(inputs), OperationsContractTest.values(operation), Progress.silent());
                            return output instanceof Output.Features
                                    ? texts(output)
                                    : output.notes().toString();
                        } catch (RiskMapException inWords) {
                            return inWords.userMessage().text();
                        }
                    })
                    .get();
        } finally {
            pool.shutdown();
        }
    }

    private static String texts(Output output) {
        return Layers.texts(((Output.Features) output).features()).toString() + output.notes();
    }

    /** Outlines of twelve random corners: of two parts, that cross themselves and each other. */
    private static LayerData areas(int number) {
        Random random = new Random(number);
        Layers layer = Layers.of("areas" + number, Geometry.class, "name:String", "level:Integer", "people:Double");
        for (int i = 0; i < 6; i++) {
            layer.row("MULTIPOLYGON(" + part(random) + ", " + part(random) + ")", "a" + i, i % 3, i * 1.5);
        }
        return layer.data();
    }

    private static String part(Random random) {
        List<String> corners = random.doubles(12, 0, 1000)
                .mapToObj(x -> x + " " + random.nextDouble() * 1000)
                .toList();
        return "((" + String.join(", ", corners) + ", " + corners.get(0) + "))";
    }
}
