package riskmap.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.style.Symbolizer;
import org.geotools.filter.visitor.DuplicatingFilterVisitor;
import org.locationtech.jts.geom.Geometry;

/**
 * Rows of a layer with other geometries: those that a symbolizer's {@code Geometry} computes, such as the centre of an area
 * or the last point of a line.
 *
 * @param layer the computed geometries, one row for each of {@code sources}
 * @param sources the row of the original layer that each was computed from
 */
record DerivedLayer(PackedLayer layer, List<Integer> sources) {

    /** The expression that computes a symbolizer's geometry, or null when it shows the feature's own. */
    static Expression computed(Symbolizer symbolizer) {
        Expression geometry = symbolizer.getGeometry();
        return geometry == null || geometry instanceof PropertyName ? null : geometry;
    }

    /** Computes the geometries of rows; a row without one is left out, one with several kinds becomes several rows. */
    static DerivedLayer of(PackedLayer layer, IntList rows, Expression expression) {
        FeatureCursor cursor = new FeatureCursor(layer);
        Expression bound = bound(expression, layer, cursor);
        GeometryPacker packer = new GeometryPacker(null, layer.originX(), layer.originY());
        FeatureIds ids = new FeatureIds();
        List<Integer> sources = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            // asked for a geometry: some functions of GeoTools answer nothing else
            Geometry geometry = bound.evaluate(cursor.at(rows.get(i)), Geometry.class);
            if (geometry != null) {
                int added = packer.add(geometry);
                for (int j = 0; j < added; j++) {
                    ids.add(layer.id(rows.get(i)));
                    sources.add(rows.get(i));
                }
            }
        }
        PackedLayer derived = new PackedLayer(
                layer.crs(), packer.originX(), packer.originY(), packer.rows(ids), Map.of(), new EditTrail(), 0);
        return new DerivedLayer(derived, sources);
    }

    /** The geometry has other names in other programs' styles: what is no column of the layer means the geometry. */
    private static Expression bound(Expression expression, PackedLayer layer, FeatureCursor cursor) {
        String own = cursor.getFeatureType().getGeometryDescriptor().getLocalName();
        return (Expression) expression.accept(
                new DuplicatingFilterVisitor() {
                    @Override
                    public Object visit(PropertyName name, Object data) {
                        return layer.columnNames().contains(name.getPropertyName())
                                ? name
                                : getFactory(data).property(own);
                    }
                },
                null);
    }

    /** All rows. */
    IntList rows() {
        IntList result = new IntList(sources.size());
        for (int i = 0; i < sources.size(); i++) {
            result.add(i);
        }
        return result;
    }
}
