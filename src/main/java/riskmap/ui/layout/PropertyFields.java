package riskmap.ui.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.paint.Color;
import riskmap.base.Message;
import riskmap.ui.look.ColourText;
import riskmap.ui.look.TabKey;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Titles;

/** Fields of the property panel: what is entered is handed over on Enter or when the field is left. */
final class PropertyFields {
    private PropertyFields() {}

    static List<String> split(String text) {
        return Arrays.stream(text.split("[,，\\s]+"))
                .filter(part -> !part.isBlank())
                .toList();
    }

    static Double number(String text) {
        try {
            return Double.valueOf(text.strip());
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    static Node numberField(String name, double value, Consumer<Double> entered) {
        String shown = value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
        TextField field = new TextField(shown);
        bind(field, name, shown, text -> {
            Double number = number(text);
            if (number == null || !Double.isFinite(number)) {
                field.setText(shown);
            } else {
                entered.accept(number);
            }
        });
        return field;
    }

    static Node field(String name, String value, Consumer<String> entered) {
        TextField field = new TextField(value);
        bind(field, name, value, entered);
        return field;
    }

    static Node colourField(String name, String value, Consumer<String> entered) {
        TextField field = new TextField(value);
        bind(field, name, value, entered);
        ColorPicker picker = new ColorPicker(value.isEmpty() ? Color.TRANSPARENT : ColourText.colour(value));
        picker.setId("layout-" + name + "-picker");
        picker.setStyle("-fx-color-label-visible: false;");
        picker.setMaxHeight(Double.MAX_VALUE);
        picker.accessibleTextProperty().bind(Texts.of("ui.layout-choose-colour"));
        picker.setOnAction(event -> entered.accept(ColourText.of(picker.getValue())));
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox both = new HBox(3, picker, field);
        both.getStyleClass().add("colour-line");
        return both;
    }

    static Node area(String name, String value, Consumer<String> entered) {
        TextArea area = TabKey.leaves(new TextArea(value));
        area.setPrefRowCount(2);
        area.setWrapText(true);
        bind(area, name, value, entered);
        return area;
    }

    private static void bind(TextInputControl field, String name, String value, Consumer<String> entered) {
        field.setId("layout-" + name);
        Runnable hand = () -> {
            if (!field.getText().equals(value)) {
                entered.accept(field.getText());
            }
        };
        if (field instanceof TextField line) {
            line.setOnAction(event -> hand.run());
        }
        field.focusedProperty().addListener((property, was, now) -> {
            if (!now) {
                hand.run();
            }
        });
    }

    static Node checkBox(String name, boolean value, Consumer<Boolean> entered) {
        CheckBox box = new CheckBox();
        box.setId("layout-" + name);
        box.setSelected(value);
        box.selectedProperty().addListener((property, was, now) -> entered.accept(now));
        return box;
    }

    static Node comboBox(String name, Object value, List<?> values, Consumer<Object> entered) {
        ComboBox<Object> box = new ComboBox<>();
        box.setId("layout-" + name);
        box.getItems().setAll(values);
        box.setValue(value);
        box.setMaxWidth(Double.MAX_VALUE);
        Function<Object, String> title = one -> one instanceof Enum<?> constant
                ? Message.of("ui.layout-value-"
                                + constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .text()
                : String.valueOf(one);
        Titles.show(box, title);
        box.valueProperty().addListener((property, was, now) -> entered.accept(now));
        return box;
    }
}
