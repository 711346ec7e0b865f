package riskmap.ui.edit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import riskmap.app.project.Workspace;
import riskmap.data.GeometryKind;
import riskmap.edit.sketch.KeptSketch;
import riskmap.edit.sketch.Sketch;

/** Keeps the drawing of a new feature on the disk while it goes on, so that it outlives a crash. */
final class SketchKeeping {
    private final EditDesk desk;
    private boolean isKept;

    SketchKeeping(EditDesk desk) {
        this.desk = desk;
    }

    /** Keeps the drawing as it is now; one that is empty is forgotten, if it is one that was kept here. */
    void keep(Sketch sketch) {
        Workspace workspace = desk.editing().workspace();
        if (workspace == null || workspace.isReadOnly()) {
            return;
        }
        Optional<EditLayer> layer = desk.layer();
        if (!sketch.isEmpty() && layer.isPresent()) {
            Geometry inLayer = EditDesk.reproject(
                    KeptSketch.geometry(sketch), desk.mapCrs(), layer.get().crs());
            workspace
                    .edits()
                    .sketch()
                    .keep(new riskmap.edit.Sketch(
                            layer.get().table(), -1, sketch.kind().name(), inLayer, Map.of(), Instant.now()));
            isKept = true;
        } else if (isKept) {
            workspace.edits().sketch().clear();
            isKept = false;
        }
    }

    /** The drawing that was kept, on the map. */
    Sketch resumed(riskmap.edit.Sketch kept, EditLayer layer) {
        isKept = true;
        Geometry inMap = EditDesk.reproject(kept.geometry(), layer.crs(), desk.mapCrs());
        return KeptSketch.sketch(inMap, GeometryKind.valueOf(kept.tool()));
    }
}
