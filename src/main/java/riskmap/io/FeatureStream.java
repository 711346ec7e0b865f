package riskmap.io;

import java.io.Closeable;
import java.io.IOException;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;

/** Features one after another from a source that is open; close it. Not for several threads at once. */
public abstract class FeatureStream implements Closeable {
    /** The schema of all features; the CRS of its geometry is null when the source does not say. */
    public abstract SimpleFeatureType type();

    /** The next feature, or null after the last. Bad ones are counted in the log and passed over. */
    public abstract SimpleFeature next() throws IOException;

    /** How much has been read, 0 to 1. */
    public abstract double fraction();

    /** Where the last feature stands in its source. */
    public abstract Place place();

    @Override
    public void close() throws IOException {
        // nothing open
    }
}
