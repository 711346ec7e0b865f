package riskmap.ui.query;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import riskmap.analysis.CountingRule;
import riskmap.base.Message;
import riskmap.ui.feature.FieldText;
import riskmap.ui.look.ChoiceCell;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;

/** Chooses one side of a cross-table: where the categories come from, the field, classes or the counting rule. */
final class SideEditor extends VBox {
    private final QueryViewModel query;
    private final SideViewModel side;
    private final String key;
    private final ComboBox<QueryLayer> from = new ComboBox<>();
    private final ComboBox<FieldText> field = new ComboBox<>();

    SideEditor(QueryViewModel query, SideViewModel side, String key) {
        super(3);
        this.query = query;
        this.side = side;
        this.key = key;
        getStyleClass().add("form-row");
        Label title = new Label();
        title.getStyleClass().add("form-title");
        title.textProperty().bind(Texts.of("ui.query-side-" + key));
        from();
        field();
        getChildren().addAll(title, from, field, rule(), breaks());
        query.layer().addListener(property -> fill());
        side.zones().addListener(property -> fill());
        fill();
    }

    private void from() {
        from.setId("query-from-" + key);
        from.setMaxWidth(Double.MAX_VALUE);
        from.setVisibleRowCount(14);
        from.accessibleTextProperty().bind(Texts.of("ui.query-from"));
        from.setTooltip(Tips.of("ui.query-from.help"));
        ChoiceCell.use(from, layer -> (layer == null
                        ? Message.of("ui.query-own-field")
                        : Message.of("ui.query-in-zones", layer.text()))
                .text());
        from.getItems().add(null);
        from.getItems().addAll(query.zones());
        from.valueProperty().bindBidirectional(side.zones());
        query.layers().addListener((Observable change) -> zonesChanged());
    }

    private void zonesChanged() {
        QueryLayer zone = side.zones().get();
        FieldText chosen = side.field().get();
        side.zones().set(null);
        List<QueryLayer> choices = new ArrayList<>();
        choices.add(null);
        choices.addAll(query.zones());
        from.setItems(FXCollections.observableArrayList(choices));
        side.zones()
                .set(query.zones().stream()
                        .filter(known -> zone != null && known.name().equals(zone.name()))
                        .findFirst()
                        .orElse(null));
        if ((zone == null) == (side.zones().get() == null)) {
            side.field().set(chosen);
        }
    }

    private void field() {
        field.setId("query-field-" + key);
        field.setMaxWidth(Double.MAX_VALUE);
        field.setVisibleRowCount(16);
        field.accessibleTextProperty().bind(Texts.of("ui.query-side-" + key));
        ChoiceCell.use(
                field, known -> known == null ? Message.of("ui.query-no-side").text() : known.title());
        field.valueProperty().bindBidirectional(side.field());
    }

    private void fill() {
        QueryLayer of =
                side.zones().get() == null ? query.layer().get() : side.zones().get();
        FieldText chosen = side.field().get();
        List<FieldText> fields = of == null ? List.of() : of.fields();
        // a box shows nothing for a value that was chosen while its list changed under it
        side.field().set(null);
        List<FieldText> choices = new ArrayList<>();
        choices.add(null);
        choices.addAll(fields);
        field.setItems(FXCollections.observableArrayList(choices));
        side.field()
                .set(
                        chosen != null && fields.contains(chosen)
                                ? chosen
                                : side.zones().get() == null ? null : first(fields));
    }

    /** Zones are mostly told apart by their names. */
    private static FieldText first(List<FieldText> fields) {
        return fields.stream()
                .filter(known -> known.name().equals("name"))
                .findFirst()
                .orElse(fields.isEmpty() ? null : fields.get(0));
    }

    private Node rule() {
        ComboBox<CountingRule> rule = new ComboBox<>();
        rule.setId("query-rule-" + key);
        rule.setMaxWidth(Double.MAX_VALUE);
        rule.accessibleTextProperty().bind(Texts.of("ui.query-rule"));
        rule.setTooltip(wholeRule());
        rule.getItems().setAll(CountingRule.values());
        ChoiceCell.use(rule, known -> known == null ? "" : known.title().text());
        rule.setButtonCell(new ChoiceCell<>(
                known -> known == null ? "" : known.title().text().split(" ?[（(]", 2)[0]));
        rule.valueProperty().bindBidirectional(side.rule());
        rule.visibleProperty().bind(side.zones().isNotNull());
        rule.managedProperty().bind(rule.visibleProperty());
        return rule;
    }

    /** The closed box has no room for what a name says in brackets. */
    private Tooltip wholeRule() {
        Tooltip tip = Tips.of("ui.query-rule");
        tip.textProperty().unbind();
        tip.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Message.of(
                                        "ui.query-rule-chosen",
                                        side.rule().get().title())
                                .text(),
                        side.rule(),
                        Texts.language()));
        return tip;
    }

    private Node breaks() {
        TextField breaks = new TextField();
        breaks.setId("query-breaks-" + key);
        breaks.promptTextProperty().bind(Texts.of("ui.query-breaks"));
        breaks.accessibleTextProperty().bind(Texts.of("ui.query-breaks"));
        breaks.textProperty().bindBidirectional(side.breaks());
        breaks.visibleProperty().bind(Bindings.createBooleanBinding(side::canClass, side.zones(), side.field()));
        breaks.managedProperty().bind(breaks.visibleProperty());
        return breaks;
    }
}
