package riskmap.ui;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import riskmap.app.ecql.EcqlCheck;
import riskmap.app.project.TableFiles;
import riskmap.app.project.Workspace;
import riskmap.app.query.SavedQueries;
import riskmap.app.query.SavedQuery;
import riskmap.app.tool.ToolRuns;
import riskmap.base.Message;
import riskmap.map.MapLayer;
import riskmap.print.ChartColours;
import riskmap.ui.edit.Fids;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.SavePlace;
import riskmap.ui.look.Texts;
import riskmap.ui.query.CrossTableViewModel;
import riskmap.ui.query.QueryLayer;
import riskmap.ui.query.QueryPanel;
import riskmap.ui.query.QueryViewModel;
import riskmap.ui.task.LatestWork;
import riskmap.ui.tool.ToolSources;

/** The query panel in the window: what a query finds goes to the map, to a table, to a layer, to a file, into reports. */
final class QueryController implements QueryPanel.Actions, CrossTableViewModel.Actions {
    private final Stage stage;
    private final WindowViewModel model;
    private final SidePanel side;
    private final Runnable dataChanged;
    /** What finds the bars of each cross-table. */
    private final Map<CrossTableViewModel, LatestWork> markings = new HashMap<>();

    private QueryViewModel query;

    /**
     * Joins them.
     *
     * @param dataChanged called when layers of the project were written anew
     */
    QueryController(Stage stage, WindowViewModel model, SidePanel side, Runnable dataChanged) {
        this.stage = stage;
        this.model = model;
        this.side = side;
        this.dataChanged = dataChanged;
        model.editing().onApplied(changes -> changed());
        model.editing().onAppended(layer -> changed());
        model.project().document().addListener(property -> refresh());
        model.selection().all().addListener(property -> markSelected());
    }

    /** The bars of charts follow what is selected on the map. */
    private void markSelected() {
        markings.keySet().retainAll(model.crossTables().values());
        model.crossTables().values().forEach(this::markSelected);
    }

    private void markSelected(CrossTableViewModel table) {
        table.mark(
                markings.computeIfAbsent(table, made -> new LatestWork(model.tasks())),
                model.selection().of(table.query().layer()));
    }

    private void changed() {
        if (query != null) {
            query.dataChanged();
        }
    }

    /** A run, an import or the user may have brought layers or taken them away. */
    private void refresh() {
        QueryViewModel asked = query;
        Workspace workspace = model.project().workspace().get();
        if (asked == null || workspace == null) {
            return;
        }
        model.tasks().start(Message.of("ui.reading-project"), progress -> QueryLayer.of(workspace), layers -> {
            if (query == asked) {
                asked.refresh(layers);
            }
        });
    }

    /** Forgets the project that was open. */
    void projectChanged() {
        query = null;
        model.crossTables().clear();
    }

    /** Shows the query panel; the query begins with the layer chosen in the tree, otherwise with the first that is shown. */
    void show() {
        if (query != null) {
            refresh();
            side.show("query", "ui.side-query", MaterialDesignD.DATABASE_SEARCH, () -> new QueryPanel(query, this));
            return;
        }
        Workspace workspace = model.project().workspace().get();
        model.tasks()
                .start(
                        Message.of("ui.reading-project"),
                        progress -> Map.entry(QueryLayer.of(workspace), SavedQueries.all(workspace)),
                        read -> {
                            if (model.project().workspace().get() == workspace) {
                                begin(workspace, read.getKey(), read.getValue());
                            }
                        });
    }

    private void begin(Workspace workspace, List<QueryLayer> layers, List<SavedQuery> saved) {
        query = new QueryViewModel(model.tasks(), workspace, layers, saved);
        QueryViewModel made = query;
        model.layers()
                .likely()
                .flatMap(id -> workspace.map().layers().stream()
                        .filter(layer -> layer.id().equals(id)))
                .flatMap(layer -> layers.stream().filter(known -> layer.source().equals("#" + known.name())))
                .findFirst()
                .ifPresent(made.layer()::set);
        made.recount();
        side.show("query", "ui.side-query", MaterialDesignD.DATABASE_SEARCH, () -> new QueryPanel(made, this))
                .setContent(new QueryPanel(made, this));
    }

    /** The query being written, null before the panel was opened. */
    QueryViewModel query() {
        return query;
    }

    @Override
    public void select() {
        String layer = query.layer().get().name();
        query.find(ids -> select(layer, Fids.of(ids)));
    }

    @Override
    public void select(String layer, Collection<Long> fids) {
        model.selection().only(layer, fids);
        model.tasks()
                .say(
                        Message.of("ui.query-selected", fids.size()),
                        model.selection().all());
    }

    @Override
    public void openTable() {
        QueryLayer layer = query.layer().get();
        String key = "query " + layer.name();
        model.tables().open().stream()
                .filter(table -> table.key().equals(key))
                .findFirst()
                .ifPresent(model.tables()::close);
        model.tablesShown().set(true);
        MapLayer found = new MapLayer(
                key,
                layer.text(),
                "",
                "#" + layer.name(),
                "plain-point",
                EcqlCheck.spelled(query.where().get(), layer.type()),
                true,
                1);
        model.tables()
                .openLayer(model.project().workspace().get(), found, Texts.of("ui.query-table-title", layer.text()));
    }

