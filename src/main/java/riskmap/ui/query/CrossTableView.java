package riskmap.ui.query;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TablePosition;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import riskmap.analysis.cross.Measure;
import riskmap.base.Message;
import riskmap.print.ChartColours;
import riskmap.ui.look.Buttons;
import riskmap.ui.look.ChoiceCell;
import riskmap.ui.look.Follow;
import riskmap.ui.look.Texts;
import riskmap.ui.table.ResultTableView;

/** A cross-table with its chart: a click on a cell or a bar selects the features behind it on the map and in the table. */
public final class CrossTableView extends BorderPane {
    /** How much of the height is for notes, and pixels they have at least. */
    private static final double NOTES = 0.2;

    private static final double LEAST_NOTES = 30;

    private final CrossTableViewModel model;
    private final SplitPane both = new SplitPane();
    private final ResultTableView table;
    private ChartColours colours;

    /** Shows a cross-table. */
    public CrossTableView(CrossTableViewModel model) {
        this.model = model;
        setId("cross-table");
        table = new ResultTableView(model.table());
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.getColumns().forEach(column -> column.setSortable(false));
        table.getSelectionModel().getSelectedCells().addListener((ListChangeListener<TablePosition>) change -> {
            if (!change.getList().isEmpty()) {
                TablePosition<?, ?> cell = change.getList().get(0);
                if (cell.getRow() >= 0 && cell.getColumn() >= 0) {
                    model.choose(cell.getRow(), cell.getColumn());
                }
            }
        });
        both.getItems().add(table);
        setTop(bar());
        setCenter(both);
        setBottom(notes());
        model.kind().addListener(property -> draw());
        model.measure().addListener(property -> draw());
        Texts.follow(this, this::draw);
        Follow.changes(this, model.chosen(), () -> CrossChart.mark(this, model()));
        draw();
    }

    private CrossTableViewModel model() {
        return model;
    }

    /** The map may have other colours now. */
    public void coloursChanged() {
        if (!model.colours().equals(colours)) {
            draw();
        }
    }

    private void draw() {
        if (model.kind().get() == CrossTableViewModel.ChartKind.NONE) {
            both.getItems().setAll(List.of(table));
            return;
        }
        double divider = both.getDividers().isEmpty() ? 0.55 : both.getDividerPositions()[0];
        colours = model.colours();
        Node chart = CrossChart.of(model, colours);
        both.getItems().setAll(List.of(table, chart));
        both.setDividerPositions(divider);
    }

    private Node bar() {
        Label title = new Label();
        title.textProperty().bind(Texts.of(model.made().title()));
        title.setMinWidth(0);
        title.setWrapText(true);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        ComboBox<Measure> measure = new ComboBox<>();
        measure.setId("cross-measure");
        measure.getItems().setAll(model.made().cross().measures());
        measure.accessibleTextProperty().bind(Texts.of("ui.query-measures"));
        ChoiceCell.use(measure, known -> known == null ? "" : model.title(known).text());
        measure.valueProperty().bindBidirectional(model.measure());
        boolean several = measure.getItems().size() > 1;
        measure.setVisible(several);
        measure.setManaged(several);
        ComboBox<CrossTableViewModel.ChartKind> kind = new ComboBox<>();
        kind.setId("cross-chart-kind");
        kind.getItems().setAll(CrossTableViewModel.ChartKind.values());
        kind.accessibleTextProperty().bind(Texts.of("ui.cross-chart"));
        ChoiceCell.use(
                kind,
                known -> known == null
                        ? ""
                        : Message.of("ui.cross-chart-" + known.name().toLowerCase(Locale.ROOT))
                                .text());
        kind.valueProperty().bindBidirectional(model.kind());
        Button export = button("cross-export", MaterialDesignD.DOWNLOAD_OUTLINE, "ui.cross-export", model::export);
        Button report =
                button("cross-report", MaterialDesignF.FILE_DOCUMENT_OUTLINE, "ui.cross-report", model::addToReports);
        HBox bar = new HBox(6, title, measure, kind, export, report);
        bar.getChildren().stream().filter(node -> node != title).forEach(node -> ((Region) node)
                .setMinWidth(Region.USE_PREF_SIZE));
        bar.getStyleClass().add("table-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private Node notes() {
        Label notes = new Label();
        notes.setId("cross-notes");
        notes.getStyleClass().add("cross-notes");
        notes.setMinWidth(0);
        notes.setWrapText(true);
        notes.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.made().cross().notes().stream()
                                .map(Message::text)
                                .collect(Collectors.joining(
                                        Message.of("ui.cross-notes-between").text())),
                        Texts.language()));
        boolean some = !model.made().cross().notes().isEmpty();
        ScrollPane whole = new ScrollPane(notes);
        whole.setFitToWidth(true);
        whole.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // on a small screen they would leave no room for the table they are about
        whole.maxHeightProperty()
                .bind(Bindings.max(LEAST_NOTES, heightProperty().multiply(NOTES)));
        whole.setVisible(some);
        whole.setManaged(some);
        return whole;
    }

    private static Button button(String id, Ikon icon, String key, Runnable action) {
        Button button = Buttons.words(icon, key, action);
        button.setId(id);
        button.getStyleClass().add(Styles.SMALL);
        return button;
    }
}
