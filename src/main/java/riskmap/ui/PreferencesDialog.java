package riskmap.ui;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.app.project.BackupPlan;
import riskmap.app.project.Workspace;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.geo.crs.Crs;
import riskmap.print.CrsTitle;
import riskmap.ui.canvas.CoordinateText;
import riskmap.ui.frame.FrameViewModel;
import riskmap.ui.frame.OverviewMap;
import riskmap.ui.look.ChoiceCell;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.Look;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Theme;
import riskmap.ui.look.Tips;

/**
 * What the user has set for all projects: language, theme, how coordinates are said, the overview map, backups, recent
 * projects. A change holds at once and is kept; the menus and this dialog show the same.
 */
final class PreferencesDialog {
    private static final List<Integer> MINUTES = List.of(5, 10, 15, 30, 60, 120);
    private static final List<Integer> KEPT = List.of(5, 10, 20, 30, 50);

    private final WindowViewModel model;
    private final ObjectProperty<Pos> corner;
    private final Dialog<ButtonType> dialog;
    private final GridPane grid = new GridPane();
    private int row;

    PreferencesDialog(Stage owner, WindowViewModel model, ObjectProperty<Pos> corner) {
        this.model = model;
        this.corner = corner;
        grid.getStyleClass().add("preferences");
        ColumnConstraints titles = new ColumnConstraints();
        titles.setHalignment(HPos.LEFT);
        titles.setMinWidth(150);
        ColumnConstraints fields = new ColumnConstraints(300, 320, Double.MAX_VALUE);
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(titles, fields);
        look();
        coordinates();
        backups();
        recent();
        Label hint = label("ui.preferences-hint");
        hint.getStyleClass().add("hint-inline");
        hint.setWrapText(true);
        grid.add(hint, 0, row++, 2, 1);
        Path kept = model.preferences().file();
        TextField file = shown(new SimpleObjectProperty<>(kept.toString()));
        file.setId("preferences-file");
        line("ui.preferences-file", file);
        ButtonType close = Dialogs.close();
        dialog = Dialogs.of(owner, Message.of("ui.preferences-title"), grid, close);
        dialog.getDialogPane().setId("preferences-dialog");
        ((Button) dialog.getDialogPane().lookupButton(close)).textProperty().bind(Texts.of("ui.close"));
        dialog.initModality(Modality.NONE);
    }

    /** Shows it; the window stays usable. */
    void show() {
        if (dialog.isShowing()) {
            dialog.getDialogPane().getScene().getWindow().requestFocus();
        } else {
            dialog.show();
        }
    }

    private void look() {
        heading("ui.preferences-look");
        ComboBox<Language> language = box("preferences-language", Arrays.asList(Language.values()), each -> Message.of(
                        "ui.language-" + each.code())
                .text());
        follow(language.valueProperty(), Texts.language(), now -> {
            Texts.use(now);
            model.preferences().choose(now);
        });
        line("ui.preferences-language", language);
        ComboBox<Theme> theme = box("preferences-theme", Arrays.asList(Theme.values()), each -> Message.of(
                        "ui.preferences-theme-" + each.code())
                .text());
        follow(theme.valueProperty(), Look.theme(), now -> {
            Look.use(now);
            model.preferences().choose(now);
        });
        line("ui.preferences-theme", theme);
    }

