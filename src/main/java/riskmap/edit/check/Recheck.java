package riskmap.edit.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Changes;
import riskmap.data.LayerKind;
import riskmap.data.QualityRule;
import riskmap.data.RowChange;

/**
 * Checks again what an edit may have changed and puts it into the report: the changed rows, the rows beside them, the
 * rows that were found together with them; and in other layers the rules that look into the changed one.
 */
public final class Recheck {
    /** More rows than this are not picked out: the whole layer is checked again. */
    private static final int MOST = 2_000;

    /** How far a changed row reaches, as a share of a metre or of a degree of about that length. */
    private static final double BESIDE_METRES = 60;

    private final SurveyData data;
    private final Progress progress;

    private Recheck(SurveyData data, Progress progress) {
        this.data = data;
        this.progress = progress;
    }

    /**
     * The report after an edit was made.
     *
     * @param before the report before it
     * @param changes what the edit has done
     */
    public static CheckReport after(SurveyData data, CheckReport before, Changes changes, Progress progress) {
        Recheck recheck = new Recheck(data, progress);
        Map<String, LayerReport> reports = new LinkedHashMap<>();
        before.layers().forEach(report -> reports.put(report.layer(), report));
        for (String layer : changes.layers()) {
            List<RowChange> rows = changes.rows().stream()
                    .filter(row -> row.layer().equals(layer))
                    .toList();
            reports.computeIfPresent(layer, (name, report) -> recheck.changed(report, rows));
            data.kind(layer)
                    .ifPresent(kind -> reports.replaceAll(
                            (name, report) -> name.equals(layer) ? report : recheck.lookingInto(kind, report)));
        }
        return before.withLayers(new ArrayList<>(reports.values()));
    }

    /**
     * The report after a layer became another as a whole, or came new: it is checked as a whole where the report is of the
     * whole project or has it already, and so are the rules that look into it from other layers.
     */
    public static CheckReport anew(SurveyData data, CheckReport before, String layer, Progress progress) {
        LayerKind kind = data.kind(layer).orElse(null);
        if (kind == null) {
            return before;
        }
        Recheck recheck = new Recheck(data, progress);
        Map<String, LayerReport> reports = new LinkedHashMap<>();
        before.layers()
                .forEach(report -> reports.put(
                        report.layer(), report.layer().equals(layer) ? report : recheck.lookingInto(kind, report)));
        if (!kind.rules().isEmpty() && (before.complete() || reports.containsKey(layer))) {
            reports.put(layer, recheck.one(Scope.layers(List.of(layer))));
        }
        return before.withLayers(data.layers().stream()
                .map(reports::get)
                .filter(Objects::nonNull)
                .toList());
    }

    private LayerReport changed(LayerReport report, List<RowChange> rows) {
        progress.check();
        Set<Long> subjects = new HashSet<>();
        rows.forEach(row -> subjects.add(row.fid()));
        Set<Long> changed = Set.copyOf(subjects);
        for (Finding finding : report.findings()) {
            if (takesPart(finding, changed)) {
                subjects.add(finding.fid());
                subjects.addAll(finding.others());
            }
        }
        subjects.remove(0L);
        for (RowChange row : rows) {
            if (subjects.size() <= MOST) {
                beside(report.layer(), row, subjects);
            }
        }
        boolean many = subjects.size() > MOST || report.isCut();
        if (many && report.whole()) {
            return one(Scope.layers(List.of(report.layer())));
        }
        LayerReport again = one(Scope.rows(Map.of(report.layer(), subjects)));
        return report.merged(again, old -> old.fid() == 0 || takesPart(old, subjects), subjects);
    }

    private static boolean takesPart(Finding finding, Set<Long> rows) {
        return rows.contains(finding.fid()) || finding.others().stream().anyMatch(rows::contains);
    }

    /** Adds the rows near where the changed one is or was. */
    private void beside(String layer, RowChange row, Set<Long> subjects) {
        SimpleFeatureSource source = data.features(layer);
        var descriptor = source.getSchema().getGeometryDescriptor();
        if (descriptor == null) {
            return;
        }
        Envelope near = new Envelope();
        for (Map<String, Object> values : sides(row)) {
            if (values.get(descriptor.getLocalName()) instanceof Geometry geometry) {
                near.expandToInclude(geometry.getEnvelopeInternal());
            }
        }
        if (near.isNull()) {
            return;
        }
        // degrees: 60 m are less than a thousandth of one
        boolean degrees = near.getMaxX() <= 360 && near.getMaxY() <= 90;
        near.expandBy(degrees ? BESIDE_METRES / 80_000 : BESIDE_METRES);
        try (SimpleFeatureIterator rows = Neighbours.around(source, near)) {
            while (rows.hasNext()) {
                subjects.add(RowChange.key(rows.next()));
            }
        } catch (IOException e) {
            throw new RiskMapException(Message.of("edit.check-unreadable", layer, e.getMessage()), e);
        }
    }

    private static List<Map<String, Object>> sides(RowChange row) {
        List<Map<String, Object>> sides = new ArrayList<>();
        if (!row.isAdded()) {
            sides.add(row.before());
        }
        if (!row.isRemoved()) {
            sides.add(row.after());
        }
        return sides;
    }

    /** Runs the rules of a layer that look into a kind again. */
    private LayerReport lookingInto(LayerKind kind, LayerReport report) {
        Set<String> rules = new HashSet<>();
        boolean towns = kind.key().equals(Surroundings.TOWN);
        for (QualityRule rule : report.kind().rules()) {
            boolean named = rule.setting("layer").filter(kind.key()::equals).isPresent();
            if (named || towns && Set.of("town", "each").contains(rule.type())) {
                rules.add(rule.key());
            }
        }
        if (rules.isEmpty() || !report.whole()) {
            return report;
        }
        LayerReport again = one(Scope.layers(List.of(report.layer())).withRules(rules));
        return report.merged(again, old -> rules.contains(old.rule().key()), Set.of());
    }

    private LayerReport one(Scope scope) {
        return QualityCheck.run(data, scope, progress).layers().get(0);
    }
}
