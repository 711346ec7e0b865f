package riskmap.ui.rows;

import java.util.EnumSet;
import java.util.Set;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.ScrollPane;
import javafx.stage.Window;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.ui.form.FormViewModel;
import riskmap.ui.form.ParameterForm;
import riskmap.ui.look.Dialogs;

/**
 * One value of a row as the form has it, in a window of its own: factors are chosen from lists, weights have their names,
 * and none of that has room in a cell. What is changed there stands in the row at once.
 */
final class ValueEditor {
    /** What a form lets choose or takes apart, while a cell has its text only. */
    private static final Set<Parameter.Type> TAKEN_APART = EnumSet.of(
            Parameter.Type.FACTORS,
            Parameter.Type.JUDGEMENTS,
            Parameter.Type.WEIGHTS,
            Parameter.Type.LAYER,
            Parameter.Type.FIELD,
            Parameter.Type.FIELDS);

    private static final double WIDTH = 420;
    private static final double HEIGHT = 420;

    private ValueEditor() {}

    /** Whether the form offers more for a value than a field for its text. */
    static boolean hasMore(FormViewModel form, Parameter parameter) {
        return TAKEN_APART.contains(parameter.type()) || !form.names(parameter).isEmpty();
    }

    /**
     * Opens it over the rows; Esc closes it.
     *
     * @param number of the row, from 1
     */
    static void open(Window owner, FormViewModel form, Parameter parameter, int number) {
        ParameterForm field = new ParameterForm(form, parameter);
        ScrollPane scroll = new ScrollPane(field);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefWidth(WIDTH);
        if (parameter.type() != Parameter.Type.FIELD && parameter.type() != Parameter.Type.LAYER) {
            scroll.setPrefHeight(HEIGHT);
        }
        Dialog<ButtonType> dialog =
                Dialogs.of(owner, Message.of("ui.rows-row", number, parameter.title()), scroll, Dialogs.close());
        dialog.getDialogPane().setId("rows-value");
        dialog.setOnShown(event -> field.focus(parameter.key()));
        dialog.show();
    }
}
