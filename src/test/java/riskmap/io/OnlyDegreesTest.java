package riskmap.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.io.geojson.GeoJsonFormat;
import riskmap.io.kml.KmlFormat;

/** Formats that know WGS 84 only, and a layer that cannot be brought there. */
class OnlyDegreesTest {
    @TempDir
    Path folder;

    @Test
    void aLayerOnAnOldDatumIsToldWhichFormatsKeepItsCoordinates() {
        SimpleFeatureTypeBuilder type = new SimpleFeatureTypeBuilder();
        type.setName("wells");
        type.add("geom", Point.class, Crs.of(4214));
        SimpleFeatureBuilder row = new SimpleFeatureBuilder(type.buildFeatureType());
        row.add(new GeometryFactory().createPoint(new Coordinate(122, 37)));
        SimpleFeatureCollection wells = new ListFeatureCollection(row.getFeatureType(), List.of(row.buildFeature("1")));
        for (VectorFormat format : List.of(new GeoJsonFormat(), new KmlFormat())) {
            Path file = folder.resolve("wells" + format.id());
            assertThatThrownBy(() -> format.write(file, wells, WriteOptions.standard(), Progress.silent()))
                    .isInstanceOfSatisfying(RiskMapException.class, e -> assertThat(
                                    e.userMessage().text(Language.ENGLISH))
                            .contains("WGS 84", "seven parameters", ".gpkg"));
            assertThat(Files.exists(file)).isFalse();
        }
    }
}
