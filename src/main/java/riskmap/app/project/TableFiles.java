package riskmap.app.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import riskmap.analysis.Output;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.UnitText;
import riskmap.data.Table;

/** Tables of results as files: CSV, XLSX or whatever else holds rows, by the ending of the name. Numbers are whole, not as shown. */
public final class TableFiles {
    private TableFiles() {}

    /** Writes a table under its headings in the language in use; a file that was there is replaced when it is complete. */
    public static void write(Table table, Path target, Progress progress) {
        List<Table.Column> columns = new ArrayList<>();
        for (Table.Column column : table.columns()) {
            String heading = UnitText.heading(column.title().text(), column.unit());
            columns.add(new Table.Column(heading, column.title(), column.unit(), column.decimals()));
        }
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> row : table.rows()) {
            List<Object> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(plain(cell)));
            rows.add(java.util.Collections.unmodifiableList(cells));
        }
        OutputTarget.of(target.toString())
                .write(new Output.Rows(new Table(table.id(), table.title(), columns, rows), List.of()), progress);
    }

    private static Object plain(Object cell) {
        return cell instanceof Message message ? message.text() : cell;
    }
}
