package riskmap.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.gpkg.GeoPackage;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;

/**
 * GeoPackage: layers and attribute tables, through {@link GeoPackage}. Written into a new file, or as a new layer of an
 * existing one, in one transaction; the layer is named after the features' type.
 *
 * <p><b>Source:</b> OGC 12-128r15, version 1.3.
 */
public final class GeoPackageFormat implements VectorFormat {
    private static final byte[] SQLITE = "SQLite format 3".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String id() {
        return "geopackage";
    }

    @Override
    public List<String> extensions() {
        return List.of("gpkg");
    }

    @Override
    public boolean reads(Path file) {
        return java.util.Arrays.equals(SourceFiles.head(file, SQLITE.length), SQLITE);
    }

    @Override
    public List<String> layers(Path file, ReadOptions options) {
        try (GeoPackage store = GeoPackage.open(file, true)) {
            return store.rowLayers();
        }
    }

    @Override
    public FeatureStream read(Path file, String layer, ReadOptions options, ImportLog log) {
        SourceFiles.check(file);
        GeoPackage store = GeoPackage.open(file, true);
        try {
            String wanted = SourceFiles.layer(file, layer, store.rowLayers());
            store.layers().stream()
                    .filter(known -> known.name().equals(wanted) && known.readOnlyReason() != null)
                    .forEach(known -> log.notice(known.readOnlyReason()));
            log.crs(Message.of(options.crs() != null ? "io.crs-by-user" : "io.crs-by-layer"));
            CollectionStream features = new CollectionStream(
                    store.dataStore().getFeatureSource(wanted).getFeatures(), log);
            return new Stream(store, features, options.crs(), log);
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e instanceof RiskMapException known ? known : SourceFiles.unreadable(file, e);
        }
    }

    /** Closes the file with the features; a CRS that the user states goes before the layer's. */
    private static final class Stream extends FeatureStream {
        private final GeoPackage store;
        private final CollectionStream features;
        private final SimpleFeatureType type;
        private final ImportLog log;
        private boolean told;

        Stream(GeoPackage store, CollectionStream features, CoordinateReferenceSystem crs, ImportLog log) {
            this.log = log;
            this.store = store;
            this.features = features;
            boolean restated = crs != null && features.type().getGeometryDescriptor() != null;
            type = restated ? SimpleFeatureTypeBuilder.retype(features.type(), crs) : features.type();
        }

        @Override
        public SimpleFeatureType type() {
            return type;
        }

        @Override
        public SimpleFeature next() {
            SimpleFeature next = features.next();
            if (next == null && !told) {
                told = true;
                store.notices().forEach(this::tell);
            }
            return next == null ? null : fitting(next);
        }

        /** SQLite keeps any value in any column; what is none of the column's type cannot go on as one. */
        private SimpleFeature fitting(SimpleFeature feature) {
            for (AttributeDescriptor column : feature.getFeatureType().getAttributeDescriptors()) {
                Object value = feature.getAttribute(column.getLocalName());
                Class<?> binding = column.getType().getBinding();
                if (value == null || binding.isInstance(value)) {
                    continue;
                }
                boolean text = binding == String.class && !(value instanceof byte[]);
                if (!text) {
                    String shown =
                            value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString();
                    log.repaired(Message.of("io.value-unreadable", column.getLocalName(), shown), features.place());
                }
                feature.setAttribute(column.getLocalName(), text ? value.toString() : null);
            }
            return feature;
        }

        /** What the store found odd on the way; of rows by their keys. */
        private void tell(Message notice) {
            if (!notice.key().equals("data.gpkg-geometry-unreadable")) {
                log.notice(notice);
                return;
            }
            String id = notice.arguments().get(0).toString();
            Message reason =
                    Message.of("io.geometry-unreadable", notice.arguments().get(1));
            log.repaired(reason, Place.feature(Long.parseLong(id.substring(id.lastIndexOf('.') + 1))));
        }

        @Override
        public double fraction() {
            return features.fraction();
        }

        @Override
        public Place place() {
            return features.place();
        }

        @Override
        public void close() {
            features.close();
            store.close();
        }
    }

    @Override
    public ImportLog write(Path file, SimpleFeatureCollection features, WriteOptions options, Progress progress) {
        ImportLog log = new ImportLog();
        log.about(file.getFileName().toString());
        if (Files.exists(file)) {
            try (GeoPackage store = GeoPackage.open(file, false)) {
                add(store, features, options, log, progress);
            }
            return log;
        }
        try (NewFiles files = new NewFiles(file)) {
            try (GeoPackage store =
                    GeoPackage.createDraft(files.path(file.getFileName().toString()))) {
                add(store, features, options, log, progress);
            }
            files.finish();
            return log;
        } catch (IOException e) {
            throw SourceFiles.unwritable(file, e);
        }
    }

    @Override
    public boolean holdsSeveral() {
        return true;
    }

    @Override
    public ImportLog writeAll(
            Path file, List<SimpleFeatureCollection> layers, WriteOptions options, Progress progress) {
        ImportLog log = new ImportLog();
        log.about(file.getFileName().toString());
        for (int i = 0; i < layers.size(); i++) {
            Progress share = progress.part((double) i / layers.size(), (i + 1.0) / layers.size());
            log.addAll(write(file, layers.get(i), options, share));
        }
        return log;
    }

    private static void add(
            GeoPackage store,
            SimpleFeatureCollection features,
            WriteOptions options,
            ImportLog log,
            Progress progress) {
        SimpleFeatureType type = features.getSchema();
        CoordinateReferenceSystem from = type.getCoordinateReferenceSystem();
        boolean moves = options.crs() != null && type.getGeometryDescriptor() != null;
        if (moves && from == null) {
            throw RiskMapException.of("io.crs-missing", type.getTypeName());
        }
        CrsTransform transform = moves ? Crs.transform(from, options.crs()) : null;
        SimpleFeatureType target = moves ? SimpleFeatureTypeBuilder.retype(type, options.crs()) : type;
        try (SimpleFeatureIterator iterator = features.features()) {
            Iterator<SimpleFeature> moved = new Moved(iterator, new Rows(target), transform);
            long written = store.addLayer(target, null, moved, features.size(), progress);
            log.read(written);
            log.written(written);
        }
    }

    /** Features of a collection with their geometries in another CRS. */
    private static final class Moved implements Iterator<SimpleFeature> {
        private final SimpleFeatureIterator source;
        private final Rows rows;
        private final CrsTransform transform;
        private long number;

        Moved(SimpleFeatureIterator source, Rows rows, CrsTransform transform) {
            this.source = source;
            this.rows = rows;
            this.transform = transform;
        }

        @Override
        public boolean hasNext() {
            return source.hasNext();
        }

        @Override
        public SimpleFeature next() {
            SimpleFeature feature = source.next();
            if (transform == null || transform.isIdentity()) {
                return feature;
            }
            Object[] values = feature.getAttributes().toArray();
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof Geometry geometry) {
                    values[i] = transform.apply(geometry);
                }
            }
            return rows.feature(values, ++number);
        }
    }
}
