package riskmap.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.data.collection.CollectionFeatureSource;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.overlay.PointGrid;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** The layers a tool or a model works on, by the name of the parameter (or the layer kind) they stand for. */
public final class Inputs {
    private final Map<String, LayerData> layers;
    private final Map<String, LayerRows> rows;
    /** One lock for each name: two layers are read at the same time, none twice. */
    private final Map<String, Object> locks;

    private final Map<String, KeptPoints> points;

    public Inputs(Map<String, LayerData> layers) {
        this(layers, Map.of());
    }

    /** @param points where the points of some of the layers are kept for other runs, by the same names */
    public Inputs(Map<String, LayerData> layers, Map<String, KeptPoints> points) {
        this(layers, new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new LinkedHashMap<>(points));
    }

    private Inputs(
            Map<String, LayerData> layers,
            Map<String, LayerRows> rows,
            Map<String, Object> locks,
            Map<String, KeptPoints> points) {
        this.layers = new LinkedHashMap<>(layers);
        this.rows = rows;
        this.locks = locks;
        this.points = points;
    }

    /** These layers and one more; rows that were read are kept, and those that either reads are there for both. */
    public Inputs with(String name, LayerData layer) {
        Inputs more = has(name)
                ? new Inputs(
                        layers, new ConcurrentHashMap<>(rows), new ConcurrentHashMap<>(), new LinkedHashMap<>(points))
                : new Inputs(layers, rows, locks, points);
        if (has(name)) {
            more.rows.remove(name);
            more.points.remove(name);
        }
        more.layers.put(name, layer);
        return more;
    }

    public boolean has(String name) {
        return layers.containsKey(name);
    }

    /** The features given under this name; says so when there are none or it is a raster. */
    public SimpleFeatureSource features(String name) {
        if (layers.get(name) instanceof LayerData.Features features) {
            return features.source();
        }
        throw RiskMapException.of(
                layers.containsKey(name) ? "analysis.input-not-features" : "analysis.input-missing", name);
    }

    /** The rows of the features given under this name, read when first asked for. */
    public LayerRows rows(String name, Progress progress) {
        SimpleFeatureSource source = features(name);
        synchronized (locks.computeIfAbsent(name, key -> new Object())) {
            LayerRows known = rows.get(name);
            if (known == null) {
                known = LayerRows.read(source, progress);
                rows.put(name, known);
            }
            return known;
        }
    }

    /**
     * The rows of the features given under this name with their geometries and at least these attributes: reading the
     * others would take longer and fill the memory. When one of these is missing all are read, for the message that names them.
     */
    public LayerRows rows(String name, List<String> attributes, Progress progress) {
        SimpleFeatureSource source = features(name);
        SimpleFeatureType type = source.getSchema();
        boolean all = source instanceof CollectionFeatureSource
                || type.getGeometryDescriptor() == null
                || attributes.stream().anyMatch(attribute -> type.indexOf(attribute) < 0);
        LayerRows known = rows.get(name);
        if (all || known != null) {
            return known != null ? known : LayerRows.read(source, progress);
        }
        Set<String> read = new LinkedHashSet<>();
        read.add(type.getGeometryDescriptor().getLocalName());
        read.addAll(attributes);
        Query query = new Query(type.getTypeName());
        query.setPropertyNames(read.toArray(String[]::new));
        KeptPoints kept = points.get(name);
        return kept == null
                ? LayerRows.read(source, query, progress)
                : LayerRows.of(kept.rows(attributes, () -> LayerRows.table(source, query, progress)));
    }

    /** The points of the features given under this name sorted into cells, once where they are kept for other runs. */
    PointGrid pointCells(String name, double[] xy) {
        KeptPoints kept = points.get(name);
        return kept == null ? new PointGrid(xy) : kept.cells(xy);
    }

    /** Some attributes of the features given under this name, without their geometries unless all rows were read already. */
    LayerRows columns(String name, List<String> attributes, Progress progress) {
        SimpleFeatureSource source = features(name);
        LayerRows known = rows.get(name);
        if (known != null) {
            return known;
        }
        Query query = new Query(source.getSchema().getTypeName());
        query.setPropertyNames(attributes.toArray(String[]::new));
        return LayerRows.read(source, query, progress);
    }

    /** The names under which layers were given, in the order given. */
    public Set<String> names() {
        return Collections.unmodifiableSet(layers.keySet());
    }

    /** Whether a raster was given under this name. */
    public boolean isGrid(String name) {
        LayerData layer = layers.get(name);
        return layer != null && !(layer instanceof LayerData.Features);
    }

    /** Where the cells of the raster given under this name lie; says so when there is none or it is a feature layer. */
    public GridGeometry lattice(String name) {
        return layers.get(name) instanceof LayerData.Lattice lattice
                ? lattice.geometry()
                : grid(name).geometry();
    }

    /** The raster given under this name; says so when there is none or it is a feature layer. */
    public Grid grid(String name) {
        if (layers.get(name) instanceof LayerData.Raster raster) {
            return raster.grid();
        }
        if (layers.get(name) instanceof LayerData.RasterToCome coming) {
            return coming.reading().get();
        }
        throw RiskMapException.of(
                layers.containsKey(name) ? "analysis.input-not-raster" : "analysis.input-missing", name);
    }
}
