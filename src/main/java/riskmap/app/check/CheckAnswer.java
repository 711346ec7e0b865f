package riskmap.app.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import riskmap.app.Answer;
import riskmap.app.TextTable;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.edit.check.CheckReport;
import riskmap.edit.check.Excuse;
import riskmap.edit.check.Excuses;
import riskmap.edit.check.Finding;
import riskmap.edit.check.LayerReport;
import riskmap.edit.check.MissingKind;
import riskmap.edit.check.PlanProgress;
import riskmap.edit.check.Verdict;

/** What a check says to a person and to a script. */
record CheckAnswer(
        Path project,
        CheckReport report,
        Excuses excuses,
        Verdict verdict,
        List<SignState> signed,
        List<Message> notes) {
    /** Findings of one layer that are written out for a person; a script gets all. */
    private static final int LISTED = 20;

    Answer answer(boolean good) {
        return new Answer(text(), facts(), good);
    }

    /** What the last check found, without checking. */
    static Answer of(Path project, LastCheck last, Excuses excuses) {
        CheckAnswer answer = new CheckAnswer(project, last.report(), excuses, null, List.of(), List.of());
        StringBuilder text = new StringBuilder();
        List<Object> listed = new ArrayList<>();
        long open = 0;
        for (LayerReport layer : last.report().layers()) {
            if (layer.count() > 0) {
                answer.layer(layer, text);
            }
            for (Finding finding : layer.findings()) {
                listed.add(answer.fact(finding));
                open += finding.isError() && !excuses.excuses(finding) ? 1 : 0;
            }
        }
        answer.missing(text);
        boolean lacking = last.report().missing().stream()
                .anyMatch(missing -> missing.rule().error());
        text.append(last.when().text()).append('\n').append(last.since().text());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("project", project.toString());
        facts.put("checked_from", last.from());
        facts.put("checked_until", last.until());
        facts.put("changed_since", last.changed());
        facts.put("partly_checked", last.partly());
        facts.put("findings", last.report().count());
        facts.put("listed", listed);
        facts.put("missing", facts(last.report()));
        return new Answer(text.toString(), facts, open == 0 && !lacking);
    }

    private void missing(StringBuilder text) {
        report.missing().forEach(missing -> text.append(missing.text(Language.current()))
                .append('\n'));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (LayerReport layer : report.layers()) {
            if (layer.count() > 0) {
                layer(layer, text);
            }
        }
        plans(text);
        missing(text);
        VerdictTables tables = VerdictTables.of(verdict, report);
        text.append(TextTable.text(tables.byLayer())).append('\n');
        text.append(TextTable.text(tables.byTown())).append('\n');
        if (!signed.isEmpty()) {
            text.append(TextTable.text(VerdictTables.signOffs(signed, this::title)))
                    .append('\n');
        }
        notes.forEach(note -> text.append(note.text()).append('\n'));
        long excused = report.findings().filter(excuses::excuses).count();
        text.append(
                Message.of("app.quality-total", project, report.layers().size(), report.rows(), report.count(), excused)
                        .text());
        text.append('\n').append(verdictText().text());
        return text.toString();
    }

    private Message verdictText() {
        return VerdictFiles.conclusion(verdict);
    }

    private String title(String layer) {
        return report.layer(layer)
                .map(known -> VerdictTables.title(layer, known.kind()))
                .orElse(layer);
    }

    private void layer(LayerReport layer, StringBuilder text) {
        text.append(Message.of("app.quality-layer", title(layer.layer()), layer.rows(), layer.count())
                        .text())
                .append('\n');
        int listed = 0;
        for (Finding finding : layer.findings()) {
            if (excuses.excuses(finding)) {
                continue;
            }
            if (++listed > LISTED) {
                break;
            }
            text.append("  ").append(line(finding)).append('\n');
        }
        layer.counts().forEach((rule, count) -> {
            if (layer.findings().size() > LISTED || layer.isCut()) {
                text.append("  ")
                        .append(Message.of("app.quality-rule-count", ruleTitle(layer, rule), count)
                                .text())
                        .append('\n');
            }
        });
    }

    private static String ruleTitle(LayerReport layer, String key) {
        return layer.kind().rules().stream()
                .filter(rule -> rule.key().equals(key))
                .map(rule -> rule.title().text())
                .findFirst()
                .orElse(key);
    }

    private String line(Finding finding) {
        Coordinate place = finding.place() == null ? null : finding.place().getCoordinate();
        String where = place == null ? "" : String.format(Locale.ROOT, " (%.2f, %.2f)", place.x, place.y);
        String row = finding.fid() == 0 ? finding.layer() : finding.layer() + "." + finding.fid();
        String name = finding.name().isEmpty() ? "" : " " + finding.name();
        String mark = Message.of(finding.isError() ? "app.quality-error" : "app.quality-warning")
                .text();
        String again = excuses.of(finding) == Excuses.State.REOPENED
                ? " [" + Message.of("app.quality-state-reopened").text() + "]"
                : "";
        return finding.id() + " " + mark + " " + row + name + where + "  "
                + finding.message().text() + again;
    }

    private void plans(StringBuilder text) {
        for (LayerReport layer : report.layers()) {
            for (PlanProgress plan : layer.plans()) {
                text.append(Message.of(
                                        plan.isReached() ? "app.quality-plan-reached" : "app.quality-plan",
                                        plan.rule().title().text(),
                                        TextTable.shown(plan.reached(), 1),
                                        TextTable.shown(plan.target(), 0),
                                        plan.unit())
                                .text())
                        .append('\n');
            }
        }
    }

    private Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("project", project.toString());
        facts.put("findings", report.count());
        facts.put("passes", verdict.passes());
        facts.put("error_rate_percent", verdict.total().ratePercent());
        facts.put("limit_percent", verdict.rule().limitPercent());
        facts.put("sample_percent", verdict.rule().samplePercent());
        facts.put("seed", verdict.rule().seed());
        List<Object> layers = new ArrayList<>();
        List<Object> listed = new ArrayList<>();
        for (LayerReport layer : report.layers()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("layer", layer.layer());
            one.put("rows", layer.rows());
            one.put("findings", layer.count());
            one.put("by_rule", layer.counts());
            one.put("skipped", layer.skipped().stream().map(rule -> rule.key()).toList());
            layers.add(one);
            layer.findings().forEach(finding -> listed.add(fact(finding)));
        }
        facts.put("layers", layers);
        facts.put("listed", listed);
        facts.put("missing", facts(report));
        VerdictTables tables = VerdictTables.of(verdict, report);
        facts.put("verdict", TextTable.facts(tables.details()));
        facts.put("by_layer", TextTable.facts(tables.byLayer()));
        facts.put("by_town", TextTable.facts(tables.byTown()));
        facts.put("sign_offs", TextTable.facts(VerdictTables.signOffs(signed, this::title)));
        facts.put("notes", notes.stream().map(Message::text).toList());
        return facts;
    }

    /** What the project lacks as a whole, for a script. */
    static List<Map<String, Object>> facts(CheckReport report) {
        return report.missing().stream().map(CheckAnswer::fact).toList();
    }

    private static Map<String, Object> fact(MissingKind missing) {
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("kind", missing.kind().key());
        fact.put("zh", missing.kind().title().chinese());
        fact.put("en", missing.kind().title().english());
        fact.put("rule", missing.rule().key());
        fact.put("severity", missing.rule().severity().name().toLowerCase(Locale.ROOT));
        fact.put("state", missing.empty() ? "empty" : "absent");
        fact.put("problem", missing.text(Language.current()));
        return fact;
    }

    private Map<String, Object> fact(Finding finding) {
        Map<String, Object> fact = new LinkedHashMap<>();
        Coordinate place = finding.place() == null ? null : finding.place().getCoordinate();
        fact.put("id", finding.id());
        fact.put("layer", finding.layer());
        fact.put("fid", finding.fid());
        fact.put("uuid", finding.uuid());
        fact.put("name", finding.name());
        fact.put("town", finding.town());
        fact.put("rule", finding.rule().key());
        fact.put("severity", finding.isError() ? "error" : "warning");
        fact.put("field", finding.field());
        fact.put("x", place == null ? null : place.x);
        fact.put("y", place == null ? null : place.y);
        fact.put("problem", finding.message().text());
        fact.put("fix", finding.fix() == null ? null : finding.fix().name().toLowerCase(Locale.ROOT));
        fact.put("state", excuses.of(finding).name().toLowerCase(Locale.ROOT));
        Excuse excuse = excuses.about(finding).orElse(null);
        fact.put("excuse", excuse == null ? null : excuse.reason());
        return fact;
    }
}
