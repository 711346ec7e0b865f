package riskmap.ui.query;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import riskmap.app.ecql.EcqlProblem;
import riskmap.app.query.SavedQuery;
import riskmap.base.Message;
import riskmap.ui.command.FormKeys;
import riskmap.ui.look.Buttons;
import riskmap.ui.look.ChoiceCell;
import riskmap.ui.look.FormRow;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;

/** The query panel: saved queries, layer, condition with hits, what becomes of them, and the cross-table. */
public final class QueryPanel extends BorderPane {
    /** What can be done with a query. */
    public interface Actions {
        /** Selects what it finds on the map. */
        void select();

        /** Opens the table of what it finds. */
        void openTable();

        /** Makes a new layer of what it finds. */
        void makeLayer();

        /** Makes the cross-table. */
        void makeCrossTable();

        /** Asks for a name and keeps the query. */
        void save();

        /** Asks for another name for a saved query. */
        void rename(SavedQuery query);

        /** Takes a saved query out of the project. */
        void remove(SavedQuery query);
    }

    private final QueryViewModel model;
    private final Actions actions;
    private final ConditionEditor condition;
    private final ComboBox<SavedQuery> saved = new ComboBox<>();
    /** While the list is made anew: what is written in the panel stays as it is. */
    private boolean listing;

