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
import riskmap.base.Language;
import riskmap.base.RiskMapException;
import riskmap.data.Catalogue;
import riskmap.data.Field;
import riskmap.geo.crs.Crs;

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
    void textsAreTakenApartByTheFunctionsOfQgis() {
        String[][] expected = {
            {"left('abcd', 3)", "abc"},
            {"left('abcd', -1)", "abc"},
            {"right('abcd', 3)", "bcd"},
            {"right(\"名称\", 1)", "楼"},
            {"substr('abcd', 2)", "bcd"},
            {"substr('abcd', 2, 2)", "bc"},
            {"substr('abcd', -2, 1)", "c"},
            {"substr('abcd', 1, -1)", "abc"},
            {"upper('Ab')", "AB"},
            {"lower('Ab')", "ab"},
            {"trim('  a ')", "a"},
            {"lpad('7', 3, '0')", "007"},
            {"rpad('7', 3, 'ab')", "7ab"},
            {"replace('a-b-c', '-', '')", "abc"},
            {"concat('a', people, \"名称\")", "a800甲楼"},
            {"regexp_replace('A12', '(\\d+)', '<\\1>')", "A<12>"},
            {"regexp_substr('dam 12 m', '(\\d+)')", "12"},
            {"to_string(people)", "800"},
        };
        for (String[] one : expected) {
            assertThat(value(one[0], String.class)).as(one[0]).isEqualTo(one[1]);
        }
        assertThat(value("length(\"名称\")", Long.class)).isEqualTo(2L);
        assertThat(value("strpos('abcd', 'cd')", Long.class)).isEqualTo(3L);
        assertThat(value("regexp_match('abcd', 'x')", Long.class)).isEqualTo(0L);
        assertThat(value("to_int('12')", Long.class)).isEqualTo(12L);
        assertThat(value("year('2024-05-06')", Long.class)).isEqualTo(2024L);
        assertThat(value("nullif(people, 800)", Long.class)).isNull();
        assertThatThrownBy(() -> calculation("left('a')", String.class)).isInstanceOf(RiskMapException.class);
    }

    @Test
    void aPatternOfAFieldThatIsNoneAndAWidthThatFillsTheMemoryAreSaid() {
        SimpleFeature open = SimpleFeatureBuilder.build(type, new Object[] {null, "[", 1.0, 4L}, "b");
        assertThat(calculation("regexp_match('abcd', \"名称\")", Long.class)
                        .of(open)
                        .problem()
                        .orElseThrow()
                        .text(Language.ENGLISH))
                .contains("“[” is no regular expression");
        assertThat(calculation("lpad('7', 2000000000, '0')", String.class)
                        .of(open)
                        .problem()
                        .orElseThrow()
                        .text(Language.ENGLISH))
                .contains("10,000");
    }

    @Test
    void ofWhatHasNoValueThereIsNoneButAFallbackCanBeGiven() {
        SimpleFeature bare = SimpleFeatureBuilder.build(type, new Object[] {null, null, null, 4L}, "b");
        assertThat(calculation("upper(\"名称\")", String.class).of(bare).value()).isNull();
        assertThat(calculation("coalesce(people, floors, 0)", Long.class)
                        .of(bare)
                        .value())
                .isEqualTo(4L);
        assertThat(calculation("concat(people, 'x')", String.class).of(bare).value())
                .isEqualTo("x");
    }

    @Test
    void aNameInOtherCapitalsIsTheFieldOfTheLayer() {
        assertThat(value("People / FLOORS", Double.class)).isEqualTo(200.0);
        assertThat(value("area_planar()", Double.class)).isEqualTo(value("area_planar(geom)", Double.class));
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
