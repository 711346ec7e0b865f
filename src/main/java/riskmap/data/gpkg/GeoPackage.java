package riskmap.data.gpkg;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.geotools.api.data.Query;
import org.geotools.data.simple.SimpleFeatureCollection;
import riskmap.base.Message;
import riskmap.base.Progress;

/**
 * One open GeoPackage file: its layers as a GeoTools store, its documents and its styles.
 *
 * <p>Every method throws {@link riskmap.base.RiskMapException} where the file stands in the way (missing, locked,
 * damaged, read-only, disk full), with its path and what to do. Safe for use by several threads; one writes at a time.
 */
public final class GeoPackage implements AutoCloseable {
    private GeoPackage() {}

    /** Makes a new, empty GeoPackage; refuses where a file of that name exists. */
    public static GeoPackage create(Path file) {
        throw new UnsupportedOperationException();
    }

    /** Opens an existing GeoPackage. */
    public static GeoPackage open(Path file, boolean readOnly) {
        throw new UnsupportedOperationException();
    }

    public Path path() {
        throw new UnsupportedOperationException();
    }

    public boolean isReadOnly() {
        throw new UnsupportedOperationException();
    }

    /** What is odd about this file but does not stop it from being used. */
    public List<Message> notices() {
        throw new UnsupportedOperationException();
    }

    /** All layers and tables that {@code gpkg_contents} lists, in its order, tiles too. */
    public List<GeoPackageLayer> layers() {
        throw new UnsupportedOperationException();
    }

    /** The layers with and without geometry as a GeoTools store; closed with this. */
    public GeoPackageDataStore dataStore() {
        throw new UnsupportedOperationException();
    }

    /** Creates the layer of this type when it does not exist. A type without geometry becomes an attribute table. */
    public void createLayer(org.geotools.api.feature.simple.SimpleFeatureType type, String title) {
        throw new UnsupportedOperationException();
    }

    /** Adds all features to a layer in one transaction, as fast as the disk allows; attributes go by name. */
    public long append(String layer, SimpleFeatureCollection features, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** Reads rows into arrays, without a feature for each. */
    public FeatureTable read(Query query, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** The text kept under this key in {@code riskmap_documents}. */
    public Optional<String> document(String key) {
        throw new UnsupportedOperationException();
    }

    /** Keeps a text under this key; replaces what was there. */
    public void putDocument(String key, String json) {
        throw new UnsupportedOperationException();
    }

    public void removeDocument(String key) {
        throw new UnsupportedOperationException();
    }

    /** The keys that begin with this prefix, in order. */
    public List<String> documents(String prefix) {
        throw new UnsupportedOperationException();
    }

    /** All styles in {@code layer_styles}. */
    public List<LayerStyle> styles() {
        throw new UnsupportedOperationException();
    }

    /** The style of this name for this layer. */
    public Optional<LayerStyle> style(String layer, String name) {
        throw new UnsupportedOperationException();
    }

    /** The default style of this layer. */
    public Optional<LayerStyle> defaultStyle(String layer) {
        throw new UnsupportedOperationException();
    }

    /** Adds a style, or replaces the one of the same layer and name. */
    public void putStyle(LayerStyle style) {
        throw new UnsupportedOperationException();
    }

    public void removeStyle(String layer, String name) {
        throw new UnsupportedOperationException();
    }

    /** Writes a compact copy of this file as it is now; the target must not exist. */
    public void copyTo(Path target, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** Checks integrity, conformance, index and every geometry; each finding is one message. Empty: all is well. */
    public List<Message> verify(Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
