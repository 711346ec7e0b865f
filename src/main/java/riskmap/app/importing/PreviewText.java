package riskmap.app.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import riskmap.app.TextTable;
import riskmap.base.Message;
import riskmap.data.Catalogue;
import riskmap.data.LayerKind;

/** A preview as text for a person and as facts for a script: guesses with their reasons, columns, the first rows. */
final class PreviewText {
    /** Cells of the first rows are cut to this many characters. */
    private static final int CELL = 24;

    private PreviewText() {}

    static String text(ImportPreview preview, int most) {
        StringBuilder text = new StringBuilder();
        if (preview.encoding().isFound()) {
            line(text, "app.preview-encoding", preview.encoding().value(), reason(preview.encoding()));
        }
        if (preview.isSpatial()) {
            String code = preview.crs().isFound() || preview.crsStated()
                    ? preview.crs().value()
                    : Message.of("app.info-no-crs").text();
            line(text, "app.preview-crs", code, reason(preview.crs()));
        }
        if (preview.elsewhere() != null) {
            text.append("! ").append(preview.elsewhere().text()).append('\n');
        }
        if (preview.gcj02().reason() != null) {
            String key = preview.gcj02().isFound() ? "app.preview-gcj02" : "app.preview-gcj02-no";
            line(text, key, reason(preview.gcj02()));
        }
        if (preview.kind().reason() != null) {
            line(text, "app.preview-kind", kind(preview.kind().value()), reason(preview.kind()));
        }
        if (preview.table() != null) {
            line(text, "app.preview-header", Long.toString(preview.table().header()));
            if (preview.table().x() != null) {
                line(
                        text,
                        "app.preview-xy",
                        preview.table().x(),
                        preview.table().y());
            }
        }
        if (preview.match() != null) {
            preview.match().columns().forEach((field, column) -> line(text, "app.preview-mapped", column, field));
            preview.match().unmapped().forEach(column -> line(text, "app.preview-unmapped", column));
            preview.match().missing().forEach(field -> line(text, "app.preview-missing", field));
        }
        rows(text, preview, most);
        return text.toString();
    }

    private static String kind(String key) {
        return Catalogue.standard()
                .find(key)
                .map(LayerKind::title)
                .map(title -> title.text() + " (" + key + ")")
                .orElse("–");
    }

    private static String reason(Guess guess) {
        return guess.reason() == null ? "" : guess.reason().text();
    }

    private static void line(StringBuilder text, String key, Object... arguments) {
        text.append("  ").append(Message.of(key, arguments).text()).append('\n');
    }

    private static void rows(StringBuilder text, ImportPreview preview, int most) {
        if (preview.rows().isEmpty() || preview.columns().isEmpty() || most <= 0) {
            return;
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(preview.columns().stream().map(column -> cut(column.name())).toList());
        preview.rows().stream()
                .limit(most)
                .forEach(row -> lines.add(row.stream().map(PreviewText::cut).toList()));
        TextTable.columns(lines, null)
                .lines()
                .forEach(line -> text.append("  > ").append(line).append('\n'));
    }

    private static String cut(String cell) {
        String plain = cell.replaceAll("\\s+", " ");
        return plain.isEmpty() ? "–" : plain.length() > CELL ? plain.substring(0, CELL - 1) + "…" : plain;
    }

    static Map<String, Object> facts(ImportPreview preview) {
        Map<String, Object> facts = new LinkedHashMap<>();
        put(facts, "encoding", preview.encoding());
        put(facts, "crs_found", preview.crs());
        put(facts, "gcj02", preview.gcj02());
        put(facts, "kind", preview.kind());
        facts.put("crs_stated", preview.crsStated());
        facts.put(
                "elsewhere",
                preview.elsewhere() == null ? null : preview.elsewhere().text());
        if (preview.table() != null) {
            facts.put("header", preview.table().header());
            facts.put("x", preview.table().x());
            facts.put("y", preview.table().y());
        }
        if (preview.match() != null) {
            facts.put("mapped", preview.match().columns());
            facts.put("unmapped", preview.match().unmapped());
            facts.put("missing", preview.match().missing());
        }
        facts.put("rows", preview.rows());
        return facts;
    }

    private static void put(Map<String, Object> facts, String key, Guess guess) {
        facts.put(key, guess.value());
        facts.put(
                key + "_reason", guess.reason() == null ? null : guess.reason().text());
    }
}
