package riskmap.ui;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Texts;
import riskmap.ui.project.PlainTable;

/** The tables of the project that no map layer shows, each to be opened; grey while there are none. */
final class PlainTablesMenu extends Menu {
    private final WindowViewModel model;

    PlainTablesMenu(WindowViewModel model) {
        this.model = model;
        setId("menu-plain-tables");
        setGraphic(Icons.of(MaterialDesignT.TABLE_MULTIPLE, 16));
        textProperty().bind(Texts.of("ui.menu-tables"));
        model.project().plainTables().addListener((property, before, now) -> fill(now));
        fill(model.project().plainTables().get());
    }

    private void fill(List<PlainTable> tables) {
        setDisable(tables.isEmpty());
        getItems().setAll(tables.stream().map(this::item).toList());
    }

    private MenuItem item(PlainTable table) {
        MenuItem item = new MenuItem();
        item.setMnemonicParsing(false);
        item.textProperty().bind(Bindings.createStringBinding(table::text, Texts.language()));
        item.setOnAction(event -> model.openTable(table));
        return item;
    }
}
