package riskmap.app.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import riskmap.app.TextTable;
import riskmap.app.project.TableFiles;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.base.SafeFile;
import riskmap.edit.check.CheckReport;
import riskmap.edit.check.Verdict;
import riskmap.edit.check.VerdictLine;
import riskmap.edit.check.VerdictRule;
import riskmap.print.Outputs;
import riskmap.print.PrintOptions;

/** The verdict as a file: the page to be signed as PDF, the table as CSV or XLSX, all of it as JSON. */
public final class VerdictFiles {
    private static final Set<String> ENDINGS = Set.of("pdf", "csv", "xlsx", "json");

    private final Workspace workspace;
    private final CheckReport report;
    private final Verdict verdict;
    private final List<SignState> signed;

    public VerdictFiles(Workspace workspace, CheckReport report, Verdict verdict, List<SignState> signed) {
        this.workspace = workspace;
        this.report = report;
        this.verdict = verdict;
        this.signed = List.copyOf(signed);
    }

    /** Refuses a file whose ending says nothing that the verdict can be written as. */
    static void checkEnding(Path target) {
        if (!ENDINGS.contains(ending(target))) {
            throw RiskMapException.of("app.verdict-ending", target, "pdf, csv, xlsx, json");
        }
    }

    private static String ending(Path target) {
        String name = target.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The verdict in one sentence. */
    public static Message conclusion(Verdict verdict) {
        VerdictLine total = verdict.total();
        long failed = verdict.lines().stream()
                .filter(line -> !line.passes(verdict.rule()))
                .count();
        String key = !total.passes(verdict.rule())
                ? "app.verdict-failed"
                : failed > 0 ? "app.verdict-passed-partly" : "app.verdict-passed";
        return Message.of(
                key,
                TextTable.shown(total.wrong(), total.wrong() == Math.rint(total.wrong()) ? 0 : 2),
                TextTable.shown(total.checked(), total.checked() == Math.rint(total.checked()) ? 0 : 2),
                TextTable.shown(total.ratePercent(), 2),
                number(verdict.rule().limitPercent()),
                failed);
    }

    /** How the verdict was reached, in one paragraph. */
    static Message method(VerdictRule rule) {
        return rule.isSimple()
                ? Message.of("app.verdict-method", number(rule.samplePercent()), Long.toString(rule.seed()))
                : Message.of(
                        "app.verdict-method-weighted",
                        number(rule.samplePercent()),
                        Long.toString(rule.seed()),
                        number(rule.error()),
                        number(rule.warning()),
                        number(rule.position()),
                        number(rule.required()),
                        number(rule.other()));
    }

    static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /** Writes it; the ending says as what. */
    public void write(Path target, Progress progress) {
        checkEnding(target);
        VerdictTables tables = VerdictTables.of(verdict, report);
        switch (ending(target)) {
            case "pdf" ->
                Outputs.pages(
                        new VerdictPages(workspace, verdict, tables, report.missing(), signed).pages(progress),
                        target,
                        PrintOptions.now(),
                        progress);
            case "json" -> json(tables, target);
            default -> TableFiles.write(tables.details(report.missing()), target, progress);
        }
    }

    private void json(VerdictTables tables, Path target) {
        Map<String, Object> facts = new LinkedHashMap<>();
        VerdictLine total = verdict.total();
        facts.put("project", workspace.file().getFileName().toString());
        facts.put("passes", verdict.passes());
        facts.put("checked", total.checked());
        facts.put("wrong", total.wrong());
        facts.put("error_rate_percent", total.ratePercent());
        facts.put("rule", verdict.rule());
        facts.put("details", TextTable.facts(tables.details()));
        facts.put("by_layer", TextTable.facts(tables.byLayer()));
        facts.put("by_town", TextTable.facts(tables.byTown()));
        facts.put("missing", CheckAnswer.facts(report));
        facts.put("sign_offs", signed);
        try {
            // complete or not at all
            String text = new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(facts);
            SafeFile.write(target, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.io-failed", e.getMessage()), e);
        }
    }
}
