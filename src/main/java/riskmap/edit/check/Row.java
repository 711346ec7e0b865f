package riskmap.edit.check;

import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Geometry;
import riskmap.data.RowChange;

/**
 * A row under check.
 *
 * @param feature as the store holds it
 * @param shape its geometry in the project's CRS, null where it has none
 * @param town the town it belongs to: the one it names, else the one it lies in; empty when neither is known
 */
record Row(SimpleFeature feature, Geometry shape, String town) {
    long fid() {
        return RowChange.key(feature);
    }

    /** The value of a column, null also where there is no such column. */
    Object value(String column) {
        int at = feature.getFeatureType().indexOf(column);
        return at < 0 ? null : feature.getAttribute(at);
    }

    /** The value of a column as text, empty for none. */
    String text(String column) {
        Object value = value(column);
        return value == null ? "" : value.toString().strip();
    }
}
