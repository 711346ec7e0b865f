package riskmap.app.importing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to import, and what the user says about it that the sources do not.
 *
 * @param sources files, {@code FILE} or {@code FILE#LAYER}, folders, zip archives
 * @param project the project; made when there is none
 * @param kind catalogue kind of the features, or null to keep their columns
 * @param layer name of the layer, or null for the kind's or the file's name
 * @param crs EPSG code of the coordinates in place of the file's, {@code gcj02}, or null
 * @param encoding encoding of text, or null to find it out
 * @param x column of x or longitude, or null to guess
 * @param y column of y or latitude, or null to guess
 * @param columns field → column, goes before names and aliases
 * @param mode what becomes of the rows that the layer has; null to append, to layers of the same kind only
 * @param key field by which rows are recognised, for {@link ImportMode#UPDATE}; null for {@code uuid}
 * @param header number of the header's row in tables, from 1; 0 for none; null to find it
 */
public record ImportRequest(
        List<String> sources,
        Path project,
        String kind,
        String layer,
        String crs,
        String encoding,
        String x,
        String y,
        Map<String, String> columns,
        ImportMode mode,
        String key,
        Integer header) {
    public ImportRequest {
        sources = List.copyOf(sources);
        columns = Map.copyOf(columns);
    }

    /** Files into a project with nothing more said. */
    public static ImportRequest of(Path project, String... sources) {
        return new ImportRequest(
                List.of(sources), project, null, null, null, null, null, null, Map.of(), null, null, null);
    }

    /** The same with another word on the CRS. */
    public ImportRequest withCrs(String newCrs) {
        return new ImportRequest(sources, project, kind, layer, newCrs, encoding, x, y, columns, mode, key, header);
    }

    /** The same into another layer of a kind. */
    public ImportRequest into(String newKind, String newLayer) {
        return new ImportRequest(sources, project, newKind, newLayer, crs, encoding, x, y, columns, mode, key, header);
    }

    /** The same with another way with the rows that are there. */
    public ImportRequest with(ImportMode newMode, String newKey) {
        return new ImportRequest(sources, project, kind, layer, crs, encoding, x, y, columns, newMode, newKey, header);
    }

    /** The same with other columns for the fields. */
    public ImportRequest withColumns(Map<String, String> newColumns) {
        return new ImportRequest(sources, project, kind, layer, crs, encoding, x, y, newColumns, mode, key, header);
    }

    /** The same with the header of tables in another row. */
    public ImportRequest withHeader(Integer newHeader) {
        return new ImportRequest(sources, project, kind, layer, crs, encoding, x, y, columns, mode, key, newHeader);
    }

    /** The same with another word on the encoding. */
    public ImportRequest withEncoding(String newEncoding) {
        return new ImportRequest(sources, project, kind, layer, crs, newEncoding, x, y, columns, mode, key, header);
    }

    /** The same with other columns of x and y. */
    public ImportRequest withPlace(String newX, String newY) {
        return new ImportRequest(sources, project, kind, layer, crs, encoding, newX, newY, columns, mode, key, header);
    }

    /** The same from other sources. */
    public ImportRequest from(String... newSources) {
        return new ImportRequest(
                List.of(newSources), project, kind, layer, crs, encoding, x, y, columns, mode, key, header);
    }
}
