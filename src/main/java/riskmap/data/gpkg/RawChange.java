package riskmap.data.gpkg;

import java.util.Map;

/**
 * What an edit does to one row, in SQLite's own values.
 *
 * @param layer name of the table
 * @param fid key of the row
 * @param before cells before, null for a row that is added
 * @param after cells after, null for a row that is removed
 */
record RawChange(String layer, long fid, Map<String, Object> before, Map<String, Object> after) {
    RawChange inverse() {
        return new RawChange(layer, fid, after, before);
    }
}
