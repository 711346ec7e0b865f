package riskmap.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.filter.identity.FeatureIdImpl;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/** Features are those that GeoTools' own builder makes of the same values. */
class FeatureMakerTest {
    private static final Point PLACE = new GeometryFactory().createPoint(new Coordinate(1, 2));
    private static final SimpleFeatureType TYPE = type(true);

    @Test
    void valuesThatFitAreKept() {
        assertSame(PLACE, 7L, "七");
        assertSame(null, null, null);
        assertThat(made(PLACE, 7L, "七").getDefaultGeometry()).isSameAs(PLACE);
        assertThat(made(PLACE, 7L, "七").getID()).isEqualTo("place.3");
    }

    @Test
    void valuesOfAnotherTypeAreConverted() {
        assertSame(PLACE, 7, "七");
        assertSame(PLACE, "8", 9);
        assertThat(made(PLACE, "8", 9).getAttribute("n")).isEqualTo(8L);
        assertThat(made(PLACE, "8", 9).getAttribute("text")).isEqualTo("9");
    }

    @Test
    void anAttributeThatMayNotBeNullGetsItsDefault() {
        SimpleFeatureType strict = type(false);
        Object[] values = {PLACE, null, null};
        SimpleFeature made = new FeatureMaker(strict).feature(values, new FeatureIdImpl("place.3"));
        assertThat(made.getAttributes())
                .isEqualTo(SimpleFeatureBuilder.build(strict, values, "place.3").getAttributes());
        assertThat(made.getAttribute("n")).isEqualTo(0L);
    }

    @Test
    void tooManyValuesAreRefused() {
        assertThatThrownBy(() -> made(PLACE, 7L, "七", 1)).isInstanceOf(RuntimeException.class);
    }

    private static void assertSame(Object... values) {
        SimpleFeature expected = SimpleFeatureBuilder.build(TYPE, values, "place.3");
        SimpleFeature made = made(values);
        assertThat(made).isEqualTo(expected);
        assertThat(made.getAttributes()).isEqualTo(expected.getAttributes());
        assertThat(made.getFeatureType()).isSameAs(TYPE);
    }

    private static SimpleFeature made(Object... values) {
        return new FeatureMaker(TYPE).feature(values.clone(), new FeatureIdImpl("place.3"));
    }

    private static SimpleFeatureType type(boolean nillable) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName("place");
        builder.add("geom", Point.class);
        builder.nillable(nillable).add("n", Long.class);
        builder.nillable(nillable).add("text", String.class);
        return builder.buildFeatureType();
    }
}