    /** Shows a query. */
    public QueryPanel(QueryViewModel model, Actions actions) {
        this.model = model;
        this.actions = actions;
        this.condition = new ConditionEditor(model);
        setId("query-panel");
        Button select = button("query-select", MaterialDesignS.SELECT, "ui.query-select", actions::select);
        Node where = FormRow.of("ui.query-where", new VBox(4, condition, state()));
        FormKeys.shortcut(where, select);
        VBox page = new VBox(
                8,
                FormRow.of("ui.query-saved", savedRow()),
                FormRow.of("ui.query-layer", layer()),
                where,
                outcomes(select),
                new Separator(),
                heading("ui.query-cross"),
                new SideEditor(model, model.rows(), "rows"),
                new SideEditor(model, model.columns(), "columns"),
                new SideEditor(model, model.third(), "third"),
                new MeasuresEditor(model),
                make(),
                trouble());
        page.getStyleClass().add("risk-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
    }

    private static Label heading(String key) {
        Label label = new Label();
        label.textProperty().bind(Texts.of(key));
        label.getStyleClass().add(Styles.TEXT_BOLD);
        return label;
    }

    private Node savedRow() {
        saved.setId("query-saved");
        saved.setMaxWidth(Double.MAX_VALUE);
        saved.setMinWidth(80);
        saved.promptTextProperty().bind(Texts.of("ui.query-saved-prompt"));
        saved.accessibleTextProperty().bind(Texts.of("ui.query-saved"));
        saved.getItems().setAll(model.saved());
        saved.setConverter(new javafx.util.StringConverter<>() {
            @Override
            public String toString(SavedQuery query) {
                return query == null ? "" : query.name();
            }

            @Override
            public SavedQuery fromString(String written) {
                return null;
            }
        });
        saved.setOnAction(event -> {
            if (saved.getValue() != null && !listing) {
                model.take(saved.getValue());
            }
        });
        // the list is made anew after every change: the one of this name stays chosen. A list shown as it is would be
        // seen
        // to change by the box after this, and the choice taken back
        model.saved().addListener((Observable change) -> {
            String name = model.name().get();
            listing = true;
            saved.getItems().setAll(model.saved());
            saved.setValue(model.saved().stream()
                    .filter(query -> query.name().equals(name))
                    .findFirst()
                    .orElse(null));
            listing = false;
        });
        BooleanBinding noneChosen = saved.valueProperty().isNull();
        Button keep = icon("query-save", MaterialDesignC.CONTENT_SAVE_OUTLINE, "ui.query-save", actions::save);
        Button rename = icon(
                "query-rename",
                MaterialDesignP.PENCIL_OUTLINE,
                "ui.query-rename",
                () -> actions.rename(saved.getValue()));
        Button remove = icon(
                "query-remove",
                MaterialDesignD.DELETE_OUTLINE,
                "ui.query-remove",
                () -> actions.remove(saved.getValue()));
        rename.disableProperty().bind(noneChosen);
        remove.disableProperty().bind(noneChosen);
        keep.disableProperty().bind(usable().not());
        HBox row = new HBox(2, saved, keep, rename, remove);
        HBox.setHgrow(saved, Priority.ALWAYS);
        return row;
    }

    private Node layer() {
        ComboBox<QueryLayer> layer = new ComboBox<>(model.layers());
        layer.setId("query-layer");
        layer.setMaxWidth(Double.MAX_VALUE);
        layer.setVisibleRowCount(16);
        layer.accessibleTextProperty().bind(Texts.of("ui.query-layer"));
        ChoiceCell.use(layer, known -> known == null ? "" : known.text() + "　" + known.name());
        layer.valueProperty().bindBidirectional(model.layer());
        return layer;
    }

    /** How many it hits, or what is wrong and where; a click puts the caret there. */
    private Node state() {
        Label hits = new Label();
        hits.setId("query-hits");
        hits.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            QueryViewModel.Hits found = model.hits().get();
                            return found == null
                                    ? ""
                                    : Message.of("ui.query-hits", found.found(), found.all())
                                            .text();
                        },
                        model.hits(),
                        Texts.language()));
        hits.visibleProperty().bind(model.hits().isNotNull());
        hits.managedProperty().bind(hits.visibleProperty());
        Hyperlink problem = new Hyperlink();
        problem.setId("query-problem");
        problem.setWrapText(true);
        problem.getStyleClass().add("query-problem");
        problem.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            EcqlProblem found = model.problem().get();
                            return found == null ? "" : found.placed().text();
                        },
                        model.problem(),
                        Texts.language()));
        problem.visibleProperty().bind(model.problem().isNotNull());
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setOnAction(event -> {
            EcqlProblem found = model.problem().get();
            if (found != null) {
                condition.requestFocus();
                condition.selectRange(found.from(), found.to());
            }
        });
        Button help = icon("query-help", MaterialDesignP.PLAYLIST_PLUS, "ui.query-help", condition::help);
        help.disableProperty().bind(model.layer().isNull());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(hits, space, help);
        line.setAlignment(Pos.CENTER_LEFT);
        return new VBox(line, problem);
    }

    private Node outcomes(Button select) {
        FlowPane bar = new FlowPane(
                6,
                6,
                select,
                button("query-table", MaterialDesignT.TABLE, "ui.query-table", actions::openTable),
                button(
                        "query-make-layer",
                        MaterialDesignP.PLUS_BOX_OUTLINE,
                        "ui.query-make-layer",
                        actions::makeLayer));
        bar.getChildren().forEach(button -> button.disableProperty().bind(usable().not()));
        return bar;
    }

    private BooleanBinding usable() {
        return Bindings.createBooleanBinding(model::isUsable, model.layer(), model.problem());
    }

    private Node make() {
        Button make = button("query-make", MaterialDesignT.TABLE_PIVOT, "ui.query-make", actions::makeCrossTable);
        make.getStyleClass().add(Styles.ACCENT);
        Observable[] parts = java.util.stream.Stream.of(model.rows(), model.columns(), model.third())
                .flatMap(side -> java.util.Arrays.stream(side.parts()))
                .toArray(Observable[]::new);
        BooleanBinding hindered = Bindings.createBooleanBinding(
                () -> model.hindrance() != null,
                java.util.stream.Stream.concat(
                                java.util.Arrays.stream(parts),
                                java.util.stream.Stream.of(
                                        model.layer(), model.problem(), model.measures(), Texts.language()))
                        .toArray(Observable[]::new));
        make.disableProperty().bind(hindered);
        Label why = new Label();
        why.setId("query-hindrance");
        why.setWrapText(true);
        why.getStyleClass().add("hint-inline");
        Runnable tell = () -> why.setText(
                Optional.ofNullable(model.hindrance()).map(Message::text).orElse(""));
        hindered.addListener(property -> tell.run());
        for (Observable part : parts) {
            part.addListener(property -> tell.run());
        }
        Texts.follow(this, tell);
        tell.run();
        return new VBox(4, make, why);
    }

    private Node trouble() {
        Label trouble = new Label();
        trouble.setId("query-trouble");
        trouble.setWrapText(true);
        trouble.getStyleClass().add("form-problem");
        trouble.textProperty().bind(Texts.of(model.trouble()));
        return trouble;
    }

    private static Button button(String id, Ikon icon, String key, Runnable action) {
        Button button = Buttons.words(icon, key, action);
        button.setId(id);
        return button;
    }

    private static Button icon(String id, Ikon icon, String key, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(Icons.of(icon, 16));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        Tips.name(button, key);
        button.setOnAction(event -> action.run());
        return button;
    }
}
