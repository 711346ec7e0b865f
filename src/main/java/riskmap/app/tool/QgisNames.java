package riskmap.app.tool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import riskmap.analysis.Operation;
import riskmap.analysis.Operations;
import riskmap.analysis.expression.QgisCall;
import riskmap.base.Parameter;
import riskmap.base.RiskMapException;

/**
 * Tools called by the names of QGIS: {@code native:buffer} with {@code INPUT}, {@code DISTANCE}, {@code END_CAP_STYLE=1}
 * is our tool with our parameters. Which name is which stands in {@code qgis-names.txt}; what has no name there is left as
 * it is, so that it is refused by its name and never passed over.
 */
public final class QgisNames {
    private static final String OUTPUT = "OUTPUT";
    /** What of a list of relations is not the first. */
    private static final String FURTHER = "also";
    /** In place of names of fields: all there are. */
    private static final String ALL = "*";

    private static final int FEATURES_ASKED = 1 << 16;

    private static final Pattern FEATURE_ID = Pattern.compile(
            "\"Feature\"\\s*,\\s*\"id\"\\s*:|\"id\"\\s*:\\s*[^,{}]+,\\s*\"(type\"\\s*:\\s*\"Feature\"|properties\"|geometry\")|[}\\]]\\s*,\\s*\"id\"\\s*:\\s*[^,{}]+\\s*}");

    private QgisNames() {}

    /**
     * A call of a tool.
     *
     * @param operation id of the tool
     * @param inputs input name → {@code FILE#LAYER}
     * @param parameters parameter name → value
     */
    public record Call(String operation, Map<String, String> inputs, Map<String, String> parameters) {
        /** Expressions with the numbers of rows as QGIS counts them in the file of the input. */
        UnaryOperator<String> ids() {
            String file = inputs.getOrDefault("INPUT", parameters.getOrDefault("INPUT", ""))
                    .replaceFirst("[|#].*", "");
            String lower = file.toLowerCase(Locale.ROOT);
            boolean fromNought = lower.matches(".*\\.(shp|gml)") || lower.matches(".*\\.(geo)?json") && !hasIds(file);
            return fromNought ? QgisExpression::idsFromNought : UnaryOperator.identity();
        }

        /** Whether the first features of GeoJSON say what they are called: QGIS numbers only those that do not. */
        private static boolean hasIds(String file) {
            try (InputStream bytes = Files.newInputStream(Path.of(file))) {
                String start = new String(bytes.readNBytes(FEATURES_ASKED), StandardCharsets.UTF_8);
                return FEATURE_ID.matcher(start).find();
            } catch (IOException | InvalidPathException unread) {
                return false;
            }
        }

        /** The same call with one more parameter. */
        private Call with(String name, String value) {
            Map<String, String> all = new LinkedHashMap<>(parameters);
            all.put(name, value);
            return new Call(operation, inputs, all);
        }
    }

    /**
     * A call in our names and where what it makes goes to.
     *
     * @param target {@code FILE#LAYER}; null for none
     * @param leftOut fields of the result that there are none of there
     */
    record Made(Call call, String target, Set<String> leftOut) {
        private Made(Call call, String target) {
            this(call, target, Set.of());
        }
    }

    /** The id of our tool for a name of QGIS, with or without the provider; any other name as it is. */
    public static String operation(String name) {
        QgisLines.Line line = line(name);
        return line == null ? name : line.operation();
    }

