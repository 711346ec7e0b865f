package riskmap.ui.table;

import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;

/**
 * Puts a table into its panel over several frames: first what stands around it, then the table with its headings, then its
 * rows, a few at a time. Made at once, the first table of a program holds the window up for a quarter of a second.
 */
final class Unrolling extends AnimationTimer {
    /** So many rows are made within a frame or two; JavaFX makes every cell of a row, in sight or not. */
    private static final int ROWS = 2;

    private static final int CELLS = 100;

    /** The least height of a row in pixels. */
    private static final double LEAST = 20;

    /** In the frame before this one what stands around the table is shown. */
    private static final int AROUND = 2;

    /** By this frame there are headings and rows. */
    private static final int LOOKED = 5;

    private final BorderPane panel;
    private final TableView<?> table;
    private final Runnable placed;
    private final Runnable looked;
    private int frames;

    /**
     * Begins with the next frame.
     *
     * @param placed called once the table is in the panel, where it can take the keyboard
     * @param looked called once the first cells are there, in the letters they will be shown in
     */
    Unrolling(BorderPane panel, TableView<?> table, Runnable placed, Runnable looked) {
        this.panel = panel;
        this.table = table;
        this.placed = placed;
        this.looked = looked;
        BorderPane.setAlignment(table, Pos.TOP_LEFT);
        start();
    }

    private int rows() {
        return table.getColumns().size() * ROWS > CELLS ? 1 : ROWS;
    }

    @Override
    public void handle(long now) {
        if (panel.getScene() == null) {
            return;
        }
        frames++;
        if (frames == AROUND) {
            // the headings alone
            table.setMaxHeight(0);
            panel.setCenter(table);
            placed.run();
        } else if (frames > AROUND && table.getMaxHeight() < panel.getHeight()) {
            table.setMaxHeight(table.getMaxHeight() + rows() * Math.max(LEAST, table.getFixedCellSize()));
        } else if (frames > AROUND) {
            table.setMaxHeight(Double.MAX_VALUE);
            stop();
        }
        if (frames == LOOKED) {
            looked.run();
        }
    }
}
