package riskmap.ui.query;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import riskmap.analysis.cross.Measure;
import riskmap.base.Message;
import riskmap.ui.feature.FieldText;
import riskmap.ui.look.ChoiceCell;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;

/** What the cells of a cross-table say: each measure with a button that takes it away, and a line to add another. */
final class MeasuresEditor extends VBox {
    private final QueryViewModel query;
    private final FlowPane chosen = new FlowPane(4, 4);
    private final ComboBox<Measure.Kind> kind = new ComboBox<>();
    private final ComboBox<FieldText> field = new ComboBox<>();

    MeasuresEditor(QueryViewModel query) {
        super(4);
        this.query = query;
        getStyleClass().add("form-row");
        Label title = new Label();
        title.getStyleClass().add("form-title");
        title.textProperty().bind(Texts.of("ui.query-measures"));
        kind();
        field();
        Button add = new Button();
        add.setId("query-add-measure");
        add.setGraphic(Icons.of(MaterialDesignP.PLUS, 16));
        add.getStyleClass().add(Styles.BUTTON_ICON);
        Tips.name(add, "ui.query-add-measure");
        add.setOnAction(event -> add());
        add.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> kind.getValue().needsField() && field.getValue() == null,
                        kind.valueProperty(),
                        field.valueProperty()));
        // side by side the names of fields would be cut
        HBox line = new HBox(4, field, add);
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().addAll(title, chosen, kind, line);
        query.measures().addListener((ListChangeListener<Measure>) change -> show());
        query.layer().addListener(property -> fields());
        fields();
        show();
    }

    private void kind() {
        kind.setId("query-measure");
        kind.getItems().setAll(Measure.Kind.values());
        kind.setValue(Measure.Kind.SUM);
        kind.setMaxWidth(Double.MAX_VALUE);
        kind.accessibleTextProperty().bind(Texts.of("ui.query-measures"));
        ChoiceCell.use(
                kind,
                known -> known == null
                        ? ""
                        : Message.of("ui.query-measure-" + known.key()).text());
    }

    private void field() {
        field.setId("query-measure-field");
        field.setMaxWidth(Double.MAX_VALUE);
        field.setMinWidth(80);
        field.setVisibleRowCount(16);
        field.accessibleTextProperty().bind(Texts.of("ui.query-measure-field"));
        ChoiceCell.use(field, known -> known == null ? "" : known.title());
        field.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> kind.getValue() == null || !kind.getValue().needsField(), kind.valueProperty()));
    }

    private void fields() {
        QueryLayer layer = query.layer().get();
        field.setValue(null);
        field.getItems()
                .setAll(
                        layer == null
                                ? java.util.List.of()
                                : layer.fields().stream()
                                        .filter(FieldText::numeric)
                                        .toList());
        if (!field.getItems().isEmpty()) {
            field.setValue(field.getItems().get(0));
        }
    }

    private void add() {
        Measure measure = new Measure(
                kind.getValue(), kind.getValue().needsField() ? field.getValue().name() : "");
        if (!query.measures().contains(measure)) {
            query.measures().add(measure);
        }
    }

    private void show() {
        chosen.getChildren().clear();
        for (Measure measure : query.measures()) {
            Button button = new Button();
            button.setGraphic(Icons.of(MaterialDesignC.CLOSE, 12));
            button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
            button.getStyleClass().addAll(Styles.SMALL, "query-measure");
            button.textProperty()
                    .bind(Bindings.createStringBinding(() -> text(measure), query.layer(), Texts.language()));
            button.setTooltip(Tips.of("ui.query-remove-measure"));
            button.setOnAction(event -> query.measures().remove(measure));
            chosen.getChildren().add(button);
        }
    }

    private String text(Measure measure) {
        String kindText = Message.of("ui.query-measure-" + measure.kind().key()).text();
        if (measure.field().isEmpty() || query.layer().get() == null) {
            return kindText;
        }
        String title = query.layer().get().fields().stream()
                .filter(known -> known.name().equals(measure.field()))
                .findFirst()
                .map(FieldText::title)
                .orElse(measure.field());
        return kindText + " " + title;
    }
}
