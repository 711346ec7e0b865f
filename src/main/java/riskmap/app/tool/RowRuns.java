package riskmap.app.tool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import riskmap.analysis.Operations;
import riskmap.app.Answer;
import riskmap.app.LayerAddress;
import riskmap.app.run.RiskRequest;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;

/**
 * Running a tool on files, or a model on a project, once for each row of a table of values. Each row is a run of its own, recorded and repeated as
 * one; a row that fails is named and the rest goes on. What several rows read of the same files is read once
 * ({@link SharedReadings}).
 */
public final class RowRuns {
    private RowRuns() {}

    /**
     * What came of it.
     *
     * @param answer what the rows that went well said, one after another, and how many were run
     * @param failures one sentence for each row that failed
     */
    public record Told(Answer answer, List<Message> failures) {
        public Told {
            failures = List.copyOf(failures);
        }
    }

    private record Numbered(int number, ValueRows.Row row) {}

    /**
     * Runs a tool over rows; see {@link OperationRuns#run}.
     *
     * @param named inputs of the rows that name none
     * @param parameters values of the rows that give none
     * @param target where the results go: a row's {@code out} is the layer in this file, else the row's number is put
     *     behind the name; null where the rows say it themselves
     * @param table the rows; see {@link ValueRows}
     */
    public static Told run(
            String operationId,
            Map<String, String> named,
            Map<String, String> parameters,
            String target,
            Path table,
            Progress progress) {
        List<ValueRows.Row> rows = ValueRows.read(
                Operations.byId(QgisNames.operation(operationId)).parameters(), table, progress.part(0, 0.05));
        List<Map<String, String>> inputs = rows.stream()
                .map(row -> merged(named, seenFrom(target, row.inputs())))
                .toList();
        SharedReadings shared = new SharedReadings();
        BiFunction<Numbered, Progress, WrittenBeside.Made> step = (one, part) -> {
            Map<String, String> own = inputs.get(one.number() - 1);
            List<String> later = inputs.subList(one.number(), inputs.size()).stream()
                    .flatMap(row -> row.values().stream())
                    .toList();
            shared.begin(own.values(), later);
            return OperationRuns.make(
                    operationId, own, merged(parameters, one.row().parameters()), target(target, one), shared, part);
        };
        BiPredicate<Numbered, Numbered> areApart = (one, next) -> {
            List<String> all = new ArrayList<>(inputs.get(next.number() - 1).values());
            all.addAll(merged(parameters, next.row().parameters()).values());
            all.add(String.valueOf(target(target, next)));
            return isNamedInNone(target(target, one), all);
        };
        return each(
                Map.of("operation", operationId),
                rows,
                (numbered, told) -> WrittenBeside.run(numbered, step, areApart, told, progress.part(0.05, 1)));
    }

