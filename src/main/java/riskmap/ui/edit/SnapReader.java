package riskmap.ui.edit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.data.RowChange;
import riskmap.geo.crs.Crs;
import riskmap.geo.snap.SnapIndex;
import riskmap.render.PaintLayer;

/** Reads the features of layers around a place into an index for snapping, in the map's CRS. */
record SnapReader(List<PaintLayer> layers, CoordinateReferenceSystem mapCrs, int most) {
    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    /**
     * The index of an extent.
     *
     * @param evenIfMany whether to give what was read when there are more features than {@code most}; else nothing
     */
    Optional<SnapIndex> read(Envelope extent, boolean evenIfMany) {
        SnapIndex index = new SnapIndex(extent);
        int left = most;
        for (PaintLayer layer : layers) {
            left = add(layer, extent, index, left);
            if (left < 0 && !evenIfMany) {
                return Optional.empty();
            }
        }
        return Optional.of(index);
    }

    /** Adds a layer; how many features more may be read, negative when there were too many. */
    private int add(PaintLayer layer, Envelope extent, SnapIndex index, int left) {
        SimpleFeatureSource source = ((LayerData.Features) layer.data()).source();
        CoordinateReferenceSystem own = source.getSchema().getCoordinateReferenceSystem();
        if (source.getSchema().getGeometryDescriptor() == null || left < 0) {
            return left;
        }
        boolean same = own == null || Crs.same(own, mapCrs);
        String column = source.getSchema().getGeometryDescriptor().getLocalName();
        Filter near = FILTERS.bbox(
                FILTERS.property(column), new ReferencedEnvelope(same ? extent : inLayer(extent, own), own));
        Filter filter = layer.filter() == Filter.INCLUDE ? near : FILTERS.and(near, layer.filter());
        Query query = new Query(source.getName().getLocalPart(), filter, left + 1, new String[] {column}, null);
        int read = 0;
        try (SimpleFeatureIterator features = source.getFeatures(query).features()) {
            while (features.hasNext() && read <= left) {
                SimpleFeature feature = features.next();
                read++;
                if (feature.getDefaultGeometry() instanceof Geometry geometry) {
                    index.add(
                            source.getName().getLocalPart(),
                            RowChange.key(feature),
                            same ? geometry : Crs.transform(own, mapCrs).apply(geometry));
                }
            }
        } catch (IOException e) {
            throw new RiskMapException(
                    Message.of("ui.layer-unreadable", source.getName().getLocalPart(), String.valueOf(e.getMessage())),
                    e);
        }
        return left - read;
    }

    private Envelope inLayer(Envelope extent, CoordinateReferenceSystem own) {
        double[] corners = {
            extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMinY(),
            extent.getMaxX(), extent.getMaxY(), extent.getMinX(), extent.getMaxY()
        };
        Crs.transform(mapCrs, own).apply(corners, 4);
        Envelope result = new Envelope();
        for (int i = 0; i < 4; i++) {
            result.expandToInclude(corners[2 * i], corners[2 * i + 1]);
        }
        return result;
    }
}
