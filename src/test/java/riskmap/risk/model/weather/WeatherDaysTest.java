package riskmap.risk.model.weather;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.risk.InputChecks;

/** Weather that cannot be is told with the field and the number as they were written. */
class WeatherDaysTest {
    @Test
    void aWindThatCannotBeIsToldInItsOwnField() {
        Inputs inputs = new Inputs(Map.of(
                "weather_day",
                Layers.of(
                                "weather_day",
                                null,
                                "station_code:String",
                                "observed_on:String",
                                "noon_wind_km_h:Double",
                                "noon_wind_m_s:Double")
                        .row("S1", "2022-04-01", null, -4.5)
                        .row("S1", "2022-04-02", -7.0, 2.0)
                        .row("S1", "2022-04-03", null, 120.0)
                        .row("S1", "2022-04-04", 380.0, null)
                        .data()));
        InputChecks checks = new InputChecks(inputs, ParameterValues.of(List.of(), Map.of()), Progress.silent());
        WeatherDays.check(checks);
        assertThat(checks.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.fatal()).isTrue();
            assertThat(finding.message().text(Language.CHINESE))
                    .contains("3 个值", "正午风速", "−4.5", "−7", "120")
                    .doesNotContain("noon_wind", "−16.2", "380");
        });
    }
}
