package riskmap.data.gpkg;

import java.io.IOException;
import java.util.List;
import org.geotools.api.feature.type.Name;
import org.geotools.data.store.ContentDataStore;
import org.geotools.data.store.ContentEntry;
import org.geotools.data.store.ContentFeatureSource;

/** The layers of a GeoPackage behind GeoTools' seam. */
public final class GeoPackageDataStore extends ContentDataStore {
    GeoPackageDataStore() {}

    @Override
    protected List<Name> createTypeNames() throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    protected ContentFeatureSource createFeatureSource(ContentEntry entry) throws IOException {
        throw new UnsupportedOperationException();
    }
}
