package riskmap.ui.form;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import riskmap.ui.look.Texts;

/** A box for the name of a layer or field: the list has titles beside the names, the box keeps the name alone. */
final class NameBox extends ComboBox<String> {
    private final UnaryOperator<String> title;

    /**
     * An editable box.
     *
     * @param title what people call a name in the language in use, empty for nothing
     */
    NameBox(ObservableList<String> names, UnaryOperator<String> title) {
        super(names);
        this.title = title;
        setEditable(true);
        setMaxWidth(Double.MAX_VALUE);
        setVisibleRowCount(16);
        // the box writes its value over its text whenever its prompt changes, as with the language
        getEditor().textProperty().addListener((property, before, now) -> {
            if (now != null && !now.equals(getValue())) {
                setValue(now);
            }
        });
        setCellFactory(list -> new ListCell<>() {
            @Override
            protected void updateItem(String name, boolean empty) {
                super.updateItem(name, empty);
                textProperty().unbind();
                if (empty || name == null) {
                    setText(null);
                } else {
                    textProperty()
                            .bind(Bindings.createStringBinding(
                                    () -> SourceTitles.both(title.apply(name), name), Texts.language()));
                }
            }
        });
    }

    /**
     * The box with what people call the name in it below.
     *
     * @param others what the title depends on besides the name and the language
     */
    VBox titled(Observable... others) {
        Label called = new Label();
        called.getStyleClass().add("name-title");
        called.setWrapText(true);
        Observable[] all = Arrays.copyOf(others, others.length + 2);
        all[others.length] = getEditor().textProperty();
        all[others.length + 1] = Texts.language();
        called.textProperty()
                .bind(Bindings.createStringBinding(() -> title.apply(getEditor().getText()), all));
        called.visibleProperty().bind(called.textProperty().isNotEmpty());
        called.managedProperty().bind(called.visibleProperty());
        return new VBox(this, called);
    }
}
