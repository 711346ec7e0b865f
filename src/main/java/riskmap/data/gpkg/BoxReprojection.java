package riskmap.data.gpkg;

import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.filter.visitor.DuplicatingFilterVisitor;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.geo.crs.Crs;

/**
 * Brings rectangles that name another CRS ({@code BBOX(geom, 122, 37, 123, 38, 'EPSG:4490')}) into the layer's: there
 * they are polygons with bent sides, followed in {@value #PIECES} pieces each.
 */
final class BoxReprojection extends DuplicatingFilterVisitor {
    private static final int PIECES = 32;

    private final CoordinateReferenceSystem target;

    private BoxReprojection(CoordinateReferenceSystem target) {
        this.target = target;
    }

    /** The query with every rectangle in the CRS of the layer; the same one where that is so already. */
    static Query toLayer(Query query, SimpleFeatureType type) {
        CoordinateReferenceSystem crs = type.getCoordinateReferenceSystem();
        if (crs == null || query.getFilter() == Filter.INCLUDE || query.getFilter() == Filter.EXCLUDE) {
            return query;
        }
        Query result = new Query(query);
        result.setFilter((Filter) query.getFilter().accept(new BoxReprojection(crs), null));
        return result;
    }

    @Override
    public Object visit(BBOX filter, Object extra) {
        CoordinateReferenceSystem stated = filter.getBounds().getCoordinateReferenceSystem();
        String code = Crs.code(stated);
        // by its code, x comes first, which the order in the filter has promised
        CoordinateReferenceSystem named = code == null ? stated : Crs.of(code);
        if (named == null || Crs.same(named, target)) {
            return filter;
        }
        Envelope box = box(filter);
        Geometry outline = Densifier.densify(
                GeometryBlobReader.FACTORY.toGeometry(box), Math.max(box.getWidth(), box.getHeight()) / PIECES);
        Geometry bent = Crs.transform(named, target).apply(outline);
        return getFactory(extra)
                .intersects(filter.getExpression1(), getFactory(extra).literal(bent));
    }

    /** The rectangle as it stands in the filter. */
    static Envelope box(BBOX filter) {
        var bounds = filter.getBounds();
        return new Envelope(bounds.getMinX(), bounds.getMaxX(), bounds.getMinY(), bounds.getMaxY());
    }
}
