package riskmap.ui.style;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.FileChooser;
import riskmap.app.style.MadeStyle;
import riskmap.base.Message;
import riskmap.style.ClassLimits;
import riskmap.style.ClassStyles;
import riskmap.style.ColourRamp;
import riskmap.style.SldDocument;
import riskmap.ui.feature.ValueText;
import riskmap.ui.look.Buttons;
import riskmap.ui.look.ColourText;
import riskmap.ui.look.Maximized;
import riskmap.ui.look.SavePlace;
import riskmap.ui.look.SpokenName;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Titles;

/** The symbology editor: kind of style, field, classes, colours; below them what each class holds. */
public final class StyleView extends BorderPane {
    private static final double BAR = 90;
    private static final Map<Enum<?>, String> TITLES = Map.ofEntries(
            Map.entry(StyleForm.Mode.SINGLE, "ui.style-mode-single"),
            Map.entry(StyleForm.Mode.CATEGORIES, "ui.style-mode-categories"),
            Map.entry(StyleForm.Mode.GRADUATED, "ui.style-mode-graduated"),
            Map.entry(ClassLimits.Method.EQUAL, "ui.style-method-equal"),
            Map.entry(ClassLimits.Method.QUANTILE, "ui.style-method-quantile"),
            Map.entry(ClassLimits.Method.JENKS, "ui.style-method-jenks"),
            Map.entry(ColourRamp.RISK, "ui.style-ramp-risk"),
            Map.entry(ColourRamp.CIVIDIS, "ui.style-ramp-cividis"),
            Map.entry(ColourRamp.VIRIDIS, "ui.style-ramp-viridis"),
            Map.entry(ColourRamp.BLUES, "ui.style-ramp-blues"),
            Map.entry(ColourRamp.REDS, "ui.style-ramp-reds"),
            Map.entry(ColourRamp.GREYS, "ui.style-ramp-greys"),
            Map.entry(ColourRamp.SET, "ui.style-ramp-set"));

    private final StyleViewModel model;
    private final RuleEdits edits;
    private final ComboBox<StyleForm.Mode> mode = combo("style-mode", StyleForm.Mode.values());
    private final ComboBox<String> field = new ComboBox<>();
    private final ComboBox<ClassLimits.Method> method = combo("style-method", ClassLimits.Method.values());
    private final Spinner<Integer> classes = new Spinner<>(1, ClassLimits.MOST_CLASSES, 5);
    private final TextField breaks = new TextField();
    private final ComboBox<ColourRamp> ramp = combo("style-ramp", ColourRamp.values());
    private final CheckBox reversed = new CheckBox();
    private final ColorPicker colour = new ColorPicker();
    private final Slider opacity = new Slider(0, 1, 0.8);
    private final Slider width = new Slider(0, 6, 0.8);
    private final Slider size = new Slider(2, 40, 8);
    private final GridPane grid = new GridPane();
    private final VBox found = new VBox(2);
    private final Node[] controls = {mode, field, method, classes, breaks, ramp, reversed, colour, opacity, width, size
    };
    /** Those that stand with something beside them. */
    private final Map<Node, Node> boxes = Map.of(
            opacity, new ValuedSlider(opacity, ValuedSlider::percent),
            width, new ValuedSlider(width, ValueText::of),
            size, new ValuedSlider(size, ValueText::of));

    private final Label[] labels = new Label[controls.length];
    private final HistogramView histogram = new HistogramView(this::moved);
    private final RuleListView list;
    private final RuleForm rule;
    private final SymbolForm symbols;
    private final LayerBlend blend;
    private final ObservableValue<String> layer;
    private boolean showing;

