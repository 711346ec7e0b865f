package riskmap.app.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.QualityRule;
import riskmap.edit.check.DataHash;
import riskmap.edit.check.Excuses;
import riskmap.edit.check.Finding;
import riskmap.edit.check.LayerReport;
import riskmap.edit.check.QualityCheck;
import riskmap.edit.check.Scope;
import riskmap.edit.check.SignOff;

/** Signs towns of layers off and looks whether what was signed still is what is there. */
final class Signing {
    private final Workspace workspace;
    private final QualityBook book;
    private final ProjectLayers data;

    Signing(Workspace workspace) {
        this.workspace = workspace;
        this.book = new QualityBook(workspace);
        this.data = new ProjectLayers(workspace);
    }

    /** All sign-offs, in the order of the project's layers and of towns. */
    List<SignState> states(Progress progress) {
        Map<String, Map<String, SignOff>> byLayer = new LinkedHashMap<>();
        List<String> layers = workspace.layers();
        layers.forEach(layer -> byLayer.put(layer, new TreeMap<>()));
        for (SignOff signed : book.signOffs()) {
            byLayer.computeIfAbsent(signed.layer(), key -> new TreeMap<>()).put(signed.town(), signed);
        }
        byLayer.values().removeIf(Map::isEmpty);
        List<SignState> states = new ArrayList<>();
        int done = 0;
        for (Map.Entry<String, Map<String, SignOff>> entry : byLayer.entrySet()) {
            progress.report((double) done++ / byLayer.size(), Message.of("app.quality-hashing", entry.getKey()));
            boolean there = layers.contains(entry.getKey())
                    && workspace.kind(entry.getKey()).isPresent();
            SortedMap<String, DataHash.Part> now =
                    there ? DataHash.of(data, entry.getKey(), progress) : new TreeMap<>();
            for (SignOff signed : entry.getValue().values()) {
                DataHash.Part part = now.get(signed.town());
                states.add(new SignState(signed, signed.holds(part), part == null ? 0 : part.rows()));
            }
        }
        return states;
    }

    /**
     * What came of signing a town.
     *
     * @param town the town
     * @param signed the sign-off, null where it was refused
     * @param refusal why it was refused, else null
     */
    record Attempt(String town, SignOff signed, Message refusal) {}

    /**
     * Checks a layer as it is now and signs those of the towns that may be signed.
     *
     * @param by who signs
     * @param reason why it is signed though errors are open; empty where none should be
     */
    List<Attempt> sign(String layer, Collection<String> towns, String by, String reason, Progress progress) {
        if (by.isBlank()) {
            throw RiskMapException.of("app.quality-nobody");
        }
        LayerReport report = QualityCheck.run(data, Scope.layers(List.of(layer)), progress.part(0, 0.8))
                .layer(layer)
                .orElseThrow(() -> RiskMapException.of("edit.check-no-kind", layer));
        SortedMap<String, DataHash.Part> parts = DataHash.of(data, layer, progress.part(0.8, 1));
        Excuses excuses = book.excuses();
        List<Attempt> attempts = new ArrayList<>();
        for (String town : new TreeSet<>(towns)) {
            DataHash.Part part = parts.get(town);
            long errors = openErrors(report, town, excuses);
            if (part == null) {
                attempts.add(new Attempt(town, null, Message.of("app.quality-no-rows", layer, townName(town))));
            } else if (errors > 0 && reason.isBlank()) {
                attempts.add(
                        new Attempt(town, null, Message.of("app.quality-errors-open", errors, layer, townName(town))));
            } else {
                String why = errors > 0 ? reason.strip() : "";
                SignOff signed =
                        new SignOff(layer, town, by.strip(), QualityBook.now(), part.rows(), part.hash(), errors, why);
                attempts.add(new Attempt(town, signed, null));
            }
        }
        book.sign(
                attempts.stream().map(Attempt::signed).filter(Objects::nonNull).toList());
        return attempts;
    }

    /** Errors without an excuse of a town, and those of the layer as a whole. */
    private static long openErrors(LayerReport report, String town, Excuses excuses) {
        long listed = report.findings().stream()
                .filter(finding -> finding.isError() && !excuses.excuses(finding) && concerns(finding, town))
                .count();
        // beyond what is listed nobody knows of which town they are: they count everywhere
        Map<String, Long> perRule = new TreeMap<>();
        report.findings().forEach(finding -> perRule.merge(finding.rule().key(), 1L, Long::sum));
        long unlisted = report.kind().rules().stream()
                .filter(QualityRule::error)
                .mapToLong(rule -> report.counts().getOrDefault(rule.key(), 0L) - perRule.getOrDefault(rule.key(), 0L))
                .sum();
        return listed + unlisted;
    }

    private static boolean concerns(Finding finding, String town) {
        return finding.town().equals(town)
                || finding.fid() == 0 && finding.town().isEmpty();
    }

    /** What a town is called in a sentence: rows of none have a name too. */
    static Object townName(String town) {
        return town.isEmpty() ? Message.of("app.quality-no-town") : town;
    }
}
