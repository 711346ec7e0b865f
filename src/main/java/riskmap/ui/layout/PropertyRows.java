package riskmap.ui.layout;

import static riskmap.ui.layout.PropertyFields.area;
import static riskmap.ui.layout.PropertyFields.checkBox;
import static riskmap.ui.layout.PropertyFields.colourField;
import static riskmap.ui.layout.PropertyFields.comboBox;
import static riskmap.ui.layout.PropertyFields.field;
import static riskmap.ui.layout.PropertyFields.number;
import static riskmap.ui.layout.PropertyFields.numberField;
import static riskmap.ui.layout.PropertyFields.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import riskmap.base.Message;
import riskmap.map.Box;
import riskmap.map.GridLines;
import riskmap.map.InsetColours;
import riskmap.map.LayerChoice;
import riskmap.map.LineStyle;
import riskmap.map.LocalText;
import riskmap.map.MapLayer;
import riskmap.map.TextStyle;
import riskmap.ui.look.Buttons;
import riskmap.ui.look.ChoiceCell;
import riskmap.ui.look.Texts;

/** Rows of the property panel: a title and a field of {@link PropertyFields}. */
final class PropertyRows {
    private final Consumer<Object> changed;

    /**
     * Rows of one property.
     *
     * @param changed takes its new value
     */
    PropertyRows(Consumer<Object> changed) {
        this.changed = changed;
    }

    List<Node> plain(String name, String value) {
        return List.of(row(name, field(name, value, changed::accept)));
    }

    List<Node> number(String name, double value) {
        return List.of(row(name, numberField(name, value, changed::accept)));
    }

    List<Node> whole(String name, int value) {
        return List.of(row(name, numberField(name, value, number -> changed.accept((int) Math.round(number)))));
    }

    List<Node> flag(String name, boolean value) {
        return List.of(row(name, checkBox(name, value, changed::accept)));
    }

    List<Node> choice(String name, Object value, List<?> values) {
        return List.of(row(name, comboBox(name, value, values, changed::accept)));
    }

    List<Node> list(String name, List<?> values) {
        String text = String.join(", ", values.stream().map(String::valueOf).toList());
        boolean numbers = name.equals("extent");
        return List.of(row(name, field(name, text, entered -> {
            List<String> parts = split(entered);
            changed.accept(numbers ? parts.stream().map(PropertyFields::number).toList() : parts);
        })));
    }

    List<Node> words(String name, LocalText text) {
        return List.of(
                row(
                        name,
                        "zh",
                        area(
                                name + "-zh",
                                text.chinese(),
                                entered -> changed.accept(words(entered, text.english(), text)))),
                row(
                        name,
                        "en",
                        area(
                                name + "-en",
                                text.english(),
                                entered -> changed.accept(words(text.chinese(), entered, text)))));
    }

    /** A text that is the same in both languages stays so when its Chinese is changed. */
    private static Map<String, String> words(String chinese, String english, LocalText before) {
        boolean same = before.chinese().equals(before.english()) && !chinese.equals(before.chinese());
        Map<String, String> words = new LinkedHashMap<>();
        words.put("zh", chinese);
        words.put("en", same ? chinese : english);
        return words;
    }

    List<Node> box(Box box) {
        return List.of(
                pair(
                        row(
                                "x",
                                numberField(
                                        "x",
                                        box.x(),
                                        x -> changed.accept(new Box(x, box.y(), box.width(), box.height())))),
                        row(
                                "y",
                                numberField(
                                        "y",
                                        box.y(),
                                        y -> changed.accept(new Box(box.x(), y, box.width(), box.height()))))),
                pair(
                        row(
                                "width",
                                numberField(
                                        "width",
                                        box.width(),
                                        w -> changed.accept(new Box(box.x(), box.y(), w, box.height())))),
                        row(
                                "height",
                                numberField(
                                        "height",
                                        box.height(),
                                        h -> changed.accept(new Box(box.x(), box.y(), box.width(), h))))));
    }

    List<Node> text(String name, TextStyle style) {
        return List.of(
                row("size", numberField(name + "-size", style.size(), size -> changed.accept(style.withSize(size)))),
                row(
                        "colour",
                        colourField(
                                name + "-colour", style.colour(), colour -> changed.accept(style.withColour(colour)))),
                pair(
                        row(
                                "align",
                                comboBox(
                                        name + "-align",
                                        style.align(),
                                        Arrays.asList(TextStyle.Align.values()),
                                        align -> changed.accept(style.withAlign((TextStyle.Align) align)))),
                        row(
                                "vertical",
                                comboBox(
                                        name + "-vertical",
                                        style.vertical(),
                                        Arrays.asList(TextStyle.Vertical.values()),
                                        vertical ->
                                                changed.accept(style.withVertical((TextStyle.Vertical) vertical))))),
                row("bold", checkBox(name + "-bold", style.bold(), bold -> changed.accept(style.withBold(bold)))));
    }

    List<Node> line(String name, LineStyle line) {
        return List.of(
                row(
                        "line-width",
                        numberField(
                                name + "-width",
                                line.width(),
                                width -> changed.accept(new LineStyle(line.colour(), width, line.dash())))),
                row(
                        "colour",
                        colourField(
                                name + "-colour",
                                line.colour(),
                                colour -> changed.accept(new LineStyle(colour, line.width(), line.dash())))));
    }

    /** A colour, chosen or written; empty for none where the part may have none. */
    List<Node> colour(String name, String value) {
        return List.of(row(name, colourField(name, value, changed::accept)));
    }

