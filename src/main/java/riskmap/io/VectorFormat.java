package riskmap.io;

import java.nio.file.Path;
import java.util.List;
import org.geotools.data.simple.SimpleFeatureCollection;
import riskmap.base.Progress;

/**
 * A format of features.
 *
 * <p>Reading streams: no more than a batch of features is in memory. What a file holds that cannot be kept is counted
 * and located in the {@link ImportLog}. Coordinates come out x first. Geometries are as they stand in the file: not
 * moved and not repaired; {@link Importing} does that.
 */
public non-sealed interface VectorFormat extends Format {
    /** The layers of a file, in its order; one for most formats. */
    List<String> layers(Path file, ReadOptions options);

    /** Layers beside those that are read only when they are named, such as hidden sheets and sheets without rows. */
    default List<String> further(Path file) {
        return List.of();
    }

    /**
     * Opens a layer for reading.
     *
     * @param layer its name, or empty when there is one
     * @throws riskmap.base.RiskMapException when the file is missing, of another format or damaged beyond reading
     */
    FeatureStream read(Path file, String layer, ReadOptions options, ImportLog log);

    /**
     * Writes all features to a new file (and its companions); a file of that name is replaced when all is written.
     *
     * @return what was written, changed and left out
     */
    ImportLog write(Path file, SimpleFeatureCollection features, WriteOptions options, Progress progress);

    /** Whether one file can hold several layers. */
    default boolean holdsSeveral() {
        return false;
    }

    /** Writes several layers to one new file; only where {@link #holdsSeveral}. */
    default ImportLog writeAll(
            Path file, List<SimpleFeatureCollection> layers, WriteOptions options, Progress progress) {
        throw new UnsupportedOperationException(id());
    }

    /** Whether coordinates can be written in any CRS; else they are WGS 84 longitude and latitude. */
    default boolean writesAnyCrs() {
        return true;
    }
}
