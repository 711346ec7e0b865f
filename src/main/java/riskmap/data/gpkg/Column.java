package riskmap.data.gpkg;

/**
 * A column of a table, its geometry and key left out.
 *
 * @param name exactly as stored
 * @param type what its values are
 * @param length most characters or bytes, 0 where not limited
 * @param isRequired whether NULL is refused
 */
record Column(String name, ColumnType type, int length, boolean isRequired) {}
