package riskmap.app.query;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.data.SimpleFeatureSource;
import riskmap.app.Answer;
import riskmap.app.LayerAddress;
import riskmap.app.TextTable;
import riskmap.app.ecql.EcqlCheck;
import riskmap.app.ecql.EcqlProblem;
import riskmap.app.project.TableFiles;
import riskmap.app.project.Workspace;
import riskmap.app.tool.OperationRuns;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerKind;

/** Questions from the command line: how many, which values, which cross-table; kept under a name and asked again. */
public final class QueryRuns {
    private static final int MOST_VALUES = 200;

    private QueryRuns() {}

    /**
     * A question.
     *
     * @param where ECQL condition, null or blank for all features
     * @param cross its cross-table, if one is wanted
     * @param out file or {@code FILE#LAYER} to write the features or the table to, null for none
     * @param save name to keep the query under, null for none
     * @param inReports whether reports show its cross-table
     */
    public record Question(String where, Optional<CrossSpec> cross, String out, String save, boolean inReports) {}

    /** Answers a question about a layer of a project. */
    public static Answer ask(String address, Question question, Progress progress) {
        LayerAddress at = LayerAddress.ofExisting(address);
        boolean writes = question.save() != null;
        try (Workspace project = Workspace.open(at.file(), !writes, progress)) {
            SavedQuery query = new SavedQuery(
                    question.save() == null ? "" : question.save(),
                    layer(project, at),
                    question.where() == null ? "" : question.where(),
                    question.cross(),
                    question.inReports());
            requireGood(project, query);
            Answer answer = answer(project, query, question.out(), progress);
            if (!writes) {
                return answer;
            }
            SavedQueries.put(project, query);
            return joined(
                    answer,
                    answer.text(),
                    Message.of("app.query-saved", query.name()).text());
        }
    }

    /** Asks a saved query again. */
    public static Answer again(Path file, String name, String out, Progress progress) {
        try (Workspace project = Workspace.open(file, true, progress)) {
            SavedQuery query = SavedQueries.named(project, name);
            if (!project.layers().contains(query.layer())) {
                throw RiskMapException.of("app.query-layer-gone", name, query.layer(), file.getFileName());
            }
            requireGood(project, query);
            return answer(project, query, out, progress);
        }
    }

    /** The queries that a project keeps. */
    public static Answer list(Path file, Progress progress) {
        try (Workspace project = Workspace.open(file, true, progress)) {
            List<String> lines = new ArrayList<>();
            List<Map<String, Object>> facts = new ArrayList<>();
            for (SavedQuery query : SavedQueries.all(project)) {
                String sides = query.cross().map(QueryRuns::sides).orElse("");
                lines.add(Message.of(
                                query.inReports() ? "app.query-line-reported" : "app.query-line",
                                query.name(),
                                query.layer(),
                                query.where().isEmpty() ? "INCLUDE" : query.where(),
                                sides)
                        .text());
                Map<String, Object> fact = new LinkedHashMap<>();
                fact.put("name", query.name());
                fact.put("layer", query.layer());
                fact.put("where", query.where());
                fact.put("cross", sides);
                fact.put("inReports", query.inReports());
                facts.add(fact);
            }
            if (lines.isEmpty()) {
                lines.add(Message.of("app.query-none").text());
            }
            return new Answer(String.join("\n", lines), Map.of("queries", facts));
        }
    }

    /** Takes a saved query out of a project. */
    public static Answer remove(Path file, String name, Progress progress) {
        try (Workspace project = Workspace.open(file, false, progress)) {
            SavedQueries.remove(project, name);
            return new Answer(Message.of("app.query-removed", name).text(), Map.of("removed", name));
        }
    }

    /** Gives a saved query another name. */
    public static Answer rename(Path file, String from, String to, Progress progress) {
        try (Workspace project = Workspace.open(file, false, progress)) {
            SavedQueries.rename(project, from, to);
            return new Answer(Message.of("app.query-renamed", from, to).text(), Map.of("renamed", to));
        }
    }

