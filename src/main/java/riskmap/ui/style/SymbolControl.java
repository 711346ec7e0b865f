package riskmap.ui.style;

import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import riskmap.base.Message;
import riskmap.style.SymbolField;
import riskmap.ui.look.ChoiceCell;
import riskmap.ui.look.ColourText;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;
import riskmap.ui.look.Titles;

/** The control of one field of a symbol: what is set in it is tried on the map at once. */
final class SymbolControl {
    private static final Map<SymbolField, String> TITLES = Map.ofEntries(
            Map.entry(SymbolField.UNIT, "ui.style-field-unit"),
            Map.entry(SymbolField.FILL, "ui.style-field-fill"),
            Map.entry(SymbolField.FILL_OPACITY, "ui.style-field-fill-opacity"),
            Map.entry(SymbolField.HATCH, "ui.style-field-hatch"),
            Map.entry(SymbolField.HATCH_COLOUR, "ui.style-field-hatch-colour"),
            Map.entry(SymbolField.HATCH_WIDTH, "ui.style-field-hatch-width"),
            Map.entry(SymbolField.HATCH_SIZE, "ui.style-field-hatch-size"),
            Map.entry(SymbolField.STROKE, "ui.style-field-stroke"),
            Map.entry(SymbolField.STROKE_WIDTH, "ui.style-field-stroke-width"),
            Map.entry(SymbolField.STROKE_OPACITY, "ui.style-field-stroke-opacity"),
            Map.entry(SymbolField.DASH, "ui.style-field-dash"),
            Map.entry(SymbolField.DASH_OFFSET, "ui.style-field-dash-offset"),
            Map.entry(SymbolField.CAP, "ui.style-field-cap"),
            Map.entry(SymbolField.OFFSET, "ui.style-field-offset"),
            Map.entry(SymbolField.MARK, "ui.style-field-mark"),
            Map.entry(SymbolField.SIZE, "ui.style-field-size"),
            Map.entry(SymbolField.ROTATION, "ui.style-field-rotation"),
            Map.entry(SymbolField.MARK_FILL, "ui.style-field-mark-fill"),
            Map.entry(SymbolField.MARK_STROKE, "ui.style-field-mark-stroke"),
            Map.entry(SymbolField.MARK_STROKE_WIDTH, "ui.style-field-mark-stroke-width"),
            Map.entry(SymbolField.GRAPHIC_OPACITY, "ui.style-field-graphic-opacity"),
            Map.entry(SymbolField.LABEL, "ui.style-field-label"),
            Map.entry(SymbolField.FONT_SIZE, "ui.style-field-font-size"),
            Map.entry(SymbolField.FONT_WEIGHT, "ui.style-field-font-weight"),
            Map.entry(SymbolField.FONT_COLOUR, "ui.style-field-font-colour"),
            Map.entry(SymbolField.HALO, "ui.style-field-halo"),
            Map.entry(SymbolField.HALO_COLOUR, "ui.style-field-halo-colour"),
            Map.entry(SymbolField.PLACEMENT, "ui.style-field-placement"),
            Map.entry(SymbolField.PRIORITY, "ui.style-field-priority"),
            Map.entry(SymbolField.WRAP, "ui.style-field-wrap"),
            Map.entry(SymbolField.FOLLOW_LINE, "ui.style-field-follow-line"),
            Map.entry(SymbolField.REPEAT, "ui.style-field-repeat"),
            Map.entry(SymbolField.OPACITY, "ui.style-field-opacity"),
            Map.entry(SymbolField.MAP_TYPE, "ui.style-field-map-type"),
            Map.entry(SymbolField.RELIEF, "ui.style-field-relief"),
            Map.entry(SymbolField.BLEND, "ui.style-field-blend"));

    private final SymbolField field;
    private final RuleEdits edits;
    private final Node node;
    private Runnable refresh = () -> {};
    private String shown = "";
    private boolean showing;

    SymbolControl(SymbolField field, RuleEdits edits) {
        this.field = field;
        this.edits = edits;
        this.node = switch (field.kind()) {
            case COLOUR -> colour();
            case SHARE -> share();
            case NUMBER, DASH -> number();
            case MARK -> mark();
            case LABEL -> label();
            default -> choice();
        };
        node.setId("style-field-" + field.id());
    }

    static String title(SymbolField field) {
        return TITLES.get(field);
    }

    SymbolField field() {
        return field;
    }

    Node node() {
        return node;
    }

    void show(String value) {
        showing = true;
        shown = value;
        refresh.run();
        showing = false;
    }

