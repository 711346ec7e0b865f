package riskmap.ui.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import org.locationtech.jts.geom.Envelope;
import riskmap.app.importing.ImportBatch;
import riskmap.app.importing.ImportOutcome;
import riskmap.base.Message;
import riskmap.io.ImportLog;
import riskmap.io.Place;
import riskmap.ui.look.Texts;

/**
 * What became of each source, or would become of it: rows added, changed, unchanged, removed, rejected; and for the one
 * chosen every reason with its places. A double click on a place with coordinates shows it on the map.
 */
final class OutcomeView extends BorderPane {
    /** What the choices and the columns have shown already, with words for the command line. */
    private static final Set<String> SEEN_BEFORE = Set.of(
            "io.encoding-detected",
            "io.encoding-contradicted",
            "io.crs-assumed",
            "io.column-mapped",
            "io.csv-no-place");

    private final TableView<Line> sources = new TableView<>();
    private final Label details = new Label();
    private final TableView<ImportLog.Entry> places = new TableView<>();

    /** One source into one layer; {@code outcome} is null where it failed or was a raster. */
    private record Line(ImportBatch.Result result, ImportOutcome outcome) {
        String source() {
            return outcome != null
                    ? outcome.source()
                    : result.request().sources().get(0);
        }

        boolean isBad() {
            return result.failure() != null || outcome != null && outcome.rejected() > 0;
        }
    }

    /** Makes the view; {@code show} shows a part of the map. */
    OutcomeView(ImportViewModel.Outcome outcome, Consumer<Envelope> show) {
        setId("import-outcome");
        List<Line> lines = new ArrayList<>();
        for (ImportBatch.Result result : outcome.results()) {
            result.outcomes().forEach(one -> lines.add(new Line(result, one)));
            if (result.outcomes().isEmpty()) {
                lines.add(new Line(result, null));
            }
        }
        Label head = new Label();
        head.setId("import-outcome-head");
        head.setWrapText(true);
        head.setText(head(outcome, lines));
        head.getStyleClass().add("import-outcome-head");
        fillSources(lines);
        fillPlaces(show);
        details.setWrapText(true);
        details.setId("import-details");
        ScrollPane scroll = new ScrollPane(details);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("import-details");
        SplitPane below = new SplitPane(scroll, places);
        below.setDividerPositions(0.42);
        SplitPane all = new SplitPane(sources, below);
        all.setOrientation(javafx.geometry.Orientation.VERTICAL);
        all.setDividerPositions(Math.min(0.5, 0.16 + 0.06 * lines.size()));
        setTop(head);
        setCenter(all);
        sources.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> show(now));
        sources.getSelectionModel()
                .select(lines.stream().filter(Line::isBad).findFirst().orElse(lines.get(0)));
    }

    private static String head(ImportViewModel.Outcome outcome, List<Line> lines) {
        long added = 0;
        long updated = 0;
        long rejected = 0;
        long failed = 0;
        for (Line line : lines) {
            failed += line.result().failure() == null ? 0 : 1;
            if (line.outcome() != null) {
                added += line.outcome().added();
                updated += line.outcome().updated();
                rejected += line.outcome().rejected();
            }
        }
        String key = outcome.dry() ? "ui.import-head-dry" : "ui.import-head-done";
        return Message.of(key, number(added), number(updated), number(rejected), number(failed))
                .text();
    }

    private static String number(long value) {
        return String.format(java.util.Locale.ROOT, "%,d", value);
    }

    private void fillSources(List<Line> lines) {
        sources.setId("import-outcome-sources");
        sources.getStyleClass().addAll("dense", "striped");
        sources.setRowFactory(view -> new TableRow<>() {
            @Override
            protected void updateItem(Line item, boolean empty) {
                super.updateItem(item, empty);
                pseudoClassStateChanged(
                        javafx.css.PseudoClass.getPseudoClass("bad"), !empty && item != null && item.isBad());
            }
        });
        add(sources, "ui.import-outcome-source", 260, false, Line::source);
        add(
                sources,
                "ui.import-outcome-layer",
                150,
                false,
                line -> line.outcome() == null ? "" : line.outcome().layer());
        add(
                sources,
                "ui.import-outcome-mode",
                110,
                false,
                line -> line.outcome() == null
                        ? line.result().failure() == null
                                ? Message.of("ui.import-raster").text()
                                : Message.of("ui.import-outcome-failed").text()
                        : line.outcome().mode().title().text());
        count("ui.import-outcome-added", ImportOutcome::added);
        count("ui.import-outcome-updated", ImportOutcome::updated);
        count("ui.import-outcome-unchanged", ImportOutcome::unchanged);
        count("ui.import-outcome-removed", ImportOutcome::removed);
        count("ui.import-outcome-rejected", ImportOutcome::rejected);
        sources.getItems().setAll(lines);
    }

    private void count(String title, Function<ImportOutcome, Long> count) {
        add(sources, title, 86, true, line -> line.outcome() == null ? "" : number(count.apply(line.outcome())));
    }

    private static <T> void add(
            TableView<T> table, String title, double width, boolean numeric, Function<T, String> text) {
        TableColumn<T, String> column = new TableColumn<>();
        column.textProperty().bind(Texts.of(title));
        column.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())).getReadOnlyProperty());
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        if (numeric) {
            column.getStyleClass().add("numeric");
            column.setStyle("-fx-alignment: center-right;");
        }
        table.getColumns().add(column);
    }

    private void fillPlaces(Consumer<Envelope> show) {
        places.setId("import-places");
        places.getStyleClass().addAll("dense", "striped");
        Label nothing = new Label();
        nothing.textProperty().bind(Texts.of("ui.import-no-places"));
        nothing.getStyleClass().add("hint");
        places.setPlaceholder(nothing);
        add(places, "ui.import-place-kind", 70, false, entry -> Message.of(
                        "ui.import-place-" + entry.kind().name().toLowerCase(java.util.Locale.ROOT))
                .text());
        add(places, "ui.import-place", 110, false, entry -> entry.place()
                .message()
                .text());
        add(places, "ui.import-place-reason", 480, false, entry -> entry.reason()
                .text());
        places.setOnMouseClicked(event -> {
            ImportLog.Entry chosen = places.getSelectionModel().getSelectedItem();
            if (event.getClickCount() == 2 && chosen != null && chosen.place().hasCoordinates()) {
                Place at = chosen.place();
                show.accept(new Envelope(at.x(), at.x(), at.y(), at.y()));
            }
        });
    }

    private void show(Line line) {
        places.getItems().clear();
        if (line == null) {
            details.setText("");
            return;
        }
        if (line.outcome() == null) {
            details.setText(
                    line.result().failure() == null
                            ? Message.of("ui.import-raster-done").text()
                            : line.result().failure().text());
            return;
        }
        List<String> texts = new ArrayList<>();
        line.outcome().lines().forEach(message -> texts.add("• " + message.text()));
        for (ImportLog.Reason reason : line.outcome().log().reasons()) {
            if (reason.kind() == ImportLog.Kind.NOTICE) {
                if (SEEN_BEFORE.contains(reason.example().key())) {
                    continue;
                }
                texts.add("• " + reason.example().text());
            } else {
                places.getItems().addAll(reason.entries());
                if (reason.count() > reason.entries().size()) {
                    texts.add("• "
                            + Message.of(
                                            "ui.import-more-places",
                                            reason.example(),
                                            number(reason.count()),
                                            number(reason.entries().size()))
                                    .text());
                }
            }
        }
        details.setText(String.join("\n", texts));
    }
}
