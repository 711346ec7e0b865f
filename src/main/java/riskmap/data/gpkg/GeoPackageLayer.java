package riskmap.data.gpkg;

/**
 * What {@code gpkg_contents} says of one layer or table.
 *
 * @param name the table's name, exactly as stored
 * @param title {@code identifier}, or the name where there is none
 * @param description {@code description}, may be empty
 * @param kind whether it holds features, rows without geometry, or tiles
 * @param geometryColumn name of the geometry column, null for a table without geometry
 * @param geometryType GeoPackage geometry type name in upper case ({@code POINT} … {@code GEOMETRY}), null without one
 * @param hasZ whether Z is allowed or required
 * @param hasM whether M is allowed or required
 * @param srsId {@code srs_id} of the geometry column; -1 and 0 are undefined
 * @param readOnlyReason why rows cannot be changed (a view, no primary key, …), null where they can
 */
public record GeoPackageLayer(
        String name,
        String title,
        String description,
        Kind kind,
        String geometryColumn,
        String geometryType,
        boolean hasZ,
        boolean hasM,
        int srsId,
        riskmap.base.Message readOnlyReason) {
    /** {@code data_type} of {@code gpkg_contents}. */
    public enum Kind {
        FEATURES,
        ATTRIBUTES,
        TILES,
        OTHER
    }
}