    List<Node> colours(InsetColours colours) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("sea", colours.sea());
        parts.put("land", colours.land());
        parts.put("shore", colours.shore());
        parts.put("mark", colours.mark());
        parts.put("edge", colours.edge());
        List<Node> rows = new ArrayList<>();
        parts.forEach((name, value) -> rows.add(row(name, colourField(name, value, entered -> {
            Map<String, String> others = new LinkedHashMap<>(parts);
            others.put(name, entered);
            changed.accept(others);
        }))));
        return rows;
    }

    /** One of the layers of the map, or none. */
    List<Node> layer(String name, String value, List<MapLayer> map) {
        List<String> all = new ArrayList<>(List.of(""));
        map.forEach(layer -> all.add(layer.id()));
        if (!all.contains(value)) {
            all.add(value);
        }
        ComboBox<String> box = new ComboBox<>();
        box.setId("layout-" + name);
        box.getItems().setAll(all);
        box.setMaxWidth(Double.MAX_VALUE);
        ChoiceCell.use(
                box, id -> id.isEmpty() ? Message.of("ui.layout-no-layer").text() : title(id, map));
        box.setValue(value);
        box.valueProperty().addListener((property, was, now) -> changed.accept(now));
        return List.of(row(name, box));
    }

    /** Several of the layers of the map, in the order in which they were ticked. */
    List<Node> layers(String name, List<String> held, List<MapLayer> map) {
        List<String> all = map.stream().map(MapLayer::id).toList();
        return List.of(row(name, new SeveralOf("layout-" + name, held, all, id -> title(id, map), changed::accept)));
    }

    /** Several of the values that there are, in the order in which they were ticked. */
    List<Node> several(String name, List<String> held, List<String> all) {
        return List.of(row(name, new SeveralOf("layout-" + name, held, all, id -> id, changed::accept)));
    }

    private static String title(String id, List<MapLayer> map) {
        return map.stream()
                .filter(layer -> layer.id().equals(id))
                .map(MapLayer::title)
                .findFirst()
                .orElse(id);
    }

    /** The layers of a map frame: said in short, chosen in a dialog. */
    List<Node> layers(LayerChoice layers, Consumer<Consumer<Object>> dialog) {
        int chosen = layers.only().size() + layers.also().size();
        Button open = Buttons.words(
                chosen == 0 ? Texts.of("ui.layout-layers-visible") : Texts.of("ui.layout-layers-some", chosen),
                () -> dialog.accept(changed));
        open.setId("layout-layers");
        open.setMinWidth(0);
        open.setMaxWidth(Double.MAX_VALUE);
        return List.of(row("layers", open));
    }

    /** What each line of signatures is for: a line of text each. */
    List<Node> lines(String name, List<LocalText> entries) {
        String chinese =
                String.join("\n", entries.stream().map(LocalText::chinese).toList());
        String english =
                String.join("\n", entries.stream().map(LocalText::english).toList());
        return List.of(
                row(name, "zh", area(name + "-zh", chinese, text -> changed.accept(entries(text, english)))),
                row(name, "en", area(name + "-en", english, text -> changed.accept(entries(chinese, text)))));
    }

    private static List<Map<String, String>> entries(String chinese, String english) {
        List<String> zh = chinese.lines().map(String::strip).toList();
        List<String> en = english.lines().map(String::strip).toList();
        List<Map<String, String>> entries = new ArrayList<>();
        for (int i = 0; i < Math.max(zh.size(), en.size()); i++) {
            String one = i < zh.size() ? zh.get(i) : "";
            String other = i < en.size() ? en.get(i) : "";
            if (!one.isEmpty() || !other.isEmpty()) {
                entries.add(Map.of("zh", one.isEmpty() ? other : one, "en", other.isEmpty() ? one : other));
            }
        }
        return entries;
    }

    /** A file, chosen or written. */
    List<Node> file(String name, String value, Supplier<String> chooser) {
        Node field = field(name, value, changed::accept);
        Button choose = new Button("…");
        choose.setId("layout-" + name + "-choose");
        choose.accessibleTextProperty().bind(Texts.of("ui.layout-choose-picture"));
        choose.setOnAction(event -> {
            String chosen = chooser.get();
            if (!chosen.isEmpty()) {
                changed.accept(chosen);
            }
        });
        HBox both = new HBox(field, choose);
        HBox.setHgrow(field, Priority.ALWAYS);
        return List.of(row(name, both));
    }

    /** Whether lines of each kind are drawn. */
    List<Node> grids(List<GridLines> grids) {
        List<Node> rows = new ArrayList<>();
        for (GridLines.Kind kind : GridLines.Kind.values()) {
            boolean there = grids.stream().anyMatch(grid -> grid.kind() == kind);
            rows.add(row(
                    "grid-" + kind.name().toLowerCase(Locale.ROOT),
                    checkBox("grid-" + kind.name().toLowerCase(Locale.ROOT), there, on -> {
                        List<GridLines> now = new ArrayList<>(grids);
                        now.removeIf(grid -> grid.kind() == kind);
                        if (on) {
                            now.add(new GridLines(kind, 0, true, null, null));
                        }
                        changed.accept(now);
                    })));
        }
        return rows;
    }

    private static Node row(String name, Node field) {
        return row(name, "", field);
    }

    private static Node row(String name, String suffix, Node field) {
        Label label = new Label();
        label.textProperty().bind(Texts.of("ui.layout-part-" + name).concat(suffix.isEmpty() ? "" : " " + suffix));
        label.getStyleClass().add("layout-part");
        label.setLabelFor(field);
        HBox row = new HBox(label, field);
        row.getStyleClass().add("layout-row");
        HBox.setHgrow(field, Priority.ALWAYS);
        return row;
    }

    private static Node pair(Node left, Node right) {
        HBox pair = new HBox(left, right);
        pair.getStyleClass().add("layout-pair");
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        return pair;
    }
}
