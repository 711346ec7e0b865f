package riskmap.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTest {
    private static final Catalogue CATALOGUE = Catalogue.standard();

    private static Field field(String kind, String key) {
        return CATALOGUE.kind(kind).field(key).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-01-05", "2023/1/5", "2023.1.5", "2023年1月5日", "20230105", "2023-01-05 08:30:00"})
    void datesAreReadInTheWaysSurveysWriteThem(String text) {
        assertThat(field("reservoir", "appraisal_on").value(text)).isEqualTo(LocalDate.of(2023, 1, 5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"12|12", "１２|12", "1,200|1200", " 7.0 |7"})
    void numbersAreReadWithFullWidthDigitsAndGrouping(String text, long number) {
        assertThat(field("building", "people").value(text)).isEqualTo(number);
    }

    @Test
    void yesAndNoAreReadInChinese() {
        assertThat(field("hazardous_site", "dust").value("是")).isEqualTo(true);
        assertThat(field("hazardous_site", "dust").value("无")).isEqualTo(false);
        assertThat(field("hazardous_site", "dust").value(1L)).isEqualTo(true);
    }

    @Test
    void theTitleOfADomainStandsForItsCode() {
        assertThat(field("geohazard_site", "type").value("崩塌")).isEqualTo("rockfall");
        assertThat(field("risk_zone", "level").value("较高")).isEqualTo(3L);
        assertThat(field("hazardous_site", "major_hazard_level").value(2.0)).isEqualTo(2L);
    }

    @Test
    void namesSayWhatCodesMeanAndForbidNoOtherValue() {
        Field family = field("risk_zone", "family");
        assertThat(family.domain().find("forest-fire").orElseThrow().title())
                .isEqualTo(new Title("森林火灾", "Forest fire"));
        assertThat(family.value("森林火灾")).isEqualTo("forest-fire");
        assertThat(family.problem("风暴潮")).isEmpty();
        assertThat(field("geohazard_site", "type").problem("风暴潮")).isPresent();
    }

    @Test
    void blankIsNoValueAndIsMissedOnlyWhereRequired() {
        assertThat(field("building", "people").value("  ")).isNull();
        assertThat(field("building", "people").problem(null)).isPresent();
        assertThat(field("building", "height_m").problem(null)).isEmpty();
    }

    @Test
    void whatCannotBeReadStaysAndIsReported() {
        for (String text : List.of("十二", "1.5", "NaN", "1e400")) {
            Object value = field("building", "people").value(text);
            assertThat(field("building", "people").problem(value)).as(text).isPresent();
        }
        assertThat(field("building", "use").problem("castle").orElseThrow().text())
                .contains("castle")
                .contains("residential");
        assertThat(field("town", "code").problem("3710020010001")).isPresent();
        assertThat(field("reservoir", "appraisal_on").value("2023-02-30")).isEqualTo("2023-02-30");
    }

    @Test
    void aRangeIncludesItsEnds() {
        Field canopy = field("forest_stand", "canopy");
        assertThat(canopy.problem(0.0)).isEmpty();
        assertThat(canopy.problem(1.0)).isEmpty();
        assertThat(canopy.problem(Math.nextUp(1.0))).isPresent();
        assertThat(canopy.problem(Double.NaN)).isPresent();
    }

    @Test
    void aMomentIsReadWithAndWithoutAZone() {
        Field at = field("event_report", "occurred_at");
        assertThat(at.value("2023-01-05T08:30:00Z")).isEqualTo(Instant.parse("2023-01-05T08:30:00Z"));
        assertThat(at.value("2023-01-05 08:30")).isEqualTo(Instant.parse("2023-01-05T08:30:00Z"));
    }
}
