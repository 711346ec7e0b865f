package riskmap.base;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The checked values of a list of parameters: every one of them present and within its bounds. */
public final class ParameterValues {
    private final Map<String, Parameter> declared = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    private ParameterValues() {}

    /**
     * Checks what the user gave and fills in the defaults. Inputs (layers, rasters) are not values and are left out.
     *
     * @throws RiskMapException for an unknown key, a missing value, a value of the wrong type or out of bounds
     */
    public static ParameterValues of(List<Parameter> parameters, Map<String, String> given) {
        ParameterValues result = new ParameterValues();
        for (Parameter parameter : parameters) {
            if (!parameter.isInput()) {
                result.declared.put(parameter.key(), parameter);
            }
        }
        for (String key : given.keySet()) {
            if (!result.declared.containsKey(key)) {
                throw RiskMapException.of("base.parameter-unknown", key, NameList.of(result.declared.keySet()));
            }
        }
        for (Parameter parameter : result.declared.values()) {
            String value = given.getOrDefault(parameter.key(), parameter.defaultValue());
            if (value == null || value.isBlank()) {
                if (!parameter.optional()) {
                    throw RiskMapException.of("base.parameter-missing", parameter.called());
                }
                continue;
            }
            check(parameter, value.trim());
            result.values.put(parameter.key(), value.trim());
        }
        return result;
    }

    /** Checks one value alone, for forms that validate while the user types; null when it is good. */
    public static Message problem(Parameter parameter, String value) {
        if (value == null || value.isBlank()) {
            return parameter.optional() ? null : Message.of("base.parameter-missing", parameter.called());
        }
        try {
            check(parameter, value.trim());
            return null;
        } catch (RiskMapException e) {
            return e.userMessage();
        }
    }

    /** What a parameter is called in a message. */
    public Message called(String key) {
        return declared.get(known(key)).called();
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public String text(String key) {
        return values.get(known(key));
    }

    public double number(String key) {
        return Double.parseDouble(values.get(known(key)));
    }

    public long integer(String key) {
        return Long.parseLong(values.get(known(key)));
    }

    public boolean flag(String key) {
        return parseFlag(values.getOrDefault(known(key), "false"));
    }

    public double[] numbers(String key) {
        return parseNumbers(values.getOrDefault(known(key), ""));
    }

    public List<String> names(String key) {
        List<String> result = new ArrayList<>();
        for (String part : values.getOrDefault(known(key), "").split(",")) {
            if (!part.isBlank()) {
                result.add(part.trim());
            }
        }
        return result;
    }

    public Map<String, Double> weights(String key) {
        return parseWeights(values.getOrDefault(known(key), ""));
    }

    /** The rows of a table, none when it was left empty. */
    public double[][] rows(String key) {
        return parseRows(values.getOrDefault(known(key), ""));
    }

    /** The judgements of a pairwise comparison, none when it was left empty. */
    public double[] judgements(String key) {
        return parseJudgements(values.getOrDefault(known(key), ""));
    }

    /** All values as text in declared order: what is written to a log, a run record and a report. */
    public Map<String, String> asText() {
        return new LinkedHashMap<>(values);
    }

    private String known(String key) {
        if (!declared.containsKey(key)) {
            throw new IllegalArgumentException("undeclared parameter " + key);
        }
        return key;
    }

    private static void check(Parameter parameter, String value) {
        try {
            switch (parameter.type()) {
                case NUMBER, EASTING, NORTHING -> bounds(parameter, finite(Double.parseDouble(value)), value);
                case INTEGER -> bounds(parameter, Long.parseLong(value), value);
                case NUMBERS -> {
                    for (double number : parseNumbers(value)) {
                        bounds(parameter, finite(number), value);
                    }
                }
                case PLACE -> place(parameter, parseNumbers(value), value);
                case WEIGHTS -> {
                    for (double number : parseWeights(value).values()) {
                        bounds(parameter, finite(number), value);
                    }
                }
                case TABLE -> {
                    for (double[] row : parseRows(value)) {
                        for (double number : row) {
                            bounds(parameter, finite(number), value);
                        }
                    }
                }
                case JUDGEMENTS -> {
                    for (double number : parseJudgements(value)) {
                        bounds(parameter, finite(number), value);
                    }
                }
                case BOOLEAN -> parseFlag(value);
                case CHOICE -> {
                    if (!parameter.choices().contains(value)) {
                        throw RiskMapException.of(
                                "base.parameter-choice", parameter.called(), value, NameList.of(parameter.choices()));
                    }
                }
                default -> {
                    // texts are checked where they are used
                }
            }
        } catch (IllegalArgumentException e) {
            throw new RiskMapException(
                    Message.of(
                            "base.parameter-type",
                            parameter.called(),
                            value,
                            Message.of("base.type-" + parameter.type().name().toLowerCase(Locale.ROOT))),
                    e);
        }
    }

    private static void bounds(Parameter parameter, double number, String value) {
        boolean low = parameter.minimum() != null && number < parameter.minimum();
        boolean high = parameter.maximum() != null && number > parameter.maximum();
        if (low || high) {
            throw RiskMapException.of(
                    "base.parameter-range",
                    parameter.called(),
                    value,
                    parameter.minimum() == null ? "-∞" : Parameter.text(parameter.minimum()),
                    parameter.maximum() == null ? "+∞" : Parameter.text(parameter.maximum()));
        }
    }

    private static void place(Parameter parameter, double[] numbers, String value) {
        if (numbers.length != 2) {
            throw new IllegalArgumentException(value);
        }
        for (double number : numbers) {
            bounds(parameter, finite(number), value);
        }
    }

    private static double finite(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("not finite");
        }
        return number;
    }

    private static boolean parseFlag(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1", "是" -> true;
            case "false", "no", "0", "否" -> false;
            default -> throw new IllegalArgumentException(value);
        };
    }

    private static double[] parseNumbers(String value) {
        if (value.isBlank()) {
            return new double[0];
        }
        String[] parts = value.split(",");
        double[] result = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            result[i] = Double.parseDouble(parts[i].trim());
        }
        return result;
    }

    private static double[] parseJudgements(String value) {
        List<Double> numbers = new ArrayList<>();
        for (String part : value.split(",")) {
            if (!part.isBlank()) {
                String[] ratio = part.split("/", 2);
                double number = Double.parseDouble(ratio[0].trim());
                numbers.add(ratio.length == 1 ? number : number / Double.parseDouble(ratio[1].trim()));
            }
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[][] parseRows(String value) {
        List<double[]> rows = new ArrayList<>();
        for (String line : value.split(";")) {
            if (!line.isBlank()) {
                double[] row = parseNumbers(line.trim());
                if (!rows.isEmpty() && rows.get(0).length != row.length) {
                    throw new IllegalArgumentException(line);
                }
                rows.add(row);
            }
        }
        return rows.toArray(new double[0][]);
    }

    private static Map<String, Double> parseWeights(String value) {
        Map<String, Double> result = new LinkedHashMap<>();
        for (String part : value.split(",")) {
            if (part.isBlank()) {
                continue;
            }
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(part);
            }
            result.put(
                    part.substring(0, equals).trim(),
                    Double.parseDouble(part.substring(equals + 1).trim()));
        }
        return result;
    }
}
