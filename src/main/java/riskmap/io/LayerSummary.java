package riskmap.io;

import java.nio.charset.Charset;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.Point;
import riskmap.base.Progress;

/**
 * What a fixed-width format has to know before it writes the first feature: how many there are, of which dimensions,
 * whether they have Z and M, and how long the longest text of each column is.
 */
public final class LayerSummary {
    /** How many features have a geometry of dimension 0, 1, 2. */
    public final long[] byDimension = new long[3];
    /** Bytes of the longest text of each attribute, in the order of the type. */
    public final int[] longest;

    public long features;
    /** How many features have a collection of different geometries. */
    public long mixed;

    public boolean multiPoints;
    public boolean hasZ;
    public boolean hasM;

    private LayerSummary(int attributes) {
        longest = new int[attributes];
    }

    public static LayerSummary of(SimpleFeatureCollection features, Charset charset, Progress progress) {
        SimpleFeatureType type = features.getSchema();
        LayerSummary result = new LayerSummary(type.getAttributeCount());
        try (SimpleFeatureIterator iterator = features.features()) {
            while (iterator.hasNext()) {
                if (result.features++ % 1000 == 0) {
                    progress.check();
                }
                result.add(iterator.next(), charset);
            }
        }
        return result;
    }

    private void add(SimpleFeature feature, Charset charset) {
        if (feature.getDefaultGeometry() instanceof Geometry geometry && !geometry.isEmpty()) {
            if (geometry.getClass() == GeometryCollection.class) {
                mixed++;
            } else {
                byDimension[geometry.getDimension()]++;
            }
            multiPoints |= geometry.getDimension() == 0 && !(geometry instanceof Point);
            Coordinate first = geometry.getCoordinate();
            hasZ |= !Double.isNaN(first.getZ());
            hasM |= !Double.isNaN(first.getM());
        }
        for (int i = 0; i < longest.length; i++) {
            Object value = feature.getAttribute(i);
            if (value != null && !(value instanceof Geometry) && !(value instanceof Number)) {
                longest[i] = Math.max(longest[i], value.toString().getBytes(charset).length);
            }
        }
    }

    /** The dimension most features have; 0 when none has a geometry. */
    public int dimension() {
        int best = 0;
        for (int i = 1; i < 3; i++) {
            if (byDimension[i] > byDimension[best]) {
                best = i;
            }
        }
        return best;
    }

    /** Whether a geometry can go into a layer of one dimension. */
    public static boolean fits(Geometry geometry, int dimension) {
        if (geometry == null || geometry.isEmpty()) {
            return true;
        }
        boolean mixed = geometry.getClass() == GeometryCollection.class;
        return geometry.getDimension() == dimension && !mixed;
    }
}
