package riskmap.ui.feature;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import riskmap.base.Message;
import riskmap.ui.look.Buttons;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;

/** The top of the form: whose it is, the way to the next one, how many fields are wrong, store and take back. */
final class FormHead extends VBox {
    private final FeatureFormsViewModel model;
    private final Runnable showWrong;

    FormHead(FeatureFormsViewModel model, Runnable showWrong) {
        this.model = model;
        this.showWrong = showWrong;
        getStyleClass().add("form-head");
        getChildren().addAll(titleLine(), stateLine(), keptLine(), problemLine());
    }

    private HBox titleLine() {
        Label title = new Label();
        title.setId("form-title");
        title.getStyleClass().add("form-title");
        title.setMinWidth(0);
        title.setWrapText(true);
        title.textProperty().bind(text(this::title));
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Button previous = button(MaterialDesignC.CHEVRON_LEFT, "ui.form-previous", () -> model.go(-1));
        Button next = button(MaterialDesignC.CHEVRON_RIGHT, "ui.form-next", () -> model.go(1));
        next.setId("form-next");
        Label place = new Label();
        place.setId("form-place");
        place.setMinWidth(Region.USE_PREF_SIZE);
        place.textProperty()
                .bind(Bindings.concat(
                        model.position().add(1).asString(), "/", model.count().asString()));
        ToggleButton together = new ToggleButton(null, Icons.of(MaterialDesignF.FORMAT_LIST_CHECKS, 16));
        together.setId("form-together");
        together.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        Tips.name(together, "ui.form-together");
        together.selectedProperty().bindBidirectional(model.together());
        var several = model.count().greaterThan(1);
        previous.visibleProperty().bind(several.and(model.together().not()));
        next.visibleProperty().bind(previous.visibleProperty());
        place.visibleProperty().bind(previous.visibleProperty());
        together.visibleProperty().bind(several);
        HBox line = new HBox(4, title, previous, place, next, together);
        line.getChildren().stream().skip(1).forEach(node -> node.managedProperty()
                .bind(node.visibleProperty()));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private HBox stateLine() {
        Hyperlink state = new Hyperlink();
        state.setId("form-state");
        state.setMinWidth(0);
        state.textProperty().bind(text(this::state));
        state.setOnAction(event -> showWrong.run());
        state.setFocusTraversable(false);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button last = button(MaterialDesignH.HISTORY, "ui.form-fill-last", model::fillFromLast);
        Button revert = button(MaterialDesignU.UNDO_VARIANT, "ui.form-revert", model::revert);
        revert.setId("form-revert");
        Button store = new Button();
        store.setId("form-store");
        store.textProperty().bind(Texts.of("ui.form-store"));
        store.getStyleClass().addAll(Styles.ACCENT, Styles.SMALL);
        store.setMinWidth(Region.USE_PREF_SIZE);
        store.setTooltip(Tips.of("ui.form-store-tip"));
        store.setOnAction(event -> {
            if (model.form().get() != null && model.form().get().wrong().get() > 0) {
                showWrong.run();
            } else {
                model.store();
            }
        });
        ObservableValue<Boolean> dirty =
                model.form().flatMap(FeatureFormViewModel::dirty).orElse(false);
        ObservableValue<Boolean> idle = Bindings.createBooleanBinding(
                () -> !dirty.getValue() || model.storing().get(), dirty, model.storing());
        store.disableProperty().bind(idle);
        revert.disableProperty().bind(idle);
        HBox line = new HBox(4, state, space, last, revert, store);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Hyperlink keptLine() {
        Hyperlink kept = new Hyperlink();
        kept.setId("form-kept");
        kept.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Message.of("ui.form-kept", model.kept().get()).text(), model.kept(), Texts.language()));
        kept.visibleProperty().bind(model.kept().greaterThan(0));
        kept.managedProperty().bind(kept.visibleProperty());
        kept.setOnAction(event -> model.goToKept());
        return kept;
    }

    private Label problemLine() {
        Label problem = new Label();
        problem.setWrapText(true);
        problem.getStyleClass().add("form-problem");
        problem.textProperty().bind(Texts.of(model.problem()));
        problem.visibleProperty().bind(model.problem().isNotNull());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private String title() {
        FeatureFormViewModel form = model.form().get();
        if (form == null || form.features().get().isEmpty()) {
            return "";
        }
        if (model.isNew()) {
            return Message.of("ui.form-new").text();
        }
        int several = form.features().get().size();
        return several > 1
                ? Message.of("ui.form-features", several).text()
                : LayerText.name(form.features().get().get(0));
    }

    private String state() {
        FeatureFormViewModel form = model.form().get();
        if (form == null) {
            return "";
        }
        if (form.wrong().get() > 0) {
            return Message.of("ui.form-wrong", form.wrong().get()).text();
        }
        return Message.of(form.dirty().get() ? "ui.form-dirty" : "ui.form-clean")
                .text();
    }

    private ObservableValue<String> text(java.util.concurrent.Callable<String> text) {
        ObservableValue<?>[] sources = {
            Texts.language(),
            model.form(),
            model.count(),
            model.form().flatMap(FeatureFormViewModel::features),
            model.form().flatMap(FeatureFormViewModel::wrong),
            model.form().flatMap(FeatureFormViewModel::dirty)
        };
        return Bindings.createStringBinding(
                () -> {
                    // a mapped value tells of its next change only once this one was read
                    for (ObservableValue<?> source : sources) {
                        source.getValue();
                    }
                    return text.call();
                },
                sources);
    }

    private static Button button(Ikon icon, String text, Runnable action) {
        Button button = Buttons.icon(icon, text, action);
        button.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        button.setFocusTraversable(false);
        return button;
    }
}
