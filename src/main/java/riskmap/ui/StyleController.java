package riskmap.ui;

import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import riskmap.app.project.Workspace;
import riskmap.app.style.StyleMaking;
import riskmap.base.Message;
import riskmap.map.MapLayer;
import riskmap.render.PaintLayer;
import riskmap.ui.look.Texts;
import riskmap.ui.style.StyleView;
import riskmap.ui.style.StyleViewModel;

/** Opens the symbology editor beside the map and shows on the map what is tried in it. */
final class StyleController {
    private final WindowViewModel model;
    private final SidePanel side;
    private final Runnable styleChanged;
    /** In the side panel, null for none. */
    private StyleViewModel editor;

    /**
     * An editor for a window.
     *
     * @param styleChanged called after a style was stored, before the project is read again
     */
    StyleController(WindowViewModel model, SidePanel side, Runnable styleChanged) {
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

    /** Opens the editor of a layer in place of the one that is open. */
    void show(String layerId) {
        Workspace project = model.project().workspace().get();
        MapLayer layer = model.project().layer(layerId);
        if (layer == null) {
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

    private void open(StyleViewModel opened, String layerId) {
        model.preview().set(null);
        editor = opened;
        StyleView view = new StyleView(opened, model.layerTitle(layerId));
        SideTab tab = side.show("style", "ui.side-style", MaterialDesignP.PALETTE_OUTLINE, () -> view);
        tab.setContent(view);
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
