package riskmap.ui;

import atlantafx.base.controls.Tile;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import riskmap.base.Message;
import riskmap.ui.command.Command;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;

/** What is there while no project is open: the demonstration district, opening a project, the recent ones. */
final class StartPage extends StackPane {
    private final WindowViewModel model;
    private final VBox recent = new VBox();
    private final Runnable inOtherWords;

    StartPage(WindowViewModel model, WindowCommands commands) {
        this.model = model;
        getStyleClass().add("start-page");
        Label title = new Label();
        title.getStyleClass().addAll(Styles.TITLE_1);
        title.textProperty().bind(Texts.of("ui.product"));
        Label subtitle = new Label();
        subtitle.getStyleClass().addAll("start-subtitle");
        subtitle.textProperty().bind(Texts.of("ui.product-line"));
        subtitle.setWrapText(true);
        StackPane mark = new StackPane(Icons.of(MaterialDesignM.MAP_LEGEND, 44));
        mark.getStyleClass().add("start-mark");
        VBox names = new VBox(4, title, subtitle);
        names.setAlignment(Pos.CENTER_LEFT);
        HBox head = new HBox(20, mark, names);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox doors = new HBox(16);
        // a tile whose texts change shows its old line as its title
        inOtherWords = () -> doors.getChildren()
                .setAll(
                        door("start-demo", commands.demo, "ui.start-demo", "ui.start-demo-line"),
                        door("start-open", commands.open, "ui.start-open", "ui.start-open-line"));
        inOtherWords.run();
        Texts.follow(this, this::renew);
        Label recentTitle = new Label();
        recentTitle.getStyleClass().add(Styles.TITLE_4);
        recentTitle.textProperty().bind(Texts.of("ui.start-recent"));
        recent.getStyleClass().add("start-recent");
        HBox foot = new HBox(8, link(commands.language), link(commands.theme), link(commands.about));
        foot.setAlignment(Pos.CENTER_LEFT);
        VBox page = new VBox(28, head, doors, new VBox(8, recentTitle, new Separator(), recent), foot);
        page.getStyleClass().add("start-sheet");
        page.setMaxWidth(760);
        page.setFillWidth(true);
        StackPane middle = new StackPane(page);
        ScrollPane scroll = new ScrollPane(middle);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        getChildren().add(scroll);
        model.recent().addListener(property -> showRecent());
        showRecent();
    }

    private void renew() {
        inOtherWords.run();
    }

    private static Node door(String id, Command command, String title, String line) {
        Tile tile = new Tile();
        tile.setId(id);
        tile.setTitle(Message.of(title).text());
        tile.setDescription(Message.of(line).text());
        tile.setGraphic(Icons.of(command.icon(), 30));
        tile.setActionHandler(command::run);
        // a tile hears the mouse alone
        tile.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                command.run();
                event.consume();
            }
        });
        tile.setAccessibleRole(AccessibleRole.BUTTON);
        tile.setAccessibleText(tile.getTitle() + ", " + tile.getDescription());
        tile.getStyleClass().add("start-door");
        HBox.setHgrow(tile, Priority.ALWAYS);
        tile.setMaxWidth(Double.MAX_VALUE);
        tile.setPrefWidth(360);
        return tile;
    }

    private static Button link(Command command) {
        Button button = new Button(null, Icons.of(command.icon(), 16));
        button.textProperty().bind(Texts.of(command.title()));
        button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        button.setOnAction(event -> command.run());
        return button;
    }

    private void showRecent() {
        recent.getChildren().clear();
        for (Path project : model.recent().get()) {
            recent.getChildren().add(line(project));
        }
        if (recent.getChildren().isEmpty()) {
            Label none = new Label();
            none.getStyleClass().add("hint");
            none.textProperty().bind(Texts.of("ui.start-none"));
            recent.getChildren().add(none);
        }
    }

    private Node line(Path project) {
        Hyperlink name = new Hyperlink(project.getFileName().toString());
        name.setGraphic(Icons.of(MaterialDesignF.FILE_DOCUMENT_OUTLINE, 16));
        name.setOnAction(event -> model.open(project));
        name.setMinWidth(USE_PREF_SIZE);
        Label folder = new Label(String.valueOf(project.getParent()));
        folder.getStyleClass().add("hint-inline");
        folder.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        Button gone = new Button(null, Icons.of(MaterialDesignC.CLOSE, 14));
        gone.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL);
        Tips.name(gone, "ui.start-forget");
        gone.setOnAction(event -> model.forget(project));
        HBox line = new HBox(12, name, folder, gone);
        HBox.setHgrow(folder, Priority.ALWAYS);
        folder.setMaxWidth(Double.MAX_VALUE);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
