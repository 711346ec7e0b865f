package riskmap.app.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What of a layer to write, where to, and how.
 *
 * @param layer name of the layer in its project, or empty when there is one
 * @param target the file to write; its ending says the format
 * @param crs EPSG code of the coordinates to write, or null for the layer's (GeoJSON, KML: WGS 84)
 * @param where ECQL condition on the features, or null for all
 * @param fids keys of the rows to write, or null for all
 * @param fields columns to write, or null for all; the geometry is always written
 * @param encoding encoding of text where the format leaves a choice, or null for UTF-8
 */
public record ExportRequest(
        String layer, Path target, String crs, String where, Set<Long> fids, List<String> fields, String encoding) {
    public ExportRequest {
        fids = fids == null ? null : Set.copyOf(fids);
        fields = fields == null ? null : List.copyOf(fields);
    }

    /** All of a layer into a file. */
    public static ExportRequest of(String layer, Path target) {
        return new ExportRequest(layer, target, null, null, null, null, null);
    }

    /** The same in another CRS and encoding. */
    public ExportRequest in(String newCrs, String newEncoding) {
        return new ExportRequest(layer, target, newCrs, where, fids, fields, newEncoding);
    }

    /** The same of those rows that fulfil a condition. */
    public ExportRequest where(String condition) {
        return new ExportRequest(layer, target, crs, condition, fids, fields, encoding);
    }

    /** The same of these rows only. */
    public ExportRequest rows(Set<Long> keys) {
        return new ExportRequest(layer, target, crs, where, keys, fields, encoding);
    }

    /** The same with these columns only. */
    public ExportRequest columns(List<String> names) {
        return new ExportRequest(layer, target, crs, where, fids, names, encoding);
    }
}
