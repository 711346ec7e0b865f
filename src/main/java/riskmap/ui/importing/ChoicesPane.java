package riskmap.ui.importing;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import riskmap.app.importing.Guess;
import riskmap.app.importing.ImportMode;
import riskmap.app.importing.ImportPreview;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.Catalogue;
import riskmap.data.Field;
import riskmap.data.LayerKind;
import riskmap.geo.crs.Crs;
import riskmap.io.Encodings;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Titles;

/** What the user can say of one source: how it is read, what it is, and what becomes of the rows that are there. */
final class ChoicesPane extends ScrollPane {
    private static final String GCJ02 = "gcj02";

    private final ImportViewModel model;
    private final ImportEntry entry;
    private final Label facts = Rows.reason("import-facts");
    private final Label encodingReason = Rows.reason("import-encoding-reason");
    private final Label crsReason = Rows.reason("import-crs-reason");
    private final Label gcj02Reason = Rows.reason("import-gcj02-reason");
    private final Label kindReason = Rows.reason("import-kind-reason");
    private final Label layerReason = Rows.reason("import-layer-reason");
    private final Label notes = Rows.reason("import-notes");
    private final VBox encoding;
    private final VBox crs;
    private final VBox kind;
    private final VBox layer;
    private final VBox header;
    private final HBox place;
    private final VBox mode;
    private final VBox key;
    private final ComboBox<String> x;
    private final ComboBox<String> y;
    private final ComboBox<String> keys;

    ChoicesPane(ImportViewModel model, ImportEntry entry) {
        this.model = model;
        this.entry = entry;
        setId("import-choices");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        encoding = Rows.row("ui.import-encoding", encodings(), encodingReason);
        crs = Rows.row("ui.import-crs", systems(), crsReason);
        crs.getChildren().add(gcj02Reason);
        x = Rows.choice("import-x", entry.x(), List.of(""), ChoicesPane::asFound);
        y = Rows.choice("import-y", entry.y(), List.of(""), ChoicesPane::asFound);
        place = new HBox(8, Rows.row("ui.import-x", x, null), Rows.row("ui.import-y", y, null));
        place.getChildren().forEach(part -> HBox.setHgrow(part, Priority.ALWAYS));
        place.getChildren().forEach(part -> ((VBox) part).setPrefWidth(100));
        header = Rows.row("ui.import-header", headerField(), null);
        kind = Rows.row("ui.import-kind", kinds(), kindReason);
        layer = Rows.row("ui.import-layer", layers(), layerReason);
        mode = Rows.row("ui.import-mode", modes(), null);
        keys = Rows.choice("import-key", entry.key(), List.of(""), key -> key);
        key = Rows.row("ui.import-key", keys, null);
        VBox sheet = Rows.row("ui.import-sheet", sheets(), null);
        Rows.show(sheet, entry.layers().size() > 1);
        VBox all = new VBox(facts, sheet, encoding, crs, header, place, kind, layer, mode, key, notes);
        all.getStyleClass().add("import-choices");
        setContent(all);
        entry.preview().addListener(property -> show());
        entry.unreadable().addListener(property -> show());
        entry.layer().addListener(property -> show());
        entry.mode().addListener(property -> show());
        entry.kind().addListener(property -> show());
        entry.columns().addListener(property -> show());
        show();
    }

