package riskmap.io.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.io.ImportLog;
import riskmap.io.Place;
import riskmap.io.ReadOptions;
import riskmap.io.TableLook;
import riskmap.io.ValueKind;

/** What a first pass over a table finds out: its header, its columns, their types, where its rows lie. */
public final class TableSchema {
    /** What stands in the first cell of a line of sums or signatures below a table. */
    private static final Pattern FOOTER =
            Pattern.compile("(?:合\\s*计|总\\s*计|小\\s*计)|(?:填表人|填报人|制表人|审核人|负责人|单位负责人|填表日期|填报日期|联系电话)\\s*[:：].*"
                    + "|(?:备\\s*注|注|说明|填表说明)\\s*[:：].*");

    public final List<String> columns = new ArrayList<>();
    public final List<ValueKind> kinds = new ArrayList<>();
    final Envelope extent = new Envelope();
    public final TreeSet<String> geometryTypes = new TreeSet<>();
    public TablePlace place = TablePlace.NONE;
    /** Index of the first row of data among the rows of the file. */
    public int dataRow;

    /** Number of the header's row in the file, from 1; 0 without a header. */
    long headerLine;

    private long upright;
    private long exchanged;

    public static TableSchema scan(TableSource source, ReadOptions options, ImportLog log) throws IOException {
        TableSchema schema = new TableSchema();
        try (TableRows rows = source.open()) {
            List<TableRow> first = new ArrayList<>();
            for (TableRow row = rows.next(); row != null; row = first.size() < TableHeader.ROWS ? rows.next() : null) {
                first.add(row);
            }
            if (first.isEmpty()) {
                throw RiskMapException.of("io.csv-empty", source.file());
            }
            TableHeader header = TableHeader.of(first, options.header(), log);
            schema.columns.addAll(header.names());
            header.names().forEach(name -> schema.kinds.add(ValueKind.NOTHING));
            schema.dataRow = header.dataRow();
            schema.headerLine =
                    header.headerRow() < 0 ? 0 : first.get(header.headerRow()).line();
            schema.place = TablePlace.of(schema.columns, options);
            first.subList(header.dataRow(), first.size()).forEach(schema::row);
            for (TableRow row = rows.next(); row != null; row = rows.next()) {
                schema.row(row);
            }
        }
        boolean guessed = options.x() == null && options.y() == null;
        if (guessed && schema.exchanged > 0 && schema.upright == 0) {
            log.notice(Message.of(
                    "io.table-exchanged",
                    schema.columns.get(schema.place.x()),
                    schema.columns.get(schema.place.y()),
                    Long.toString(schema.exchanged)));
            schema.exchange();
        }
        return schema;
    }

    private void row(TableRow row) {
        if (isFooter(row)) {
            return;
        }
        for (int i = 0; i < Math.min(row.cells().size(), columns.size()); i++) {
            kinds.set(i, kinds.get(i).with(ValueKind.of(row.cells().get(i))));
        }
        Geometry geometry = place.isSpatial() ? place.geometry(row, new ImportLog(), Place.file()) : null;
        if (geometry != null) {
            Envelope box = geometry.getEnvelopeInternal();
            extent.expandToInclude(box);
            geometryTypes.add(geometry.getGeometryType());
            if (place.isPoint() && !geometry.isEmpty()) {
                TablePlace.Order order = TablePlace.order(box.getMinX(), box.getMinY());
                upright += order == TablePlace.Order.UPRIGHT ? 1 : 0;
                exchanged += order == TablePlace.Order.EXCHANGED ? 1 : 0;
            }
        }
    }

    private void exchange() {
        place = place.exchanged();
        extent.init(extent.getMinY(), extent.getMaxY(), extent.getMinX(), extent.getMaxX());
    }

    /** Whether a row is none of the table's own: a line of sums, signatures or remarks below it. */
    public boolean isFooter(TableRow row) {
        for (int i = 0; i < row.cells().size(); i++) {
            String text = row.text(i).strip();
            if (!text.isEmpty()) {
                boolean few = 2 * row.filled() <= columns.size() || text.matches("合\\s*计|总\\s*计|小\\s*计");
                return columns.size() > 2 && few && FOOTER.matcher(text).matches() && !place.isFilled(row);
            }
        }
        return false;
    }

    /** How the table is read, for the user to see. */
    public TableLook look() {
        int text = place.wkt() >= 0 ? place.wkt() : place.pair();
        return new TableLook(headerLine, column(place.x()), column(place.y()), column(text));
    }

    private String column(int index) {
        return index < 0 ? null : columns.get(index);
    }

    /** Whether all coordinates may be degrees. */
    public boolean looksGeographic() {
        return !extent.isNull()
                && extent.getMinX() >= -180
                && extent.getMaxX() <= 360
                && extent.getMinY() >= -90
                && extent.getMaxY() <= 90;
    }
}
