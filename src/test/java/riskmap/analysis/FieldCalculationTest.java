package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.RiskMapException;
import riskmap.data.Catalogue;
import riskmap.data.Field;
import riskmap.geo.Crs;

class FieldCalculationTest {
    private final SimpleFeatureType type = type();
    /** 100 × 50 m near the central meridian of the zone, 800 people on 4 floors. */
    private final SimpleFeature feature = SimpleFeatureBuilder.build(
            type,
            List.of(
                    new GeometryFactory().toGeometry(new Envelope(500_000, 500_100, 4_150_000, 4_150_050)),
                    "甲楼",
                    800L,
                    4L),
            "building.1");

    @Test
    void arithmeticOfFieldsComesOutInTheTypeOfTheColumn() {
        assertThat(value("people / floors", Double.class)).isEqualTo(200.0);
        assertThat(value("people / floors", Long.class)).isEqualTo(200L);
        assertThat(value("\"名称\"", String.class)).isEqualTo("甲楼");
        assertThat(value("people / 3", Integer.class)).isNull();
        assertThat(calculation("people / 3", Integer.class).of(feature).problem())
                .isPresent();
    }

    @Test
    void areaAndLengthSayInWhatTheyAreMeasured() {
        assertThat((Double) value("area_planar(geom)", Double.class)).isEqualTo(5000.0);
        assertThat((Double) value("length_planar(geom)", Double.class)).isEqualTo(300.0);
        // on the central meridian the projection keeps lengths to the scale factor 1
        assertThat((Double) value("area_ellipsoid(geom)", Double.class))
                .isCloseTo(5000.0, org.assertj.core.data.Offset.offset(0.01));
        assertThat((Double) value("length_ellipsoid(geom)", Double.class))
                .isCloseTo(300.0, org.assertj.core.data.Offset.offset(0.001));
    }

    @Test
    void whatHasNoGeometryHasNoAreaRatherThanNone() {
        SimpleFeature bare = SimpleFeatureBuilder.build(type, new Object[] {null, "乙楼", 8L, 2L}, "building.2");
        for (String text : List.of("area(geom)", "geomLength(geom) / 2", "numPoints(geom)", "area_planar(geom)")) {
            FieldCalculation.Result result = calculation(text, Double.class).of(bare);
            assertThat(result.value()).as(text).isNull();
            assertThat(result.problem()).as(text).isEmpty();
        }
        assertThat(calculation("people / floors", Double.class).of(bare).value())
                .isEqualTo(4.0);
    }

    @Test
    void theRuleOfTheFieldIsAsked() {
        Field floors = Catalogue.standard().kind("building").field("floors").orElseThrow();
        FieldCalculation calculation = FieldCalculation.of("people", type, floors, Long.class);
        assertThat(calculation.of(feature).problem().orElseThrow().text()).contains("150");
        Field use = Catalogue.standard().kind("building").field("use").orElseThrow();
        assertThat(FieldCalculation.of("'住宅'", type, use, String.class)
                        .of(feature)
                        .value())
                .isEqualTo("residential");
    }

    @Test
    void whatIsNoNumberIsAProblemOfThatFeatureAndNotOfTheRun() {
        assertThat(calculation("people / 0", Double.class).of(feature).problem())
                .isPresent();
        assertThat(calculation("sqrt(0 - people)", Double.class).of(feature).problem())
                .isPresent();
    }

    @Test
    void everyFunctionOfTheListExists() {
        var finder = new org.geotools.filter.FunctionFinder(null);
        for (String name : FieldCalculation.FUNCTIONS) {
            assertThat(finder.findFunctionDescription(name)).as(name).isNotNull();
        }
    }

    @Test
    void unknownFieldsAndFunctionsThatReachOutsideAreRefusedBeforeAnythingRuns() {
        assertThatThrownBy(() -> calculation("nothing + 1", Double.class))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("analysis.field-missing");
        for (String outside :
                List.of("Query(people)", "env('user.home')", "Feature('a', 'b', 'c')", "noSuch(people)")) {
            assertThatThrownBy(() -> calculation(outside, String.class)).isInstanceOf(RiskMapException.class);
        }
        assertThatThrownBy(() -> calculation("people +", Double.class)).isInstanceOf(RiskMapException.class);
    }

    private Object value(String expression, Class<?> binding) {
        FieldCalculation.Result result = calculation(expression, binding).of(feature);
        return result.problem().isPresent() ? null : result.value();
    }

    private FieldCalculation calculation(String expression, Class<?> binding) {
        return FieldCalculation.of(expression, type, null, binding);
    }

    private static SimpleFeatureType type() {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName("building");
        builder.add("geom", Polygon.class, Crs.of("EPSG:4550"));
        builder.add("名称", String.class);
        builder.add("people", Long.class);
        builder.add("floors", Long.class);
        return builder.buildFeatureType();
    }
}
