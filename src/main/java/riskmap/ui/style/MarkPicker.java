package riskmap.ui.style;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.TilePane;
import riskmap.render.SymbolPainter;
import riskmap.style.LegendEntry;
import riskmap.style.SldDocument;
import riskmap.style.SldReader;
import riskmap.style.Styles;
import riskmap.style.SymbolField;
import riskmap.ui.look.Pixels;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;

/** Chooses a marker by its picture: the well-known shapes and the drawings of the styles folder. */
final class MarkPicker extends MenuButton {
    private static final int SIDE = 24;
    private static final int COLUMNS = 8;
    private static final Map<String, Image> PICTURES = new HashMap<>();

    private final Consumer<String> chosen;

    MarkPicker(List<String> drawings, Consumer<String> chosen) {
        this.chosen = chosen;
        setMaxWidth(Double.MAX_VALUE);
        setMnemonicParsing(false);
        CustomMenuItem all = new CustomMenuItem(null, false);
        all.setContent(pictures(drawings));
        getItems().setAll(all);
    }

    private ScrollPane pictures(List<String> drawings) {
        TilePane tiles = new TilePane(2, 2);
        tiles.setPrefColumns(COLUMNS);
        List<String> names = new ArrayList<>(MarkNames.SHAPES);
        names.addAll(drawings);
        for (String name : names) {
            Button tile = new Button(null, picture(name));
            tile.setId("style-mark-" + name.replaceAll("\\W+", "-"));
            tile.accessibleTextProperty().bind(MarkNames.title(name));
            tile.setTooltip(Tips.of(MarkNames.title(name)));
            tile.setStyle("-fx-padding: 3;");
            tile.setOnAction(event -> {
                hide();
                chosen.accept(name);
            });
            tiles.getChildren().add(tile);
        }
        ScrollPane scroll = new ScrollPane(tiles);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefViewportHeight(240);
        scroll.setPrefViewportWidth(COLUMNS * 36);
        return scroll;
    }

    void show(String name) {
        setGraphic(name.isEmpty() || name.startsWith("=") ? null : picture(name));
        textProperty().unbind();
        if (name.isEmpty()) {
            textProperty().bind(Texts.of("ui.style-mark-choose"));
        } else {
            textProperty().bind(MarkNames.title(name));
        }
    }

    private static ImageView picture(String name) {
        ImageView view = new ImageView(PICTURES.computeIfAbsent(name, MarkPicker::drawn));
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        return view;
    }

    /** Drawn by the painter of the map, at twice the size for sharp screens. */
    private static Image drawn(String name) {
        SldDocument document = SldDocument.parse(riskmap.style.SldWriter.write(Styles.shipped("default")));
        SldDocument one = document.withNewRule(0, "PointSymbolizer", "")
                .withValue(1, 0, SymbolField.MARK, name)
                .withValue(1, 0, SymbolField.SIZE, "18");
        BufferedImage image = new BufferedImage(2 * SIDE, 2 * SIDE, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        // on white in the dark theme too, as on the map: thin dark lines are not seen otherwise
        graphics.setColor(Color.WHITE);
        graphics.fillRoundRect(0, 0, 2 * SIDE, 2 * SIDE, 8, 8);
        var rule = SldReader.parse(one.text()).style().featureTypeStyles().stream()
                .flatMap(part -> part.rules().stream())
                .skip(1)
                .findFirst()
                .orElseThrow();
        SymbolPainter.paint(
                new LegendEntry("", "", rule), new Rectangle2D.Double(2, 2, 2 * SIDE - 4, 2 * SIDE - 4), graphics, 192);
        graphics.dispose();
        return Pixels.image(image);
    }
}
