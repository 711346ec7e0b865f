package riskmap.ui.edit;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Side;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import riskmap.base.Message;
import riskmap.data.LayerData;
import riskmap.geo.snap.SnapKind;
import riskmap.render.PaintLayer;
import riskmap.ui.canvas.MapContent;
import riskmap.ui.look.Tips;

/** The settings of snapping behind the magnet: kinds, tolerance in pixels, layers. Built anew each time it opens. */
public final class SnapMenu extends MenuButton {
    private static final int[] TOLERANCES = {5, 8, 10, 12, 15, 20, 30};

    private final SnappingViewModel settings;
    private final ObservableValue<MapContent> content;
    private final java.util.function.Function<String, String> titles;

    /**
     * Makes the menu.
     *
     * @param content the layers in sight
     * @param titles what a map layer is called, by its id
     */
    public SnapMenu(
            SnappingViewModel settings,
            ObservableValue<MapContent> content,
            java.util.function.Function<String, String> titles) {
        this.settings = settings;
        this.content = content;
        this.titles = titles;
        setId("snap-settings");
        getStyleClass().addAll("flat", "snap-settings");
        setPopupSide(Side.BOTTOM);
        setFocusTraversable(false);
        Tips.name(this, "ui.snap-settings");
        // a menu without items would not open
        getItems().add(new MenuItem());
        setOnShowing(event -> fill());
        fill();
    }

    private void fill() {
        getItems().clear();
        for (SnapKind kind : SnapKind.values()) {
            CheckMenuItem item = new CheckMenuItem(SnapMark.name(kind).text());
            item.setId("snap-" + kind.name().toLowerCase(java.util.Locale.ROOT));
            item.setSelected(settings.kinds().get().contains(kind));
            item.setOnAction(event -> settings.use(kind, item.isSelected()));
            getItems().add(item);
        }
        getItems().addAll(new SeparatorMenuItem(), tolerances(), new SeparatorMenuItem());
        CheckMenuItem only = new CheckMenuItem(Message.of("ui.snap-edited-only").text());
        only.setSelected(settings.editedOnly().get());
        only.setOnAction(event -> settings.editedOnly().set(only.isSelected()));
        getItems().addAll(only, layers());
    }

    private Menu tolerances() {
        Menu menu = new Menu(
                Message.of("ui.snap-tolerance", settings.tolerancePixels().get())
                        .text());
        ToggleGroup group = new ToggleGroup();
        for (int pixels : TOLERANCES) {
            RadioMenuItem item =
                    new RadioMenuItem(Message.of("ui.snap-pixels", pixels).text());
            item.setToggleGroup(group);
            item.setSelected(pixels == settings.tolerancePixels().get());
            item.setOnAction(event -> settings.tolerancePixels().set(pixels));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu layers() {
        Menu menu = new Menu(Message.of("ui.snap-layers").text());
        menu.setDisable(settings.editedOnly().get());
        for (int i = content.getValue().layers().size() - 1; i >= 0; i--) {
            PaintLayer layer = content.getValue().layers().get(i);
            if (layer.data() instanceof LayerData.Features) {
                CheckMenuItem item = new CheckMenuItem(titles.apply(layer.id()));
                item.setMnemonicParsing(false);
                item.setSelected(!settings.leftOut().get().contains(layer.id()));
                item.setOnAction(event -> settings.use(layer.id(), item.isSelected()));
                menu.getItems().add(item);
            }
        }
        return menu;
    }
}
