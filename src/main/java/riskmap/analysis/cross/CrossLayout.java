package riskmap.analysis.cross;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.Field;
import riskmap.data.Table;

/**
 * A cross-table laid out on paper: rows down, columns across with each measure, a third side under each row, totals at the
 * right and at the foot. Knows which cell of the count stands where.
 */
public final class CrossLayout {
    /** More columns than this fit on no page and in no window. */
    public static final int MOST_COLUMNS = 240;

    /**
     * A line of the table.
     *
     * @param row category of the rows, or {@link CrossTable#ALL}
     * @param third category of the third side, or {@link CrossTable#ALL}
     */
    public record Line(int row, int third) {}

    /**
     * A column of numbers.
     *
     * @param column category of the columns, or {@link CrossTable#ALL}
     * @param measure position of the measure
     */
    public record Column(int column, int measure) {}

    private final CrossTable cross;
    private final boolean hasColumns;
    private final boolean hasThird;
    private final Function<String, Field> fields;
    private final List<Line> lines = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();

    /**
     * Lays a table out.
     *
     * @param fields the catalogue's field of a name, null for one it does not know
     */
    public CrossLayout(CrossTable cross, boolean hasColumns, boolean hasThird, Function<String, Field> fields) {
        this.cross = cross;
        this.hasColumns = hasColumns;
        this.hasThird = hasThird;
        this.fields = fields;
        int rows = cross.axes().get(0).categories().size();
        for (int row = 0; row < rows; row++) {
            addThirds(row);
            lines.add(new Line(row, CrossTable.ALL));
        }
        addThirds(CrossTable.ALL);
        lines.add(new Line(CrossTable.ALL, CrossTable.ALL));
        int across = hasColumns ? cross.axes().get(1).categories().size() : 0;
        if ((across + 1L) * cross.measures().size() > MOST_COLUMNS) {
            throw RiskMapException.of(
                    "analysis.cross-too-wide", cross.axes().get(1).title(), across, MOST_COLUMNS);
        }
        for (int column = 0; column <= across; column++) {
            for (int measure = 0; measure < cross.measures().size(); measure++) {
                columns.add(new Column(column == across ? CrossTable.ALL : column, measure));
            }
        }
    }

    /** The third side under a row: only what occurs in it. */
    private void addThirds(int row) {
        for (int third = 0; hasThird && third < cross.axes().get(2).categories().size(); third++) {
            if (!cross.isEmpty(row, CrossTable.ALL, third)) {
                lines.add(new Line(row, third));
            }
        }
    }

    /** What stands in each line, from the top. */
    public List<Line> lines() {
        return lines;
    }

    /** What stands in each column of numbers, from the left. */
    public List<Column> columns() {
        return columns;
    }

    /** How many columns of headings stand before the numbers. */
    public int headings() {
        return hasThird ? 2 : 1;
    }

    /** The table. */
    public Table table(String id, Message title) {
        List<Table.Column> heads = new ArrayList<>();
        heads.add(new Table.Column("rows", cross.axes().get(0).title(), "", 0));
        if (hasThird) {
            heads.add(new Table.Column("third", cross.axes().get(2).title(), "", 0));
        }
        for (Column column : columns) {
            heads.add(head(column));
        }
        List<List<Object>> rows = new ArrayList<>();
        for (Line line : lines) {
            List<Object> row = new ArrayList<>();
            row.add(first(line));
            if (hasThird) {
                row.add(line.third() == CrossTable.ALL ? null : title(2, line.third()));
            }
            for (Column column : columns) {
                row.add(cross.value(line.row(), column.column(), line.third(), column.measure()));
            }
            rows.add(java.util.Collections.unmodifiableList(row));
        }
        return new Table(id, title, heads, rows);
    }

    private Object first(Line line) {
        if (line.row() == CrossTable.ALL) {
            return Message.of("analysis.cross-total");
        }
        Message title = title(0, line.row());
        return hasThird && line.third() == CrossTable.ALL ? Message.of("analysis.cross-sub-total", title) : title;
    }

    private Message title(int side, int category) {
        return cross.axes().get(side).categories().get(category).title();
    }

    private Table.Column head(Column column) {
        Measure measure = cross.measures().get(column.measure());
        Message name = title(measure);
        Field field = measure.field().isEmpty() ? null : fields.apply(measure.field());
        String unit =
                switch (measure.kind()) {
                    case AREA -> "m2";
                    case LENGTH -> "m";
                    default -> field == null ? "" : field.unit();
                };
        boolean total = column.column() == CrossTable.ALL;
        Message category = total ? Message.of("analysis.cross-total") : title(1, column.column());
        boolean alone = cross.measures().size() == 1;
        Message heading = !hasColumns ? name : alone ? category : Message.of("analysis.cross-column", category, name);
        String key = (total ? "total" : "c" + (column.column() + 1)) + "_"
                + measure.text().replace(':', '_');
        return new Table.Column(key, heading, hasColumns && alone ? "" : unit, decimals(measure));
    }

    /** A measure in words. */
    public Message title(Measure measure) {
        Object field = measure.field().isEmpty() ? "" : CrossAxis.title(measure.field(), fields.apply(measure.field()));
        return Message.of("analysis.cross-measure-" + measure.kind().key(), field);
    }

    private int decimals(Measure measure) {
        return switch (measure.kind()) {
            case COUNT -> cross.hasShares() ? 2 : 0;
            case AREA, LENGTH -> 1;
            default -> 2;
        };
    }
}
