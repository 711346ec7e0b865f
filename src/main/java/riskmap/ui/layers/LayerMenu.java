package riskmap.ui.layers;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Texts;

/** The context menu of a layer. */
final class LayerMenu {
    private LayerMenu() {}

    static ContextMenu of(LayersViewModel model, LayerNode node) {
        ContextMenu menu = new ContextMenu();
        menu.getItems()
                .addAll(
                        item("ui.layer-zoom", MaterialDesignM.MAGNIFY_SCAN, () -> model.actions()
                                .zoomTo(node.id())),
                        item("ui.layer-table", MaterialDesignT.TABLE, () -> model.actions()
                                .openTable(node.id())),
                        item("ui.layer-style", MaterialDesignP.PALETTE_OUTLINE, () -> model.actions()
                                .editStyle(node.id())),
                        item("ui.layer-only", MaterialDesignE.EYE_OUTLINE, () -> model.showOnly(node)),
                        new SeparatorMenuItem(),
                        item("ui.layer-up", MaterialDesignA.ARROW_UP, () -> model.shift(node.id(), true)),
                        item("ui.layer-down", MaterialDesignA.ARROW_DOWN, () -> model.shift(node.id(), false)),
                        new SeparatorMenuItem(),
                        opacity(model, node),
                        new SeparatorMenuItem(),
                        item("ui.layer-remove", MaterialDesignT.TRASH_CAN_OUTLINE, () -> model.remove(node)));
        return menu;
    }

    private static MenuItem item(String text, Ikon icon, Runnable action) {
        MenuItem item = new MenuItem(null, Icons.of(icon, 16));
        item.textProperty().bind(Texts.of(text));
        item.setOnAction(event -> action.run());
        return item;
    }

    private static CustomMenuItem opacity(LayersViewModel model, LayerNode node) {
        Label title = new Label();
        title.textProperty().bind(Texts.of("ui.layer-opacity"));
        Slider slider = new Slider(0, 1, node.opacity().get());
        slider.valueProperty().addListener((property, before, now) -> model.setOpacity(node, now.doubleValue()));
        HBox box = new HBox(8, title, slider);
        CustomMenuItem item = new CustomMenuItem(box, false);
        return item;
    }
}
