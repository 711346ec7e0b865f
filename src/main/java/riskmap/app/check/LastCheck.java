package riskmap.app.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Geometry;
import riskmap.app.project.Workspace;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Catalogue;
import riskmap.data.LayerKind;
import riskmap.data.QualityRule;
import riskmap.data.Title;
import riskmap.edit.check.CheckReport;
import riskmap.edit.check.Finding;
import riskmap.edit.check.FixKind;
import riskmap.edit.check.LayerReport;
import riskmap.edit.check.MissingKind;

/**
 * The check a project was closed with: what its error layer holds, when it was found, and of which layers the rows have
 * changed since. The sentences are in the language of that day.
 *
 * @param report the findings; no verdict can be drawn from it
 * @param from when the first of the layers was checked
 * @param until when the last of them was
 * @param changed layers whose rows have changed since they were checked, or of which that cannot be told
 * @param partly layers of which only some rows or rules were checked
 */
public record LastCheck(CheckReport report, String from, String until, List<String> changed, List<String> partly) {
    public LastCheck {
        changed = List.copyOf(changed);
        partly = List.copyOf(partly);
    }

    /** What a project holds, where it was checked before. */
    static Optional<LastCheck> of(Workspace workspace, Progress progress) {
        if (!workspace.layers().contains(FindingLayer.NAME)) {
            return Optional.empty();
        }
        Map<String, List<Finding>> findings = new LinkedHashMap<>();
        Map<String, String> found = new LinkedHashMap<>();
        List<Finding> lacking = new ArrayList<>();
        read(workspace, progress, (finding, at) -> {
            if (finding.rule().type().equals(MissingKind.PRESENT)) {
                lacking.add(finding);
            } else {
                findings.computeIfAbsent(finding.layer(), name -> new ArrayList<>())
                        .add(finding);
                found.put(finding.layer(), at);
            }
        });
        Map<String, CheckedLayer> checked = new LinkedHashMap<>();
        new QualityBook(workspace).checked().forEach(layer -> checked.put(layer.layer(), layer));
        // an error layer of a program that kept no record: nobody knows what its rows were like
        found.forEach((layer, at) ->
                checked.computeIfAbsent(layer, name -> new CheckedLayer(name, at, "", 0, false, Map.of())));
        List<LayerReport> reports = new ArrayList<>();
        List<String> partly = new ArrayList<>();
        TreeSet<String> days = new TreeSet<>();
        for (String name : workspace.layers()) {
            CheckedLayer layer = checked.get(name);
            LayerKind kind = workspace.kind(name).orElse(null);
            if (layer != null && kind != null) {
                reports.add(LayerReport.past(
                        name, kind, layer.rows(), findings.getOrDefault(name, List.of()), layer.unlisted()));
                days.add(layer.at());
                if (!layer.whole()) {
                    partly.add(name);
                }
            }
        }
        if (reports.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LastCheck(
                new CheckReport(reports, false, missing(lacking, checked)),
                days.first(),
                days.last(),
                changed(workspace, List.copyOf(checked.values())),
                partly));
    }

    /** What the project lacked as a whole; a layer that was checked was there, without rows. */
    private static List<MissingKind> missing(List<Finding> lacking, Map<String, CheckedLayer> checked) {
        List<MissingKind> missing = new ArrayList<>();
        for (LayerKind kind : Catalogue.standard().kinds()) {
            for (Finding finding : lacking) {
                if (kind.rules().contains(finding.rule())) {
                    missing.add(new MissingKind(
                            kind, finding.rule(), finding.layer(), checked.containsKey(finding.layer())));
                }
            }
        }
        return missing;
    }

    /** Whether it is a finding as it was kept: without the other rows that take part. */
    boolean remembers(Finding finding) {
        return report.layer(finding.layer()).stream()
                .flatMap(layer -> layer.findings().stream())
                .anyMatch(kept -> kept == finding);
    }

    /** The same, with what has changed by now. */
    LastCheck now(Workspace workspace) {
        return new LastCheck(report, from, until, changed(workspace, new QualityBook(workspace).checked()), partly);
    }

