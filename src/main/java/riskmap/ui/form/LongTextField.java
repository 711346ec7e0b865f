package riskmap.ui.form;

import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import riskmap.ui.look.TabKey;

/** A field for one value that is longer than a line: it is shown whole, holds no line breaks, and Tab leaves it. */
final class LongTextField extends TextArea {
    private static final int ROWS = 3;

    LongTextField() {
        setWrapText(true);
        setPrefRowCount(ROWS);
        setTextFormatter(new TextFormatter<>(change -> {
            change.setText(change.getText().replaceAll("\\R", ""));
            return change;
        }));
        TabKey.leaves(this);
    }
}
