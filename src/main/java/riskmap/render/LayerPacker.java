package riskmap.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.gpkg.PlainShape;
import riskmap.data.gpkg.RowSink;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;

/** Reads a layer once and packs it. */
final class LayerPacker {
    private final GeometryPacker geometries;
    private final FeatureIds ids = new FeatureIds();
    private final List<String> names;
    private final List<List<Object>> values = new ArrayList<>();
    /** Equal values share one object: a class column of 300,000 rows holds six strings. */
    private final Map<Object, Object> shared = new HashMap<>();

    private LayerPacker(List<String> names, CrsTransform transform) {
        this.names = names;
        this.geometries = new GeometryPacker(transform);
        names.forEach(name -> values.add(new ArrayList<>()));
    }

    /**
     * Packs the features of a source.
     *
     * @param source the layer
     * @param columns attributes wanted; those the layer does not have are left out
     * @param crs the map's CRS
     * @param progress asked whether to stop
     */
    static PackedLayer pack(
            SimpleFeatureSource source, Collection<String> columns, CoordinateReferenceSystem crs, Progress progress) {
        SimpleFeatureType type = source.getSchema();
        List<String> names = columns.stream()
                .filter(name -> type.getDescriptor(name) != null
                        && !Geometry.class.isAssignableFrom(
                                type.getDescriptor(name).getType().getBinding()))
                .sorted()
                .toList();
        LayerPacker packer = new LayerPacker(names, transform(type, crs));
        if (type.getGeometryDescriptor() != null) {
            packer.read(source, progress);
        }
        return packer.build(crs);
    }

    /** What brings a layer's coordinates into the map's CRS, null where nothing need be done. */
    static CrsTransform transform(SimpleFeatureType type, CoordinateReferenceSystem crs) {
        CoordinateReferenceSystem own = type.getCoordinateReferenceSystem();
        return own == null || crs == null || Crs.same(own, crs) ? null : Crs.transform(own, crs);
    }

    private void read(SimpleFeatureSource source, Progress progress) {
        SimpleFeatureType type = source.getSchema();
        List<String> wanted = new ArrayList<>(names);
        wanted.add(type.getGeometryDescriptor().getLocalName());
        Query query = new Query(type.getTypeName(), Filter.INCLUDE, wanted.toArray(new String[0]));
        try {
            if (!RowSink.read(source, query, rows(type.getTypeName()), progress)) {
                readFeatures(source.getFeatures(query), progress);
            }
        } catch (IOException e) {
            throw new RiskMapException(Message.of("render.layer-unreadable", type.getTypeName(), e.getMessage()), e);
        }
    }

    private void readFeatures(SimpleFeatureCollection collection, Progress progress) {
        try (SimpleFeatureIterator features = collection.features()) {
            for (int count = 0; features.hasNext(); count++) {
                if ((count & 0x3FF) == 0) {
                    progress.check();
                }
                SimpleFeature feature = features.next();
                int rows = geometries.add((Geometry) feature.getDefaultGeometry());
                for (int i = 0; i < rows; i++) {
                    ids.add(feature.getID());
                    for (int column = 0; column < names.size(); column++) {
                        values.get(column).add(share(feature.getAttribute(names.get(column))));
                    }
                }
            }
        }
    }

    private RowSink rows(String layer) {
        return new RowSink() {
            @Override
            public void row(long key, Geometry geometry, Object[] attributes) {
                int rows = geometries.add(geometry);
                for (int i = 0; i < rows; i++) {
                    ids.add(layer, key);
                    for (int column = 0; column < names.size(); column++) {
                        values.get(column).add(share(attributes[column]));
                    }
                }
            }

            @Override
            public void shape(long key, PlainShape shape) {
                if (geometries.add(shape)) {
                    ids.add(layer, key);
                }
            }

            @Override
            public void point(long key, double x, double y) {
                if (!Double.isNaN(x) && geometries.addPoint(x, y)) {
                    ids.add(layer, key);
                }
            }
        };
    }

    private Object share(Object value) {
        if (value == null) {
            return null;
        }
        if (shared.size() > 100_000) {
            shared.clear();
        }
        Object known = shared.putIfAbsent(value, value);
        return known == null ? value : known;
    }

    private PackedLayer build(CoordinateReferenceSystem crs) {
        Map<String, Object[]> columns = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            columns.put(names.get(i), values.get(i).toArray());
        }
        return new PackedLayer(
                crs, geometries.originX(), geometries.originY(), geometries.rows(ids), columns, new EditTrail(), 0);
    }

    /** Boxes of blocks of rows. */
    static float[] blocks(float[] boxes, int size) {
        int count = (size + PackedLayer.BLOCK - 1) / PackedLayer.BLOCK;
        float[] blocks = new float[4 * count];
        for (int block = 0; block < count; block++) {
            block(boxes, size, block, blocks);
        }
        return blocks;
    }

    /** The box of one block. */
    static void block(float[] boxes, int size, int block, float[] blocks) {
        float[] box = {
            Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY
        };
        int end = Math.min(size, (block + 1) * PackedLayer.BLOCK);
        for (int row = block * PackedLayer.BLOCK; row < end; row++) {
            box[0] = Math.min(box[0], boxes[4 * row]);
            box[1] = Math.min(box[1], boxes[4 * row + 1]);
            box[2] = Math.max(box[2], boxes[4 * row + 2]);
            box[3] = Math.max(box[3], boxes[4 * row + 3]);
        }
        System.arraycopy(box, 0, blocks, 4 * block, 4);
    }
}
