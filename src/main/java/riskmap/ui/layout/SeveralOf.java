package riskmap.ui.layout;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import riskmap.base.Language;
import riskmap.base.NameList;

/** A button that says which of several are ticked, in the order in which they were, and opens them to be ticked. */
final class SeveralOf extends MenuButton {
    private final Set<String> ticked;

    /**
     * A choice of several.
     *
     * @param id of the button; a box to tick has it too, followed by a hyphen and its value
     * @param held the values that are ticked now; one that is not known stays a choice
     * @param title what a value is called
     * @param chosen takes the values once the list closes, where they are others
     */
    SeveralOf(
            String id,
            List<String> held,
            List<String> known,
            UnaryOperator<String> title,
            Consumer<List<String>> chosen) {
        ticked = new LinkedHashSet<>(held);
        setId(id);
        // names have underlines
        setMnemonicParsing(false);
        setMaxWidth(Double.MAX_VALUE);
        Set<String> all = new LinkedHashSet<>(known);
        all.addAll(held);
        for (String value : all) {
            CheckBox box = new CheckBox(title.apply(value));
            box.setId(id + "-" + value);
            box.setMnemonicParsing(false);
            box.setSelected(ticked.contains(value));
            box.selectedProperty().addListener((property, was, now) -> {
                if (now) {
                    ticked.add(value);
                } else {
                    ticked.remove(value);
                }
                tell(title);
            });
            getItems().add(new CustomMenuItem(box, false));
        }
        tell(title);
        setOnHidden(event -> {
            List<String> now = new ArrayList<>(ticked);
            if (!now.equals(held)) {
                chosen.accept(now);
            }
        });
    }

    private void tell(UnaryOperator<String> title) {
        setText(NameList.of(ticked.stream().map(title).toList()).in(Language.current()));
    }
}
