package riskmap.ui.export;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javafx.util.StringConverter;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.io.VectorFormat;
import riskmap.print.CrsTitle;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.FormRow;
import riskmap.ui.look.Maximized;
import riskmap.ui.look.SpokenName;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Titles;

/** The export dialog: layer, features, format, CRS, encoding and file at the left, fields at the right. */
public final class ExportDialog {
    private final Window owner;
    private final ExportViewModel model;
    private final Dialog<ButtonType> dialog;
    private final ListView<String> fields = new ListView<>();

    /** Makes the dialog. */
    public ExportDialog(Window owner, ExportViewModel model) {
        this.owner = owner;
        this.model = model;
        HBox content = new HBox(choices(), fieldChoices());
        content.getStyleClass().add("print-dialog");
        ButtonType export = Dialogs.button("ui.export-run", ButtonBar.ButtonData.OK_DONE);
        dialog = Dialogs.of(owner, Message.of("ui.command.export"), content, export, Dialogs.close());
        dialog.getDialogPane().setId("export-dialog");
        Node button = dialog.getDialogPane().lookupButton(export);
        button.setId("export-run");
        button.disableProperty().bind(model.hindrance().isNotNull());
        button.addEventFilter(ActionEvent.ACTION, event -> {
            if (!mayReplace()) {
                event.consume();
            }
        });
        button.addEventHandler(
                ActionEvent.ACTION,
                event -> model.export(answer -> Dialogs.news(
                        owner, Message.of("ui.export-done"), answer.text().strip())));
    }

    /** Shows it; the rest of the window stays in use. */
    public Window show() {
        return Dialogs.showBeside(dialog, null);
    }

    private boolean mayReplace() {
        Path target = Path.of(model.target().get().strip());
        return !model.replaces()
                || Dialogs.confirmLoss(
                        owner,
                        Message.of("ui.command.export"),
                        Message.of("ui.export-replace", target.getFileName()),
                        Message.of("ui.replace"));
    }

