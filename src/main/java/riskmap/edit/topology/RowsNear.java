package riskmap.edit.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.filter.FilterFactory;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.locationtech.jts.geom.Envelope;
import riskmap.geo.shape.Nearness;

/** How an edit reads the rows near a place; it never reads more of a layer. */
@FunctionalInterface
public interface RowsNear {
    /** The rows of a layer whose extent meets this one, in the order of their keys. */
    List<Row> near(String layer, Envelope extent);

    /** Rows from feature sources, asked by extent so that the spatial index of the table answers. */
    static RowsNear of(Function<String, SimpleFeatureSource> sources) {
        FilterFactory filters = CommonFactoryFinder.getFilterFactory();
        return (layer, extent) -> {
            SimpleFeatureSource source = sources.apply(layer);
            String column = source.getSchema().getGeometryDescriptor().getLocalName();
            ReferencedEnvelope box =
                    new ReferencedEnvelope(extent, source.getSchema().getCoordinateReferenceSystem());
            // a rectangle of no area is no polygon: asked for exactly, it meets some of the rows that touch it and not
            // others
            box.expandBy(Nearness.of(extent));
            Query query = new Query(layer, filters.bbox(filters.property(column), box));
            List<Row> rows = new ArrayList<>();
            try (SimpleFeatureIterator found = source.getFeatures(query).features()) {
                while (found.hasNext()) {
                    rows.add(Row.of(found.next()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            rows.sort(Comparator.comparingLong(Row::fid));
            return rows;
        };
    }

    /** Nothing around. */
    static RowsNear nothing() {
        return (layer, extent) -> List.of();
    }
}
