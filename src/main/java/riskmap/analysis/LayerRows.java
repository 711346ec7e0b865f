package riskmap.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.collection.CollectionFeatureSource;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Catalogue;
import riskmap.data.gpkg.FeatureTable;
import riskmap.data.gpkg.WindowRows;
import riskmap.geo.Parallel;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;
import riskmap.geo.overlay.Overlay;
import riskmap.geo.overlay.Repair;

/**
 * The rows of a layer in memory, geometries apart from values: what hot loops work on. Never changes the layer.
 *
 * <p>A geometry is null where the row has none or an empty one; such rows keep their place and are counted.
 */
public final class LayerRows {
    private final SimpleFeatureType type;
    private final FeatureTable table;
    /** Made when first asked for where the table holds plain points. */
    private volatile Geometry[] geometries;

    private final int repaired;
    /** Rows of the layer that were not read, and how many of those have no geometry. */
    private final int rowsApart;

    private final int apartWithoutGeometry;
    /** Whether the geometries were taken to be in the CRS of others, as only one of the two layers states its own. */
    private final boolean crsAssumed;
    /** Column of the table of each attribute, −1 for none. */
    private final int[] columns;

    private LayerRows(
            SimpleFeatureType type,
            FeatureTable table,
            Geometry[] geometries,
            int repaired,
            int rowsApart,
            int apartWithoutGeometry,
            boolean crsAssumed) {
        this.type = type;
        this.table = table;
        this.geometries = geometries;
        this.repaired = repaired;
        this.rowsApart = rowsApart;
        this.apartWithoutGeometry = apartWithoutGeometry;
        this.crsAssumed = crsAssumed;
        this.columns = new int[type.getAttributeCount()];
        Arrays.setAll(columns, i -> table.type().indexOf(type.getDescriptor(i).getLocalName()));
    }

    /** Reads all rows of a layer in its order. */
    public static LayerRows read(SimpleFeatureSource source, Progress progress) {
        return read(source, Query.ALL, progress);
    }

    /** Reads the rows of a layer that a query asks for. */
    public static LayerRows read(SimpleFeatureSource source, Query query, Progress progress) {
        progress.check();
        return of(table(source, query, progress));
    }

    /** The rows of a table. */
    static LayerRows of(FeatureTable table) {
        return new LayerRows(table.type(), table, table.points() == null ? geometries(table) : null, 0, 0, 0, false);
    }

    /**
     * Reads the rows of a layer whose geometry's extent meets a window in the layer's CRS (and, from a source in memory,
     * maybe others): enough for what only looks at what lies there, and no more is read from a file. The notes still tell
     * of the whole layer.
     */
    public static LayerRows meeting(SimpleFeatureSource source, Envelope window, Progress progress) {
        progress.check();
        if (source instanceof CollectionFeatureSource) {
            return read(source, progress);
        }
        WindowRows found = WindowRows.read(source, window, progress);
        Geometry[] geometries = geometries(found.rows());
        int without = 0;
        for (Geometry geometry : geometries) {
            without += geometry == null ? 1 : 0;
        }
        return new LayerRows(
                found.rows().type(),
                found.rows(),
                geometries,
                0,
                found.layerSize() - geometries.length,
                found.withoutGeometry() - without,
                false);
    }

    /** As {@link #meeting}, within the extent of another layer and in its CRS; all rows where the layer's own differs. */
    public static LayerRows near(SimpleFeatureSource source, LayerRows other, Progress progress) {
        CoordinateReferenceSystem own = source.getSchema().getCoordinateReferenceSystem();
        boolean same = own == null
                || other.crs() == null
                || Crs.transform(own, other.crs()).isIdentity();
        LayerRows rows = same ? meeting(source, other.extent(), progress) : read(source, progress);
        return rows.in(other.crs(), progress);
    }

    private static Geometry[] geometries(FeatureTable table) {
        Geometry[] geometries = table.geometries();
        for (int row = 0; row < geometries.length; row++) {
            geometries[row] = geometries[row] == null || geometries[row].isEmpty() ? null : geometries[row];
        }
        return geometries;
    }

