package riskmap.ui.tool;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.ui.form.LayerSource;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;

/** The layers a tool is run over one after another, to be ticked: found by words, all of those found at once. */
final class BatchList extends TitledPane {
    private final ToolViewModel model;
    private final Map<LayerSource, CheckBox> boxes = new LinkedHashMap<>();
    private final TextField search = new TextField();

    BatchList(ToolViewModel model) {
        this.model = model;
        Parameter first = model.inputs().get(0);
        setId("tool-batch");
        textProperty()
                .bind(Bindings.createStringBinding(
                        () -> (model.batch().isEmpty()
                                        ? Message.of("ui.tool-batch")
                                        : Message.of(
                                                "ui.tool-batch-chosen",
                                                model.batch().size()))
                                .text(),
                        model.batch(),
                        Texts.language()));
        setExpanded(false);
        setAnimated(false);
        getStyleClass().addAll(Styles.DENSE, "fold");
        VBox list = new VBox(4);
        for (LayerSource source : model.fitting(first)) {
            CheckBox box = box(source);
            boxes.put(source, box);
            list.getChildren().add(box);
        }
        model.batch().addListener((ListChangeListener<LayerSource>) change ->
                boxes.forEach((source, box) -> box.setSelected(model.batch().contains(source))));
        Label hint = new Label();
        hint.setWrapText(true);
        hint.getStyleClass().add("hint-inline");
        hint.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Message.of("ui.tool-batch-hint", model.result().get(), first.title())
                                .text(),
                        model.result(),
                        Texts.language()));
        setContent(new VBox(6, hint, finding(), list));
    }

    private CheckBox box(LayerSource source) {
        CheckBox box = new CheckBox();
        // the name of a layer may have a low line, which is no sign of a key
        box.setMnemonicParsing(false);
        box.setWrapText(true);
        box.textProperty().bind(Bindings.createStringBinding(() -> model.shown(source), Texts.language()));
        box.setTooltip(Tips.of(box.textProperty()));
        box.managedProperty().bind(box.visibleProperty());
        box.selectedProperty().addListener((property, before, now) -> {
            if (now && !model.batch().contains(source)) {
                model.batch().add(source);
            } else if (!now) {
                model.batch().remove(source);
            }
        });
        return box;
    }

    private HBox finding() {
        search.setId("tool-batch-search");
        search.promptTextProperty().bind(Texts.of("ui.tool-batch-search"));
        search.accessibleTextProperty().bind(Texts.of("ui.tool-batch-search"));
        search.textProperty().addListener(property -> find());
        search.setMinWidth(80);
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox bar = new HBox(6, search, all("tool-batch-all", true), all("tool-batch-none", false));
        bar.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return bar;
    }

    private void find() {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        boxes.values()
                .forEach(box ->
                        box.setVisible(box.getText().toLowerCase(Locale.ROOT).contains(wanted)));
    }

    /** Ticks, or clears, what the search has left in sight. */
    private Button all(String id, boolean ticked) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(Texts.of("ui." + id));
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> {
            List<LayerSource> chosen = new ArrayList<>();
            boxes.forEach((source, box) -> {
                if (box.isVisible() ? ticked : model.batch().contains(source)) {
                    chosen.add(source);
                }
            });
            model.batch().setAll(chosen);
        });
        return button;
    }
}
