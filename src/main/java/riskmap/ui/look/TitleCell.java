package riskmap.ui.look;

import java.util.function.Function;
import javafx.scene.control.ListCell;
import riskmap.base.Message;

/** The chosen value of a choice in the language in use, also after that changes while it is shown. */
public final class TitleCell<T> extends ListCell<T> {
    private final Function<? super T, Message> title;

    public TitleCell(Function<? super T, Message> title) {
        this.title = title;
    }

    @Override
    protected void updateItem(T value, boolean empty) {
        super.updateItem(value, empty);
        textProperty().unbind();
        Message words = value == null || empty ? null : title.apply(value);
        if (words == null) {
            setText(null);
        } else {
            textProperty().bind(Texts.of(words));
        }
    }
}
