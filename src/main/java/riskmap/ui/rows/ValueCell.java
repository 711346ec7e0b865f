package riskmap.ui.rows;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.ui.form.LayerSource;
import riskmap.ui.form.ParameterForm;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;
import riskmap.ui.look.Titles;

/**
 * One value of a row, to be changed in place: the cell has one field for as long as it lives, and lends it to whichever
 * row it shows.
 */
final class ValueCell extends TableCell<ValueTable.Row, ValueTable.Row> {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    /** Joins the field to a row, and what is wrong with the row's value to the field. */
    private interface Join {
        void join(ValueTable.Row row);

        void part(ValueTable.Row row);
    }

    private final Node shown;
    private final Join join;
    private ValueTable.Row joined;

    private ValueCell(Node field, Join join, Consumer<ValueTable.Row> entered) {
        this(field, field, join, entered);
    }

    /**
     * A cell.
     *
     * @param field what the keyboard comes to
     * @param shown the field, or what it stands in
     */
    private ValueCell(Node field, Node shown, Join join, Consumer<ValueTable.Row> entered) {
        this.shown = shown;
        this.join = join;
        field.focusedProperty().addListener((property, before, now) -> {
            if (now && joined != null) {
                entered.accept(joined);
            }
        });
    }

    /**
     * A cell for the layer of an input.
     *
     * @param entered told of the row whose cell the keyboard has come to
     */
    static ValueCell input(RowSubject subject, Parameter input, Consumer<ValueTable.Row> entered) {
        ComboBox<LayerSource> box = new ComboBox<>();
        if (input.optional()) {
            box.getItems().add(null);
            box.promptTextProperty().bind(Texts.of("ui.form-optional"));
        }
        box.getItems().addAll(subject.fitting(input));
        Titles.showWhole(box, subject::shown, null);
        wide(box);
        return bound(box, box.valueProperty(), row -> row.call().input(input.key()), entered);
    }

    /** A cell for a value. */
    static ValueCell value(Parameter parameter, Consumer<ValueTable.Row> entered) {
        return switch (parameter.type()) {
            case CHOICE -> choice(parameter, entered);
            case BOOLEAN -> flag(parameter, entered);
            default -> text(parameter, entered);
        };
    }

    private static ValueCell choice(Parameter parameter, Consumer<ValueTable.Row> entered) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(parameter.choices());
        Titles.show(
                box,
                choice -> choice.isEmpty() ? "" : parameter.choiceTitle(choice).text());
        wide(box);
        return bound(box, box.valueProperty(), row -> row.call().form().value(parameter.key()), entered);
    }

    private static ValueCell flag(Parameter parameter, Consumer<ValueTable.Row> entered) {
        CheckBox box = new CheckBox();
        ChangeListener<String> shown = (property, before, now) -> box.setSelected(Boolean.parseBoolean(now));
        ValueCell cell = new ValueCell(
                box,
                new Join() {
                    @Override
                    public void join(ValueTable.Row row) {
                        var value = row.call().form().value(parameter.key());
                        box.setSelected(Boolean.parseBoolean(value.get()));
                        value.addListener(shown);
                    }

                    @Override
                    public void part(ValueTable.Row row) {
                        row.call().form().value(parameter.key()).removeListener(shown);
                    }
                },
                entered);
        box.setOnAction(
                event -> cell.joined.call().form().value(parameter.key()).set(Boolean.toString(box.isSelected())));
        return cell;
    }

    private static ValueCell text(Parameter parameter, Consumer<ValueTable.Row> entered) {
        TextField field = new TextField();
        field.setId("rows-cell-" + parameter.key());
        ParameterForm.prompt(parameter, field);
        ChangeListener<Message> told = (property, before, now) -> tell(field, now);
        Button more = more(parameter);
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox line = new HBox(2, field, more);
        line.setAlignment(Pos.CENTER_LEFT);
        ValueCell cell = new ValueCell(
                field,
                line,
                new Join() {
                    @Override
                    public void join(ValueTable.Row row) {
                        more.setVisible(ValueEditor.hasMore(row.call().form(), parameter));
                        more.setManaged(more.isVisible());
                        field.textProperty().bindBidirectional(row.call().form().value(parameter.key()));
                        var problem = row.call().form().problem(parameter.key());
                        problem.addListener(told);
                        tell(field, problem.getValue());
                    }

                    @Override
                    public void part(ValueTable.Row row) {
                        field.textProperty()
                                .unbindBidirectional(row.call().form().value(parameter.key()));
                        row.call().form().problem(parameter.key()).removeListener(told);
                    }
                },
                entered);
        more.setOnAction(event -> ValueEditor.open(
                more.getScene().getWindow(), cell.joined.call().form(), parameter, cell.getIndex() + 1));
        return cell;
    }

    /** Opens the value as the form has it. */
    private static Button more(Parameter parameter) {
        Button more = new Button(null, Icons.of(MaterialDesignP.PENCIL_OUTLINE, 14));
        more.setId("rows-more-" + parameter.key());
        more.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        more.setMinWidth(USE_PREF_SIZE);
        Message does = Message.of("ui.rows-more", parameter.title());
        Tips.name(more, Texts.of(does));
        return more;
    }

    /** A cell for the name of the result. */
    static ValueCell result(Consumer<ValueTable.Row> entered) {
        TextField field = new TextField();
        return bound(field, field.textProperty(), row -> row.call().result(), entered);
    }

    /** A cell whose field has the value of whichever row it shows, both ways. */
    private static <T> ValueCell bound(
            Node field,
            Property<T> shown,
            Function<ValueTable.Row, Property<T>> value,
            Consumer<ValueTable.Row> entered) {
        return new ValueCell(
                field,
                new Join() {
                    @Override
                    public void join(ValueTable.Row row) {
                        shown.bindBidirectional(value.apply(row));
                    }

                    @Override
                    public void part(ValueTable.Row row) {
                        shown.unbindBidirectional(value.apply(row));
                    }
                },
                entered);
    }

    private static void tell(TextField field, Message wrong) {
        field.pseudoClassStateChanged(WRONG, wrong != null);
        field.setTooltip(wrong == null ? null : new Tooltip(wrong.text()));
    }

    private static void wide(ComboBox<?> box) {
        box.setMaxWidth(Double.MAX_VALUE);
        box.setVisibleRowCount(16);
    }

    @Override
    protected void updateItem(ValueTable.Row row, boolean empty) {
        super.updateItem(row, empty);
        ValueTable.Row now = empty ? null : row;
        if (now != joined) {
            if (joined != null) {
                join.part(joined);
            }
            joined = now;
            if (now != null) {
                join.join(now);
            }
        }
        setGraphic(now == null ? null : shown);
    }
}
