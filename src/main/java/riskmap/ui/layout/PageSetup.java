package riskmap.ui.layout;

import java.util.List;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.map.PageSize;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.Texts;

/** The dialog of the sheet: a paper of the A series, standing or lying, or sides of one's own in millimetres. */
final class PageSetup {
    private static final List<String> PAPERS = List.of("A4", "A3", "A2", "A1", "A0");

    private final LayoutViewModel model;
    private final ComboBox<String> paper = new ComboBox<>();
    private final CheckBox landscape = new CheckBox();
    private final TextField width = new TextField();
    private final TextField height = new TextField();
    private final Dialog<ButtonType> dialog;
    private final ButtonType done = Dialogs.button("ui.layout-do-page", ButtonBar.ButtonData.OK_DONE);

    PageSetup(Window owner, LayoutViewModel model) {
        this.model = model;
        PageSize now = model.layout().get().page();
        paper.setId("page-paper");
        paper.getItems().setAll(PAPERS);
        landscape.setId("page-landscape");
        landscape.setSelected(now.isLandscape());
        landscape.textProperty().bind(Texts.of("ui.layout-landscape"));
        width.setId("page-width");
        height.setId("page-height");
        fill(now);
        paper.valueProperty().addListener(property -> choose());
        landscape.selectedProperty().addListener(property -> choose());
        GridPane grid = new GridPane();
        grid.setHgap(8);
        grid.setVgap(8);
        grid.addRow(0, title("ui.layout-paper"), paper, landscape);
        grid.addRow(1, title("ui.layout-part-width"), width);
        grid.addRow(2, title("ui.layout-part-height"), height);
        dialog = Dialogs.of(owner, Message.of("ui.layout-do-page"), grid, done, Dialogs.close());
    }

    private static Label title(String key) {
        Label label = new Label();
        label.textProperty().bind(Texts.of(key));
        return label;
    }

    private void choose() {
        if (paper.getValue() != null) {
            fill(PageSize.of(paper.getValue(), landscape.isSelected()));
        }
    }

    private void fill(PageSize size) {
        width.setText(text(size.width()));
        height.setText(text(size.height()));
    }

    private static String text(double millimetres) {
        return millimetres == Math.rint(millimetres) ? "" + (long) millimetres : "" + millimetres;
    }

    void show() {
        dialog.showAndWait().filter(done::equals).ifPresent(chosen -> {
            try {
                model.resizePage(new PageSize(number(width), number(height)));
            } catch (RiskMapException refused) {
                Dialogs.error(dialog.getOwner(), refused.userMessage(), null);
            }
        });
    }

    private static double number(TextField field) {
        try {
            return Double.parseDouble(field.getText().strip());
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
