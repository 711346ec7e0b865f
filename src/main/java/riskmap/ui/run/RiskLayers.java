package riskmap.ui.run;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import riskmap.base.Message;
import riskmap.data.Catalogue;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;
import riskmap.ui.look.Follow;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;

/** The layers a model reads, and for each required one that is missing the way to get it. */
final class RiskLayers extends VBox {
    private final RiskViewModel model;
    private final Runnable importLayers;
    private final Consumer<RiskModel> choose;

    RiskLayers(RiskViewModel model, Runnable importLayers, Consumer<RiskModel> choose) {
        super(6);
        this.model = model;
        this.importLayers = importLayers;
        this.choose = choose;
        FlowPane chips = new FlowPane(6, 6);
        VBox missing = new VBox(4);
        Label hint = new Label();
        hint.setWrapText(true);
        hint.getStyleClass().add("hint-inline");
        hint.textProperty().bind(Texts.of("ui.risk-layers-hint"));
        Runnable fill = () -> {
            List<RiskViewModel.Need> needs = model.needs().get();
            chips.getChildren().setAll(needs.stream().map(this::chip).toList());
            boolean choice = needs.stream().anyMatch(RiskViewModel.Need::isChoice);
            hint.setVisible(choice);
            hint.setManaged(choice);
            missing.getChildren()
                    .setAll(needs.stream()
                            .filter(need -> need.required() && !need.present())
                            .map(this::fix)
                            .toList());
        };
        Follow.changes(chips, model.needs(), fill);
        fill.run();
        getChildren().addAll(chips, hint, missing);
    }

    private Node fix(RiskViewModel.Need need) {
        Label what = new Label();
        what.setWrapText(true);
        what.setMaxWidth(Double.MAX_VALUE);
        what.getStyleClass().add("form-problem");
        what.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Message.of(
                                        need.kind().equals("dem") ? "ui.risk-missing-raster" : "ui.risk-missing",
                                        name(need),
                                        need.kind())
                                .text(),
                        Texts.language()));
        Button get = new Button();
        get.setId("risk-import-" + need.kind());
        get.textProperty().bind(Texts.of("ui.risk-import"));
        get.setMinWidth(Region.USE_PREF_SIZE);
        get.setOnAction(event -> importLayers.run());
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox line = new HBox(6, what, get);
        line.setAlignment(Pos.CENTER_LEFT);
        RiskModel first = RiskModels.all().stream()
                .filter(each -> each != model.model()
                        && each.mainLayer().filter(need.kind()::equals).isPresent())
                .findFirst()
                .orElse(null);
        return first == null ? line : new VBox(4, line, compute(need.kind(), first));
    }

    /** The way to the model that makes what this one lacks. */
    private Button compute(String kind, RiskModel first) {
        Button compute = new Button();
        compute.setId("risk-first-" + kind);
        compute.setWrapText(true);
        compute.textProperty().bind(Texts.of("ui.risk-compute-first", first.title()));
        compute.setOnAction(event -> choose.accept(first));
        return compute;
    }

    /** The name of a layer; of one the model can do without, a button that leaves it out and takes it in again. */
    private Node chip(RiskViewModel.Need need) {
        boolean read = need.present() && !need.leftOut();
        Labeled chip = need.isChoice() ? new ToggleButton() : new Label();
        chip.getStyleClass().setAll("chip", read ? "chip-good" : need.required() ? "chip-bad" : "chip-off");
        chip.setGraphic(Icons.of(read ? MaterialDesignC.CHECK : MaterialDesignC.CLOSE, 12));
        chip.textProperty().bind(Bindings.createStringBinding(() -> title(need), Texts.language()));
        if (chip instanceof ToggleButton button) {
            button.setId("risk-use-" + need.kind());
            button.setSelected(read);
            button.setTooltip(Tips.of(need.leftOut() ? "ui.risk-take-in" : "ui.risk-leave-out-help"));
            button.setOnAction(event -> {
                model.leaveOut(need.kind(), !need.leftOut());
                // the names are made anew: the keyboard stays on this one
                lookup("#" + button.getId()).requestFocus();
            });
        }
        return chip;
    }

    private static String title(RiskViewModel.Need need) {
        if (need.required()) {
            return Message.of("ui.risk-required", name(need)).text();
        }
        return need.leftOut() && need.present()
                ? Message.of("ui.risk-left-out", name(need)).text()
                : name(need);
    }

    private static String name(RiskViewModel.Need need) {
        return Catalogue.standard()
                .find(need.kind())
                .map(kind -> kind.title().text())
                .orElseGet(() -> need.kind().equals("dem")
                        ? Message.of("ui.risk-elevation").text()
                        : need.kind());
    }
}