    @Override
    public void makeLayer() {
        Workspace workspace = model.project().workspace().get();
        QueryLayer layer = query.layer().get();
        String where = query.where().get().isBlank() ? "INCLUDE" : query.where().get();
        ask(
                "ui.query-make-layer",
                "ui.query-layer-name",
                ToolSources.of(workspace).freeName(layerName(layer)),
                name -> model.tasks()
                        .start(
                                Message.of("ui.query-making-layer", name),
                                progress -> ToolRuns.run(
                                        workspace,
                                        new ToolRuns.Request(
                                                "select",
                                                Map.of("features", "#" + layer.name()),
                                                Map.of("where", where),
                                                name),
                                        progress),
                                made -> {
                                    dataChanged.run();
                                    model.project().reload(() -> model.tasks()
                                            .say(Message.of(
                                                    "ui.tool-made",
                                                    name,
                                                    made.record().output().size())));
                                }));
    }

    /** A name that is not taken for the layer that was asked. */
    private String layerName(QueryLayer layer) {
        String name = query.name().get();
        return name.isEmpty() ? Message.of("ui.query-table-title", layer.text()).text() : name;
    }

    @Override
    public void makeCrossTable() {
        SavedQuery asked = query.query(false);
        query.make(made -> {
            CrossTableViewModel table = new CrossTableViewModel(asked, made, this);
            model.crossTables().put(table.table(), table);
            markSelected(table);
            model.tablesShown().set(true);
            model.tables().show(table.table(), crossTitle(asked));
        });
    }

    private javafx.beans.value.ObservableValue<String> crossTitle(SavedQuery asked) {
        if (!asked.name().isEmpty()) {
            return Texts.of("ui.cross-title", asked.name());
        }
        // a layer is called otherwise in another language
        QueryLayer layer = query.layer().get();
        return Bindings.createStringBinding(
                () -> Message.of("ui.cross-title", layer.text()).text(), Texts.language());
    }

    @Override
    public void save() {
        keep(query.query(query.saved().stream()
                .anyMatch(known -> known.name().equals(query.name().get()) && known.inReports())));
    }

    private void keep(SavedQuery wanted) {
        String usual = wanted.name().isEmpty() ? query.layer().get().text() : wanted.name();
        ask("ui.query-save", "ui.query-name", usual, name -> {
            boolean taken =
                    query.saved().stream().anyMatch(known -> known.name().equals(name));
            if (!taken
                    || name.equals(wanted.name())
                    || Dialogs.confirmLoss(
                            stage,
                            Message.of("ui.query-save"),
                            Message.of("ui.query-replace", name),
                            Message.of("ui.replace"))) {
                query.save(wanted.named(name));
            }
        });
    }

    @Override
    public void rename(SavedQuery known) {
        ask("ui.query-rename", "ui.query-name", known.name(), name -> query.rename(known, name));
    }

    @Override
    public void remove(SavedQuery known) {
        if (Dialogs.confirmLoss(
                stage,
                Message.of("ui.query-remove"),
                Message.of("ui.query-remove-sure", known.name()),
                Message.of("ui.query-remove"))) {
            query.remove(known);
        }
    }

    @Override
    public ChartColours colours() {
        return MapChartColours.of(model.project(), model.project().workspace().get());
    }

    @Override
    public void addToReports(CrossTableViewModel table) {
        keep(table.query().inReports(true));
    }

    @Override
    public void export(CrossTableViewModel table) {
        String name = table.query().name().isEmpty()
                ? table.query().layer()
                : table.query().name();
        new SavePlace("ui.cross-export", name + ".xlsx")
                .kind("Excel", "xlsx")
                .kind("CSV", "csv")
                .ask(stage)
                .ifPresent(target -> export(table, target));
    }

    /** Writes a cross-table; the ending of the file says how. */
    void export(CrossTableViewModel table, Path target) {
        model.tasks()
                .start(
                        Message.of("ui.cross-exporting", target.getFileName()),
                        progress -> {
                            TableFiles.write(table.table(), target, progress);
                            return target;
                        },
                        written -> model.tasks().say(Message.of("app.output-written", written)));
    }

    /** Asks for a name; nothing happens without one. */
    private void ask(String title, String label, String usual, Consumer<String> then) {
        TextField field = new TextField(usual);
        field.setId("query-name");
        field.setPrefColumnCount(24);
        Label text = new Label();
        text.textProperty().bind(Texts.of(label));
        text.setLabelFor(field);
        ButtonType agreed = Dialogs.button("ui.query-agree", ButtonBar.ButtonData.OK_DONE);
        Dialog<ButtonType> dialog = Dialogs.of(
                stage,
                Message.of(title),
                new VBox(6, text, field),
                agreed,
                Dialogs.button("ui.cancel", ButtonBar.ButtonData.CANCEL_CLOSE));
        dialog.getDialogPane().lookupButton(agreed).setId("query-agree");
        dialog.getDialogPane()
                .lookupButton(agreed)
                .disableProperty()
                .bind(field.textProperty().map(String::isBlank));
        dialog.setOnShown(event -> field.requestFocus());
        Optional<ButtonType> answer = dialog.showAndWait();
        if (answer.filter(agreed::equals).isPresent()) {
            then.accept(field.getText().strip());
        }
    }
}
