package riskmap.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.collection.CollectionFeatureSource;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.gpkg.FeatureTable;
import riskmap.geo.Crs;
import riskmap.geo.CrsTransform;
import riskmap.geo.Parallel;
import riskmap.geo.Repair;

/**
 * The rows of a layer in memory, geometries apart from values: what hot loops work on. Never changes the layer.
 *
 * <p>A geometry is null where the row has none or an empty one; such rows keep their place and are counted.
 */
public final class LayerRows {
    private final SimpleFeatureType type;
    private final FeatureTable table;
    private final Geometry[] geometries;
    private final int withoutGeometry;
    private final int repaired;

    private LayerRows(SimpleFeatureType type, FeatureTable table, Geometry[] geometries, int repaired) {
        this.type = type;
        this.table = table;
        this.geometries = geometries;
        this.repaired = repaired;
        int missing = 0;
        for (Geometry geometry : geometries) {
            missing += geometry == null ? 1 : 0;
        }
        this.withoutGeometry = missing;
    }

    /** Reads all rows of a layer in its order. */
    public static LayerRows read(SimpleFeatureSource source, Progress progress) {
        return read(source, Query.ALL, progress);
    }

    /** Reads the rows of a layer that a query asks for. */
    public static LayerRows read(SimpleFeatureSource source, Query query, Progress progress) {
        progress.check();
        FeatureTable table = table(source, query, progress);
        Geometry[] geometries = table.geometries();
        for (int row = 0; row < geometries.length; row++) {
            geometries[row] = geometries[row] == null || geometries[row].isEmpty() ? null : geometries[row];
        }
        return new LayerRows(table.type(), table, geometries, 0);
    }

    private static FeatureTable table(SimpleFeatureSource source, Query query, Progress progress) {
        if (!(source instanceof CollectionFeatureSource)) {
            return FeatureTable.of(source, query, progress);
        }
        try {
            // features in memory have no data store to ask
            return FeatureTable.of(source.getFeatures(query), progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SimpleFeatureType type() {
        return type;
    }

    public int size() {
        return geometries.length;
    }

    public String id(int row) {
        return table.id(row);
    }

    /** The CRS of the geometries, or null. */
    public CoordinateReferenceSystem crs() {
        return type.getCoordinateReferenceSystem();
    }

    /** The geometry of a row, null when it has none. */
    public Geometry geometry(int row) {
        return geometries[row];
    }

    /** All geometries by row: the array itself, not to be written to. */
    public Geometry[] geometries() {
        return geometries;
    }

    public Object value(int row, int attribute) {
        return table.value(row, type.getDescriptor(attribute).getLocalName());
    }

    /** Position of an attribute; says which there are when it does not exist. */
    public int attribute(String name) {
        int at = type.indexOf(name);
        if (at < 0) {
            List<String> names = new ArrayList<>();
            type.getAttributeDescriptors().forEach(attribute -> names.add(attribute.getLocalName()));
            throw RiskMapException.of("analysis.field-missing", name, type.getTypeName(), String.join(", ", names));
        }
        return at;
    }

    public boolean hasAttribute(String name) {
        return type.indexOf(name) >= 0;
    }

    /** An attribute as numbers, NaN where there is none; all NaN when the layer has no such attribute. */
    public double[] numbers(String name) {
        if (hasAttribute(name)) {
            return table.doubles(name);
        }
        double[] none = new double[size()];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    /** An attribute as text, null where there is none; all null when the layer has no such attribute. */
    public String[] texts(String name) {
        return hasAttribute(name) ? table.strings(name) : new String[size()];
    }

    /** Rows whose geometry is missing or empty. */
    public int withoutGeometry() {
        return withoutGeometry;
    }

    /** What the user should know of these rows: how many have no geometry, how many were repaired. */
    public List<Message> notes(String input) {
        List<Message> notes = new ArrayList<>();
        if (withoutGeometry > 0) {
            notes.add(Message.of("analysis.note-no-geometry", input, withoutGeometry, size()));
        }
        if (repaired > 0) {
            notes.add(Message.of("analysis.note-repaired", input, repaired, size()));
        }
        return notes;
    }

    /** The same rows with geometries in another CRS; unchanged where either CRS is unknown or both are the same. */
    public LayerRows in(CoordinateReferenceSystem target, Progress progress) {
        if (target == null || crs() == null) {
            return this;
        }
        CrsTransform transform = Crs.transform(crs(), target);
        if (transform.isIdentity()) {
            return this;
        }
        Geometry[] moved = new Geometry[size()];
        Parallel.items(moved.length, 4096, progress.part(0, 0), (from, to) -> {
            for (int row = from; row < to; row++) {
                moved[row] = transform.apply(geometries[row]);
            }
        });
        return with(SimpleFeatureTypeBuilder.retype(type, target), moved, 0);
    }

    /** The same rows with invalid geometries repaired (and counted); what has nothing left after repair has none. */
    public LayerRows valid(Progress progress) {
        return valid(null, progress);
    }

    /** As {@link #valid(Progress)}; those whose extent does not meet this one (null: any) stay as they are. */
    LayerRows valid(Envelope extent, Progress progress) {
        Geometry[] usable = new Geometry[size()];
        AtomicInteger changed = new AtomicInteger();
        Parallel.items(usable.length, 256, progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                // a repaired geometry lies within the extent of what it was made from
                if (extent != null && geometries[row] != null && !meets(geometries[row], extent)) {
                    usable[row] = geometries[row];
                    continue;
                }
                Repair.Result result = Repair.apply(geometries[row]);
                Geometry good = result.geometry();
                usable[row] = good == null || good.isEmpty() ? null : good;
                changed.addAndGet(result.changed() ? 1 : 0);
            }
        });
        return with(type, usable, changed.get());
    }

    /** Only what certainly lies apart does not meet: of numbers that are none nothing is certain. */
    private static boolean meets(Geometry geometry, Envelope extent) {
        Envelope own = geometry.getEnvelopeInternal();
        return !(own.getMaxX() < extent.getMinX()
                || own.getMinX() > extent.getMaxX()
                || own.getMaxY() < extent.getMinY()
                || own.getMinY() > extent.getMaxY());
    }

    /** The extent of all geometries; empty where there are none. */
    Envelope extent() {
        Envelope all = new Envelope();
        for (Geometry geometry : geometries) {
            if (geometry != null) {
                all.expandToInclude(geometry.getEnvelopeInternal());
            }
        }
        return all;
    }

    /** Dimension of the geometries by the layer's type: 0 points, 1 lines, 2 areas; −1 unknown, −2 no geometry. */
    public int dimension() {
        return type.getGeometryDescriptor() == null
                ? -2
                : OutputRows.dimension(type.getGeometryDescriptor().getType().getBinding());
    }

    /** The same rows with other geometries. */
    public LayerRows with(SimpleFeatureType changedType, Geometry[] changed, int moreRepaired) {
        return new LayerRows(changedType, table, changed, repaired + moreRepaired);
    }
}
