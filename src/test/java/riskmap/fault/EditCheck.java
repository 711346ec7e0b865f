package riskmap.fault;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Compares a project file with a model, through a plain SQLite connection that owes the program nothing. */
final class EditCheck {
    private EditCheck() {}

    /** What is wrong with a file; empty when it is sound and holds what the model says, row by row and step by step. */
    static String problem(Path file, EditModel model) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
                Statement statement = connection.createStatement()) {
            String sound = text(statement, "PRAGMA integrity_check(1)");
            if (!sound.equals("ok")) {
                return "corrupt: " + sound;
            }
            for (String layer : EditOperation.LAYERS) {
                String found = layer(statement, layer, model.rows(layer));
                if (!found.isEmpty()) {
                    return found;
                }
            }
            for (String layer : EditOperation.LAYERS) {
                String found = look(statement, layer, model.look(layer));
                if (!found.isEmpty()) {
                    return found;
                }
            }
            String states = text(
                    statement,
                    "SELECT coalesce(group_concat(substr(state, 1, 1), ''), '') FROM"
                            + " (SELECT state FROM riskmap_edit ORDER BY seq)");
            if (!states.equals(model.history())) {
                return "history " + tail(states) + " for " + tail(model.history());
            }
            String saved = text(statement, "SELECT count(*) FROM riskmap_checkpoint");
            return saved.equals(Integer.toString(model.saved())) ? "" : "checkpoints " + saved;
        } catch (SQLException e) {
            return "unreadable: " + e.getMessage();
        }
    }

    private static String tail(String states) {
        return states.length() + ":" + states.substring(Math.max(0, states.length() - 8));
    }

    private static String layer(Statement statement, String layer, TreeMap<Long, EditModel.Cell> expected)
            throws SQLException {
        int count = 0;
        try (ResultSet rows = statement.executeQuery("SELECT fid, geom, name, n FROM " + layer)) {
            while (rows.next()) {
                count++;
                EditModel.Cell cell = expected.get(rows.getLong(1));
                if (cell == null) {
                    return layer + "." + rows.getLong(1) + " should not be there";
                }
                if (rows.getInt(4) != cell.words()
                        || !EditProject.name(cell.words()).equals(rows.getString(3))
                        || !geometry(rows.getBytes(2)).equalsExact(EditProject.geometry(layer, cell.place()))) {
                    return layer + "." + rows.getLong(1) + " differs";
                }
            }
        }
        if (count != expected.size()) {
            return layer + ": " + count + " rows of " + expected.size();
        }
        return index(statement, layer, expected);
    }

    /** The style's row, and the map that is drawn with it or not. */
    private static String look(Statement statement, String layer, Integer colour) throws SQLException {
        String kept = text(statement, "SELECT count(*) FROM sqlite_master WHERE name='layer_styles'")
                        .equals("0")
                ? ""
                : text(statement, "SELECT styleSLD FROM layer_styles WHERE f_table_name='" + layer + "'");
        String expected = colour == null ? "" : EditProject.style(colour);
        if (!kept.equals(expected)) {
            return "style of " + layer;
        }
        String drawn = text(
                statement,
                "SELECT json_extract(l.value, '$.style') FROM riskmap_documents d, json_each(d.json, '$.layers') l"
                        + " WHERE d.key='map' AND json_extract(l.value, '$.id')='" + layer + "'");
        return (drawn == null || drawn.isEmpty()) == (colour == null)
                ? ""
                : "map draws " + layer + " by '" + drawn + "'";
    }

    private static String index(Statement statement, String layer, TreeMap<Long, EditModel.Cell> expected)
            throws SQLException {
        int count = 0;
        try (ResultSet boxes = statement.executeQuery("SELECT id, minx, maxx FROM rtree_" + layer + "_geom")) {
            while (boxes.next()) {
                count++;
                EditModel.Cell cell = expected.get(boxes.getLong(1));
                if (cell == null
                        || boxes.getDouble(2) > EditProject.x(cell.place())
                        || boxes.getDouble(3) < EditProject.x(cell.place())) {
                    return layer + ": index of " + boxes.getLong(1);
                }
            }
        }
        return count == expected.size() ? "" : layer + ": " + count + " index entries of " + expected.size();
    }

    /** The WKB behind the header of a GeoPackage blob. */
    private static Geometry geometry(byte[] blob) {
        int[] envelopes = {0, 32, 48, 48, 64};
        int start = 8 + envelopes[blob[3] >> 1 & 7];
        try {
            return new WKBReader().read(java.util.Arrays.copyOfRange(blob, start, blob.length));
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
