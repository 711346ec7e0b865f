package riskmap.ui;

import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import riskmap.ui.edit.Fids;
import riskmap.ui.edit.SelectionViewModel;
import riskmap.ui.look.Texts;
import riskmap.ui.query.CrossTableView;
import riskmap.ui.query.CrossTableViewModel;
import riskmap.ui.table.AttributeTableView;
import riskmap.ui.table.ColumnWidths;
import riskmap.ui.table.ResultTableView;
import riskmap.ui.table.TablesViewModel;

/** The open tables at the bottom of the window, one tab each. */
final class TablesPane extends TabPane {
    private final TablesViewModel model;

    /** Whether the user has asked for a table and done nothing else since. */
    private boolean awaited;

    /** Whether another tab is selected for a moment only. */
    private boolean scrolling;

    /** @param around the window's content: what the user does in it instead of waiting for a table is seen there */
    TablesPane(WindowViewModel window, Node around) {
        this.model = window.tables();
        setId("tables");
        setTabClosingPolicy(TabClosingPolicy.ALL_TABS);
        getStyleClass().add("panel-tabs");
        model.open().addListener((ListChangeListener<TablesViewModel.OpenTable>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(table -> {
                    getTabs().removeIf(tab -> tab.getUserData() == table);
                    window.crossTables().remove(table.results());
                });
                change.getAddedSubList().forEach(table -> getTabs().add(tab(table, window)));
            }
        });
        model.front().addListener((property, before, now) -> getTabs().stream()
                .filter(tab -> tab.getUserData() == now)
                .forEach(getSelectionModel()::select));
        getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !scrolling) {
                model.front().set((TablesViewModel.OpenTable) now.getUserData());
            }
        });
        model.onWanted(() -> awaited = true, this::giveKeyboard);
        EventHandler<InputEvent> goesOn = event -> awaited = false;
        around.addEventFilter(KeyEvent.KEY_PRESSED, goesOn);
        around.addEventFilter(MouseEvent.MOUSE_PRESSED, goesOn);
        Texts.follow(this, () -> Platform.runLater(this::scrollToFront));
        window.selection().all().addListener(property -> getTabs().forEach(tab -> {
            if (tab.getContent() instanceof AttributeTableView view) {
                String layer = ((TablesViewModel.OpenTable) tab.getUserData()).layer();
                view.showSelected(window.selection().of(layer));
            }
        }));
        window.project().document().addListener(property -> getTabs().forEach(tab -> {
            if (tab.getContent() instanceof CrossTableView view
                    && window.project().document().get() != null) {
                view.coloursChanged();
            }
        }));
        window.identify().chosen().addListener((property, before, now) -> {
            if (now != null) {
                reveal(now.layerId(), now.id());
            }
        });
    }

    /**
     * A table is opened to go through its rows; one that a run brings leaves the keyboard where it is, and so does one that
     * comes when the user has gone on: what is typed there must not land in the table.
     */
    private void giveKeyboard(TablesViewModel.OpenTable table) {
        for (Tab tab : getTabs()) {
            if (tab.getUserData() == table && tab.getContent() instanceof AttributeTableView view) {
                view.takeKeyboard(() -> awaited);
            }
        }
    }

    private Tab tab(TablesViewModel.OpenTable table, WindowViewModel window) {
        Tab tab = new Tab();
        tab.textProperty().bind(table.title());
        tab.setUserData(table);
        // a table is built when it is first looked at: a run brings several at once
        tab.selectedProperty().addListener((property, before, now) -> {
            if (now && tab.getContent() == null && !scrolling) {
                tab.setContent(content(table, window));
            }
        });
        tab.setOnCloseRequest(event -> {
            model.close(table);
            event.consume();
        });
        MenuItem others = item("ui.table-close-others", () -> model.closeOthers(table));
        ContextMenu menu = new ContextMenu(
                item("ui.close", () -> model.close(table)), others, item("ui.table-close-all", model::closeAll));
        menu.setOnShowing(event -> others.setDisable(model.open().size() < 2));
        tab.setContextMenu(menu);
        return tab;
    }

    /** Titles of another length push the tab in front out of the bar, which is scrolled only when a tab is selected. */
    private void scrollToFront() {
        int front = getSelectionModel().getSelectedIndex();
        if (front > 0) {
            scrolling = true;
            applyCss();
            layout();
            getSelectionModel().select(front - 1);
            getSelectionModel().select(front);
            scrolling = false;
        }
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(Texts.of(text));
        item.setOnAction(event -> action.run());
        return item;
    }

    private Node content(TablesViewModel.OpenTable table, WindowViewModel window) {
        if (table.rows() == null) {
            CrossTableViewModel cross = window.crossTables().get(table.results());
            return cross == null ? new ResultTableView(table.results()) : new CrossTableView(cross);
        }
        AttributeTableView view = new AttributeTableView(
                table.rows(),
                model.edits(table, window.editing()),
                ColumnWidths.of(table.layer(), window.preferences()::choice, window.preferences()::choose));
        SelectionViewModel selection = window.selection();
        view.onSelect(ids -> selection.set(table.layer(), Fids.of(ids)));
        view.showSelected(selection.of(table.layer()));
        view.onActivate(ids -> model.zoomTo(table.rows(), ids, window.map()::zoomTo));
        return view;
    }

    private void reveal(String layerId, String featureId) {
        for (Tab tab : getTabs()) {
            if (tab.getContent() instanceof AttributeTableView view
                    && ((TablesViewModel.OpenTable) tab.getUserData()).key().equals(layerId)) {
                view.reveal(featureId);
            }
        }
    }
}
