package riskmap.ui.layout;

import java.io.File;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TextInputDialog;
import javafx.scene.control.ToolBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import riskmap.base.Message;
import riskmap.map.Layout;
import riskmap.map.LayoutItem;
import riskmap.map.LayoutItems;
import riskmap.ui.look.Buttons;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.Look;
import riskmap.ui.look.Maximized;
import riskmap.ui.look.SavePlace;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Waiting;

/**
 * The window of the layout editor: commands above, the items at the left, the page in the middle, the properties of the
 * selected item at the right, the state of the page below.
 */
public final class LayoutEditor {
    private static final Duration REST = Duration.millis(300);

    private final LayoutViewModel model;
    private final Stage stage = new Stage();
    private final PageView page;
    private final ScrollPane scroll = new ScrollPane();
    private final ListView<String> items = new ListView<>();
    private final PauseTransition rest = new PauseTransition(REST);
    private boolean listing;

    /** Makes the window. */
    public LayoutEditor(Window owner, LayoutViewModel model) {
        this.model = model;
        this.page = new PageView(model);
        BorderPane root = new BorderPane();
        root.getStyleClass().add("layout-editor");
        root.setId("layout-editor");
        root.setTop(new VBox(fileBar(), itemBar()));
        root.setCenter(middle());
        root.setBottom(status());
        Scene scene = new Scene(root, 1280, 720);
        Look.dress(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        stage.initOwner(owner);
        stage.setScene(scene);
        title();
        model.layout().addListener((property, old, now) -> {
            title();
            list();
            rest.playFromStart();
        });
        model.unsaved().addListener(property -> title());
        model.page().addListener(property -> rest.playFromStart());
        model.selected().addListener((property, old, now) -> list());
        Texts.follow(root, this::title);
        rest.setOnFinished(event -> model.refresh());
        stage.setOnCloseRequest(event -> {
            if (model.unsaved().get() && !leave()) {
                event.consume();
            }
        });
        stage.setOnHidden(event -> model.close());
        list();
    }

    /** Shows it, the page fitted to the window. */
    public void show() {
        stage.show();
        Platform.runLater(this::fit);
        model.refresh();
    }

    /** The window itself. */
    public Stage stage() {
        return stage;
    }

    private void title() {
        Layout layout = model.layout().get();
        stage.setTitle((model.unsaved().get() ? "● " : "")
                + layout.title().text(Texts.language().get()) + " – "
                + Message.of("ui.layout-editor").text(Texts.language().get()));
    }

    private Node middle() {
        StackPane desk = new StackPane(new Group(page));
        desk.getStyleClass().add("layout-desk");
        scroll.setContent(desk);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setId("layout-scroll");
        items.setId("layout-items");
        items.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        items.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(String id, boolean empty) {
                super.updateItem(id, empty);
                LayoutItem item = empty ? null : model.layout().get().item(id).orElse(null);
                setText(
                        item == null
                                ? ""
                                : id + "  "
                                        + Message.of("ui.layout-kind-" + LayoutItems.kind(item))
                                                .text());
            }
        });
        items.getSelectionModel().getSelectedItems().addListener((javafx.collections.ListChangeListener<String>)
                change -> {
                    if (!listing) {
                        model.select(Set.copyOf(items.getSelectionModel().getSelectedItems().stream()
                                .filter(java.util.Objects::nonNull)
                                .toList()));
                    }
                });
        ScrollPane properties = new ScrollPane(new ItemPanel(model));
        properties.setFitToWidth(true);
        SplitPane split = new SplitPane(items, scroll, properties);
        SplitPane.setResizableWithParent(items, false);
        SplitPane.setResizableWithParent(properties, false);
        split.setDividerPositions(0.14, 0.72);
        return split;
    }

    /** The items in the list, the topmost first, the selected ones marked. */
    private void list() {
        listing = true;
        List<String> ids =
                model.layout().get().items().stream().map(LayoutItem::id).collect(Collectors.toList());
        java.util.Collections.reverse(ids);
        if (!items.getItems().equals(ids)) {
            items.getItems().setAll(ids);
        }
        items.getSelectionModel().clearSelection();
        model.selected().get().forEach(id -> items.getSelectionModel().select(id));
        listing = false;
    }

    private Node fileBar() {
        ToolBar bar = new ToolBar(
                button("open", MaterialDesignF.FOLDER_OPEN_OUTLINE, this::open),
                button("open-file", MaterialDesignF.FILE_IMPORT_OUTLINE, this::openFile),
                button("save", MaterialDesignC.CONTENT_SAVE_OUTLINE, this::save),
                button("page", MaterialDesignF.FILE_DOCUMENT_EDIT_OUTLINE, () -> new PageSetup(stage, model).show()),
                button("print", MaterialDesignP.PRINTER_OUTLINE, this::print),
                new Separator(Orientation.VERTICAL),
                when(button("undo", MaterialDesignU.UNDO, model::undo), model.canUndo()),
                when(button("redo", MaterialDesignR.REDO, model::redo), model.canRedo()),
                new Separator(Orientation.VERTICAL),
                button("zoom-in", MaterialDesignM.MAGNIFY_PLUS_OUTLINE, () -> zoom(1.25)),
                button("zoom-out", MaterialDesignM.MAGNIFY_MINUS_OUTLINE, () -> zoom(0.8)),
                button("zoom-fit", MaterialDesignF.FIT_TO_PAGE_OUTLINE, this::fit),
                new Separator(Orientation.VERTICAL),
                button("page-back", MaterialDesignC.CHEVRON_LEFT, () -> turn(-1)),
                button("page-forth", MaterialDesignC.CHEVRON_RIGHT, () -> turn(1)));
        bar.setId("layout-file-bar");
        return bar;
    }

    private Node itemBar() {
        ComboBox<String> kinds = new ComboBox<>();
        kinds.setId("layout-add");
        kinds.promptTextProperty().bind(Texts.of("ui.layout-add"));
        kinds.getItems().setAll(LayoutItems.kinds());
        kinds.setCellFactory(view -> kindCell());
        kinds.setButtonCell(kindCell());
        kinds.setVisibleRowCount(LayoutItems.kinds().size());
        kinds.valueProperty().addListener((property, old, now) -> {
            if (now != null) {
                page.kind().set(now);
                page.requestFocus();
            }
        });
        page.kind().addListener((property, old, now) -> {
            if (now.isEmpty()) {
                kinds.setValue(null);
            }
        });
        ToolBar bar = new ToolBar(
                kinds,
                button("duplicate", MaterialDesignC.CONTENT_DUPLICATE, model::duplicate),
                button("delete", MaterialDesignD.DELETE_OUTLINE, model::delete),
                new Separator(Orientation.VERTICAL),
                align("align-left", MaterialDesignA.ALIGN_HORIZONTAL_LEFT, Arrangement.Align.LEFT),
                align("align-centre", MaterialDesignA.ALIGN_HORIZONTAL_CENTER, Arrangement.Align.CENTRE),
                align("align-right", MaterialDesignA.ALIGN_HORIZONTAL_RIGHT, Arrangement.Align.RIGHT),
                align("align-top", MaterialDesignA.ALIGN_VERTICAL_TOP, Arrangement.Align.TOP),
                align("align-middle", MaterialDesignA.ALIGN_VERTICAL_CENTER, Arrangement.Align.MIDDLE),
                align("align-bottom", MaterialDesignA.ALIGN_VERTICAL_BOTTOM, Arrangement.Align.BOTTOM),
                align("spread-across", MaterialDesignD.DISTRIBUTE_HORIZONTAL_CENTER, Arrangement.Align.SPREAD_ACROSS),
                align("spread-down", MaterialDesignD.DISTRIBUTE_VERTICAL_CENTER, Arrangement.Align.SPREAD_DOWN),
                new Separator(Orientation.VERTICAL),
                button("to-front", MaterialDesignA.ARRANGE_BRING_TO_FRONT, () -> model.raise(true, true)),
                button("forward", MaterialDesignA.ARRANGE_BRING_FORWARD, () -> model.raise(true, false)),
                button("backward", MaterialDesignA.ARRANGE_SEND_BACKWARD, () -> model.raise(false, false)),
                button("to-back", MaterialDesignA.ARRANGE_SEND_TO_BACK, () -> model.raise(false, true)));
        bar.setId("layout-item-bar");
        return bar;
    }

    private static ListCell<String> kindCell() {
        return new ListCell<>() {
            @Override
            protected void updateItem(String kind, boolean empty) {
                super.updateItem(kind, empty);
                setText(
                        empty || kind == null
                                ? Message.of("ui.layout-add").text()
                                : Message.of("ui.layout-kind-" + kind).text());
            }
        };
    }

    private Node align(String id, Ikon icon, Arrangement.Align how) {
        return button(id, icon, () -> model.align(how));
    }

    private static Button button(String id, Ikon icon, Runnable action) {
        Button button = Buttons.icon(icon, "ui.layout-do-" + id, action);
        button.setId("layout-do-" + id);
        button.setFocusTraversable(false);
        return button;
    }

    private static Node when(Node button, javafx.beans.value.ObservableBooleanValue can) {
        button.disableProperty().bind(javafx.beans.binding.Bindings.not(can));
        return button;
    }

    private Node status() {
        Label problem = new Label();
        problem.setId("layout-problem");
        problem.getStyleClass().add("form-problem");
        problem.textProperty().bind(Texts.of(model.problem()));
        problem.setWrapText(true);
        Node busy = Waiting.wheel(16);
        busy.visibleProperty().bind(model.drawing());
        Label hint = new Label();
        hint.textProperty().bind(Texts.of("ui.layout-hint"));
        hint.getStyleClass().add("layout-hint");
        hint.visibleProperty().bind(model.problem().isNull());
        hint.managedProperty().bind(hint.visibleProperty());
        HBox box = new HBox(busy, problem, hint);
        box.getStyleClass().add("layout-status");
        return box;
    }

    private void key(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl && !event.isShortcutDown()) {
            return;
        }
        double step = event.isShiftDown() ? 10 : event.isAltDown() ? 0.1 : 1;
        Runnable action =
                switch (event.getCode()) {
                    case LEFT -> () -> model.move(-step, 0);
                    case RIGHT -> () -> model.move(step, 0);
                    case UP -> () -> model.move(0, -step);
                    case DOWN -> () -> model.move(0, step);
                    case DELETE, BACK_SPACE -> model::delete;
                    case TAB -> () -> model.selectNext(!event.isShiftDown());
                    case ESCAPE -> this::let;
                    default -> event.isShortcutDown() ? shortcut(event.getCode(), event.isShiftDown()) : null;
                };
        boolean onPage = page.isFocused() || event.isShortcutDown() || event.getCode() == KeyCode.ESCAPE;
        if (action != null && onPage && !(event.getTarget() instanceof TextInputControl field && edits(field, event))) {
            action.run();
            event.consume();
        }
    }

    /** Whether a field of text makes use of these keys itself. */
    private static boolean edits(TextInputControl field, KeyEvent event) {
        return field.isEditable()
                && Set.of(KeyCode.Z, KeyCode.Y, KeyCode.A, KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN)
                        .contains(event.getCode());
    }

    private void let() {
        page.kind().set("");
        model.select(Set.of());
    }

    private Runnable shortcut(KeyCode code, boolean shift) {
        return switch (code) {
            case Z -> shift ? model::redo : model::undo;
            case Y -> model::redo;
            case D -> model::duplicate;
            case S -> this::save;
            case O -> this::open;
            case P -> this::print;
            case A ->
                () -> model.select(model.layout().get().items().stream()
                        .map(LayoutItem::id)
                        .collect(Collectors.toSet()));
            case EQUALS, PLUS -> () -> zoom(1.25);
            case MINUS -> () -> zoom(0.8);
            case DIGIT0 -> this::fit;
            case CLOSE_BRACKET -> () -> model.raise(true, shift);
            case OPEN_BRACKET -> () -> model.raise(false, shift);
            case PAGE_UP -> () -> turn(-1);
            case PAGE_DOWN -> () -> turn(1);
            default -> null;
        };
    }

    private void zoom(double factor) {
        page.zoom().set(Math.max(0.2, Math.min(12, page.zoom().get() * factor)));
    }

    private void fit() {
        double width = scroll.getViewportBounds().getWidth() - 32;
        double height = scroll.getViewportBounds().getHeight() - 32;
        Layout layout = model.layout().get();
        if (width > 50 && height > 50) {
            page.zoom()
                    .set(Math.min(
                            width / layout.page().width(),
                            height / layout.page().height()));
        }
    }

    private void turn(int by) {
        int count = model.pages();
        if (count > 0) {
            model.page().set(Math.max(1, Math.min(count, model.page().get() + by)));
        }
    }

    private void open() {
        if (model.unsaved().get() && !leave()) {
            return;
        }
        ComboBox<String> names = new ComboBox<>();
        names.setId("layout-open-name");
        names.getItems().setAll(model.names());
        names.setValue(model.layout().get().name());
        javafx.scene.control.ButtonType open =
                Dialogs.button("ui.layout-do-open", javafx.scene.control.ButtonBar.ButtonData.OK_DONE);
        Dialogs.of(stage, Message.of("ui.layout-do-open"), names, open, Dialogs.close())
                .showAndWait()
                .filter(open::equals)
                .ifPresent(chosen -> {
                    model.open(names.getValue());
                    fit();
                });
    }

    private void openFile() {
        if (model.unsaved().get() && !leave()) {
            return;
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Message.of("ui.layout-do-open-file").text());
        chooser.setInitialDirectory(model.folder().toFile());
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        Message.of("ui.layout-files").text(), "*.json"));
        File chosen = Maximized.through(stage, chooser::showOpenDialog);
        if (chosen != null) {
            model.open(chosen.getPath());
            fit();
        }
    }

    private boolean leave() {
        return switch (Dialogs.leaving(stage, Message.of("ui.layout-editor"), Message.of("ui.layout-leave"), true)) {
            case SAVE -> save();
            case DISCARD -> true;
            case STAY -> false;
        };
    }

    /** Whether the layout was saved. */
    private boolean save() {
        TextInputDialog dialog = new TextInputDialog(model.layout().get().name());
        dialog.initOwner(stage);
        dialog.setTitle(Message.of("ui.layout-do-save").text());
        dialog.setHeaderText(null);
        dialog.setContentText(Message.of("ui.layout-name").text());
        Look.dress(dialog.getDialogPane());
        String name = dialog.showAndWait().orElse("").strip();
        return !name.isEmpty() && mayBeCalled(name) && model.save(name) != null;
    }

    /** Another layout of this name goes only if the user says so. */
    private boolean mayBeCalled(String name) {
        return name.equals(model.layout().get().name())
                || !model.names().contains(name)
                || Dialogs.confirmLoss(
                        stage,
                        Message.of("ui.layout-do-save"),
                        Message.of("ui.layout-replace", name),
                        Message.of("ui.replace"));
    }

    private void print() {
        SavePlace place = new SavePlace("ui.print-save", model.layout().get().name() + ".pdf");
        for (String ending : List.of("pdf", "png", "tif", "svg")) {
            place.kind(Message.of("ui.format-" + ending).text(), ending);
        }
        place.ask(stage)
                .ifPresent(target -> model.print(
                        target, answer -> Dialogs.news(stage, Message.of("ui.command.print"), answer.text())));
    }
}
