package riskmap.ui.edit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.data.simple.SimpleFeatureIterator;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.edit.topology.Row;

/** Rows of a layer by their keys, as they stand in the file. */
final class LayerRows {
    private LayerRows() {}

    /** The rows of these keys, in the order of their keys; those that are gone are left out. */
    static List<Row> of(SimpleFeatureSource source, Collection<Long> fids) {
        List<Row> rows = new ArrayList<>();
        if (fids.isEmpty()) {
            return rows;
        }
        try (SimpleFeatureIterator found =
                source.getFeatures(Fids.query(source, fids)).features()) {
            while (found.hasNext()) {
                rows.add(Row.of(found.next()));
            }
        } catch (IOException e) {
            throw new RiskMapException(
                    Message.of("ui.layer-unreadable", source.getName().getLocalPart(), String.valueOf(e.getMessage())),
                    e);
        }
        rows.sort(Comparator.comparingLong(Row::fid));
        return rows;
    }
}