    /**
     * The calls in our names that make what a call asks for: that of its result, given as {@code OUTPUT} or apart, and
     * those of further results such as {@code NON_MATCHING}; where only these are asked for, only these.
     */
    static List<Made> made(Call call, String target) {
        QgisLines.Line line = line(call);
        if (line == null) {
            String likest = isOurs(call.operation()) ? null : QgisLines.LIKEST.get(plain(call.operation()));
            if (likest != null) {
                throw RiskMapException.of("app.qgis-likest", call.operation(), likest);
            }
            return List.of(new Made(call, target));
        }
        Map<String, String> parameters = new LinkedHashMap<>(call.parameters());
        List<String> outputs = new ArrayList<>();
        outputs.add(target);
        outputs.add(parameters.remove(OUTPUT));
        line.results().forEach(itself -> outputs.add(parameters.remove(itself)));
        outputs.removeIf(place -> place == null || place.isBlank());
        String layer = parameters.remove("LAYER_NAME");
        if (layer != null && !layer.isBlank() && !line.isFixed("LAYER_NAME", layer)) {
            outputs.replaceAll(place -> place.contains("#") ? place : place + "#" + layer.strip());
        }
        Map<String, String> further = new LinkedHashMap<>();
        line.further().forEach((name, parameter) -> {
            String place = parameters.remove(name);
            if (place != null && !place.isBlank()) {
                further.put(parameter, place);
            }
        });
        Call plain = translate(new Call(call.operation(), call.inputs(), parameters));
        List<Made> all = new ArrayList<>();
        if (outputs.isEmpty() && further.isEmpty()) {
            all.add(new Made(plain, null, line.leftOut()));
        }
        outputs.forEach(place -> all.add(new Made(plain, place, line.leftOut())));
        further.forEach((parameter, where) -> {
            String[] sides = parameter.split("=", 2);
            all.add(new Made(plain.with(sides[0], sides[1]), where, line.leftOut()));
        });
        return all;
    }

    /** A call in our names; one that is not of QGIS comes back as it is. */
    public static Call translate(Call call) {
        QgisLines.Line line = line(call);
        if (line == null) {
            return call;
        }
        Operation operation = Operations.byId(line.operation());
        Map<String, String> inputs = new LinkedHashMap<>();
        Map<String, String> parameters = new LinkedHashMap<>(line.defaults());
        parameters.replaceAll((name, value) ->
                value.startsWith("$") ? QgisExpression.ecql(call.ids().apply(value)) : value);
        call.inputs().forEach((name, address) -> {
            QgisLines.Target target = line.targets().get(name);
            if (target == null || !target.isList()) {
                inputs.put(target == null ? name : target.name(), QgisLines.address(address));
            } else {
                inputs.putAll(target.inputs(name, QgisLists.plain(address, ";")));
            }
        });
        QgisValues.of(QgisLists.plain(call, line)).forEach((name, text) -> {
            QgisLines.Target target = line.targets().get(name);
            String value = text.equals("None") ? "" : text;
            if (value.isBlank() && !isOptional(operation, target) || line.isFixed(name, value)) {
                return;
            }
            if (value.isBlank()
                    && line.defaults().getOrDefault(target.name(), "").equals(ALL)) {
                // no fields are all fields
                return;
            }
            if (target != null && target.isList()) {
                inputs.putAll(target.inputs(name, value));
                return;
            }
            String ours = target == null ? name : target.name();
            Parameter parameter = parameter(operation, ours);
            if (parameter != null && parameter.isInput()) {
                inputs.put(ours, QgisLines.address(value));
            } else {
                Parameter.Type type = parameter == null ? Parameter.Type.TEXT : parameter.type();
                String made = written(type, ours, value, target, call);
                int comma = type == Parameter.Type.CHOICE ? made.indexOf(',') : -1;
                if (comma > 0 && parameter(operation, FURTHER) != null) {
                    parameters.put(FURTHER, made.substring(comma + 1));
                    made = made.substring(0, comma);
                }
                put(ours, made, target, parameters);
            }
        });
        line.implied().forEach((theirs, ours) -> {
            if (gives(call, theirs)) {
                String[] sides = ours.split("=", 2);
                parameters.put(sides[0], sides[1]);
            }
        });
        return new Call(line.operation(), inputs, parameters);
    }