    private void show() {
        ImportPreview seen = entry.preview().get();
        boolean features = seen != null && !seen.raster();
        Message unreadable = entry.unreadable().get();
        facts.setText(unreadable != null ? unreadable.text() : seen == null ? "" : FactsText.of(seen));
        facts.pseudoClassStateChanged(SourcesPane.BAD, unreadable != null);
        Rows.show(
                encoding,
                features && seen.encoding().isFound() || !entry.encoding().get().isEmpty());
        Rows.show(crs, seen != null && seen.isSpatial() || !entry.crs().get().isEmpty());
        boolean table =
                features && seen.table() != null || !entry.header().get().isEmpty();
        Rows.show(header, table);
        Rows.show(place, table);
        Rows.show(kind, features);
        Rows.show(layer, features);
        boolean there = features && model.isThere(entry);
        Rows.show(mode, there);
        Rows.show(key, there && entry.mode().get() == ImportMode.UPDATE);
        if (seen == null) {
            notes.setText("");
            return;
        }
        reason(encodingReason, seen.encoding());
        reason(crsReason, seen.crs());
        reason(gcj02Reason, seen.gcj02());
        boolean guessedKind =
                seen.kind().isFound() && seen.kind().value().equals(entry.kind().get());
        kindReason.setText(
                guessedKind || !seen.kind().isFound() && entry.kind().get().isEmpty()
                        ? text(seen.kind().reason())
                        : "");
        layerReason.setText(Message.of(there ? "ui.import-layer-there" : "ui.import-layer-new")
                .text());
        notes.setText(String.join(
                "\n", seen.notes().stream().map(note -> "• " + note.text()).toList()));
        fill(x, columns(seen), entry.x().get());
        fill(y, columns(seen), entry.y().get());
        fill(keys, keyFields(seen), entry.key().get());
    }

    private static void fill(ComboBox<String> box, List<String> items, String value) {
        if (!box.getItems().equals(items)) {
            box.getItems().setAll(items);
            box.setValue(value);
        }
    }

    private static List<String> columns(ImportPreview seen) {
        return Stream.concat(Stream.of(""), seen.columns().stream().map(ImportPreview.Column::name))
                .toList();
    }

    private List<String> keyFields(ImportPreview seen) {
        List<String> fields = new ArrayList<>(List.of(""));
        if (entry.kind().get().isEmpty()) {
            seen.columns().forEach(column -> fields.add(column.name()));
        } else {
            entry.columns().get().forEach((field, column) -> {
                if (!column.isEmpty()) {
                    fields.add(field);
                }
            });
        }
        return fields;
    }

    private static void reason(Label label, Guess guess) {
        label.setText(text(guess.reason()));
    }

    private static String text(Message message) {
        return message == null ? "" : message.text();
    }

    private static String asFound(String text) {
        return text.isEmpty() ? Message.of("ui.import-as-found").text() : text;
    }

    private ComboBox<String> sheets() {
        ComboBox<String> box = new ComboBox<>();
        box.setId("import-sheet");
        box.setVisibleRowCount(14);
        box.getItems().setAll(entry.layers());
        box.setValue(entry.address().layer());
        box.valueProperty().addListener((property, before, now) -> {
            if (now != null && !now.equals(entry.address().layer())) {
                model.choose(entry, now);
            }
        });
        return box;
    }

