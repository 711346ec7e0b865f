package riskmap.analysis;

import java.util.ArrayList;
import java.util.List;
import org.geotools.data.simple.SimpleFeatureCollection;
import riskmap.base.Message;
import riskmap.data.Table;
import riskmap.geo.raster.Grid;

/** What a tool made: features (may be a stream that computes while it is read), a raster or a table; and what to tell. */
public sealed interface Output {
    /** What the user should know: counts, rule used, rows without geometry, repairs. */
    List<Message> notes();

    /** The same with these told before what it has to tell. */
    default Output after(List<Message> first) {
        if (first.isEmpty()) {
            return this;
        }
        List<Message> all = new ArrayList<>(first);
        all.addAll(notes());
        if (this instanceof Features made) {
            return new Features(made.features(), all);
        }
        return this instanceof Raster made ? new Raster(made.grid(), all) : new Rows(((Rows) this).table(), all);
    }

    /** Features; the schema's name is a suggestion. */
    record Features(SimpleFeatureCollection features, List<Message> notes) implements Output {}

    /** A raster. */
    record Raster(Grid grid, List<Message> notes) implements Output {}

    /** A table without geometry. */
    record Rows(Table table, List<Message> notes) implements Output {}
}