    private static List<String> changed(Workspace workspace, List<CheckedLayer> checked) {
        Map<String, String> now = workspace.store().lastChanges();
        TreeSet<String> changed = new TreeSet<>();
        if (new QualityBook(workspace).isAllChecked()) {
            // what nothing is kept of has come since
            changed.addAll(new ProjectLayers(workspace).checked());
        }
        for (CheckedLayer layer : checked) {
            changed.remove(layer.layer());
            if (now.containsKey(layer.layer()) && !layer.state().equals(now.get(layer.layer()))) {
                changed.add(layer.layer());
            }
        }
        return List.copyOf(changed);
    }

    /** Hands each finding of the error layer on, with when it was found. */
    private static void read(Workspace workspace, Progress progress, BiConsumer<Finding, String> to) {
        try (SimpleFeatureIterator rows = workspace
                .store()
                .dataStore()
                .getFeatureSource(FindingLayer.NAME)
                .getFeatures()
                .features()) {
            while (rows.hasNext()) {
                progress.check();
                SimpleFeature row = rows.next();
                to.accept(finding(workspace, row), text(row, "checked_at"));
            }
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.layer-unreadable", FindingLayer.NAME, e.getMessage()), e);
        }
    }

    private static Finding finding(Workspace workspace, SimpleFeature row) {
        String layer = text(row, "layer");
        // the layer of what is missing as a whole is not there, and called as its kind
        Optional<LayerKind> kind = workspace.layers().contains(layer)
                ? workspace.kind(layer)
                : Catalogue.standard().find(layer);
        return new Finding(
                layer,
                rule(kind, row),
                row.getAttribute("row_fid") instanceof Number key ? key.longValue() : 0,
                text(row, "row_uuid"),
                text(row, "name"),
                text(row, "town"),
                text(row, "field"),
                Message.of("app.quality-stored", text(row, "problem")),
                (Geometry) row.getDefaultGeometry(),
                List.of(),
                text(row, "evidence"),
                fix(text(row, "fix")));
    }

    private static QualityRule rule(Optional<LayerKind> kind, SimpleFeature row) {
        String key = text(row, "rule");
        Title title = new Title(text(row, "rule_title"), text(row, "rule_title"));
        // a rule the catalogue no longer has is shown as it was called
        return kind.flatMap(known -> known.rules().stream()
                        .filter(rule -> rule.key().equals(key))
                        .findFirst())
                .orElseGet(() -> new QualityRule(
                        key,
                        key,
                        Map.of(),
                        title,
                        title,
                        text(row, "severity").equals("error")
                                ? QualityRule.Severity.ERROR
                                : QualityRule.Severity.WARNING));
    }

    private static FixKind fix(String title) {
        for (FixKind kind : FixKind.values()) {
            for (Language language : Language.values()) {
                if (kind.title().text(language).equals(title)) {
                    return kind;
                }
            }
        }
        return null;
    }

    private static String text(SimpleFeature row, String column) {
        Object value = row.getFeatureType().indexOf(column) < 0 ? null : row.getAttribute(column);
        return value == null ? "" : value.toString();
    }

    /** When it was, in words. */
    public Message when() {
        return from.equals(until)
                ? Message.of("app.quality-last-at", minute(until))
                : Message.of("app.quality-last-between", minute(from), minute(until));
    }

    /** Whether the data is still what was checked, in words. */
    public Message since() {
        return changed.isEmpty()
                ? Message.of("app.quality-last-same")
                : Message.of("app.quality-last-changed", changed.size(), titles(changed));
    }

    private String titles(List<String> layers) {
        List<String> titles = layers.stream()
                .map(name -> report.layer(name)
                        .map(layer -> VerdictTables.title(name, layer.kind()))
                        .orElse(name))
                .toList();
        int shown = Math.min(5, titles.size());
        return String.join("、", titles.subList(0, shown)) + (shown < titles.size() ? "…" : "");
    }

    private static String minute(String at) {
        return at.length() < 16 ? at : at.substring(0, 16).replace('T', ' ');
    }
}