    private ComboBox<String> encodings() {
        List<String> names = Stream.concat(
                        Stream.of(""), Encodings.choices().stream().map(Charset::name))
                .toList();
        ComboBox<String> box = Rows.choice("import-encoding", entry.encoding(), names, name -> {
            ImportPreview seen = entry.preview().get();
            boolean found = seen != null
                    && seen.encoding().isFound()
                    && entry.encoding().get().isEmpty();
            return name.isEmpty() && found
                    ? Message.of("ui.import-found", seen.encoding().value()).text()
                    : name.isEmpty() ? Message.of("ui.import-encoding-auto").text() : name;
        });
        ListCell<String> shown = new ListCell<>();
        shown.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> box.getConverter().toString(box.getValue()), box.valueProperty(), entry.preview()));
        box.setButtonCell(shown);
        return box;
    }

    private ComboBox<String> systems() {
        String own = model.workspace().map().crs();
        Set<String> codes = new LinkedHashSet<>(List.of("", GCJ02, own, "EPSG:4490", "EPSG:4326"));
        codes.addAll(
                List.of("EPSG:4550", "EPSG:4529", "EPSG:2385", "EPSG:2437", "EPSG:4610", "EPSG:4214", "EPSG:3857"));
        ComboBox<String> box = Rows.choice("import-crs", entry.crs(), List.copyOf(codes), this::systemTitle);
        box.setEditable(true);
        StringConverter<String> titles = box.getConverter();
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String code) {
                return titles.toString(code);
            }

            /** What is typed: a code, a number, or the title of an entry. */
            @Override
            public String fromString(String text) {
                String plain = text.strip();
                for (String code : box.getItems()) {
                    if (toString(code).equals(plain)) {
                        return code;
                    }
                }
                return plain.matches("\\d{4,6}") ? "EPSG:" + plain : plain;
            }
        });
        entry.preview().addListener(property -> {
            if (entry.crs().get().isEmpty()) {
                // the title of “as found” says what was found
                box.getEditor().setText(systemTitle(""));
            }
        });
        return box;
    }

    private String systemTitle(String code) {
        if (code.equals(GCJ02)) {
            return Message.of("ui.import-crs-gcj02").text();
        }
        if (!code.isEmpty()) {
            return title(code);
        }
        ImportPreview seen = entry.preview().get();
        if (seen == null || !entry.crs().get().isEmpty()) {
            return Message.of("ui.import-crs-file").text();
        }
        if (!seen.crs().isFound()) {
            return Message.of(seen.crsStated() ? "ui.import-crs-file" : "ui.import-crs-choose")
                    .text();
        }
        return Message.of(
                        seen.crsStated() ? "ui.import-found" : "ui.import-guessed",
                        title(seen.crs().value()))
                .text();
    }

    /** The code first: names are long, and cut in a narrow box. */
    private static String title(String code) {
        try {
            String title = Crs.title(Crs.of(code));
            String end = " (" + code + ")";
            return title.endsWith(end) ? code + " " + title.substring(0, title.length() - end.length()) : title;
        } catch (RiskMapException unknown) {
            // it is being typed; the checks say so
            return code;
        }
    }

    private TextField headerField() {
        TextField field = new TextField(entry.header().get());
        field.setId("import-header");
        field.promptTextProperty().bind(Texts.of("ui.import-header-found"));
        entry.preview().addListener((property, before, now) -> {
            if (now != null && now.table() != null) {
                field.promptTextProperty().unbind();
                field.setPromptText(
                        Message.of("ui.import-found", Long.toString(now.table().header()))
                                .text());
            }
        });
        field.textProperty().bindBidirectional(entry.header());
        return field;
    }

    private ComboBox<String> kinds() {
        List<String> keys = new ArrayList<>(List.of(""));
        Catalogue.standard().kinds().forEach(known -> keys.add(known.key()));
        return Rows.choice("import-kind", entry.kind(), keys, key -> Catalogue.standard()
                .find(key)
                .map(LayerKind::title)
                .map(title -> title.text() + "　" + key)
                .orElseGet(() -> Message.of("ui.import-kind-none").text()));
    }

    private ComboBox<String> layers() {
        ComboBox<String> box = new ComboBox<>();
        box.setId("import-layer");
        box.setEditable(true);
        box.getItems().setAll(model.layers());
        box.setValue(entry.layer().get());
        box.getEditor().textProperty().addListener((property, before, now) -> {
            if (!now.strip().equals(entry.layer().get())) {
                entry.nameLayer(now);
            }
        });
        entry.layer().addListener((property, before, now) -> {
            if (!box.getEditor().getText().strip().equals(now)) {
                box.getEditor().setText(now);
            }
        });
        return box;
    }

    private ComboBox<ImportMode> modes() {
        ComboBox<ImportMode> box = new ComboBox<>();
        box.setId("import-mode");
        box.getItems().setAll(ImportMode.values());
        Titles.show(box, value -> Message.of("ui.import-mode-" + value.word()).text());
        box.valueProperty().bindBidirectional(entry.mode());
        return box;
    }

    /** What a field is called where columns are matched. */
    static String fieldTitle(Field field) {
        String mark = field.required() ? " *" : "";
        return field.title().text() + mark + "　" + field.key();
    }
}
