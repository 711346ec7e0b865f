package riskmap.ui.layout;

import java.io.File;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import riskmap.base.Message;
import riskmap.map.Box;
import riskmap.map.GridLines;
import riskmap.map.InsetColours;
import riskmap.map.LayerChoice;
import riskmap.map.LayoutItem;
import riskmap.map.LayoutItems;
import riskmap.map.LineStyle;
import riskmap.map.LocalText;
import riskmap.map.TextStyle;
import riskmap.ui.look.Maximized;
import riskmap.ui.look.Texts;

/**
 * The properties of the selected item: a field for every part of its record, by the part's type, so that a kind of item
 * that is added can be edited at once.
 */
final class ItemPanel extends VBox {
    /** Parts that only files set: coordinates of schematic land and the places of names on it. */
    private static final Set<String> IN_FILES = Set.of("land", "names");

    /** Parts that name one layer or several. */
    private static final Set<String> LAYERS = Set.of("fit", "mask", "first", "areas", "without");

    private static final Set<String> COLOURS = Set.of("background", "fill");

    private final LayoutViewModel model;
    private String shown = "";

    ItemPanel(LayoutViewModel model) {
        this.model = model;
        setId("layout-properties");
        getStyleClass().add("layout-properties");
        model.selected().addListener((property, old, now) -> fill());
        model.layout().addListener((property, old, now) -> fill());
        Texts.follow(this, this::fill);
        fill();
    }

    private void fill() {
        Set<String> selected = model.selected().get();
        LayoutItem item = selected.size() == 1
                ? model.layout().get().item(selected.iterator().next()).orElse(null)
                : null;
        String now = item == null
                ? "" + selected.size()
                : item + Texts.language().get().code();
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        getChildren().clear();
        Label head = new Label();
        head.getStyleClass().add("layout-heading");
        head.setText(
                item == null
                        ? Message.of(selected.isEmpty() ? "ui.layout-nothing" : "ui.layout-several", selected.size())
                                .text()
                        : Message.of("ui.layout-kind-" + LayoutItems.kind(item)).text());
        getChildren().add(head);
        if (item != null) {
            for (RecordComponent part : item.getClass().getRecordComponents()) {
                if (!IN_FILES.contains(part.getName())) {
                    getChildren().addAll(rows(item, part));
                }
            }
        }
    }

    private static Object value(Object of, RecordComponent part) {
        try {
            return part.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Node> rows(LayoutItem item, RecordComponent part) {
        String name = part.getName();
        Object value = value(item, part);
        PropertyRows rows = new PropertyRows(changed -> model.set(item.id(), name, changed));
        if (value instanceof Box box) {
            return rows.box(box);
        } else if (value instanceof TextStyle style) {
            return rows.text(name, style);
        } else if (value instanceof LineStyle line) {
            return rows.line(name, line);
        } else if (value instanceof LocalText text) {
            return rows.words(name, text);
        } else if (value instanceof InsetColours colours) {
            return rows.colours(colours);
        } else if (value instanceof LayerChoice layers) {
            return rows.layers(layers, taken -> choose(layers, taken));
        } else if (part.getType().isEnum()) {
            return rows.choice(name, value, Arrays.asList(part.getType().getEnumConstants()));
        } else if (value instanceof Boolean flag) {
            return rows.flag(name, flag);
        } else if (value instanceof Number number) {
            return part.getType() == int.class
                    ? rows.whole(name, number.intValue())
                    : rows.number(name, number.doubleValue());
        } else if (name.equals("grids")) {
            return rows.grids(grids(value));
        } else if (name.equals("frame")) {
            return rows.choice(
                    name,
                    value,
                    model.layout().get().frames().stream()
                            .map(frame -> (Object) frame.id())
                            .toList());
        } else if (item instanceof LayoutItem.Signatures signatures && name.equals("entries")) {
            return rows.lines(name, signatures.entries());
        } else if (item instanceof LayoutItem.Picture picture && name.equals("file")) {
            return rows.file(name, picture.file(), this::picture);
        } else if (LAYERS.contains(name) && value instanceof String layer) {
            return rows.layer(name, layer, model.layers());
        } else if (LAYERS.contains(name) && value instanceof List<?>) {
            return rows.layers(name, texts(value), model.layers());
        } else if (name.equals("marks")) {
            return rows.several(
                    name,
                    texts(value),
                    model.layout().get().frames().stream()
                            .map(LayoutItem.MapFrame::id)
                            .filter(frame -> !frame.equals(item.id()))
                            .toList());
        } else if (COLOURS.contains(name) && value instanceof String colour) {
            return rows.colour(name, colour);
        } else if (value instanceof List<?> list) {
            return rows.list(name, list);
        }
        return rows.plain(name, value == null ? "" : value.toString());
    }

    private void choose(LayerChoice layers, Consumer<Object> taken) {
        new FrameLayersDialog(getScene().getWindow(), new FrameLayers(layers, model.layers()), model.styles())
                .ask()
                .ifPresent(taken);
    }

    /** A picture file chosen by the user, as the layout names it; empty for none. */
    private String picture() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Message.of("ui.layout-choose-picture").text());
        chooser.setInitialDirectory(model.folder().toFile());
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        Message.of("ui.layout-pictures").text(), "*.png", "*.jpg", "*.jpeg", "*.svg"));
        File chosen = Maximized.through(getScene().getWindow(), chooser::showOpenDialog);
        return chosen == null ? "" : model.pictureName(chosen.toPath());
    }

    private static List<String> texts(Object value) {
        return ((List<?>) value).stream().map(String.class::cast).toList();
    }

    private static List<GridLines> grids(Object value) {
        List<GridLines> grids = new ArrayList<>();
        for (Object one : (List<?>) value) {
            grids.add((GridLines) one);
        }
        return grids;
    }
}
