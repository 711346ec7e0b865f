package riskmap.ui.edit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Geometry;
import riskmap.data.Changes;
import riskmap.data.LayerData;
import riskmap.data.RowChange;

/** What the map shows of an edit at once: selection, handles and snapping follow it before the picture is painted anew. */
final class AppliedEdits {
    /** Larger steps are read anew. */
    private static final int MOST = 2_000;

    private final EditDesk desk;

    AppliedEdits(EditDesk desk) {
        this.desk = desk;
    }

    void take(Changes changes) {
        desk.tasks().succeeded();
        if (changes.rows().size() > MOST) {
            desk.snapping().forget();
            desk.highlight().forget();
            changes.layers().forEach(layer -> desk.selection()
                    .remove(
                            layer,
                            changes.rows().stream()
                                    .filter(row ->
                                            row.isRemoved() && row.layer().equals(layer))
                                    .map(RowChange::fid)
                                    .toList()));
            return;
        }
        Map<String, Optional<CoordinateReferenceSystem>> systems = systems();
        for (RowChange row : changes.rows()) {
            Optional<CoordinateReferenceSystem> crs = systems.get(row.layer());
            if (row.isRemoved()) {
                desk.snapping().changed(row.layer(), row.fid(), null);
                desk.selection().remove(row.layer(), List.of(row.fid()));
            } else if (crs != null) {
                row.after().values().stream()
                        .filter(Geometry.class::isInstance)
                        .map(Geometry.class::cast)
                        .findFirst()
                        .ifPresent(geometry -> know(row, geometry, crs.orElse(null)));
            }
        }
        desk.highlight().refresh();
        desk.glass().repaint();
    }

    private void know(RowChange row, Geometry geometry, CoordinateReferenceSystem crs) {
        Geometry inMap = EditDesk.reproject(geometry, crs, desk.mapCrs());
        desk.snapping().changed(row.layer(), row.fid(), inMap);
        desk.highlight().know(row.layer(), row.fid(), inMap);
    }

    /** The CRS of each table in sight. */
    private Map<String, Optional<CoordinateReferenceSystem>> systems() {
        Map<String, Optional<CoordinateReferenceSystem>> result = new HashMap<>();
        desk.map().content().get().layers().forEach(layer -> {
            if (layer.data() instanceof LayerData.Features features) {
                result.put(
                        features.source().getName().getLocalPart(),
                        Optional.ofNullable(features.source().getSchema().getCoordinateReferenceSystem()));
            }
        });
        return result;
    }
}
