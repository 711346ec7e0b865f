package riskmap.ui.layers;

import javafx.css.PseudoClass;
import javafx.scene.SnapshotParameters;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.paint.Color;

/** Layers dragged to another place of the tree: above or below the one they are let go on. */
final class LayerDrag {
    private static final DataFormat LAYER = new DataFormat("application/x-riskmap-layer");
    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("drop-above");
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("drop-below");

    private LayerDrag() {}

    static void install(LayerCell cell, LayersViewModel model) {
        cell.setOnDragDetected(event -> {
            if (isLayer(cell)) {
                Dragboard board = cell.startDragAndDrop(TransferMode.MOVE);
                ClipboardContent content = new ClipboardContent();
                content.put(LAYER, cell.getItem().node().id());
                board.setContent(content);
                SnapshotParameters clear = new SnapshotParameters();
                clear.setFill(Color.TRANSPARENT);
                board.setDragView(cell.snapshot(clear, null));
                event.consume();
            }
        });
        cell.setOnDragOver(event -> {
            if (isTarget(cell, event)) {
                event.acceptTransferModes(TransferMode.MOVE);
                mark(cell, isAbove(cell, event), !isAbove(cell, event));
                event.consume();
            }
        });
        cell.setOnDragExited(event -> mark(cell, false, false));
        cell.setOnDragDropped(event -> {
            if (isTarget(cell, event)) {
                String moved = (String) event.getDragboard().getContent(LAYER);
                model.move(moved, cell.getItem().node().id(), isAbove(cell, event));
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    private static boolean isLayer(LayerCell cell) {
        return cell.getItem() != null && !cell.getItem().node().isGroup();
    }

    private static boolean isTarget(LayerCell cell, DragEvent event) {
        return isLayer(cell) && event.getDragboard().hasContent(LAYER);
    }

    private static boolean isAbove(LayerCell cell, DragEvent event) {
        return event.getY() < cell.getHeight() / 2 && cell.getItem().item() == null;
    }

    private static void mark(LayerCell cell, boolean above, boolean below) {
        cell.pseudoClassStateChanged(ABOVE, above);
        cell.pseudoClassStateChanged(BELOW, below);
    }
}
