package riskmap.ui;

import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import riskmap.ui.feature.FeatureFormView;
import riskmap.ui.feature.PhotosView;
import riskmap.ui.feature.PhotosViewModel;
import riskmap.ui.identify.IdentifyView;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Texts;

/** The panel at the right: what was identified, the form of the model, the run history, one tab each. */
final class SidePanel extends TabPane {
    private final WindowViewModel model;

    SidePanel(WindowViewModel model) {
        this.model = model;
        setId("side-panel");
        setMinWidth(220);
        getStyleClass().add("panel-tabs");
        setTabClosingPolicy(TabClosingPolicy.ALL_TABS);
        Tab identify = show(
                "identify",
                "ui.side-identify",
                MaterialDesignI.INFORMATION_OUTLINE,
                () -> new IdentifyView(
                        model.identify(), id -> model.layerTitle(id).getValue()));
        identify.setClosable(false);
        model.identify().found().addListener(property -> getSelectionModel().select(identify));
        Tab form = show("form", "ui.side-form", MaterialDesignF.FORM_SELECT, () -> form(model));
        form.setClosable(false);
        getSelectionModel().select(identify);
        model.forms().form().addListener((property, before, now) -> {
            if (now != null && (model.forms().isNew() || getSelectionModel().getSelectedItem() == identify)) {
                model.sideShown().set(true);
                getSelectionModel().select(form);
            }
        });
    }

    private static Node form(WindowViewModel model) {
        FeatureFormView view = new FeatureFormView(model.forms());
        view.addBelow(new PhotosView(new PhotosViewModel(model.forms(), model.editing(), model.tasks())));
        return view;
    }

    /** Brings a tab to the front; makes it first where it is not there. */
    Tab show(String key, String title, Ikon icon, java.util.function.Supplier<Node> content) {
        model.sideShown().set(true);
        Tab tab = getTabs().stream()
                .filter(known -> key.equals(known.getUserData()))
                .findFirst()
                .orElse(null);
        if (tab == null) {
            tab = new Tab();
            tab.setUserData(key);
            tab.textProperty().bind(Texts.of(title));
            tab.setGraphic(Icons.of(icon, 16));
            tab.setContent(content.get());
            getTabs().add(tab);
        }
        getSelectionModel().select(tab);
        return tab;
    }

    /** Closes what belongs to a project that is gone. */
    void closeAllButIdentify() {
        getTabs().removeIf(Tab::isClosable);
    }
}
