package riskmap.ui.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.junit.jupiter.api.Test;
import riskmap.data.Catalogue;

class ValueTextTest {
    @Test
    void numbersShowNoMeaninglessDigits() {
        assertThat(ValueText.of(12.0)).isEqualTo("12");
        assertThat(ValueText.of(0.1 + 0.2)).isEqualTo("0.3");
        assertThat(ValueText.of(4_151_000.123456)).isEqualTo("4151000.123");
        assertThat(ValueText.of(-2.50)).isEqualTo("-2.5");
        assertThat(ValueText.of(42L)).isEqualTo("42");
    }

    @Test
    void datesAreIso() {
        assertThat(ValueText.of(LocalDate.of(2026, 3, 1))).isEqualTo("2026-03-01");
        assertThat(ValueText.of(Date.from(Instant.parse("2026-03-01T08:05:00Z"))))
                .isEqualTo("2026-03-01 08:05");
        assertThat(ValueText.of(null)).isEmpty();
    }

    @Test
    void aFieldOfTheCatalogueIsSaidInWords() {
        FieldText area =
                new FieldText("area_m2", Catalogue.standard().kind("shelter").field("area_m2"), true);
        assertThat(area.unit()).isEqualTo("m²");
        assertThat(area.heading()).contains("m²").doesNotContain("area_m2");
        FieldText unknown = new FieldText("extra", java.util.Optional.empty(), false);
        assertThat(unknown.heading()).isEqualTo("extra");
        assertThat(unknown.text("值")).isEqualTo("值");
    }
}
