package riskmap.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;
import riskmap.app.ImportRequest;
import riskmap.base.Message;
import riskmap.data.Catalogue;
import riskmap.data.LayerKind;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.Texts;

/** What the user says about files to be imported: kind of layer, CRS and encoding where the files do not say them. */
final class ImportDialog {
    private static final String KEEP = "";

    private final Window owner;
    private final Path project;
    private final List<Path> files;
    private final ComboBox<String> kind = new ComboBox<>();
    private final TextField layer = new TextField();
    private final ComboBox<String> crs = new ComboBox<>();
    private final ComboBox<String> encoding = new ComboBox<>();

    ImportDialog(Window owner, Path project, List<Path> files) {
        this.owner = owner;
        this.project = project;
        this.files = List.copyOf(files);
    }

    /** Shows it; {@code chosen} gets what is to be imported. */
    void show(Consumer<ImportRequest> chosen) {
        List<String> kinds = new ArrayList<>(List.of(KEEP));
        Catalogue.standard().kinds().forEach(known -> kinds.add(known.key()));
        choice(kind, "import-kind", kinds, ImportDialog::kindTitle);
        layer.setId("import-layer");
        layer.promptTextProperty().bind(Texts.of("ui.import-layer-usual"));
        choice(
                crs,
                "import-crs",
                List.of(KEEP, "gcj02", "EPSG:4490", "EPSG:4326", "EPSG:4550", "EPSG:4610", "EPSG:3857"),
                ImportDialog::crsTitle);
        choice(
                encoding,
                "import-encoding",
                List.of(KEEP, "UTF-8", "GB18030"),
                code -> code.isEmpty() ? Message.of("ui.import-encoding-auto").text() : code);
        Label names = new Label(String.join(
                "\n", files.stream().map(file -> file.getFileName().toString()).toList()));
        names.setWrapText(true);
        VBox content = new VBox(
                row("ui.import-files", names),
                row("ui.import-kind", kind),
                row("ui.import-layer", layer),
                row("ui.import-crs", crs),
                row("ui.import-encoding", encoding));
        content.getStyleClass().add("print-choices");
        content.setPrefWidth(440);
        ButtonType ok = Dialogs.button("ui.import-run", ButtonBar.ButtonData.OK_DONE);
        ButtonType cancel = Dialogs.button("ui.cancel", ButtonBar.ButtonData.CANCEL_CLOSE);
        Dialog<ButtonType> dialog = Dialogs.of(owner, Message.of("ui.command.import"), content, ok, cancel);
        Node button = dialog.getDialogPane().lookupButton(ok);
        button.setId("import-run");
        button.addEventHandler(ActionEvent.ACTION, event -> chosen.accept(request()));
        dialog.show();
    }

    private ImportRequest request() {
        return new ImportRequest(
                files.stream().map(Path::toString).toList(),
                project,
                orNull(kind.getValue()),
                orNull(layer.getText().strip()),
                orNull(crs.getValue()),
                orNull(encoding.getValue()),
                null,
                null,
                Map.of(),
                null,
                null,
                null);
    }

    private static String orNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static String kindTitle(String key) {
        return Catalogue.standard()
                .find(key)
                .map(LayerKind::title)
                .map(title -> title.text() + "　" + key)
                .orElseGet(() -> Message.of("ui.import-kind-none").text());
    }

    private static String crsTitle(String code) {
        return switch (code) {
            case KEEP -> Message.of("ui.import-crs-file").text();
            case "gcj02" -> Message.of("ui.import-crs-gcj02").text();
            default -> code;
        };
    }

    private static void choice(
            ComboBox<String> box, String id, List<String> values, java.util.function.UnaryOperator<String> title) {
        box.setId(id);
        box.getItems().setAll(values);
        box.setValue(values.get(0));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String value) {
                return value == null ? "" : title.apply(value);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
    }

    private static Node row(String title, Control field) {
        Label label = new Label();
        label.textProperty().bind(Texts.of(title));
        label.getStyleClass().add("form-title");
        field.setMaxWidth(Double.MAX_VALUE);
        VBox row = new VBox(label, field);
        row.getStyleClass().add("form-row");
        return row;
    }
}