    private void set(String value) {
        if (!showing && !value.equals(shown)) {
            edits.changeSymbol(field, value);
        }
    }

    private Node colour() {
        ColorPicker picker = new ColorPicker();
        picker.setStyle("-fx-color-label-visible: false;");
        TextField text = text();
        // #CFC6B8 as a whole
        text.setMinWidth(72);
        // as high as the buttons beside it
        text.setMaxHeight(Double.MAX_VALUE);
        picker.setOnAction(event -> set(ColourText.opaque(picker.getValue())));
        refresh = () -> {
            text.setText(shown);
            picker.setValue(ColourText.colour(shown));
        };
        picker.setMaxHeight(Double.MAX_VALUE);
        HBox line = new HBox(3, picker, grown(text), byField(true));
        line.getStyleClass().add("colour-line");
        return line;
    }

    private Node number() {
        TextField text = text();
        refresh = () -> text.setText(shown);
        return field.kind() == SymbolField.Kind.DASH || field == SymbolField.WRAP || field == SymbolField.REPEAT
                ? text
                : new HBox(4, grown(text), byField(false));
    }

    private static TextField grown(TextField text) {
        HBox.setHgrow(text, Priority.ALWAYS);
        return text;
    }

    private TextField text() {
        TextField text = new TextField();
        text.setPrefColumnCount(6);
        text.setMinWidth(60);
        text.setOnAction(event -> set(text.getText().strip()));
        text.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                set(text.getText().strip());
            }
        });
        return text;
    }

    /** Values from a field, or growing with one. */
    private Node byField(boolean colour) {
        MenuButton button = new MenuButton("ƒ");
        button.setId("style-by-" + field.id());
        Tips.name(button, "ui.style-by");
        Menu straight = new Menu();
        straight.textProperty().bind(Texts.of("ui.style-by-field"));
        Menu growing = new Menu();
        growing.textProperty().bind(Texts.of("ui.style-by-value"));
        Set<String> numbers = Set.copyOf(edits.numbers());
        growing.setDisable(numbers.isEmpty());
        for (String name : edits.fields()) {
            MenuItem item = new MenuItem(edits.titled(name));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> edits.changeSymbol(field, "=" + RuleEdits.quoted(name)));
            straight.getItems().add(item);
            if (!numbers.contains(name)) {
                continue;
            }
            MenuItem ramp = new MenuItem(edits.titled(name));
            ramp.setMnemonicParsing(false);
            ramp.setOnAction(event -> edits.growing(field, name, colour));
            growing.getItems().add(ramp);
        }
        button.getItems().setAll(straight, growing);
        button.setVisible(!edits.fields().isEmpty());
        button.setManaged(!edits.fields().isEmpty());
        return button;
    }

    private Node share() {
        Slider slider = new Slider(0, 1, 1);
        slider.setShowTickMarks(true);
        slider.setMajorTickUnit(0.5);
        Runnable changed = () -> {
            if (!slider.isValueChanging()) {
                set(String.valueOf(ValuedSlider.rounded(slider)));
            }
        };
        slider.valueProperty().addListener((property, before, now) -> changed.run());
        slider.valueChangingProperty().addListener((property, before, now) -> changed.run());
        refresh = () -> slider.setValue(number(shown, 1));
        return slider;
    }

    private static double number(String text, double otherwise) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private Node mark() {
        MarkPicker picker = new MarkPicker(edits.drawings(), this::set);
        refresh = () -> picker.show(shown);
        return picker;
    }

    private Node label() {
        ComboBox<String> box = new ComboBox<>();
        box.setEditable(true);
        box.setMaxWidth(Double.MAX_VALUE);
        edits.fields().forEach(name -> box.getItems().add(RuleEdits.quoted(name)));
        // chosen by its title, written by its name: the box takes expressions, too
        box.setCellFactory(view -> new ChoiceCell<>(edits::titled));
        box.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                set(now.isBlank() ? "" : "=" + now.strip());
            }
        });
        refresh = () -> box.setValue(shown.startsWith("=") ? shown.substring(1) : shown);
        return box;
    }

    private Node choice() {
        ComboBox<FieldChoice> box = new ComboBox<>();
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(FieldChoice.of(field.kind()));
        Titles.show(box, choice -> Message.of(choice.title()).text());
        box.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                set(now.in(shown));
            }
        });
        refresh = () -> box.setValue(box.getItems().stream()
                .filter(choice -> choice.isIn(shown))
                .findFirst()
                .orElse(null));
        return box;
    }
}