    /** The values of a field of a layer, the most frequent first. */
    public static Answer values(String address, String field, Progress progress) {
        LayerAddress at = LayerAddress.ofExisting(address);
        try (Workspace project = Workspace.open(at.file(), true, progress)) {
            String layer = layer(project, at);
            LayerKind kind = project.kind(layer).orElse(null);
            FieldValues.Found found = FieldValues.of(
                    project.features(layer),
                    field,
                    kind == null ? null : kind.field(field).orElse(null),
                    MOST_VALUES,
                    progress);
            StringBuilder text = new StringBuilder();
            List<Map<String, Object>> facts = new ArrayList<>();
            for (FieldValues.Count count : found.counts()) {
                text.append(String.format("%,10d  ", count.count()))
                        .append(count.title().text())
                        .append('\n');
                Map<String, Object> fact = new LinkedHashMap<>();
                fact.put("value", count.value());
                fact.put("count", count.count());
                facts.add(fact);
            }
            text.append(Message.of(
                            found.complete() ? "app.query-values" : "app.query-values-many",
                            found.different(),
                            found.counts().size())
                    .text());
            return new Answer(text.toString(), Map.of("different", found.different(), "values", facts));
        }
    }

    private static String layer(Workspace project, LayerAddress at) {
        if (!at.layer().isEmpty()) {
            project.features(at.layer());
            return at.layer();
        }
        throw RiskMapException.of("app.layer-which", at.file(), NameList.of(project.layers()));
    }

    /** With the catalogue at hand the trouble is said better than by the condition alone. */
    private static void requireGood(Workspace project, SavedQuery query) {
        EcqlCheck.problem(
                        query.where(),
                        project.features(query.layer()).getSchema(),
                        project.kind(query.layer()).orElse(null))
                .filter(EcqlProblem::severe)
                .ifPresent(problem -> {
                    throw RiskMapException.of("app.ecql-wrong", EcqlCheck.beginning(query.where()), problem.placed());
                });
    }

    private static Answer answer(Workspace project, SavedQuery query, String out, Progress progress) {
        Map<String, Object> facts = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        if (query.cross().isPresent()) {
            CrossTables.Made made = CrossTables.make(
                    project, query.layer(), query.where(), query.cross().get(), query.name(), progress.part(0, 0.8));
            text.append(TextTable.text(made.table())).append('\n');
            facts.put("rows", TextTable.facts(made.table()));
            facts.put("count", made.cross().size());
            if (out != null) {
                TableFiles.write(made.table(), Path.of(out), progress.part(0.8, 1));
                text.append(Message.of("app.output-written", out).text()).append('\n');
                facts.put("written", out);
            }
            List<String> notes =
                    made.cross().notes().stream().map(Message::text).toList();
            notes.forEach(note -> text.append(note).append('\n'));
            facts.put("notes", notes);
            return new Answer(text.toString(), facts);
        }
        SimpleFeatureSource source = project.features(query.layer());
        int hits = FieldValues.count(source, EcqlCheck.condition(query.where(), source.getSchema()), progress);
        int all = FieldValues.count(source, org.geotools.api.filter.Filter.INCLUDE, progress);
        text.append(Message.of("analysis.note-selected", hits, all).text()).append('\n');
        EcqlCheck.problem(
                        query.where(),
                        source.getSchema(),
                        project.kind(query.layer()).orElse(null))
                .ifPresent(doubt -> text.append(doubt.placed().text()).append('\n'));
        facts.put("count", hits);
        facts.put("total", all);
        if (out != null) {
            Answer written = OperationRuns.run(
                    "select",
                    Map.of("features", project.file() + "#" + query.layer()),
                    Map.of("where", query.where().isEmpty() ? "INCLUDE" : query.where()),
                    out,
                    progress);
            return joined(written, text.toString(), written.text());
        }
        return new Answer(text.toString(), facts);
    }

    private static Answer joined(Answer answer, String first, String second) {
        return new Answer(first.stripTrailing() + "\n" + second, answer.facts(), answer.good());
    }

    private static String sides(CrossSpec cross) {
        return cross.sides().stream().map(SideSpec::text).collect(java.util.stream.Collectors.joining(" × "));
    }
}
