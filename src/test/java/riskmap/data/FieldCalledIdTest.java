package riskmap.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ECQL keeps the word id for the ids of features; a field of that name, as most tables have, is meant all the same. */
class FieldCalledIdTest {
    private static SimpleFeature row() {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName("layer");
        builder.add("id", Integer.class);
        builder.add("kind_id", Integer.class);
        builder.add("name", String.class);
        SimpleFeatureType type = builder.buildFeatureType();
        return SimpleFeatureBuilder.build(type, new Object[] {2, 7, "an id of 2"}, "layer.5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id = 2 | true",
                "id IN (1, 2) | true",
                "id IN (1, 3) | false",
                "NOT id IN (1, 3) | true",
                "id BETWEEN 1 AND 2 AND name LIKE '%id%' | true",
                "abs(id) > 2 | false",
                "kind_id = 7 OR id > 5 | true",
                "name = 'an id of 2' | true",
                "\"id\" = 2 | true",
                "IN ('layer.5') | true",
                "IN ('layer.2') | false"
            })
    void conditionsMeanTheField(String condition, boolean chosen) throws Exception {
        assertThat(Ecql.filter(condition).evaluate(row())).isEqualTo(chosen);
    }

    @Test
    void expressionsMeanTheField() throws Exception {
        assertThat(Ecql.expression("id").evaluate(row())).isEqualTo(2);
        assertThat(Ecql.expression("id + kind_id").evaluate(row(), Integer.class))
                .isEqualTo(9);
    }
}
