package riskmap.data.gpkg;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.geotools.api.data.DataStore;
import org.geotools.api.data.DataStoreFactorySpi;

/**
 * Opens GeoPackages through GeoTools' {@code DataStoreFinder}: {@code dbtype=geopkg}, {@code database=} the file,
 * {@code read_only=true} not to change it; the parameters of GeoTools' own store.
 */
public final class GeoPackageDataStoreFactory implements DataStoreFactorySpi {
    public static final Param DBTYPE = new Param("dbtype", String.class, "Type", true, "geopkg");
    public static final Param DATABASE = new Param("database", File.class, "Database", true);
    public static final Param READ_ONLY = new Param("read_only", Boolean.class, "Read only", false, false);

    @Override
    public String getDisplayName() {
        return "GeoPackage";
    }

    @Override
    public String getDescription() {
        return "GeoPackage";
    }

    @Override
    public Param[] getParametersInfo() {
        return new Param[] {DBTYPE, DATABASE, READ_ONLY};
    }

    @Override
    public boolean canProcess(Map<String, ?> params) {
        return params != null && "geopkg".equals(params.get(DBTYPE.key)) && params.get(DATABASE.key) != null;
    }

    @Override
    public boolean isAvailable() {
        return true;
    }

    @Override
    public DataStore createDataStore(Map<String, ?> params) throws IOException {
        GeoPackage opened = GeoPackage.open(path(params), Boolean.TRUE.equals(READ_ONLY.lookUp(params)));
        opened.dataStore().setDataStoreFactory(this);
        return opened.dataStore();
    }

    @Override
    public DataStore createNewDataStore(Map<String, ?> params) throws IOException {
        GeoPackage created = GeoPackage.create(path(params));
        created.dataStore().setDataStoreFactory(this);
        return created.dataStore();
    }

    private static Path path(Map<String, ?> params) throws IOException {
        Object database = params.get(DATABASE.key);
        return database instanceof Path path ? path : ((File) DATABASE.lookUp(params)).toPath();
    }
}