    /**
     * The editor of a layer.
     *
     * @param layer what the layer is called: among many tabs this one's title has no room
     */
    public StyleView(StyleViewModel model, ObservableValue<String> layer) {
        this.model = model;
        this.layer = layer;
        edits = new RuleEdits(model);
        list = new RuleListView(edits);
        rule = new RuleForm(edits);
        symbols = new SymbolForm(edits);
        blend = new LayerBlend(model);
        setId("style-view");
        field.setId("style-field");
        field.setMaxWidth(Double.MAX_VALUE);
        field.getItems().setAll(model.fields());
        Titles.showWhole(field, model::titled, null);
        RampCell.in(ramp);
        breaks.setId("style-breaks");
        classes.setId("style-classes");
        colour.setId("style-colour");
        // its text, such as #3182bd, is longer than what it asks for
        colour.setMaxWidth(Double.MAX_VALUE);
        rows();
        Label problem = new Label();
        problem.setId("style-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.setMaxWidth(Double.MAX_VALUE);
        problem.getStyleClass().addAll("form-problem", "panel-bar");
        problem.textProperty().bind(Texts.of(model.problem()));
        problem.visibleProperty().bind(model.problem().isNotNull());
        problem.managedProperty().bind(problem.visibleProperty());
        Label name = new Label();
        name.setId("style-layer");
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        name.getStyleClass().add("form-title");
        name.textProperty().bind(layer);
        found.setId("style-found");
        Label kept = new Label();
        kept.setId("style-kept");
        kept.setWrapText(true);
        kept.getStyleClass().add("hint-inline");
        VBox all = new VBox(8, name, buttons(), kept, blend, tabs());
        all.setPadding(new Insets(10));
        ScrollPane page = new ScrollPane(all);
        page.setFitToWidth(true);
        page.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(page);
        // in sight whatever part of the page is
        setBottom(problem);
        model.document().addListener((property, before, now) -> document(kept));
        edits.selected().addListener((property, before, now) -> document(kept));
        document(kept);
        listen();
        show(model.form().get());
        model.form().addListener((property, before, now) -> show(now));
        model.shown().addListener((property, before, now) -> classes(now));
    }

    private TabPane tabs() {
        Tab byRules = new Tab(null, padded(new VBox(10, list, rule, new Separator(), symbols)));
        byRules.textProperty().bind(Texts.of("ui.style-tab-rules"));
        Tab byField = new Tab(null, padded(new VBox(8, grid, histogram, found)));
        byField.textProperty().bind(Texts.of("ui.style-tab-classes"));
        byField.setId("style-tab-classes");
        TabPane tabs = new TabPane(byRules);
        tabs.setId("style-tabs");
        if (!model.isRaster()) {
            tabs.getTabs().add(byField);
        }
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        return tabs;
    }

    private static VBox padded(VBox box) {
        box.setPadding(new Insets(8, 0, 0, 0));
        return box;
    }

    /** Shows the document that is tried, and what of it is kept as it is. */
    private void document(Label kept) {
        SldDocument now = model.document().get();
        list.show(now, edits.rule());
        rule.show(now.rule(edits.rule()));
        symbols.show(now, edits.rule(), edits.symbol());
        blend.show(now);
        List<Message> notes = now.kept();
        kept.setVisible(!notes.isEmpty());
        kept.setManaged(!notes.isEmpty());
        kept.textProperty().bind(Texts.of("ui.style-kept", notes.size()));
        Tooltip tip = new Tooltip();
        tip.setText(notes.stream().map(Message::text).collect(Collectors.joining("\n")));
        kept.setTooltip(tip);
    }

    /** What a ramp is called. */
    static String title(ColourRamp ramp) {
        return TITLES.get(ramp);
    }

    private static <T extends Enum<T>> ComboBox<T> combo(String id, T[] values) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(values);
        box.setMaxWidth(Double.MAX_VALUE);
        Titles.show(box, value -> Message.of(TITLES.get(value)).text());
        return box;
    }

    /** Only rows in use lie in the grid: a hidden one would leave its gap. */
    private void arrange() {
        grid.getChildren().clear();
        int row = 0;
        for (int i = 0; i < controls.length; i++) {
            if (controls[i].isVisible()) {
                grid.addRow(row++, labels[i], boxes.getOrDefault(controls[i], controls[i]));
            }
        }
    }

    private void rows() {
        grid.setHgap(8);
        grid.setVgap(6);
        String[] keys = {
            "ui.style-row-mode", "ui.style-row-field", "ui.style-row-method", "ui.style-row-classes",
            "ui.style-row-breaks", "ui.style-row-ramp", "ui.style-row-reversed", "ui.style-row-colour",
            "ui.style-row-opacity", "ui.style-row-width", "ui.style-row-size"
        };
        for (int row = 0; row < controls.length; row++) {
            Label label = new Label();
            label.textProperty().bind(Texts.of(keys[row]));
            label.setLabelFor(controls[row]);
            SpokenName.give(controls[row], label.textProperty());
            label.setMinWidth(Region.USE_PREF_SIZE);
            labels[row] = label;
        }
    }

    private void listen() {
        mode.valueProperty()
                .addListener((property, before, now) ->
                        changed(entered(before == null ? now : before).as(now)));
        field.valueProperty().addListener((property, before, now) -> limitsAskedFor());
        method.valueProperty().addListener((property, before, now) -> limitsAskedFor());
        classes.valueProperty().addListener((property, before, now) -> limitsAskedFor());
        breaks.setOnAction(event -> changed());
        breaks.focusedProperty().addListener((property, before, now) -> changed());
        ramp.valueProperty().addListener((property, before, now) -> changed());
        reversed.selectedProperty().addListener((property, before, now) -> changed());
        colour.valueProperty().addListener((property, before, now) -> changed());
        for (Slider slider : new Slider[] {opacity, width, size}) {
            slider.valueProperty().addListener((property, before, now) -> {
                if (!slider.isValueChanging()) {
                    changed();
                }
            });
            slider.valueChangingProperty().addListener((property, before, now) -> changed());
        }
    }

