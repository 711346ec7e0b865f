package riskmap.io.table;

import java.util.List;
import riskmap.io.CellText;

/**
 * A row of a table as its file has it.
 *
 * @param line number of its line or row in the file, from 1
 * @param cells String, Number, Boolean, LocalDate, LocalDateTime, or null where a cell is empty
 */
public record TableRow(long line, List<Object> cells) {
    /** The text of a cell, empty where there is none. */
    public String text(int column) {
        Object cell = column < cells.size() ? cells.get(column) : null;
        return CellText.shown(cell);
    }

    /** How many cells hold something. */
    public int filled() {
        int count = 0;
        for (int i = 0; i < cells.size(); i++) {
            count += text(i).isBlank() ? 0 : 1;
        }
        return count;
    }
}
