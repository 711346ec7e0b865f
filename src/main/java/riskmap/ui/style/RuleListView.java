package riskmap.ui.style;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.geotools.api.style.Rule;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.render.SymbolPainter;
import riskmap.style.LegendEntry;
import riskmap.style.RuleFacts;
import riskmap.style.SldDocument;
import riskmap.ui.look.Buttons;
import riskmap.ui.look.Pixels;
import riskmap.ui.look.Texts;

/** The rules of a style in the order they are drawn: each with its swatch, a box to switch it off, and what it draws. */
final class RuleListView extends VBox {
    private static final int WIDTH = 36;
    private static final int HEIGHT = 18;
    private static final double ROW = 48;
    /** Where a rule says between which scales it is drawn, too. */
    private static final double HIGHER_ROW = 66;

    private static final double WHOLE = 480;
    private static final Color PAPER = new Color(0xF7F4EC);

    private final RuleEdits edits;
    private final ListView<Line> list = new ListView<>();
    private boolean showing;

    /** A rule as the list shows it. */
    private record Line(int index, RuleFacts facts, BufferedImage swatch) {}

    RuleListView(RuleEdits edits) {
        super(4);
        this.edits = edits;
        list.setId("style-rules");
        list.getStyleClass().add("takes-keyboard");
        high(ROW, 4);
        list.setCellFactory(view -> new RuleCell());
        list.accessibleTextProperty().bind(Texts.of("ui.style-rules"));
        list.getSelectionModel().selectedIndexProperty().addListener((property, before, now) -> {
            if (!showing && now.intValue() >= 0) {
                edits.selectRule(now.intValue());
            }
        });
        FlowPane buttons = new FlowPane(
                4,
                4,
                button("ui.style-rule-add", MaterialDesignP.PLUS, edits::addRule),
                button("ui.style-rule-copy", MaterialDesignC.CONTENT_COPY, edits::copyRule),
                button("ui.style-rule-remove", MaterialDesignM.MINUS, edits::removeRule),
                button("ui.style-rule-up", MaterialDesignA.ARROW_UP, () -> edits.moveRule(-1)),
                button("ui.style-rule-down", MaterialDesignA.ARROW_DOWN, () -> edits.moveRule(1)));
        getChildren().setAll(list, buttons);
    }

    /** Rows of a height, and as many of them in sight. */
    private void high(double row, int rows) {
        list.setFixedCellSize(row);
        list.setPrefHeight(row * rows + 4);
        list.setMinHeight(row * 2 + 4);
    }

    private static Button button(String key, Ikon icon, Runnable action) {
        Button button = Buttons.icon(icon, key, action);
        button.setId(key.substring("ui.".length()));
        return button;
    }

    void show(SldDocument document, int selected) {
        showing = true;
        List<Rule> rules = document.style().featureTypeStyles().stream()
                .flatMap(part -> part.rules().stream())
                .toList();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            lines.add(new Line(i, document.rule(i), swatch(rules.get(i))));
        }
        list.getItems().setAll(lines);
        list.getSelectionModel().select(selected);
        boolean scaled = lines.stream().anyMatch(line -> scales(line.facts()) != null);
        high(scaled ? HIGHER_ROW : ROW, Math.max(2, Math.min(5, lines.size())));
        showing = false;
    }

    /** A rule drawn as on the map's paper. */
    private static BufferedImage swatch(Rule rule) {
        BufferedImage image = new BufferedImage(2 * WIDTH, 2 * HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, 2 * WIDTH, 2 * HEIGHT);
        SymbolPainter.paint(
                new LegendEntry("", "", rule),
                new Rectangle2D.Double(2, 2, 2 * WIDTH - 4, 2 * HEIGHT - 4),
                graphics,
                192);
        graphics.dispose();
        return image;
    }

    /** Between which scales a rule draws; null for all. Rules of one kind differ by their scales alone. */
    static Message scales(RuleFacts facts) {
        String from = scale(facts.minimum());
        String below = scale(facts.maximum());
        if (from.isEmpty()) {
            return below.isEmpty() ? null : Message.of("ui.style-rule-larger", below);
        }
        return below.isEmpty()
                ? Message.of("ui.style-rule-smaller", from)
                : Message.of("ui.style-rule-between", from, below);
    }

    /** A denominator as people write it; what is none stays as it is. */
    private static String scale(String denominator) {
        try {
            return denominator.isBlank()
                    ? ""
                    : String.format(Locale.ROOT, "1:%,d", Math.round(Double.parseDouble(denominator)));
        } catch (NumberFormatException none) {
            return denominator;
        }
    }

    /** Which features a rule draws. */
    static Message features(RuleFacts facts) {
        if (facts.otherwise()) {
            return Message.of("ui.style-rule-otherwise");
        }
        if (facts.filter() == null) {
            return Message.of("ui.style-rule-filter-kept");
        }
        return facts.filter().isEmpty()
                ? Message.of("ui.style-rule-all")
                : Message.of("ui.style-rule-where", facts.filter());
    }

    /**
     * Name of a rule, below it what it draws and in a line of its own at which scales; whole under the pointer.
     *
     * @param ofFeatures whether it draws features; one of a raster draws all its cells
     */
    static VBox texts(int index, RuleFacts facts, boolean ofFeatures) {
        Label title = new Label();
        if (facts.title().isEmpty()) {
            title.textProperty().bind(Texts.of("ui.style-rule-untitled", index + 1));
        } else {
            title.textProperty()
                    .bind(Bindings.createStringBinding(() -> facts.name(Language.current()), Texts.language()));
        }
        VBox texts = new VBox(title);
        if (ofFeatures) {
            texts.getChildren().add(small(features(facts)));
        }
        Message scales = scales(facts);
        if (scales != null) {
            texts.getChildren().add(small(scales));
        }
        Tooltip whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(WHOLE);
        whole.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.getChildren().stream()
                                .map(line -> ((Label) line).getText())
                                .collect(Collectors.joining("\n")),
                        texts.getChildren().stream()
                                .map(line -> ((Label) line).textProperty())
                                .toArray(Observable[]::new)));
        texts.setMinWidth(0);
        texts.setAlignment(Pos.CENTER_LEFT);
        Tooltip.install(texts, whole);
        return texts;
    }

    private static Label small(Message words) {
        Label line = new Label();
        line.getStyleClass().add("hint-inline");
        line.textProperty().bind(Texts.of(words));
        // conditions of one style begin alike: what is too long keeps its end, too
        line.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        return line;
    }

    private final class RuleCell extends ListCell<Line> {
        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            setGraphic(empty || line == null ? null : row(line));
        }

        private HBox row(Line line) {
            CheckBox on = new CheckBox();
            on.setSelected(!line.facts().off());
            on.accessibleTextProperty().bind(Texts.of("ui.style-rule-on"));
            on.selectedProperty()
                    .addListener((property, before, now) ->
                            edits.changeRule(line.index(), line.facts().withOff(!now)));
            ImageView picture = new ImageView(Pixels.image(line.swatch()));
            picture.setFitWidth(WIDTH);
            picture.setFitHeight(HEIGHT);
            VBox texts = texts(line.index(), line.facts(), edits.type() != null);
            HBox.setHgrow(texts, Priority.ALWAYS);
            HBox row = new HBox(8, on, picture, texts);
            row.setAlignment(Pos.CENTER_LEFT);
            row.setPrefWidth(10);
            return row;
        }
    }
}