    /** The user's own limits are those of one field: another field, method or number of classes asks for others. */
    private void limitsAskedFor() {
        if (!showing) {
            breaks.clear();
        }
        changed();
    }

    private void changed() {
        changed(entered(mode.getValue()));
    }

    private void changed(StyleForm entered) {
        if (showing || opacity.isValueChanging() || width.isValueChanging() || size.isValueChanging()) {
            return;
        }
        model.change(entered);
    }

    /** What stands in the form, of a kind that the box may no longer show. */
    private StyleForm entered(StyleForm.Mode kind) {
        return new StyleForm(
                kind,
                field.getValue(),
                method.getValue(),
                classes.getValue(),
                breaks.getText(),
                ramp.getValue(),
                reversed.isSelected(),
                ColourText.opaque(colour.getValue()),
                new ClassStyles.Look(
                        ValuedSlider.rounded(opacity), ValuedSlider.rounded(width), ValuedSlider.rounded(size)));
    }

    private void show(StyleForm form) {
        showing = true;
        mode.setValue(form.mode());
        field.setValue(form.field());
        method.setValue(form.method());
        classes.getValueFactory().setValue(form.classes());
        breaks.setText(form.breaks());
        ramp.setValue(form.ramp());
        reversed.setSelected(form.reversed());
        colour.setValue(Color.web(form.colour()));
        opacity.setValue(form.look().opacity());
        width.setValue(form.look().width());
        size.setValue(form.look().size());
        boolean graduated = form.mode() == StyleForm.Mode.GRADUATED;
        boolean single = form.mode() == StyleForm.Mode.SINGLE;
        field.setVisible(!single);
        ramp.setVisible(!single);
        reversed.setVisible(!single);
        colour.setVisible(single);
        method.setVisible(graduated);
        classes.setVisible(graduated);
        breaks.setVisible(graduated);
        size.setVisible(model.hasPoints());
        arrange();
        showing = false;
    }

    /** Limits that were dragged in the histogram become the user's own. */
    private void moved(List<Double> limits) {
        breaks.setText(limits.stream().map(ValueText::of).collect(Collectors.joining(", ")));
        changed();
    }

    /** What each class holds: colour, title, count, and a bar as long as its share. */
    private void classes(MadeStyle made) {
        found.getChildren().clear();
        histogram.show(made);
        if (made == null) {
            return;
        }
        long most =
                made.classes().stream().mapToLong(MadeStyle.Class::count).max().orElse(1);
        for (MadeStyle.Class each : made.classes()) {
            Rectangle swatch = new Rectangle(16, 12, Color.web(each.colour()));
            Label title = new Label();
            title.textProperty().bind(Texts.of(each.title()));
            Rectangle bar = new Rectangle(Math.max(1, BAR * each.count() / Math.max(1, most)), 8);
            bar.setFill(Color.web(each.colour()));
            found.getChildren().add(new HBox(6, swatch, title, bar, new Label(String.format("%,d", each.count()))));
        }
    }

    private Node buttons() {
        Button save = button("ui.style-save", () -> model.save(kept -> {}));
        // not the default button: Enter in a list or field must not write to the project
        save.getStyleClass().add("accent");
        save.disableProperty().bind(model.made().isNull());
        Button undo = button("ui.style-undo", model::undo);
        undo.disableProperty().bind(model.canUndo().not());
        Button redo = button("ui.style-redo", model::redo);
        redo.disableProperty().bind(model.canRedo().not());
        return new FlowPane(
                6,
                6,
                save,
                button("ui.style-cancel", model::cancel),
                undo,
                redo,
                button("ui.style-copy", () -> model.copy(StyleView::toClipboard)),
                button(
                        "ui.style-paste",
                        () -> model.paste(Clipboard.getSystemClipboard().getString())),
                button("ui.style-load", this::load),
                button("ui.style-export", this::export),
                button("ui.style-reset", model::reset));
    }

    private static void toClipboard(String sld) {
        ClipboardContent content = new ClipboardContent();
        content.putString(sld);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void load() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Message.of("ui.style-load").text());
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("SLD", "*.sld", "*.SLD"));
        File chosen = Maximized.through(getScene().getWindow(), chooser::showOpenDialog);
        if (chosen != null) {
            model.load(chosen.toPath());
        }
    }

    private void export() {
        new SavePlace("ui.style-export", layer.getValue() + ".sld")
                .kind("SLD", "sld")
                .ask(getScene().getWindow())
                .ifPresent(model::export);
    }

    private static Button button(String key, Runnable action) {
        Button button = Buttons.words(key, action);
        button.setId(key.substring("ui.".length()));
        return button;
    }
}