    static FeatureTable table(SimpleFeatureSource source, Query query, Progress progress) {
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
        return table.size();
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
        return geometries()[row];
    }

    /** All geometries by row: the array itself, not to be written to. */
    public Geometry[] geometries() {
        Geometry[] known = geometries;
        if (known == null) {
            known = geometries(table);
            geometries = known;
        }
        return known;
    }

    /** x and y of the points, row by row, NaN where a row has none; null unless they are at hand like that. */
    public double[] points() {
        return geometries == null ? table.points() : null;
    }

    public Object value(int row, int attribute) {
        if (columns[attribute] < 0) {
            throw new IllegalArgumentException(type.getDescriptor(attribute).getLocalName());
        }
        return table.value(row, columns[attribute]);
    }

    /** Position of an attribute; says which there are when it does not exist. */
    public int attribute(String name) {
        int at = type.indexOf(name);
        if (at < 0) {
            List<String> names = new ArrayList<>();
            type.getAttributeDescriptors().forEach(attribute -> names.add(attribute.getLocalName()));
            throw RiskMapException.of("analysis.field-missing", name, type.getTypeName(), NameList.of(names));
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

    /** The same, of a field that somebody has named: says so where the layer has no such attribute. */
    public double[] numbersOf(String name) {
        attribute(name);
        return numbers(name);
    }

    /** The rows whose value of an attribute is there but no number, and so has none among {@link #numbers}. */
    public int[] notNumbers(String name) {
        return hasAttribute(name) ? table.notNumbers(name) : new int[0];
    }

    /** An attribute as text, null where there is none; all null when the layer has no such attribute. */
    public String[] texts(String name) {
        return hasAttribute(name) ? table.strings(name) : new String[size()];
    }

    /** What a row is called: its name, or its id where that is missing or blank. */
    public String called(int row, String name) {
        return name == null || name.isBlank() ? id(row) : name;
    }

    /** Whether others are the rows of the same layer: the same ids with the same shapes. */
    public boolean isSameLayer(LayerRows others) {
        if (size() != others.size()
                || !type().getTypeName().equals(others.type().getTypeName())) {
            return false;
        }
        for (int row = 0; row < size(); row++) {
            Geometry one = geometry(row);
            Geometry other = others.geometry(row);
            if (!id(row).equals(others.id(row))
                    || (one == null ? other != null : other == null || !one.equalsExact(other))) {
                return false;
            }
        }
        return true;
    }

    /** How many rows the layer has: more than {@link #size} where only those that meet a window were read. */
    public int layerSize() {
        return size() + rowsApart;
    }

    /** Rows of the layer whose geometry is missing or empty. */
    public int withoutGeometry() {
        int missing = apartWithoutGeometry;
        double[] points = points();
        if (points != null) {
            for (int i = 0; i < points.length; i += 2) {
                missing += Double.isNaN(points[i]) ? 1 : 0;
            }
            return missing;
        }
        for (Geometry geometry : geometries()) {
            missing += geometry == null ? 1 : 0;
        }
        return missing;
    }

    /** What the user should know of these rows: how many have no geometry, how many were repaired. */
    public List<Message> notes(String input) {
        List<Message> notes = new ArrayList<>();
        int withoutGeometry = withoutGeometry();
        if (withoutGeometry > 0) {
            notes.add(Message.of("analysis.note-no-geometry", Catalogue.called(input), withoutGeometry, layerSize()));
        }
        if (repaired > 0) {
            notes.add(Message.of("analysis.note-repaired", Catalogue.called(input), repaired, layerSize()));
        }
        if (crsAssumed) {
            notes.add(Message.of("analysis.note-crs-assumed", Catalogue.called(input)));
        }
        return notes;
    }

    /** As {@link #notes}, and how many rows have parts that cutting and joining leaves out, as it keeps the highest dimension. */
    public List<Message> notesOfOverlay(String input) {
        List<Message> notes = notes(input);
        int lower = 0;
        if (points() == null) {
            for (Geometry geometry : geometries()) {
                lower += geometry != null && Overlay.hasPartsBelow(geometry.getDimension(), geometry) ? 1 : 0;
            }
        }
        addPartsBelow(notes, input, lower);
        return notes;
    }

    /** Adds to the notes of how many rows parts were left out, where there are any. */
    void addPartsBelow(List<Message> notes, String input, int number) {
        if (number > 0) {
            notes.add(Message.of("analysis.note-lower-parts", Catalogue.called(input), number, layerSize()));
        }
    }

    /** The same rows with geometries in another CRS; unchanged (which the notes tell) where either CRS is unknown or both are the same. */
    public LayerRows in(CoordinateReferenceSystem target, Progress progress) {
        if (target == null || crs() == null) {
            return target == crs()
                    ? this
                    : new LayerRows(type, table, geometries, repaired, rowsApart, apartWithoutGeometry, true);
        }
        CrsTransform transform = Crs.transform(crs(), target);
        if (transform.isIdentity()) {
            return this;
        }
        Geometry[] before = geometries();
        Geometry[] moved = new Geometry[size()];
        Parallel.items(moved.length, 4096, progress.part(0, 0), (from, to) -> {
            for (int row = from; row < to; row++) {
                moved[row] = transform.apply(before[row]);
            }
        });
        return with(SimpleFeatureTypeBuilder.retype(type, target), moved, 0);
    }

    /** The same rows with invalid geometries repaired (and counted); what has nothing left after repair has none. */
    public LayerRows valid(Progress progress) {
        return valid(shape -> true, progress);
    }

    /**
     * As {@link #valid(Progress)} for areas alone, and those of which nothing would be left stay as they are: for shares of
     * area, as parts that overlap would be measured twice and cut once.
     */
    public LayerRows validAreas(Progress progress) {
        LayerRows valid = valid(shape -> shape.getDimension() == 2, progress);
        Geometry[] kept = valid.geometries().clone();
        for (int row = 0; row < kept.length; row++) {
            kept[row] = kept[row] == null ? geometry(row) : kept[row];
        }
        return valid.with(type, kept, 0);
    }

    /** As {@link #valid(Progress)}; those whose extent does not meet this one stay as they are. */
    LayerRows valid(Envelope extent, Progress progress) {
        // a repaired geometry lies within the extent of what it was made from
        return valid(shape -> meets(shape, extent), progress);
    }

    private LayerRows valid(Predicate<Geometry> wanted, Progress progress) {
        Geometry[] before = geometries();
        Geometry[] usable = new Geometry[size()];
        AtomicInteger changed = new AtomicInteger();
        Parallel.items(usable.length, 256, progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                if (before[row] != null && !wanted.test(before[row])) {
                    usable[row] = before[row];
                    continue;
                }
                Repair.Result result = Repair.forOverlay(before[row]);
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
    public Envelope extent() {
        Envelope all = new Envelope();
        double[] points = points();
        if (points != null) {
            for (int i = 0; i < points.length; i += 2) {
                if (!Double.isNaN(points[i])) {
                    all.expandToInclude(points[i], points[i + 1]);
                }
            }
            return all;
        }
        for (Geometry geometry : geometries()) {
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

    /** Refuses a layer that cannot hold areas, by its name. */
    public void mustBeAreas() {
        if (dimension() != 2 && dimension() != -1) {
            throw RiskMapException.of("analysis.not-areas", type.getTypeName());
        }
    }

    /** Refuses a layer that cannot hold the shapes of another beside it, by both names. */
    void mustBeLike(LayerRows other) {
        if (dimension() != other.dimension() && dimension() != -1 && other.dimension() != -1) {
            throw RiskMapException.of("analysis.not-alike", other.type.getTypeName(), type.getTypeName());
        }
    }

    /** The same rows with other geometries. */
    public LayerRows with(SimpleFeatureType changedType, Geometry[] changed, int moreRepaired) {
        return new LayerRows(
                changedType, table, changed, repaired + moreRepaired, rowsApart, apartWithoutGeometry, crsAssumed);
    }
}
