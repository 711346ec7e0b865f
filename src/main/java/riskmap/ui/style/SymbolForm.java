package riskmap.ui.style;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import riskmap.base.Message;
import riskmap.style.SldDocument;
import riskmap.style.SymbolField;
import riskmap.ui.look.Buttons;
import riskmap.ui.look.Icons;
import riskmap.ui.look.SpokenName;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;
import riskmap.ui.look.Titles;

/** The symbols of a rule, drawn one over the other, and the fields of the one that is chosen. */
final class SymbolForm extends VBox {
    private static final List<String> KINDS =
            List.of("PolygonSymbolizer", "LineSymbolizer", "PointSymbolizer", "TextSymbolizer", "RasterSymbolizer");

    /** Pixels for the longest word of a label. */
    private static final double LEAST_LABEL = 68;

    private final RuleEdits edits;
    private final ComboBox<Integer> symbol = new ComboBox<>();
    private final GridPane grid = new GridPane();
    private final List<SymbolControl> controls = new ArrayList<>();
    private final VBox stops = new VBox(10);
    private final StopsMaker maker;
    private List<String> kinds = List.of();
    private String shownKind = "";
    private boolean showing;

    SymbolForm(RuleEdits edits) {
        super(6);
        this.edits = edits;
        maker = new StopsMaker(edits);
        symbol.setId("style-symbol");
        SpokenName.give(symbol, Texts.of("ui.style-symbol"));
        symbol.setMaxWidth(Double.MAX_VALUE);
        Titles.show(symbol, this::title);
        symbol.valueProperty().addListener((property, before, now) -> {
            if (!showing && now != null) {
                edits.selectSymbol(now);
            }
        });
        MenuButton add = new MenuButton();
        add.setId("style-symbol-add");
        add.textProperty().bind(Texts.of("ui.style-symbol-add"));
        for (String kind : KINDS.subList(0, KINDS.size() - 1)) {
            MenuItem item = new MenuItem();
            item.setId("style-symbol-add-" + kind);
            item.textProperty().bind(Texts.of(key(kind)));
            item.setOnAction(event -> edits.addSymbol(kind));
            add.getItems().add(item);
        }
        add.setVisible(edits.type() != null);
        add.setManaged(edits.type() != null);
        grid.setHgap(8);
        grid.setVgap(6);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(new ColumnConstraints(), wide);
        getChildren()
                .setAll(
                        symbol,
                        new FlowPane(
                                4,
                                4,
                                add,
                                button("ui.style-symbol-remove", edits::removeSymbol),
                                // side by side, also where there is no room for both in the first line
                                new HBox(
                                        4,
                                        step("ui.style-symbol-lower", MaterialDesignA.ARROW_DOWN, -1),
                                        step("ui.style-symbol-upper", MaterialDesignA.ARROW_UP, 1))),
                        grid,
                        stops);
    }

    /** An arrow: words would not all have room in one line. */
    private Button step(String key, Ikon icon, int by) {
        Button button = new Button(null, Icons.of(icon, 16));
        button.setId(key.substring("ui.".length()));
        Tips.name(button, key);
        button.setOnAction(event -> edits.moveSymbol(by));
        return button;
    }

    private static Button button(String key, Runnable action) {
        Button button = Buttons.words(key, action);
        button.setId(key.substring("ui.".length()));
        return button;
    }

    private static String key(String kind) {
        return switch (kind) {
            case "PolygonSymbolizer" -> "ui.style-symbol-polygon";
            case "LineSymbolizer" -> "ui.style-symbol-line";
            case "PointSymbolizer" -> "ui.style-symbol-point";
            case "TextSymbolizer" -> "ui.style-symbol-text";
            case "RasterSymbolizer" -> "ui.style-symbol-raster";
            default -> "ui.style-symbol-kept";
        };
    }

    private String title(Integer index) {
        // the box still shows its former value while it is given others
        return index >= kinds.size()
                ? ""
                : index + 1 + " · " + Message.of(key(kinds.get(index))).text();
    }

    void show(SldDocument document, int rule, int selected) {
        showing = true;
        kinds = document.symbols(rule);
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            all.add(i);
        }
        symbol.getItems().setAll(all);
        symbol.setValue(kinds.isEmpty() ? null : selected);
        String kind = kinds.isEmpty() ? "" : kinds.get(selected);
        if (!kind.equals(shownKind)) {
            build(kind);
        }
        for (SymbolControl control : controls) {
            control.show(document.value(rule, selected, control.field()));
        }
        stops.getChildren().clear();
        if (kind.equals("RasterSymbolizer")) {
            stops.getChildren().setAll(maker, new StopsView(edits, document.stops(rule, selected)));
        }
        showing = false;
    }

    /** Controls are made anew only for another kind of symbol: who types in one keeps it. */
    private void build(String kind) {
        shownKind = kind;
        controls.clear();
        grid.getChildren().clear();
        int row = 0;
        for (SymbolField field : SymbolField.of(kind)) {
            SymbolControl control = new SymbolControl(field, edits);
            Label label = new Label();
            label.textProperty().bind(Texts.of(SymbolControl.title(field)));
            // a long word takes two lines rather than push what it names out of the panel
            label.setWrapText(true);
            label.setMinWidth(LEAST_LABEL);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.setLabelFor(control.node());
            SpokenName.give(control.node(), label.textProperty());
            controls.add(control);
            grid.addRow(row++, label, control.node());
        }
    }
}
