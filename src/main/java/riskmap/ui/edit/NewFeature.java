package riskmap.ui.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import riskmap.data.Changes;
import riskmap.data.RowChange;

/**
 * A feature that was drawn and has no attributes yet.
 *
 * @param layer where it goes
 * @param fid its key, reserved already
 * @param step all that adding it does: the new row with its geometry and defaults, and what drawing it did to its
 *     neighbours (a vertex put into a shared boundary)
 */
public record NewFeature(EditLayer layer, long fid, Changes step) {
    /** The values of the new row as they are, geometry included. */
    public Map<String, Object> values() {
        return row().after();
    }

    /** The same step with these attributes in the new row. */
    public Changes with(Map<String, Object> attributes) {
        Map<String, Object> values = new LinkedHashMap<>(values());
        values.putAll(attributes);
        List<RowChange> rows = new ArrayList<>(step.rows());
        rows.set(rows.indexOf(row()), RowChange.added(layer.table(), fid, values));
        return new Changes(step.name(), rows);
    }

    private RowChange row() {
        return step.rows().stream()
                .filter(row -> row.isAdded() && row.fid() == fid && row.layer().equals(layer.table()))
                .findFirst()
                .orElseThrow();
    }
}
