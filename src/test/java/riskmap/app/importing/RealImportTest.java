package riskmap.app.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import riskmap.base.Progress;
import riskmap.data.gpkg.GeoPackage;

/** The district's own files, from several sources and in two coordinate systems, in register in one project. */
class RealImportTest {
    private static final Path HUANCUI = Path.of("../shared/data/huancui");
    /** Vertices farther from the sea than this are the boundary with the neighbours. */
    private static final double COASTAL_METRES = 2000;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    @TempDir
    Path folder;

    private static List<Geometry> geometries(Path project, String layer) throws IOException {
        List<Geometry> result = new ArrayList<>();
        try (GeoPackage store = GeoPackage.open(project, true);
                SimpleFeatureIterator features =
                        store.dataStore().getFeatureSource(layer).getFeatures().features()) {
            while (features.hasNext()) {
                SimpleFeature feature = features.next();
                result.add((Geometry) feature.getDefaultGeometry());
            }
        }
        return result;
    }

    private void put(Path project, String layer, String crs, String... files) {
        List<String> sources = new ArrayList<>();
        for (String file : files) {
            sources.add(HUANCUI.resolve(file).toString());
        }
        Imports.run(
                ImportRequest.of(project, sources.toArray(String[]::new))
                        .into(null, layer)
                        .withCrs(crs),
                Progress.silent());
    }

    private static double[] distances(Geometry boundary, Geometry coast) {
        IndexedFacetDistance toCoast = new IndexedFacetDistance(coast);
        Coordinate[] vertices = boundary.getCoordinates();
        double[] result = new double[vertices.length];
        for (int i = 0; i < vertices.length; i++) {
            result[i] = toCoast.distance(FACTORY.createPoint(vertices[i]));
        }
        return result;
    }

    private static double median(double[] values, double[] chosenBy, double limit) {
        List<Double> chosen = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (chosenBy[i] < limit) {
                chosen.add(values[i]);
            }
        }
        chosen.sort(null);
        return chosen.get(chosen.size() / 2);
    }

    @Test
    void theGcj02BoundaryLiesOnTheWgs84Coast() throws IOException {
        assumeTrue(Files.isDirectory(HUANCUI), "no ../shared/data");
        Path project = folder.resolve("weihai.gpkg");
        put(project, "coast", null, "gshhg_2.3.7_full_coastline_121-123_36.5-38.geojson");
        put(project, "fence", "gcj02", "fence_371002.json");
        put(project, "raw", "EPSG:4326", "fence_371002.json");
        put(project, "city", "EPSG:4326", "fence_371000.json");
        Geometry coast = FACTORY.buildGeometry(geometries(project, "coast"));
        double[] shifted = distances(geometries(project, "raw").get(0), coast);
        double[] corrected = distances(geometries(project, "fence").get(0), coast);
        double[] city = distances(geometries(project, "city").get(0), coast);
        assertThat(median(city, city, Double.MAX_VALUE))
                .as("raw, the whole city")
                .isCloseTo(447, within(2.0));
        assertThat(median(corrected, corrected, COASTAL_METRES)).isLessThan(150);
        assertThat(median(shifted, corrected, COASTAL_METRES)).isGreaterThan(280);
    }

    @Test
    void faultsKeepTheirChineseColumnsAndTheElevationItsPlace() throws IOException {
        assumeTrue(Files.isDirectory(HUANCUI), "no ../shared/data");
        Path project = folder.resolve("p.gpkg");
        put(project, "faults", null, "cn_faults_shandong_peninsula.geojson");
        try (GeoPackage store = GeoPackage.open(project, true)) {
            var type = store.dataStore().getSchema("faults");
            assertThat(type.getDescriptor("断层编码")).isNotNull();
            assertThat(store.dataStore()
                            .getFeatureSource("faults")
                            .getFeatures()
                            .size())
                    .isEqualTo(22);
        }
    }
}
