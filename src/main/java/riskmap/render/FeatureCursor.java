package riskmap.render;

import java.util.List;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.feature.simple.SimpleFeatureImpl;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.filter.identity.FeatureIdImpl;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature object that is moved over the rows of a packed layer, so that GeoTools filters and expressions can be
 * asked without making a feature per row. Its geometry is made only when it is asked for. For one thread.
 */
final class FeatureCursor extends SimpleFeatureImpl {
    /** What programs call the geometry when they write conditions and labels of it, such as its area. */
    private static final List<String> CUSTOMARY = List.of("geom", "the_geom", "geometry", "wkb_geometry", "msGeometry");

    private final transient PackedLayer layer;
    private final int geometryIndex;
    private int row = -1;

    FeatureCursor(PackedLayer layer) {
        super(new Object[layer.rowType().getAttributeCount()], layer.rowType(), new FeatureIdImpl("cursor"), false);
        this.layer = layer;
        this.geometryIndex = layer.columnNames().size();
    }

    /** The type of the rows of a layer: its columns, then the geometry, and that again by its other customary names. */
    static SimpleFeatureType type(PackedLayer layer) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName("packed");
        layer.columnNames().forEach(name -> builder.add(name, Object.class));
        String geometry = "geom";
        while (layer.columnNames().contains(geometry)) {
            geometry += "_";
        }
        builder.add(geometry, Geometry.class, layer.crs());
        builder.setDefaultGeometry(geometry);
        for (String other : CUSTOMARY) {
            if (!other.equals(geometry) && !layer.columnNames().contains(other)) {
                builder.add(other, Geometry.class, layer.crs());
            }
        }
        return builder.buildFeatureType();
    }

    /** Stands on a row from now on. */
    FeatureCursor at(int wanted) {
        if (row != wanted) {
            row = wanted;
            List<String> names = layer.columnNames();
            for (int i = 0; i < names.size(); i++) {
                values[i] = layer.value(names.get(i), wanted);
            }
            values[geometryIndex] = null;
        }
        return this;
    }

    /** Gives the feature the id of its row, which only conditions on ids need. */
    void identify() {
        id = new FeatureIdImpl(layer.id(row));
    }

    @Override
    public Object getAttribute(int index) {
        if (index < geometryIndex) {
            return super.getAttribute(index);
        }
        if (values[geometryIndex] == null && row >= 0) {
            values[geometryIndex] = PackedGeometry.of(layer, row);
        }
        return super.getAttribute(geometryIndex);
    }

    @Override
    public Object getAttribute(String name) {
        Integer at = index.get(name);
        return at == null ? null : getAttribute(at.intValue());
    }

    @Override
    public Object getDefaultGeometry() {
        return getAttribute(geometryIndex);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
