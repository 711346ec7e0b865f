package riskmap.io;

import java.nio.file.Path;
import org.geotools.data.simple.SimpleFeatureCollection;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/** A format of features that is read and not written. */
public interface ReadOnlyFormat extends VectorFormat {
    @Override
    default boolean writes() {
        return false;
    }

    @Override
    default ImportLog write(Path file, SimpleFeatureCollection features, WriteOptions options, Progress progress) {
        throw RiskMapException.of("io.format-read-only", file, title());
    }
}
