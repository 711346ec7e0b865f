package riskmap.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.factory.CommonFactoryFinder;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;

/** Which features lie under a point of the target. */
public final class HitTest {
    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    private HitTest() {}

    /**
     * A feature that was hit.
     *
     * @param layerId id of its layer
     * @param feature the feature
     */
    public record Hit(String layerId, SimpleFeature feature) {}

    /** The features at a target position within a tolerance in target units, topmost first, at most {@code limit}. */
    public static List<Hit> at(
            List<PaintLayer> layers, Viewport viewport, double x, double y, double tolerance, int limit) {
        Coordinate world = viewport.toWorld(x, y);
        double reach = tolerance / viewport.scale();
        List<Hit> hits = new ArrayList<>();
        for (int i = layers.size() - 1; i >= 0 && hits.size() < limit; i--) {
            PaintLayer layer = layers.get(i);
            if (layer.data() instanceof LayerData.Features features) {
                hit(layer, features.source(), viewport.crs(), world, reach, limit, hits);
            }
        }
        return hits;
    }

    private static void hit(
            PaintLayer layer,
            SimpleFeatureSource source,
            CoordinateReferenceSystem crs,
            Coordinate at,
            double reach,
            int limit,
            List<Hit> hits) {
        SimpleFeatureType type = source.getSchema();
        if (type.getGeometryDescriptor() == null) {
            return;
        }
        double[] box = {
            at.x - reach,
            at.y - reach,
            at.x + reach,
            at.y - reach,
            at.x + reach,
            at.y + reach,
            at.x - reach,
            at.y + reach,
            at.x,
            at.y
        };
        CoordinateReferenceSystem own = type.getCoordinateReferenceSystem();
        if (own != null && crs != null && !Crs.same(own, crs)) {
            Crs.transform(crs, own).apply(box, 5);
        }
        Envelope around = new Envelope();
        for (int i = 0; i < 4; i++) {
            around.expandToInclude(box[2 * i], box[2 * i + 1]);
        }
        Point point = new GeometryFactory().createPoint(new Coordinate(box[8], box[9]));
        double distance = Math.max(around.getWidth(), around.getHeight()) / 2;
        Filter near = FILTERS.bbox(
                FILTERS.property(type.getGeometryDescriptor().getLocalName()),
                around.getMinX(),
                around.getMinY(),
                around.getMaxX(),
                around.getMaxY(),
                null);
        Filter filter = layer.filter() == Filter.INCLUDE ? near : FILTERS.and(near, layer.filter());
        try (SimpleFeatureIterator features =
                source.getFeatures(new Query(type.getTypeName(), filter)).features()) {
            while (features.hasNext() && hits.size() < limit) {
                SimpleFeature feature = features.next();
                Geometry geometry = (Geometry) feature.getDefaultGeometry();
                if (geometry != null && geometry.isWithinDistance(point, distance)) {
                    hits.add(new Hit(layer.id(), feature));
                }
            }
        } catch (IOException e) {
            throw new RiskMapException(Message.of("render.layer-unreadable", type.getTypeName(), e.getMessage()), e);
        }
    }
}
