package riskmap.ui.table;

import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.util.Duration;

/**
 * Columns as wide as their headings and what the first rows hold, within bounds; a column that was drawn by hand keeps its
 * width, in this table and in the next of the same layer.
 */
final class FittedColumns {
    static final double NARROWEST = 64;
    static final double WIDEST = 260;
    /** Rows that are measured: about as many as are in sight at first. */
    private static final int MEASURED = 40;

    /** Of a table of hundreds of columns fewer rows: what is measured in one go must not hold the window up. */
    private static final int MEASURED_CELLS = 1_600;

    private static final int LEAST_MEASURED = 4;

    /** Room at both sides of a cell, and of a heading with the arrow of its order. */
    private static final double CELL = 22;

    private static final double HEADING = 44;
    /** JavaFX measures a column of this width anew by making a cell of its own for each of 30 rows. */
    private static final double UNSET = 80;

    private static final Duration DRAWN = Duration.millis(400);

    private final TableView<Row> table;
    private final Function<TableColumn<Row, ?>, Function<Row, String>> texts;
    private final ColumnWidths widths;
    private boolean fitting;
    private boolean fitted;

    /**
     * Fits the columns of a table once its first rows are read.
     *
     * @param texts what a column shows of a row
     * @param widths what the user has given them
     */
    FittedColumns(
            TableView<Row> table, Function<TableColumn<Row, ?>, Function<Row, String>> texts, ColumnWidths widths) {
        this.table = table;
        this.texts = texts;
        this.widths = widths;
        for (TableColumn<Row, ?> column : table.getColumns()) {
            column.setMinWidth(32);
            column.setPrefWidth(widths.of(field(column), () -> 110.0));
            PauseTransition rest = new PauseTransition(DRAWN);
            rest.setOnFinished(event -> widths.keep(field(column), column.getWidth()));
            column.widthProperty().addListener((property, before, now) -> {
                if (!fitting) {
                    rest.playFromStart();
                }
            });
        }
        fit();
    }

    private static String field(TableColumn<Row, ?> column) {
        return (String) column.getUserData();
    }

    /** Other rows are shown: the first time there are values, they are measured. */
    void rowsChanged() {
        if (fitted || table.getItems() == null || table.getItems().isEmpty()) {
            return;
        }
        ObservableValue<Object[]> first = table.getItems().get(0).values();
        if (first.getValue() != null) {
            fit();
        } else {
            first.addListener(new ChangeListener<>() {
                @Override
                public void changed(ObservableValue<? extends Object[]> values, Object[] before, Object[] now) {
                    first.removeListener(this);
                    // the others of the page are filled in after it
                    Platform.runLater(FittedColumns.this::rowsRead);
                }
            });
        }
    }

    private void rowsRead() {
        if (!fitted) {
            fit();
        }
    }

    /** Fits every column that no user has drawn. */
    void fit() {
        Font cells = font(".table-cell");
        Font headings = font(".column-header .label");
        fitting = true;
        for (TableColumn<Row, ?> column : table.getColumns()) {
            column.setPrefWidth(widths.of(field(column), () -> wanted(column, headings, cells)));
        }
        fitting = false;
    }

    private double wanted(TableColumn<Row, ?> column, Font headings, Font cells) {
        double wide = width(column.getText(), headings) + HEADING;
        Function<Row, String> text = texts.apply(column);
        int rows = table.getItems() == null
                ? 0
                : Math.min(measured(), table.getItems().size());
        for (int row = 0; row < rows; row++) {
            Row each = table.getItems().get(row);
            if (each.values().get() != null) {
                fitted = true;
                wide = Math.max(wide, width(text.apply(each), cells) + CELL);
            }
        }
        double whole = Math.ceil(Math.max(NARROWEST, Math.min(WIDEST, wide)));
        return whole == UNSET ? whole + 1 : whole;
    }

    private int measured() {
        int columns = Math.max(1, table.getColumns().size());
        return Math.max(LEAST_MEASURED, Math.min(MEASURED, MEASURED_CELLS / columns));
    }

    private static double width(String text, Font font) {
        Text measured = new Text(text == null ? "" : text);
        measured.setFont(font);
        return measured.getLayoutBounds().getWidth();
    }

    private Font font(String where) {
        Node shown = table.lookup(where);
        return shown instanceof Labeled labelled ? labelled.getFont() : Font.getDefault();
    }
}