    private void coordinates() {
        FrameViewModel frame = model.frame();
        heading("ui.preferences-map");
        List<CoordinateReferenceSystem> systems = new ArrayList<>();
        systems.add(null);
        Crs.known().forEach(code -> systems.add(Crs.of(code)));
        ComboBox<CoordinateReferenceSystem> crs = box("preferences-crs", systems, this::system);
        crs.setVisibleRowCount(14);
        follow(crs.valueProperty(), frame.readout(), frame.readout()::set);
        line("ui.preferences-crs", crs);
        ComboBox<CoordinateText.Degrees> degrees =
                box("preferences-degrees", Arrays.asList(CoordinateText.Degrees.values()), each -> Message.of(
                                "ui.preferences-degrees-" + each.code())
                        .text());
        degrees.valueProperty().bindBidirectional(frame.degrees());
        line("ui.preferences-degrees", degrees);
        CheckBox overview = new CheckBox();
        overview.setId("preferences-overview");
        overview.textProperty().bind(Texts.of("ui.preferences-overview-shown"));
        overview.selectedProperty().bindBidirectional(frame.overview());
        ComboBox<Pos> place =
                box("preferences-corner", OverviewMap.corners(), each -> Message.of("ui.preferences-corner-"
                                + each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .text());
        place.valueProperty().bindBidirectional(corner);
        HBox both = new HBox(10, overview, place);
        both.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(place, Priority.ALWAYS);
        line("ui.preferences-overview", both);
    }

    /** A CRS by its title; the first of all is the map's own, whichever that is. */
    private String system(CoordinateReferenceSystem crs) {
        return crs == null ? Message.of("ui.preferences-crs-own").text() : CrsTitle.inLine(crs, Language.current());
    }

    private void backups() {
        heading("ui.preferences-backups");
        Preferences kept = model.preferences();
        ObjectProperty<BackupPlan> plan = new SimpleObjectProperty<>(kept.backups());
        ComboBox<Integer> minutes =
                box("preferences-backup-minutes", with(MINUTES, plan.get().minutes()), each -> Message.of(
                                "ui.preferences-minutes", each)
                        .text());
        minutes.setValue(plan.get().minutes());
        ComboBox<Integer> count =
                box("preferences-backups-kept", with(KEPT, plan.get().kept()), each -> Message.of(
                                "ui.preferences-copies", each)
                        .text());
        count.setValue(plan.get().kept());
        Runnable changed = () -> {
            BackupPlan now = new BackupPlan(minutes.getValue(), count.getValue());
            kept.choose(now);
            model.project().backUpBy(now);
        };
        minutes.valueProperty().addListener(property -> changed.run());
        count.valueProperty().addListener(property -> changed.run());
        line("ui.preferences-backup-minutes", minutes);
        line("ui.preferences-backups-kept", count);
        TextField folder = shown(Bindings.createStringBinding(
                () -> folder(model.project().workspace().get()), model.project().workspace(), Texts.language()));
        folder.setId("preferences-backup-folder");
        line("ui.preferences-backup-folder", folder);
    }

    private static String folder(Workspace open) {
        return open == null || open.isReadOnly()
                ? Message.of("ui.preferences-backup-folder-none").text()
                : open.backups().folder().toString();
    }

    private static List<Integer> with(List<Integer> usual, int chosen) {
        List<Integer> all = new ArrayList<>(usual);
        if (!all.contains(chosen)) {
            all.add(chosen);
            all.sort(null);
        }
        return all;
    }

    private void recent() {
        Button clear = new Button();
        clear.setId("preferences-forget");
        clear.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Message.of(
                                        "ui.preferences-forget",
                                        model.recent().get().size())
                                .text(),
                        model.recent(),
                        Texts.language()));
        clear.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> model.recent().get().isEmpty(), model.recent()));
        clear.setOnAction(event -> List.copyOf(model.recent().get()).forEach(model::forget));
        line("ui.preferences-recent", clear);
    }

    /** A text that is read, and copied, but not written. */
    private static TextField shown(ObservableValue<String> text) {
        TextField field = new TextField();
        field.setEditable(false);
        field.textProperty().bind(text);
        field.setTooltip(Tips.of(text));
        return field;
    }

    /** A box that shows what is in use, from wherever it was changed, and changes it. */
    private static <T> void follow(Property<T> box, ObservableValue<T> inUse, java.util.function.Consumer<T> change) {
        box.setValue(inUse.getValue());
        inUse.addListener((property, before, now) -> box.setValue(now));
        box.addListener((property, before, now) -> {
            if (now != inUse.getValue()) {
                change.accept(now);
            }
        });
    }

    private static <T> ComboBox<T> box(String id, List<T> items, Function<T, String> title) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(items);
        boolean none = items.get(0) == null;
        // a converter alone would leave the word for nothing chosen in the language before
        ChoiceCell.use(box, value -> value == null && !none ? "" : title.apply(value));
        return box;
    }

    private void heading(String key) {
        Label heading = label(key);
        heading.getStyleClass().add(Styles.TITLE_4);
        GridPane.setValignment(heading, VPos.BOTTOM);
        grid.add(heading, 0, row++, 2, 1);
    }

    private void line(String key, Node field) {
        Label title = label(key);
        title.setLabelFor(field);
        title.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        grid.addRow(row++, title, field);
    }

    private static Label label(String key) {
        Label label = new Label();
        label.textProperty().bind(Texts.of(key));
        return label;
    }
}
