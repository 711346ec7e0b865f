package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;

/**
 * The rows of {@code gpkg_spatial_ref_sys}: {@code srs_id} to CRS and back. Coordinates in a GeoPackage are always x, y;
 * the definition kept beside them has the authority's axes.
 *
 * <p><b>Source:</b> GeoPackage 1.3, clause 1.1.2 and requirement 20 (axis order).
 */
final class SpatialReferences {
    /** Deepest nesting of brackets in a definition that is read; real ones stay under ten. */
    private static final int DEEPEST = 40;

    private static final int LONGEST = 20_000;

    /** Identifiers for systems that no authority numbers. */
    private static final int FIRST_PRIVATE = 100_000;

    private final Database database;
    private final Map<Integer, Optional<CoordinateReferenceSystem>> known = new HashMap<>();

    SpatialReferences(Database database) {
        this.database = database;
    }

    /** The CRS of an {@code srs_id}; null where it is undefined or cannot be understood (then there is a notice). */
    CoordinateReferenceSystem crs(Connection connection, int srsId) throws SQLException {
        synchronized (known) {
            if (!known.containsKey(srsId)) {
                known.put(srsId, Optional.ofNullable(read(connection, srsId)));
            }
            return known.get(srsId).orElse(null);
        }
    }

    private CoordinateReferenceSystem read(Connection connection, int srsId) throws SQLException {
        if (srsId == 0 || srsId == -1) {
            return null;
        }
        List<Object[]> rows = Sql.rows(
                connection,
                "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id=?",
                srsId);
        if (rows.isEmpty()) {
            database.notice(Message.of("data.gpkg-srs-missing", database.file().toString(), Integer.toString(srsId)));
            return null;
        }
        Object[] row = rows.get(0);
        try {
            if ("epsg".equalsIgnoreCase(String.valueOf(row[0])) && row[1] instanceof Number code) {
                return flat(Crs.of(code.intValue()), srsId);
            }
        } catch (RiskMapException unknownCode) {
            // the definition may still say what it is
            known.remove(srsId);
        }
        return fromDefinition(String.valueOf(row[2]), srsId);
    }

    private CoordinateReferenceSystem fromDefinition(String wkt, int srsId) {
        try {
            if (wkt.length() <= LONGEST && depth(wkt) <= DEEPEST) {
                return flat(Crs.fromWkt(wkt), srsId);
            }
        } catch (RiskMapException unreadable) {
            known.remove(srsId);
        }
        database.notice(Message.of("data.gpkg-srs-unreadable", database.file().toString(), Integer.toString(srsId)));
        return null;
    }

    /** A map is flat: earth-centred and other systems of three axes have no place on it. */
    private CoordinateReferenceSystem flat(CoordinateReferenceSystem crs, int srsId) {
        if (crs.getCoordinateSystem().getDimension() == 2) {
            return crs;
        }
        database.notice(Message.of("data.gpkg-srs-not-flat", database.file().toString(), Integer.toString(srsId)));
        return null;
    }

    private static int depth(String wkt) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < wkt.length(); i++) {
            char c = wkt.charAt(i);
            if (c == '[' || c == '(') {
                deepest = Math.max(deepest, ++depth);
            } else if (c == ']' || c == ')') {
                depth--;
            }
        }
        return deepest;
    }

    /** The {@code srs_id} of a CRS, added to the file where it is not in it yet; -1 for none. */
    int idOf(Connection connection, CoordinateReferenceSystem crs) throws SQLException {
        if (crs == null) {
            return -1;
        }
        int code = Crs.epsg(crs);
        String definition = Crs.toWkt(crs);
        if (code > 0) {
            Object id = Sql.value(
                    connection,
                    "SELECT srs_id FROM gpkg_spatial_ref_sys WHERE lower(organization)='epsg'"
                            + " AND organization_coordsys_id=? ORDER BY srs_id=? DESC",
                    code,
                    code);
            if (id != null) {
                return ((Number) id).intValue();
            }
        }
        Object same = Sql.value(connection, "SELECT srs_id FROM gpkg_spatial_ref_sys WHERE definition=?", definition);
        if (same != null) {
            return ((Number) same).intValue();
        }
        int id = freeId(connection, code);
        insert(connection, crs, id, code, definition);
        return id;
    }

    private static int freeId(Connection connection, int code) throws SQLException {
        boolean free =
                code > 0 && Sql.value(connection, "SELECT 1 FROM gpkg_spatial_ref_sys WHERE srs_id=?", code) == null;
        if (free) {
            return code;
        }
        long highest = Sql.number(connection, "SELECT max(srs_id) FROM gpkg_spatial_ref_sys");
        return (int) Math.max(FIRST_PRIVATE, highest + 1);
    }

    private static void insert(
            Connection connection, CoordinateReferenceSystem crs, int id, int code, String definition)
            throws SQLException {
        Sql.run(
                connection,
                "INSERT INTO gpkg_spatial_ref_sys (srs_name, srs_id, organization, organization_coordsys_id, definition,"
                        + " description) VALUES (?, ?, ?, ?, ?, NULL)",
                code > 0 ? crs.getName().getCode() : Crs.title(crs),
                id,
                code > 0 ? "EPSG" : "NONE",
                code > 0 ? code : id,
                definition);
    }
}
