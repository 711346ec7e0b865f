package riskmap.ui.layers;

import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import riskmap.base.Language;
import riskmap.ui.look.Pixels;
import riskmap.ui.look.Texts;

/** A line of the layer tree: check box and title, or swatch and class. */
final class LayerCell extends TreeCell<LayerCell.Content> {
    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("hidden-layer");
    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

    private final LayersViewModel model;
    private final CheckBox check = new CheckBox();
    private final ImageView swatch = new ImageView();
    private final Label title = new Label();
    private final HBox line = new HBox();
    private final Tooltip tip = new Tooltip();
    private final InvalidationListener follow = property -> refresh();
    private StringBinding text;
    private LayerNode node;

    /** What a line stands for: a group or layer, or (with a legend item) one class of it. */
    record Content(LayerNode node, Legend.Item item, Legend legend) {}

    LayerCell(LayersViewModel model) {
        this.model = model;
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("layer-line");
        check.setFocusTraversable(false);
        check.setOnAction(event -> model.setVisible(node, check.isSelected()));
        setPrefWidth(0);
        tip.textProperty().bind(title.textProperty());
        setOnMouseEntered(event -> setTooltip(isCut() ? tip : null));
    }

    /** Whether less of the title is seen than there is. */
    private boolean isCut() {
        return title.lookup(".text") instanceof Text shown && !shown.getText().equals(title.getText());
    }

    @Override
    protected void updateItem(Content content, boolean empty) {
        super.updateItem(content, empty);
        if (node != null) {
            node.visible().removeListener(follow);
            node.mixed().removeListener(follow);
        }
        node = empty ? null : content.node();
        title.textProperty().unbind();
        text = null;
        pseudoClassStateChanged(GROUP, false);
        pseudoClassStateChanged(HIDDEN, false);
        setContextMenu(null);
        if (empty) {
            setGraphic(null);
            return;
        }
        if (content.item() != null) {
            show(content.item());
        } else {
            show(content);
        }
        title.textProperty().bind(text);
        setGraphic(line);
    }

    private void show(Legend.Item item) {
        text = Bindings.createStringBinding(
                () -> item.entry().title(Texts.language().get()), Texts.language());
        line.getChildren().setAll(picture(item), title);
    }

    private void show(Content content) {
        text = Bindings.createStringBinding(() -> node.title().text(), Texts.language());
        node.visible().addListener(follow);
        node.mixed().addListener(follow);
        pseudoClassStateChanged(GROUP, node.isGroup());
        // the group of a run says its time at the end
        title.setTextOverrun(node.isGroup() ? OverrunStyle.CENTER_ELLIPSIS : OverrunStyle.ELLIPSIS);
        if (!node.isGroup() && content.legend().items().size() == 1) {
            line.getChildren().setAll(check, picture(content.legend().items().get(0)), title);
        } else {
            line.getChildren().setAll(check, title);
        }
        if (!node.isGroup()) {
            setContextMenu(LayerMenu.of(model, node));
        }
        refresh();
    }

    private Node picture(Legend.Item item) {
        swatch.setImage(Pixels.image(item.swatch()));
        swatch.setFitWidth(Legend.width());
        swatch.setFitHeight(Legend.height());
        return swatch;
    }

    private void refresh() {
        check.setSelected(node.visible().get());
        check.setIndeterminate(node.mixed().get());
        pseudoClassStateChanged(HIDDEN, !node.visible().get());
    }

    /** The title as shown now, for the search field. */
    static boolean matches(LayerNode node, String wanted) {
        String lower = wanted.toLowerCase(java.util.Locale.ROOT);
        boolean chinese =
                node.title().given().toLowerCase(java.util.Locale.ROOT).contains(lower);
        return chinese
                || node.title()
                        .known()
                        .map(title -> title.in(Language.CHINESE) + "\n" + title.in(Language.ENGLISH))
                        .orElse("")
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains(lower);
    }
}
