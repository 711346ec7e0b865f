package riskmap.edit.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.data.gpkg.GeoPackage;
import riskmap.geo.crs.Crs;

class RowsNearTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    @TempDir
    private Path folder;

    @Test
    void allFourTownsThatMeetInACornerAreFoundAtIt() throws Exception {
        try (GeoPackage file = GeoPackage.create(folder.resolve("a.gpkg"))) {
            SimpleFeatureType type = Catalogue.standard().kind("town").featureType("town", Crs.of(4550));
            file.createLayer(type, null);
            List<SimpleFeature> towns = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                double x = 500_000 + i % 2 * 4_000;
                double y = 4_140_000 + i / 2 * 4_000;
                Geometry box = GEOMETRY.toGeometry(new Envelope(x, x + 4_000, y, y + 4_000));
                SimpleFeatureBuilder builder = new SimpleFeatureBuilder(type);
                builder.set("geom", GEOMETRY.createMultiPolygon(new Polygon[] {(Polygon) box}));
                towns.add(builder.buildFeature(null));
            }
            file.append("town", towns.iterator(), 4, Progress.silent());
            SimpleFeatureSource source = file.dataStore().getFeatureSource("town");
            RowsNear near = RowsNear.of(layer -> source);
            assertThat(near.near("town", new Envelope(new Coordinate(504_000, 4_144_000))))
                    .extracting(Row::fid)
                    .containsExactly(1L, 2L, 3L, 4L);
            // along an edge, a rectangle without height
            assertThat(near.near("town", new Envelope(501_000, 502_000, 4_144_000, 4_144_000)))
                    .extracting(Row::fid)
                    .containsExactly(1L, 3L);
        }
    }
}