    private Node choices() {
        ComboBox<String> layer = box("export-layer", model.layers(), model::title);
        layer.valueProperty().bindBidirectional(model.layer());
        CheckBox selected = new CheckBox();
        selected.setId("export-selected");
        selected.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Message.of("ui.export-selected", Integer.toString(model.selected()))
                                .text(),
                        model.layer(),
                        Texts.language()));
        selected.disableProperty().bind(Bindings.createBooleanBinding(() -> model.selected() == 0, model.layer()));
        selected.selectedProperty().bindBidirectional(model.onlySelected());
        TextField where = field("export-where", "ui.export-where-usual");
        where.textProperty().bindBidirectional(model.where());
        ComboBox<VectorFormat> format = box("export-format", ExportViewModel.formats(), known -> known.title()
                .text());
        format.valueProperty().bindBidirectional(model.format());
        Node encoding = FormRow.of("ui.import-encoding", encodings());
        Node crs = FormRow.of("ui.import-crs", systems());
        Runnable show = () -> {
            show(encoding, model.hasEncoding());
            crs.setDisable(!model.format().get().writesAnyCrs());
        };
        model.format().addListener(property -> show.run());
        show.run();
        Label why = new Label();
        why.setId("export-why");
        why.setWrapText(true);
        why.getStyleClass().add("form-problem");
        why.textProperty().bind(Texts.of(model.hindrance()));
        VBox all = new VBox(
                FormRow.of("ui.export-layer", layer),
                selected,
                FormRow.of("ui.export-where", where),
                FormRow.of("ui.export-format", format),
                crs,
                encoding,
                FormRow.of("ui.export-target", target()),
                why);
        all.getStyleClass().add("export-choices");
        return all;
    }

    private ComboBox<String> encodings() {
        ComboBox<String> box = box("export-encoding", List.of("UTF-8", "GB18030"), name -> Message.of(
                        "ui.export-encoding-" + name.toLowerCase(java.util.Locale.ROOT))
                .text());
        box.valueProperty().bindBidirectional(model.encoding());
        return box;
    }

    private ComboBox<String> systems() {
        Set<String> codes = new LinkedHashSet<>(List.of("", "EPSG:4490", "EPSG:4326", "EPSG:4550", "EPSG:4529"));
        codes.addAll(List.of("EPSG:2437", "EPSG:2385", "EPSG:3857"));
        ComboBox<String> box = box("export-crs", List.copyOf(codes));
        box.setEditable(true);
        StringConverter<String> titles = Titles.of(ExportDialog::systemTitle);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String code) {
                return titles.toString(code);
            }

            @Override
            public String fromString(String text) {
                String plain = text.strip();
                return box.getItems().stream()
                        .filter(code -> toString(code).equals(plain))
                        .findFirst()
                        .orElse(plain.matches("\\d{4,6}") ? "EPSG:" + plain : plain);
            }
        });
        box.valueProperty().bindBidirectional(model.crs());
        return box;
    }

    private static String systemTitle(String code) {
        if (code.isEmpty()) {
            return Message.of("ui.export-crs-layer").text();
        }
        try {
            return CrsTitle.inLine(Crs.of(code), Language.current());
        } catch (RiskMapException unknown) {
            // it is being typed; the line below says so
            return code;
        }
    }

    private HBox target() {
        TextField file = field("export-target", "ui.export-target");
        file.setText(model.target().get());
        file.textProperty().addListener((property, before, now) -> {
            if (!now.equals(model.target().get())) {
                model.chooseTarget(now);
            }
        });
        model.target().addListener((property, before, now) -> {
            if (!now.equals(file.getText())) {
                file.setText(now);
            }
        });
        Button browse = new Button();
        browse.textProperty().bind(Texts.of("ui.export-browse"));
        browse.setMinWidth(Button.USE_PREF_SIZE);
        browse.setOnAction(event -> browse());
        HBox.setHgrow(file, Priority.ALWAYS);
        return new HBox(6, file, browse);
    }

    private void browse() {
        FileChooser chooser = new FileChooser();
        chooser.titleProperty().bind(Texts.of("ui.command.export"));
        Path now = Path.of(model.target().get().strip());
        if (now.getParent() != null && now.getParent().toFile().isDirectory()) {
            chooser.setInitialDirectory(now.getParent().toFile());
        }
        chooser.setInitialFileName(now.getFileName().toString());
        String ending = "." + model.format().get().extensions().get(0);
        chooser.getExtensionFilters()
                .setAll(new FileChooser.ExtensionFilter(
                        model.format().get().title().text(), "*" + ending));
        File chosen = Maximized.through(dialog.getDialogPane().getScene().getWindow(), chooser::showSaveDialog);
        if (chosen != null) {
            boolean named = chosen.getName().toLowerCase(java.util.Locale.ROOT).endsWith(ending);
            model.chooseTarget(named ? chosen.getPath() : chosen.getPath() + ending);
        }
    }

    private Node fieldChoices() {
        fields.setId("export-fields");
        SpokenName.give(fields, Texts.of("ui.export-fields"));
        fields.setPrefSize(300, 400);
        fields.setCellFactory(
                CheckBoxListCell.forListView(name -> model.fields().get().get(name), Titles.of(model::fieldTitle)));
        model.fields().addListener((property, before, now) -> fill(now));
        fill(model.fields().get());
        Label title = new Label();
        title.textProperty().bind(Texts.of("ui.export-fields"));
        title.getStyleClass().add("form-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(8, title, link("ui.export-all", true), link("ui.export-none", false));
        head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        VBox.setVgrow(fields, Priority.ALWAYS);
        VBox all = new VBox(6, head, fields);
        all.setMinWidth(280);
        HBox.setHgrow(all, Priority.ALWAYS);
        return all;
    }

    private Hyperlink link(String title, boolean written) {
        Hyperlink link = new Hyperlink();
        link.textProperty().bind(Texts.of(title));
        link.setOnAction(event -> model.fields().get().values().forEach(field -> field.set(written)));
        return link;
    }

    private void fill(Map<String, BooleanProperty> now) {
        fields.getItems().setAll(now.keySet());
    }

    private static TextField field(String id, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.promptTextProperty().bind(Texts.of(prompt));
        return field;
    }

    private static <T> ComboBox<T> box(String id, List<T> items, Function<T, String> title) {
        ComboBox<T> box = box(id, items);
        Titles.show(box, title);
        return box;
    }

    private static <T> ComboBox<T> box(String id, List<T> items) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setVisibleRowCount(14);
        box.getItems().setAll(items);
        return box;
    }

    private static void show(Node row, boolean visible) {
        row.setVisible(visible);
        row.setManaged(visible);
    }
}