    /**
     * Whether the file a run writes, and what lies beside it under its name, is surely none of what another one names: by
     * the file's name without its ending, wherever it occurs, and by what links lead to.
     */
    private static boolean isNamedInNone(String written, List<String> named) {
        if (written == null) {
            return true;
        }
        List<String> names = new ArrayList<>();
        for (Path file : places(written)) {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            names.add(name.split("\\.", 2)[0]);
        }
        List<String> texts = new ArrayList<>(named);
        named.forEach(text -> places(text).forEach(place -> texts.add(place.toString())));
        return !names.isEmpty()
                && texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).noneMatch(text -> names.stream()
                        .anyMatch(text::contains));
    }

    /** The file of an address, and the one it leads to where there is one; nothing where it is no address. */
    private static List<Path> places(String address) {
        List<Path> places = new ArrayList<>();
        try {
            Path file = LayerAddress.parse(InputAddress.parse(address).layer()).file();
            places.add(file.toAbsolutePath());
            places.add(file.toRealPath());
        } catch (IOException | RuntimeException none) {
            return places;
        }
        return places;
    }

    /**
     * Runs a model over rows; see {@link RiskRequest#run}.
     *
     * @param parameters values of the rows that give none
     * @param zones name of the model's main layer where a row gives none, with the row's number behind it; null for the
     *     usual one
     * @param table the rows; see {@link ValueRows}
     */
    public static Told runModel(
            Path project, String modelId, Map<String, String> parameters, String zones, Path table, Progress progress) {
        RiskModel model = RiskModels.byId(modelId);
        String main = zones == null ? model.mainLayer().orElse(null) : zones;
        List<ValueRows.Row> rows = ValueRows.read(model.allParameters(), table, progress.part(0, 0.05));
        BiFunction<Numbered, Progress, Answer> step = (one, part) -> RiskRequest.run(
                project,
                modelId,
                merged(parameters, one.row().parameters()),
                one.row().result() != null || main == null ? one.row().result() : main + "_" + one.number(),
                part);
        return each(
                Map.of("model", modelId),
                rows,
                (numbered, told) -> EachInTurn.run(numbered, step, told, progress.part(0.05, 1)));
    }

    /** Runs each row and tells of all. */
    private static Told each(
            Map<String, Object> about,
            List<ValueRows.Row> rows,
            BiConsumer<List<Numbered>, Consumer<EachInTurn.Done<Numbered, Answer>>> runs) {
        List<Numbered> numbered = new ArrayList<>();
        rows.forEach(row -> numbered.add(new Numbered(numbered.size() + 1, row)));
        List<EachInTurn.Done<Numbered, Answer>> done = new ArrayList<>();
        runs.accept(numbered, done::add);
        StringBuilder text = new StringBuilder();
        List<Object> facts = new ArrayList<>();
        List<Message> failures = new ArrayList<>();
        for (EachInTurn.Done<Numbered, Answer> each : done) {
            int number = each.given().number();
            Map<String, Object> fact = new LinkedHashMap<>();
            fact.put("row", number);
            if (each.problem() == null) {
                text.append(Message.of("app.rows-row", number).text()).append('\n');
                text.append(each.outcome().text().stripTrailing()).append('\n');
                fact.put("result", each.outcome().facts());
            } else {
                failures.add(Message.of("app.rows-failed", number, each.problem()));
                fact.put("problem", each.problem().text());
            }
            facts.add(fact);
        }
        text.append(Message.of("app.rows-done", done.size() - failures.size(), done.size())
                        .text())
                .append('\n');
        Map<String, Object> all = new LinkedHashMap<>(about);
        all.put("rows", facts);
        return new Told(new Answer(text.toString(), all), failures);
    }

    private static Map<String, String> merged(Map<String, String> all, Map<String, String> own) {
        Map<String, String> merged = new LinkedHashMap<>(all);
        merged.putAll(own);
        return merged;
    }

    /** Layers of the project that the results go to may be named without its file, as in tables the window has written. */
    private static Map<String, String> seenFrom(String target, Map<String, String> inputs) {
        int layer = target == null ? -1 : target.lastIndexOf('#');
        if (layer < 0) {
            return inputs;
        }
        Map<String, String> seen = new LinkedHashMap<>(inputs);
        seen.replaceAll((name, source) -> source.startsWith("#") ? target.substring(0, layer) + source : source);
        return seen;
    }

    /** Where the result of a row goes; null for a table that is only shown. */
    private static String target(String given, Numbered row) {
        String own = row.row().result();
        if (given == null || own != null && own.contains("#")) {
            return own;
        }
        int layer = given.lastIndexOf('#');
        if (layer >= 0) {
            return own == null ? given + "_" + row.number() : given.substring(0, layer + 1) + own;
        }
        int folder = Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1;
        int dot = given.lastIndexOf('.');
        String ending = dot > folder ? given.substring(dot) : "";
        String base = given.substring(0, given.length() - ending.length());
        return own == null ? base + "_" + row.number() + ending : given.substring(0, folder) + own + ending;
    }
}
