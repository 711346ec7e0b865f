package riskmap.geo.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class RepairTest {
    private static Geometry wkt(String text) throws ParseException {
        return new WKTReader().read(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0)) | geo.invalid-self-intersection | 2",
                "POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (20 20, 20 21, 21 21, 20 20)) | geo.invalid-hole-outside | 81.5",
                "POLYGON ((0 0, 1 1, 2 2, 0 0)) | geo.invalid-self-intersection | 0",
                "MULTIPOLYGON (((0 0, 0 9, 9 9, 9 0, 0 0)), ((1 1, 1 2, 2 2, 1 1))) | geo.invalid-nested-shells | 81",
            })
    void whatIsWrongIsNamedAndRepaired(String text, String problem, double area) throws ParseException {
        Repair.Result result = Repair.apply(wkt(text));
        assertThat(result.problem().key()).isEqualTo(problem);
        assertThat(result.after()).isEqualTo(area);
        if (area > 0) {
            assertThat(result.geometry().isValid()).isTrue();
            assertThat(result.geometry().getArea()).isEqualTo(area);
        } else {
            assertThat(result.geometry()).isNull();
        }
        assertThat(Double.isFinite(result.x())).as("says where").isTrue();
    }

    @Test
    void coordinatesThatAreNoNumbersAreTakenOut() {
        Coordinate[] points = {new Coordinate(0, 0), new Coordinate(Double.NaN, 1), new Coordinate(5, 5)};
        Repair.Result result = Repair.apply(new GeometryFactory().createLineString(points));
        assertThat(result.problem().key()).isEqualTo("geo.invalid-not-finite");
        assertThat(result.geometry().getNumPoints()).isEqualTo(2);
    }

    @Test
    void validGeometriesAreTheSameObject() throws ParseException {
        Geometry house = wkt("MULTIPOLYGON (((0 0, 0 5, 3 5, 3 2, 6 2, 6 0, 0 0)))");
        assertThat(Repair.apply(house).geometry()).isSameAs(house);
        assertThat(Repair.apply(house).changed()).isFalse();
        assertThat(Repair.apply(null).geometry()).isNull();
    }

    @Test
    void theQuickTestNeverPassesAnInvalidRing() {
        Random random = new Random(7);
        GeometryFactory factory = new GeometryFactory();
        int passed = 0;
        for (int i = 0; i < 5000; i++) {
            Coordinate[] ring = new Coordinate[4 + random.nextInt(5)];
            for (int k = 0; k + 1 < ring.length; k++) {
                ring[k] = new Coordinate(random.nextInt(5), random.nextInt(5));
            }
            ring[ring.length - 1] = ring[0].copy();
            Geometry polygon = factory.createPolygon(ring);
            if (QuickValidity.isSurelyValid(polygon)) {
                passed++;
                assertThat(polygon.isValid()).as(polygon.toText()).isTrue();
            }
        }
        assertThat(passed).isGreaterThan(500);
    }
}
