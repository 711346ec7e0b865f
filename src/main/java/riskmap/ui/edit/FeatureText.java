package riskmap.ui.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.WKTWriter;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.edit.topology.Row;

/**
 * Features as text on the clipboard: lines of cells between tabs, the first line naming the columns, geometry as WKT in
 * {@code wkt_geom}. Spreadsheets and QGIS read and write the same.
 */
final class FeatureText {
    private static final String GEOMETRY = "wkt_geom";

    private FeatureText() {}

    static String write(List<Row> rows) {
        StringBuilder text = new StringBuilder(GEOMETRY);
        List<String> columns = rows.isEmpty()
                ? List.of()
                : rows.get(0).values().keySet().stream()
                        .filter(column -> !column.equals(rows.get(0).column()))
                        .toList();
        columns.forEach(column -> text.append('\t').append(column));
        WKTWriter writer = new WKTWriter(2);
        for (Row row : rows) {
            text.append('\n').append(row.geometry() == null ? "" : writer.write(row.geometry()));
            columns.forEach(column -> text.append('\t').append(cell(row.values().get(column))));
        }
        return text.toString();
    }

    /**
     * Reads features; values are texts, the store's own types come with the layer they are pasted into.
     *
     * @throws RiskMapException when there is no geometry in the text
     */
    static List<Row> read(String text) {
        List<Row> rows = new ArrayList<>();
        List<String> columns = List.of(GEOMETRY);
        for (String line : text.replace("\r", "").split("\n")) {
            String[] cells = line.split("\t", -1);
            if (cells[0].strip().equals(GEOMETRY)) {
                columns = List.of(cells);
            } else if (!line.isBlank()) {
                rows.add(row(columns, cells));
            }
        }
        if (rows.isEmpty()) {
            throw RiskMapException.of("ui.clipboard-empty");
        }
        return rows;
    }

    private static Row row(List<String> columns, String[] cells) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 1; i < Math.min(columns.size(), cells.length); i++) {
            if (!cells[i].isEmpty()) {
                values.put(columns.get(i), cells[i]);
            }
        }
        values.put(GEOMETRY, geometry(cells[0]));
        return new Row("", -1, GEOMETRY, Geometry.class, values);
    }

    private static Geometry geometry(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException | IllegalArgumentException e) {
            String shown = wkt.length() > 40 ? wkt.substring(0, 40) + "…" : wkt;
            throw new RiskMapException(Message.of("ui.clipboard-no-geometry", shown), e);
        }
    }

    private static String cell(Object value) {
        return value == null ? "" : value.toString().replaceAll("[\t\r\n]+", " ");
    }
}
