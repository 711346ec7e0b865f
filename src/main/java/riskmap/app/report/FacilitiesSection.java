package riskmap.app.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.report.Block;
import riskmap.report.Grids;
import riskmap.report.SectionSpec;
import riskmap.risk.RiskLevel;

/**
 * Facilities and sensitive targets inside the zones of the two highest levels, by the rule of the run: the centroid lies in
 * the zone. How many there are of each kind is compared with the result table.
 */
final class FacilitiesSection implements SectionMaker {
    private static final List<String> KINDS =
            List.of("school", "hospital", "crowded_place", "shelter", "hazardous_site", "reservoir");

    @Override
    public List<Block> make(ReportContext context, SectionSpec spec, Progress progress) {
        ZoneLevels.Found zones = ZoneLevels.of(context, progress.part(0, 0.3));
        if (zones.zones() == null) {
            String names = context.run()
                    .map(run -> run.zones().stream().map(context::layerTitle).toList())
                    .map(titles -> String.join(context.text("report.list-separator"), titles))
                    .filter(titles -> !titles.isEmpty())
                    .orElse("–");
            String model = context.fields().plain("{model}", spec.type());
            return List.of(
                    zones.kept()
                            ? context.note("report.facilities-no-areas", names, model)
                            : context.gap("report.facilities-no-zones", names, model));
        }
        List<String> kinds = spec.kinds().isEmpty() ? KINDS : spec.kinds();
        List<Facility> found = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        for (String kind : kinds) {
            progress.check();
            String layer = BaseCounts.layer(context.workspace(), kind);
            if (layer == null) {
                absent.add(context.layerTitle(kind) + " (" + kind + ")");
            } else {
                found.addAll(Facility.inZones(context, zones.zones(), kind, layer, progress.part(0.3, 0.9)));
            }
        }
        found.sort(Comparator.comparingInt(Facility::level)
                .reversed()
                .thenComparing(facility -> kinds.indexOf(facility.kind()))
                .thenComparing(Comparator.comparingDouble(Facility::size).reversed())
                .thenComparing(Facility::town)
                .thenComparing(Facility::name));
        List<Block> blocks = new ArrayList<>(TextSection.paragraphs(context, spec.texts(), spec.type()));
        list(context, spec, found, blocks);
        blocks.add(compared(context, kinds, found));
        if (!absent.isEmpty()) {
            blocks.add(context.gap(
                    "report.facilities-absent", String.join(context.text("report.list-separator"), absent)));
        }
        return blocks;
    }

    private static void list(ReportContext context, SectionSpec spec, List<Facility> found, List<Block> blocks) {
        if (found.isEmpty()) {
            blocks.add(context.body("report.facilities-none"));
            return;
        }
        int shown = spec.limit() == 0 ? found.size() : Math.min(spec.limit(), found.size());
        List<Block.Row> rows = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            Facility each = found.get(i);
            List<Object> cells = new ArrayList<>();
            cells.add((long) i + 1);
            cells.add(each.name());
            cells.add(context.layerTitle(each.kind()));
            cells.add(each.town());
            cells.add(RiskLevel.title(each.level()).text(context.language()));
            cells.add(
                    Double.isNaN(each.size())
                            ? null
                            : each.size() == Math.rint(each.size())
                                    ? (Object) (long) each.size()
                                    : (Object) each.size());
            cells.add(each.basis());
            rows.add(new Block.Row(cells, false));
        }
        blocks.add(context.grid(
                "facilities",
                context.text("report.facilities-title"),
                List.of(
                        context.number("report.column-no"),
                        context.words("report.column-name"),
                        context.words("report.column-kind"),
                        context.words("report.column-town"),
                        context.words("report.column-zone"),
                        context.number("report.column-people"),
                        context.words("report.column-basis")),
                rows));
        if (shown < found.size()) {
            blocks.add(context.note("report.facilities-limit", found.size(), shown));
        }
    }

    /** Whether the list holds as many as the run counted. */
    private static Block compared(ReportContext context, List<String> kinds, List<Facility> found) {
        Table table = ExposureSection.ending(context, "by-level").orElse(null);
        List<String> differences = new ArrayList<>();
        Map<String, Long> checked = new LinkedHashMap<>();
        for (String kind : kinds) {
            int column = table == null ? -1 : Grids.index(table, kind + "_count");
            if (column < 0) {
                continue;
            }
            for (int level = RiskLevel.COUNT; level >= 3; level--) {
                int wanted = level;
                Object counted = table.rows().stream()
                        .filter(row -> row.get(0).equals(RiskLevel.title(wanted)))
                        .map(row -> row.get(column))
                        .findFirst()
                        .orElse(null);
                long listed = found.stream()
                        .filter(each -> each.kind().equals(kind) && each.level() == wanted)
                        .count();
                checked.merge(kind, listed, Long::sum);
                if (counted instanceof Number number && number.longValue() != listed) {
                    differences.add(context.text(
                            "report.facilities-differ-part",
                            context.layerTitle(kind),
                            RiskLevel.title(wanted).text(context.language()),
                            listed,
                            number.longValue()));
                }
            }
        }
        if (!differences.isEmpty()) {
            return context.gap(
                    "report.facilities-differ", String.join(context.text("report.list-separator"), differences));
        }
        List<String> parts = new ArrayList<>();
        checked.forEach(
                (kind, count) -> parts.add(context.text("report.facilities-count", context.layerTitle(kind), count)));
        return parts.isEmpty()
                ? context.note("report.facilities-rule")
                : context.note("report.facilities-agree", String.join(context.text("report.list-separator"), parts));
    }
}
