package riskmap.ui;

import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import riskmap.ui.feature.FeatureFormView;
import riskmap.ui.feature.PhotosView;
import riskmap.ui.feature.PhotosViewModel;
import riskmap.ui.identify.IdentifyView;
import riskmap.ui.look.Texts;

/** The panel at the right: what was identified, the form of the model, the run history, one tab each. */
final class SidePanel extends TabPane {
    /** As wide as the buttons below a form: on a small or enlarged screen the map gives way. */
    private static final double LEAST = 296;

    /** What of a panel the keyboard goes to where that is not what stands first, such as a button that leaves it. */
    private static final String TAKES_KEYBOARD = ".takes-keyboard";

    private final WindowViewModel model;
    private final ReadOnlyBooleanWrapper crowded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper packed = new ReadOnlyBooleanWrapper();
    private Tab frontWhenAsked;

    SidePanel(WindowViewModel model) {
        this.model = model;
        setId("side-panel");
        setMinWidth(LEAST);
        getStyleClass().add("panel-tabs");
        setTabClosingPolicy(TabClosingPolicy.ALL_TABS);
        crowded.addListener((property, before, now) -> mark("crowded", now));
        packed.addListener((property, before, now) -> mark("packed", now));
        widthProperty().addListener(property -> makeRoom());
        getTabs().addListener((ListChangeListener<Tab>) change -> makeRoom());
        getSelectionModel().selectedItemProperty().addListener(property -> makeRoom());
        SideTab identify = show(
                "identify",
                "ui.side-identify",
                MaterialDesignI.INFORMATION_OUTLINE,
                () -> new IdentifyView(
                        model.identify(), id -> model.layerTitle(id).getValue()));
        identify.keep();
        // what the user has opened since the click stays in front of the answer
        model.identify().questions().addListener(property -> frontWhenAsked = front());
        model.identify().found().addListener(property -> {
            if (front() == frontWhenAsked) {
                getSelectionModel().select(identify);
            }
        });
        SideTab form = show("form", "ui.side-form", MaterialDesignF.FORM_SELECT, () -> form(model));
        form.keep();
        getSelectionModel().select(identify);
        model.forms().form().addListener((property, before, now) -> {
            if (now != null && (model.forms().isNew() || front() == identify)) {
                model.sideShown().set(true);
                getSelectionModel().select(form);
            }
        });
    }

    private Tab front() {
        return getSelectionModel().getSelectedItem();
    }

    private void mark(String styleClass, boolean on) {
        getStyleClass().remove(styleClass);
        if (on) {
            getStyleClass().add(styleClass);
        }
    }

    private static Node form(WindowViewModel model) {
        FeatureFormView view = new FeatureFormView(model.forms());
        view.addBelow(new PhotosView(new PhotosViewModel(model.forms(), model.editing(), model.tasks())));
        return view;
    }

    /**
     * Of tabs that do not all fit with their titles only the one in front keeps it, and where that still leaves no room
     * for the signs of the others none does, so that no tab is out of sight.
     */
    private void makeRoom() {
        double wanted = getTabs().stream()
                .mapToDouble(tab -> ((SideTab) tab).fullWidth())
                .sum();
        crowded.set(getWidth() > 0 && wanted > getWidth());
        SideTab front = (SideTab) front();
        packed.set(crowded.get()
                && front != null
                && SideTab.SIGN * (getTabs().size() - 1) + front.fullWidth() > getWidth());
    }

    /** Brings a tab to the front that is there. */
    void bring(String key) {
        getTabs().stream()
                .filter(known -> key.equals(known.getUserData()))
                .findFirst()
                .ifPresent(this::bring);
    }

    private void bring(Tab tab) {
        model.sideShown().set(true);
        getSelectionModel().select(tab);
        giveKeyboard(tab);
    }

    /** Brings a tab to the front; makes it first where it is not there. */
    SideTab show(String key, String title, Ikon icon, java.util.function.Supplier<Node> content) {
        model.sideShown().set(true);
        SideTab tab = (SideTab) getTabs().stream()
                .filter(known -> key.equals(known.getUserData()))
                .findFirst()
                .orElse(null);
        if (tab == null) {
            tab = new SideTab(key, Texts.of(title), icon, crowded);
            tab.title().addListener(property -> makeRoom());
            tab.setContent(content.get());
            getTabs().add(tab);
        }
        bring(tab);
        return tab;
    }

    /** A panel is opened to work in it: the keyboard goes to what stands first in it. */
    private void giveKeyboard(Tab tab) {
        // once the menu is closed from which it was opened, and the content is there that it is opened with
        Platform.runLater(() -> {
            if (front() == tab && tab.getContent() != null && getScene() != null) {
                // a form that is new has its inner parts with the first layout
                applyCss();
                layout();
                Node wanted = tab.getContent().lookup(TAKES_KEYBOARD);
                Optional.ofNullable(wanted == null ? first(tab.getContent()) : wanted)
                        .ifPresent(Node::requestFocus);
            }
        });
    }

    /** The first part that takes the keyboard; null for none. */
    private static Node first(Node part) {
        if (!part.isVisible() || part.isDisabled()) {
            return null;
        }
        if (part.isFocusTraversable()) {
            return part;
        }
        return part instanceof Parent holder
                ? holder.getChildrenUnmodifiable().stream()
                        .map(SidePanel::first)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** Closes what belongs to a project that is gone. */
    void closeAllButIdentify() {
        getTabs().removeIf(tab -> !((SideTab) tab).isKept());
    }
}
