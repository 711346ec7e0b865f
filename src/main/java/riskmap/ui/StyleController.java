package riskmap.ui;

import javafx.stage.Window;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import riskmap.app.project.Workspace;
import riskmap.app.style.StyleMaking;
import riskmap.base.Message;
import riskmap.map.MapLayer;
import riskmap.render.PaintLayer;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.Texts;
import riskmap.ui.style.StyleView;
import riskmap.ui.style.StyleViewModel;

/** Opens the symbology editor beside the map and shows on the map what is tried in it. */
final class StyleController {
    private final Window owner;
    private final WindowViewModel model;
    private final SidePanel side;
    private final Runnable styleChanged;
    /** In the side panel, null for none. */
    private StyleViewModel editor;
    /** The id of its layer. */
    private String edited;

    /**
     * An editor for a window.
     *
     * @param styleChanged called after a style was stored, before the project is read again
     */
    StyleController(Window owner, WindowViewModel model, SidePanel side, Runnable styleChanged) {
        this.owner = owner;
        this.model = model;
        this.side = side;
        this.styleChanged = styleChanged;
        model.onStyle(this::show);
        model.editing().onRestyled(this::restyled);
    }

    /** Forgets what was tried in the project that was open. */
    void projectChanged() {
        model.preview().set(null);
        editor = null;
    }

    /** Opens the editor of a layer in place of the one that is open, which is asked for where that would lose its changes. */
    void show(String layerId) {
        if (unsaved() && edited.equals(layerId)) {
            side.bring("style");
            return;
        }
        Workspace project = model.project().workspace().get();
        MapLayer layer = model.project().layer(layerId);
        if (layer == null || !mayLeave()) {
            return;
        }
        model.tasks()
                .start(
                        Message.of("ui.reading-layer", layer.title()),
                        progress -> StyleMaking.open(project, layer),
                        opened -> {
                            if (model.project().workspace().get() == project) {
                                open(new StyleViewModel(model.tasks(), project, layer, opened, this::preview), layerId);
                            }
                        });
    }

    private boolean unsaved() {
        return editor != null && editor.isUnsaved();
    }

    /** Whether the editor may be left: the user is asked where changes would be lost, and keeps them or gives them up. */
    boolean mayLeave() {
        if (!unsaved()) {
            return true;
        }
        StyleViewModel left = editor;
        switch (Dialogs.leaving(
                owner,
                Message.of("ui.side-style"),
                Message.of("ui.style-leave", model.layerTitle(edited).getValue()),
                left.canSave())) {
            case SAVE:
                return Dialogs.awaited(left::save) && !left.isUnsaved();
            case DISCARD:
                left.cancel();
                return true;
            default:
                return false;
        }
    }

    private void open(StyleViewModel opened, String layerId) {
        // what was begun while the layer was read
        if (!mayLeave()) {
            return;
        }
        model.preview().set(null);
        editor = opened;
        edited = layerId;
        StyleView view = new StyleView(opened, model.layerTitle(layerId));
        SideTab tab = side.show("style", "ui.side-style", MaterialDesignP.PALETTE_OUTLINE, () -> view);
        tab.setContent(view);
        tab.setOnCloseRequest(event -> {
            if (!mayLeave()) {
                event.consume();
            }
        });
        tab.setOnClosed(event -> {
            opened.cancel();
            editor = null;
        });
        tab.name(Texts.of("ui.side-style").concat(" · ").concat(model.layerTitle(layerId)));
    }

    private void preview(PaintLayer tried) {
        model.preview().set(tried == null ? null : new MapPreview(Message.of("ui.side-style"), tried));
    }

    private void restyled() {
        styleChanged.run();
        model.project().reload(() -> {});
        if (editor != null) {
            editor.restyled();
        }
    }
}
