package riskmap.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.filter.FilterAttributeExtractor;
import org.geotools.filter.text.cql2.CQLException;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Catalogue;
import riskmap.data.Ecql;

/**
 * The fields a tool is told to compute with, looked at before it runs: what is added up must be a field of numbers, and
 * values in a field of numbers that are none ({@link TextsAmongNumbers}) or are infinite are told before a total is
 * without them.
 */
final class NumberFields {
    /** Rows named; the others are counted. */
    private static final int NAMED = 5;

    private NumberFields() {}

    /**
     * What is to be known of the values in the fields that parameters name.
     *
     * @throws RiskMapException where the values of a field that is added up are no numbers
     */
    static List<Message> heed(Operation operation, Inputs inputs, ParameterValues values, Progress progress) {
        Map<String, Set<String>> fields = new LinkedHashMap<>();
        for (Parameter parameter : operation.parameters()) {
            if (!parameter.isInput() && values.has(parameter.key())) {
                named(parameter, values).forEach(field -> add(fields, operation, parameter, field, inputs));
            }
        }
        List<Message> heed = new ArrayList<>();
        fields.forEach((input, names) -> {
            LayerRows rows = inputs.columns(input, new ArrayList<>(names), progress);
            String layer = rows.type().getTypeName();
            names.forEach(field -> {
                TextsAmongNumbers.of(rows, layer, field).ifPresent(heed::add);
                infinite(rows, layer, field).ifPresent(heed::add);
            });
        });
        return heed;
    }

    /** Values beyond all numbers are in no sum, mean or rank either. */
    private static Optional<Message> infinite(LayerRows rows, String layer, String field) {
        double[] numbers = rows.numbers(field);
        List<String> all = IntStream.range(0, numbers.length)
                .filter(row -> Double.isInfinite(numbers[row]))
                .mapToObj(rows::id)
                .toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(Message.of(
                        "analysis.infinite-numbers",
                        Catalogue.called(layer),
                        Catalogue.called(layer, field),
                        all.size(),
                        NameList.of(all, NAMED)));
    }

    private static List<String> named(Parameter parameter, ParameterValues values) {
        return switch (parameter.type()) {
            case FIELD -> List.of(values.text(parameter.key()).strip());
            case FIELDS -> values.names(parameter.key());
            case EXPRESSION -> inExpression(values.text(parameter.key()));
            default -> List.of();
        };
    }

    /** The names in a condition or calculation; none where it cannot be read, which the tool says. */
    private static List<String> inExpression(String text) {
        FilterAttributeExtractor names = new FilterAttributeExtractor();
        try {
            Ecql.filter(text).accept(names, null);
        } catch (CQLException | RuntimeException noCondition) {
            try {
                Ecql.expression(text).accept(names, null);
            } catch (CQLException | RuntimeException neither) {
                return List.of();
            }
        }
        return List.of(names.getAttributeNames());
    }

    /** Adds a field of numbers to those of the layers it may be of. */
    private static void add(
            Map<String, Set<String>> fields, Operation operation, Parameter parameter, String field, Inputs inputs) {
        String only = operation.inputOfFields(parameter.key());
        for (String input : inputs.names()) {
            if (inputs.isGrid(input) || !only.isEmpty() && !only.equals(input)) {
                continue;
            }
            SimpleFeatureType type = inputs.features(input).getSchema();
            String there = FieldNames.there(field, type);
            if (there == null) {
                continue;
            }
            Class<?> binding = type.getDescriptor(there).getType().getBinding();
            if (Number.class.isAssignableFrom(binding)) {
                fields.computeIfAbsent(input, none -> new LinkedHashSet<>()).add(there);
            } else if (operation.numberParameters().contains(parameter.key())) {
                throw RiskMapException.of("analysis.field-no-numbers", type.getTypeName(), there, parameter.title());
            }
        }
    }
}
