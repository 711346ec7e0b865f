package riskmap.geo.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.relateng.RelatePredicate;

class RelationTest {
    /** A yard whose hole lies along its edge: what is left is the square without the bay. */
    private static final String BAY = "POLYGON((0 0, 100 0, 100 100, 0 100, 0 0), (0 40, 40 40, 40 60, 0 60, 0 40))";

    private static Geometry wkt(String text) throws ParseException {
        return new WKTReader().read(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POINT(50 50) | true",
                "POINT(20 50) | false",
                "LINESTRING(10 10, 90 10) | true",
                "LINESTRING(10 50, 90 50) | false",
                "POLYGON((50 20, 80 20, 80 80, 50 20)) | true",
                "POLYGON((30 20, 80 20, 80 80, 30 50, 30 20)) | false",
                "GEOMETRYCOLLECTION(POINT(50 50), LINESTRING(50 10, 60 10)) | true",
            })
    void anAreaWithItsHoleAlongTheEdgeContainsWhatLiesBesideTheHole(String text, boolean inside) throws ParseException {
        Geometry bay = wkt(BAY);
        Geometry feature = wkt(text);
        assertThat(Relation.holds(() -> bay.contains(feature), bay, feature, RelatePredicate::contains))
                .isEqualTo(inside);
    }

    @Test
    void onlyWhatJtsCannotTellIsAskedAgain() throws ParseException {
        Geometry bay = wkt(BAY);
        Geometry square = wkt("POLYGON((0 0, 100 0, 100 100, 0 100, 0 0))");
        assertThatThrownBy(() -> bay.touches(square)).isInstanceOf(TopologyException.class);
        assertThat(Relation.holds(() -> bay.touches(square), bay, square, RelatePredicate::touches))
                .isFalse();
        assertThat(Relation.holds(() -> bay.equalsTopo(square), bay, square, RelatePredicate::equalsTopo))
                .isFalse();
        assertThat(Relation.holds(() -> true, bay, square, RelatePredicate::touches))
                .isTrue();
    }
}
