package riskmap.ui.form;

import atlantafx.base.controls.ToggleSwitch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.UnitText;
import riskmap.ui.look.Follow;
import riskmap.ui.look.Icons;
import riskmap.ui.look.InSight;
import riskmap.ui.look.SpokenName;
import riskmap.ui.look.Texts;
import riskmap.ui.look.TitleCell;

/** A form made from declared parameters: title, field, unit, help, and what is wrong while something is. */
public final class ParameterForm extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    /** Characters that are seen at once in a field of one line. */
    private static final int ONE_LINE = 34;

    private final FormViewModel model;

    /** Makes the form. */
    public ParameterForm(FormViewModel model) {
        this.model = model;
        getStyleClass().add("parameter-form");
        for (Parameter parameter : model.parameters()) {
            getChildren().add(row(parameter));
        }
        for (Parameter parameter : model.parameters()) {
            if (parameter.use() != null) {
                showWhile(parameter.key(), model.isOfUse(parameter));
            }
        }
    }

    /** Makes the part of a form that is about one of its parameters. */
    public ParameterForm(FormViewModel model, Parameter only) {
        this.model = model;
        getStyleClass().add("parameter-form");
        getChildren().add(row(only));
    }

    /** From now on a parameter is shown only while it says something. */
    public void showWhile(String key, ObservableBooleanValue meant) {
        for (int i = 0; i < model.parameters().size(); i++) {
            if (model.parameters().get(i).key().equals(key)) {
                Node row = getChildren().get(i);
                row.visibleProperty().bind(meant);
                row.managedProperty().bind(row.visibleProperty());
            }
        }
    }

    /** Brings a parameter into sight and puts the cursor into it. */
    public void focus(String key) {
        Node field = lookup("#parameter-" + key);
        if (field == null) {
            return;
        }
        InSight.toTop(field);
        Node inner = field.isFocusTraversable() ? field : field.lookup(".text-field");
        (inner == null ? field : inner).requestFocus();
    }

    private Node row(Parameter parameter) {
        Label title = new Label();
        Message name = parameter.title();
        title.textProperty().bind(Texts.of(parameter.unverified() ? Message.of("ui.form-unverified", name) : name));
        title.setWrapText(true);
        title.getStyleClass().add("form-title");
        Node field = field(parameter);
        field.setId("parameter-" + parameter.key());
        title.setLabelFor(field);
        SpokenName.give(field, title.textProperty());
        Tooltip help = new Tooltip();
        help.textProperty()
                .bind(Bindings.concat(Texts.of(parameter.help()), range(parameter), "\n-p ", parameter.key(), "=…"));
        help.setWrapText(true);
        help.setMaxWidth(360);
        help.setShowDelay(Duration.millis(300));
        title.setTooltip(help);
        Tooltip.install(field, help);
        Label problem = new Label();
        BooleanBinding awaited = model.isAwaited(parameter.key());
        Runnable tone = () -> problem.getStyleClass().setAll("label", awaited.get() ? "hint-inline" : "form-problem");
        tone.run();
        Follow.changes(problem, awaited, tone);
        problem.setWrapText(true);
        problem.textProperty().bind(Texts.of(model.problem(parameter.key())));
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        VBox row = new VBox(title, withUnit(titled(parameter, field), parameter), problem);
        row.getStyleClass().add("form-row");
        return row;
    }

    /** A box for a name with its title below; anything else as it is. */
    private Node titled(Parameter parameter, Node field) {
        if (!(field instanceof NameBox box)) {
            return field;
        }
        Parameter layer = parameter.type() == Parameter.Type.FIELD ? model.layerOf(parameter) : null;
        return layer == null ? box.titled(model.fieldNames(parameter.key())) : box.titled(model.value(layer.key()));
    }

    private Node withUnit(Node field, Parameter parameter) {
        if (parameter.unit().isEmpty()) {
            return field;
        }
        Label label = new Label();
        label.textProperty().bind(unit(parameter));
        label.getStyleClass().add("form-unit");
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(field, label);
        box.getStyleClass().add("form-with-unit");
        HBox.setHgrow(field, Priority.ALWAYS);
        return box;
    }

    /** Its unit in the language in use; that of coordinates as the layer of the form has it. */
    private ObservableValue<String> unit(Parameter parameter) {
        return Bindings.createStringBinding(
                () -> {
                    String ofLayer = model.coordinateUnit().get();
                    boolean known = parameter.unit().equals(Parameter.COORDINATE_UNIT) && !ofLayer.isEmpty();
                    return known ? ofLayer : UnitText.of(parameter.unit());
                },
                model.coordinateUnit(),
                Texts.language());
    }

    private Node field(Parameter parameter) {
        return switch (parameter.type()) {
            case BOOLEAN -> flag(model.value(parameter.key()));
            case CHOICE -> choice(parameter);
            case LAYER -> optional(parameter, layer(model.value(parameter.key())));
            case FACTORS -> new FactorsEditor(new FactorsViewModel(model, parameter), model.titles());
            case JUDGEMENTS -> judgements(parameter);
            case PLACE, EASTING -> place(parameter);
            case FIELD -> optional(parameter, fieldName(parameter));
            case FIELDS -> fieldNames(parameter);
            case WEIGHTS -> new WeightsEditor(parameter, model.value(parameter.key()));
            default -> model.names(parameter).isEmpty() ? text(parameter) : optional(parameter, rowName(parameter));
        };
    }

    /** The name of a row, chosen among those that are there or typed. */
    private ComboBox<String> rowName(Parameter parameter) {
        return chosenOrTyped(
                new NameBox(FXCollections.observableArrayList(model.names(parameter)), name -> ""), parameter);
    }

    /** A box that says that it may be left empty, where it may. */
    private static ComboBox<String> optional(Parameter parameter, ComboBox<String> box) {
        if (parameter.optional()) {
            box.promptTextProperty().bind(Texts.of("ui.form-optional"));
        }
        return box;
    }

    /** A layer by name: one of the project, or the name of a raster or a run. */
    private ComboBox<String> layer(StringProperty value) {
        NameBox box = new NameBox(FXCollections.observableArrayList(model.layers()), name -> model.titles()
                .layer(name));
        box.getEditor().setText(value.get());
        box.setValue(value.get());
        box.getEditor().textProperty().addListener((property, before, now) -> {
            if (!now.equals(value.get())) {
                value.set(now);
            }
        });
        Follow.changes(box, value, () -> {
            if (!value.get().equals(box.getEditor().getText())) {
                box.getEditor().setText(value.get());
            }
        });
        return box;
    }

    /** Judgements of the factors of the same form. */
    private Node judgements(Parameter parameter) {
        return model.parameters().stream()
                .filter(other -> other.type() == Parameter.Type.FACTORS)
                .findFirst()
                .<Node>map(factors -> new JudgementsEditor(model.value(parameter.key()), model.value(factors.key())))
                .orElseGet(() -> text(parameter));
    }

    private TextInputControl text(Parameter parameter) {
        boolean isLong =
                parameter.defaultValue() != null && parameter.defaultValue().length() > ONE_LINE;
        TextInputControl field = isLong ? new LongTextField() : new TextField();
        field.setMaxWidth(Double.MAX_VALUE);
        prompt(parameter, field);
        field.textProperty().bindBidirectional(model.value(parameter.key()));
        ObservableValue<Message> problem = model.problem(parameter.key());
        BooleanBinding awaited = model.isAwaited(parameter.key());
        Runnable mark = () -> field.pseudoClassStateChanged(WRONG, problem.getValue() != null && !awaited.get());
        Follow.changes(field, problem, mark);
        Follow.changes(field, awaited, mark);
        return field;
    }

    /** Says in an empty field that it may stay empty, and what could be typed into it where that does not go without saying. */
    public static void prompt(Parameter parameter, TextInputControl field) {
        boolean hasExample = parameter.example().exists();
        if (parameter.optional() && hasExample) {
            field.promptTextProperty().bind(Texts.of(Message.of("ui.form-optional-example", parameter.example())));
        } else if (hasExample) {
            field.promptTextProperty().bind(Texts.of(Message.of("ui.form-example", parameter.example())));
        } else if (parameter.optional()) {
            field.promptTextProperty().bind(Texts.of("ui.form-optional"));
        }
    }

    /** A place, typed or pointed at on the map. */
    private Node place(Parameter parameter) {
        TextInputControl field = text(parameter);
        if (!model.canPick()) {
            return field;
        }
        Button pick = new Button(null, Icons.of(MaterialDesignC.CROSSHAIRS_GPS, 14));
        pick.setId("pick-" + parameter.key());
        pick.textProperty().bind(Texts.of("ui.form-pick"));
        pick.setMinWidth(Region.USE_PREF_SIZE);
        pick.setOnAction(event -> model.pick(parameter));
        HBox box = new HBox(4, field, pick);
        HBox.setHgrow(field, Priority.ALWAYS);
        return box;
    }

    /** Names of fields, typed, or added from a menu. */
    private Node fieldNames(Parameter parameter) {
        StringProperty value = model.value(parameter.key());
        MenuButton add = new MenuButton("+");
        add.setId("add-" + parameter.key());
        add.accessibleTextProperty().bind(Texts.of("ui.form-add-field"));
        add.setOnShowing(event -> add.getItems().setAll(added(parameter, value)));
        // a menu that has nothing does not open
        add.getItems().setAll(added(parameter, value));
        HBox box = new HBox(4, text(parameter), add);
        HBox.setHgrow(box.getChildren().get(0), Priority.ALWAYS);
        return box;
    }

    private List<MenuItem> added(Parameter parameter, StringProperty value) {
        List<String> there =
                Arrays.stream(value.get().split(",")).map(String::trim).toList();
        List<MenuItem> items = new ArrayList<>();
        for (String name : model.fieldNames(parameter.key())) {
            MenuItem item = new MenuItem(SourceTitles.both(model.fieldTitle(parameter, name), name));
            item.setMnemonicParsing(false);
            item.setDisable(there.contains(name));
            item.setOnAction(event -> value.set(value.get().isBlank() ? name : value.get() + ", " + name));
            items.add(item);
        }
        return items.isEmpty() ? List.of(new MenuItem()) : items;
    }

    /** A field's name, chosen or typed. */
    private ComboBox<String> fieldName(Parameter parameter) {
        return chosenOrTyped(
                new NameBox(model.fieldNames(parameter.key()), name -> model.fieldTitle(parameter, name)), parameter);
    }

    private ComboBox<String> chosenOrTyped(NameBox box, Parameter parameter) {
        StringProperty value = model.value(parameter.key());
        box.getEditor().textProperty().bindBidirectional(value);
        box.setOnAction(event -> {
            String chosen = box.getSelectionModel().getSelectedItem();
            if (chosen != null && !chosen.equals(value.get())) {
                value.set(chosen);
            }
        });
        return box;
    }

    private static Node flag(StringProperty value) {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setSelected(isTrue(value.get()));
        toggle.selectedProperty().addListener((property, before, now) -> {
            if (isTrue(value.get()) != now) {
                value.set(now.toString());
            }
        });
        Follow.changes(toggle, value, () -> toggle.setSelected(isTrue(value.get())));
        return toggle;
    }

    private static boolean isTrue(String text) {
        return text != null && List.of("true", "yes", "1", "是").contains(text.trim());
    }

    private ComboBox<String> choice(Parameter parameter) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(parameter.choices());
        box.setMaxWidth(Double.MAX_VALUE);
        box.converterProperty().bind(Bindings.createObjectBinding(() -> titles(parameter), Texts.language()));
        box.setButtonCell(new TitleCell<>(choice -> choice.isEmpty() ? null : parameter.choiceTitle(choice)));
        box.valueProperty().bindBidirectional(model.value(parameter.key()));
        return box;
    }

    private static StringConverter<String> titles(Parameter parameter) {
        return new StringConverter<>() {
            @Override
            public String toString(String choice) {
                return choice == null || choice.isEmpty()
                        ? ""
                        : parameter.choiceTitle(choice).text();
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        };
    }

    private static String range(Parameter parameter) {
        if (parameter.minimum() == null && parameter.maximum() == null) {
            return "";
        }
        return "\n" + bound(parameter.minimum(), "−∞") + " … " + bound(parameter.maximum(), "+∞") + " "
                + UnitText.of(parameter.unit());
    }

    private static String bound(Double value, String none) {
        if (value == null) {
            return none;
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString(value.longValue())
                : value.toString();
    }
}
