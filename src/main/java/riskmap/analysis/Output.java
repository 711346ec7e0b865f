package riskmap.analysis;

import java.util.List;
import org.geotools.data.simple.SimpleFeatureCollection;
import riskmap.base.Message;
import riskmap.data.Table;
import riskmap.geo.Grid;

/** What a tool made: features (may be a stream that computes while it is read), a raster or a table; and what to tell. */
public sealed interface Output {
    /** What the user should know: counts, rule used, rows without geometry, repairs. */
    List<Message> notes();

    /** Features; the schema's name is a suggestion. */
    record Features(SimpleFeatureCollection features, List<Message> notes) implements Output {}

    /** A raster. */
    record Raster(Grid grid, List<Message> notes) implements Output {}

    /** A table without geometry. */
    record Rows(Table table, List<Message> notes) implements Output {}
}