    /** The parameter of a tool with a key, null for none. */
    private static Parameter parameter(Operation operation, String key) {
        return operation.parameters().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    /** What QGIS takes where nothing is given; what begins with a dollar is an expression of QGIS. */
    private static Map<String, String> usual(QgisLines.Line line, Call call) {
        Map<String, String> usual = new LinkedHashMap<>(line.defaults());
        usual.replaceAll((name, value) ->
                value.startsWith("$") ? QgisExpression.ecql(call.ids().apply(value)) : value);
        return usual;
    }

    /** A value as it is written here. */
    private static String written(Parameter.Type type, String ours, String value, QgisLines.Target target, Call call) {
        String here =
                switch (type) {
                    case FIELDS -> value.replace(';', ',');
                    case BOOLEAN -> value.replaceFirst("^\\s*1\\s*$", "true").replaceFirst("^\\s*0\\s*$", "false");
                    case INTEGER -> value.strip().replaceFirst("^(-?\\d+)\\.0*$", "$1");
                    case EXPRESSION -> target == null ? value : expression(ours, value, call);
                    default -> value;
                };
        return target == null ? here : target.value(here);
    }

    /** An expression in its place: a condition, a value, or one for a field. */
    private static String expression(String ours, String text, Call call) {
        String value = call.ids().apply(text);
        if (ours.equals("where")) {
            return QgisExpression.condition(value);
        }
        // a field that is there keeps its type whatever a call says
        return call.parameters().containsKey("FORMULA")
                ? QgisExpression.ecql(value, QgisCall.OF_FIELD)
                : QgisExpression.ecql(value);
    }

    /** Sets a parameter, and those that go with one of the values QGIS counts. */
    private static void put(String name, String value, QgisLines.Target target, Map<String, String> parameters) {
        if (target == null || !target.values().contains(value)) {
            parameters.put(name, value);
            return;
        }
        String[] parts = value.split("\\+");
        parameters.put(name, parts[0]);
        for (String more : List.of(parts).subList(1, parts.length)) {
            String[] sides = more.split("=", 2);
            parameters.put(sides[0], sides[1]);
        }
    }

    /** Whether a parameter may be empty here: nothing given for it is then no value, not the usual one. */
    private static boolean isOptional(Operation operation, QgisLines.Target target) {
        return target != null
                && operation.parameters().stream()
                        .anyMatch(parameter ->
                                parameter.key().equals(target.name()) && parameter.optional() && !parameter.isInput());
    }

    /** The tool called: by its name, or by its name and one of its parameters. */
    private static QgisLines.Line line(Call call) {
        String name = call.operation();
        if (isOurs(name)) {
            return null;
        }
        String without = plain(name) + "[";
        Optional<QgisLines.Line> lacking = QgisLines.ALL.entrySet().stream()
                .filter(one -> one.getKey().startsWith(without) && one.getKey().endsWith("=]"))
                .filter(one -> !gives(
                        call,
                        one.getKey().substring(without.length(), one.getKey().length() - 2)))
                .map(Map.Entry::getValue)
                .findFirst();
        if (lacking.isPresent() && line(name) != null) {
            return lacking.get();
        }
        return call.parameters().entrySet().stream()
                .map(given -> line(
                        name + "[" + given.getKey() + "=" + given.getValue().strip() + "]"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> line(name));
    }

    /** Whether a call gives a parameter or an input. */
    private static boolean gives(Call call, String parameter) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(call.inputs());
        all.putAll(call.parameters());
        return !all.getOrDefault(parameter, "").matches("\\s*|None");
    }

    private static QgisLines.Line line(String name) {
        return isOurs(name) ? null : QgisLines.ALL.get(plain(name));
    }

    /** A name of ours goes before one of QGIS: both call some tools the same. */
    private static boolean isOurs(String name) {
        return Operations.all().stream().anyMatch(operation -> operation.id().equals(name));
    }

    /** A name as it stands in the lines: without the providers that need not be said. */
    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int provider = lower.indexOf(':');
        boolean plain = provider < 0 || lower.startsWith("native:") || lower.startsWith("qgis:");
        return plain ? lower.substring(provider + 1) : lower;
    }

    /** What QGIS calls a tool of ours. */
    public static List<String> of(String operation) {
        return QgisLines.ALL.entrySet().stream()
                .filter(line -> line.getValue().operation().equals(operation))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
