package riskmap.app.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.data.simple.SimpleFeatureIterator;
import riskmap.analysis.ExactSum;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Table;
import riskmap.report.Block;
import riskmap.report.ShownNumber;
import riskmap.risk.Conservation;

/** The totals that tables are parts of: named below each table, and compared with what the layers hold now. */
final class BaseCounts {
    private static final String COUNT = "count";
    private static final String LENGTH = "length_km";

    private BaseCounts() {}

    /** Names the layer and total behind each column. */
    static Block note(ReportContext context, Table table, List<String> measures) {
        List<String> parts = new ArrayList<>();
        for (Conservation proof : context.run().orElseThrow().provenance().conservation()) {
            String key = proof.layer() + "_" + proof.measure();
            if (measures.contains(key)) {
                Table.Column column = table.columns().stream()
                        .filter(one -> one.key().equals(key))
                        .findFirst()
                        .orElse(null);
                String title = column == null ? key : column.title().text(context.language());
                parts.add(context.text(
                        "report.base-part",
                        title,
                        context.layerTitle(proof.layer()),
                        shown(proof.total(), column),
                        shown(proof.withoutGeometry(), column),
                        Long.toString(proof.nullValues())));
            }
        }
        return parts.isEmpty()
                ? context.note("report.base-none")
                : context.note("report.base", String.join(context.text("report.list-separator"), parts));
    }

    /** A total as its column shows numbers, so that it is read as the same number there; in full where none shows it. */
    private static String shown(BigDecimal total, Table.Column column) {
        return ShownNumber.text(total, column == null ? total.scale() : column.decimals());
    }

    /** Compares the totals of the run with those of the layers as they are now. */
    static List<Block> today(ReportContext context, Progress progress) {
        Map<String, List<Conservation>> byLayer = new LinkedHashMap<>();
        for (Conservation proof : context.run().orElseThrow().provenance().conservation()) {
            if (!proof.measure().equals(LENGTH)) {
                byLayer.computeIfAbsent(proof.layer(), layer -> new ArrayList<>())
                        .add(proof);
            }
        }
        List<String> differences = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        byLayer.forEach((layer, proofs) -> {
            progress.check();
            String name = layer(context.workspace(), layer);
            if (name == null) {
                gone.add(context.layerTitle(layer) + " (" + layer + ")");
                return;
            }
            Map<String, BigDecimal> now = totals(context.workspace().features(name), proofs);
            for (Conservation proof : proofs) {
                BigDecimal total = now.get(proof.measure());
                if (total == null || total.compareTo(proof.total()) != 0) {
                    differences.add(context.text(
                            "report.today-part",
                            context.layerTitle(layer) + " " + proof.measure(),
                            ShownNumber.text(proof.total(), proof.total().scale()),
                            total == null ? "–" : ShownNumber.text(total, Math.max(0, total.scale()))));
                }
            }
        });
        List<Block> blocks = new ArrayList<>();
        String separator = context.text("report.list-separator");
        if (!gone.isEmpty()) {
            blocks.add(context.gap("report.today-gone", String.join(separator, gone)));
        }
        if (!differences.isEmpty()) {
            blocks.add(context.gap("report.today-differs", String.join(separator, differences)));
        } else if (!byLayer.isEmpty() && gone.isEmpty()) {
            blocks.add(context.note("report.today-same", byLayer.size()));
        }
        return blocks;
    }

    /** The table a model read for a kind: of this name, else of this kind; null for none. */
    static String layer(Workspace workspace, String kind) {
        List<String> layers = workspace.layers();
        return layers.contains(kind)
                ? kind
                : layers.stream()
                        .filter(name -> workspace
                                .kind(name)
                                .filter(known -> known.key().equals(kind))
                                .isPresent())
                        .findFirst()
                        .orElse(null);
    }

    private static Map<String, BigDecimal> totals(SimpleFeatureSource source, List<Conservation> proofs) {
        List<String> fields = proofs.stream()
                .map(Conservation::measure)
                .filter(measure -> !measure.equals(COUNT))
                .filter(measure -> source.getSchema().getDescriptor(measure) != null)
                .toList();
        Map<String, BigDecimal> totals = new LinkedHashMap<>();
        try {
            if (proofs.stream().anyMatch(proof -> proof.measure().equals(COUNT))) {
                totals.put(COUNT, BigDecimal.valueOf(source.getCount(Query.ALL)));
            }
            if (fields.isEmpty()) {
                return totals;
            }
            Query query = new Query(source.getSchema().getTypeName());
            query.setPropertyNames(fields.toArray(String[]::new));
            Map<String, ExactSum> sums = new LinkedHashMap<>();
            fields.forEach(field -> sums.put(field, new ExactSum()));
            try (SimpleFeatureIterator rows = source.getFeatures(query).features()) {
                while (rows.hasNext()) {
                    var row = rows.next();
                    for (String field : fields) {
                        if (row.getAttribute(field) instanceof Number number) {
                            sums.get(field).add(number.doubleValue());
                        }
                    }
                }
            }
            sums.forEach((field, sum) -> totals.put(field, sum.exact()));
            return totals;
        } catch (IOException e) {
            throw new RiskMapException(
                    Message.of("app.layer-unreadable", source.getSchema().getTypeName(), e.getMessage()), e);
        }
    }
}
