package riskmap.app.importing;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.data.ColumnMatch;
import riskmap.io.TableLook;

/**
 * What a source looks like before it is imported: its first rows and shapes, what was guessed of it and why, and which
 * columns would fill which fields. Made by {@link ImportPreviews}.
 *
 * @param title the file, or the layer in it
 * @param format name of its format in words
 * @param raster whether it is a raster, which has no rows
 * @param geometry name of the class of its geometries; empty for a table without places
 * @param columns its columns
 * @param rows the first rows as text, a cell per column
 * @param shapes some of its geometries in the CRS of the map they are shown on; none while its CRS is not known
 * @param shown extent of all geometries looked at, in the same CRS
 * @param count how many features it has: exactly, or about
 * @param exact whether all were counted
 * @param encoding of its text; empty where it has none or its format says it
 * @param crs code of its CRS, empty where it is not known
 * @param crsStated whether the source or the user says its CRS; else it is a guess, or missing
 * @param gcj02 whether its degrees are GCJ-02: {@code gcj02}, or empty for no or not known
 * @param kind key of the kind its features seem to be of
 * @param table how it is read where it is a table, else null
 * @param match which columns fill which fields of the kind chosen; null without a kind
 * @param memory how a source of the same columns was imported last, or null
 * @param elsewhere where it lies, if that is away from the project's layers, or how much of it does; null for no
 * @param notes what else was found
 */
public record ImportPreview(
        String title,
        Message format,
        boolean raster,
        String geometry,
        List<Column> columns,
        List<List<String>> rows,
        List<Geometry> shapes,
        Envelope shown,
        long count,
        boolean exact,
        Guess encoding,
        Guess crs,
        boolean crsStated,
        Guess gcj02,
        Guess kind,
        TableLook table,
        ColumnMatch match,
        ImportMemory memory,
        Message elsewhere,
        List<Message> notes) {
    /** A column of the source with a few of its values. */
    public record Column(String name, String type, List<String> samples) {
        public Column {
            samples = List.copyOf(samples);
        }
    }

    public ImportPreview {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        shapes = List.copyOf(shapes);
        notes = List.copyOf(notes);
    }

    /** Whether features have places. */
    public boolean isSpatial() {
        return raster || !geometry.isEmpty();
    }
}
