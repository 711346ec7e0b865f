package riskmap.ui.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import riskmap.data.Field;
import riskmap.data.FieldType;

/** Columns that the catalogue does not know have fields in the form too. */
class ColumnRulesTest {
    private static Field field(Class<?> binding) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName("foreign");
        builder.add("column", binding);
        SimpleFeatureType type = builder.buildFeatureType();
        return ColumnRules.of(type.getDescriptor("column"));
    }

    @ParameterizedTest
    @CsvSource({"java.lang.Byte,-128,127", "java.lang.Short,-32768,32767"})
    void smallNumbersHaveTheRangeOfTheirColumn(Class<?> binding, double least, double most) {
        assertThat(field(binding).minimum()).isEqualTo(least);
        assertThat(field(binding).maximum()).isEqualTo(most);
    }

    @Test
    void otherColumnsHaveNoRange() {
        for (Class<?> binding : new Class<?>[] {String.class, Long.class, Double.class, LocalDate.class}) {
            assertThat(field(binding).minimum()).as(binding.getSimpleName()).isNull();
            assertThat(field(binding).maximum()).as(binding.getSimpleName()).isNull();
        }
    }

    @Test
    void typesFollowTheColumn() {
        assertThat(field(LocalDate.class).type()).isEqualTo(FieldType.DATE);
        assertThat(field(Instant.class).type()).isEqualTo(FieldType.DATETIME);
        assertThat(field(Double.class).type()).isEqualTo(FieldType.DECIMAL);
        assertThat(field(Long.class).type()).isEqualTo(FieldType.INTEGER);
        assertThat(field(String.class).type()).isEqualTo(FieldType.TEXT);
    }
}
