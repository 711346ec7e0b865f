package riskmap.risk.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import riskmap.analysis.Inputs;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.risk.Chart;
import riskmap.risk.Coefficient;
import riskmap.risk.Evidence;
import riskmap.risk.Formula;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.model.fire.FireWeatherSeries;
import riskmap.risk.model.fire.FireWeatherTables;
import riskmap.risk.model.weather.WeatherDays;

/**
 * The Canadian Fire Weather Index of every station and day ({@link riskmap.risk.fire.FireWeather}): the three moisture
 * codes carried over from day to day, and the four indices. The codes start from the table of start codes (yesterday's, of
 * an earlier run), else from given values.
 */
public final class FireWeatherModel implements RiskModel {
    private static final String OWNER = "risk.fire-weather";
    private static final String PICKETT = "Van Wagner and Pickett (1985), Forestry Technical Report 33";

    @Override
    public String id() {
        return "fire-weather";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public List<String> sources() {
        return List.of(PICKETT, "cffdrs_r (equations as in commit 4d20a30)");
    }

    @Override
    public List<LayerNeed> needs() {
        return List.of(
                new LayerNeed(WeatherDays.KIND, true),
                new LayerNeed("fire_weather_start", false),
                new LayerNeed("weather_station", false));
    }

    @Override
    public Optional<String> mainLayer() {
        return Optional.of("fire_weather_station");
    }

    @Override
    public Map<String, Named> named() {
        return Map.of("station", new Named(WeatherDays.KIND, "station_code"));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.number(OWNER, "start-ffmc", "", 85, 0, 101),
                Parameter.number(OWNER, "start-dmc", "", 6, 0, 10_000),
                Parameter.number(OWNER, "start-dc", "", 15, 0, 10_000),
                Parameter.choice(OWNER, "scale", "later", "later", "paper"),
                Parameter.bounded(OWNER, "fwi-breaks", Parameter.Type.NUMBERS, "", "11.2,21.3,38", 0.001, 1000.0)
                        .asUnverified(),
                Parameter.of(OWNER, "station", Parameter.Type.TEXT, null).asOptional());
    }

    @Override
    public List<Formula> formulas() {
        return List.of(
                new Formula(
                        "ffmc", "m = Ed + (m₀ − Ed)·10^(−kd), F = 59.5(250 − m)/(C + m)", PICKETT, Evidence.PUBLISHED),
                new Formula("dmc", "P = P₀ + 1.894(T + 1.1)(100 − H)·Le·10⁻⁴", PICKETT, Evidence.PUBLISHED),
                new Formula("dc", "D = D₀ + 0.5·(0.36(T + 2.8) + Lf)", PICKETT, Evidence.PUBLISHED),
                new Formula(
                        "isi",
                        "R = 0.208·e^(0.05039W)·91.9·e^(−0.1386m)·(1 + m^5.31/4.93·10⁷)",
                        PICKETT,
                        Evidence.PUBLISHED),
                new Formula("bui", "U = 0.8·P·D/(P + 0.4D), P ≤ 0.4D", PICKETT, Evidence.PUBLISHED),
                new Formula("fwi", "B = 0.1·R·f(U), S = e^(2.72(0.434 ln B)^0.647)", PICKETT, Evidence.PUBLISHED),
                new Formula("dsr", "DSR = 0.0272·S^1.77", PICKETT, Evidence.PUBLISHED));
    }

    @Override
    public List<Coefficient> coefficients() {
        return List.of(
                new Coefficient("fine-fuel-scale", "147.27723; 147.2", "", PICKETT + "; cffdrs_r", Evidence.PUBLISHED),
                new Coefficient(
                        "duff-day-length",
                        "6.5 7.5 9 12.8 13.9 13.9 12.4 10.9 9.4 8 7 6",
                        "h",
                        PICKETT,
                        Evidence.PUBLISHED),
                new Coefficient(
                        "drought-day-length",
                        "−1.6 −1.6 −1.6 0.9 3.8 5.8 6.4 5 2.4 0.4 −1.6 −1.6",
                        "",
                        PICKETT,
                        Evidence.PUBLISHED));
    }

    @Override
    public void check(InputChecks checks) {
        WeatherDays.check(checks);
        checks.notNegative("fire_weather_start", "ffmc", "dmc", "dc").ascendingNumbers("fwi-breaks");
        checks.howMany("fwi-breaks", 3);
        FireWeatherSeries.check(checks);
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        if (!inputs.has(WeatherDays.KIND)) {
            return RiskResult.nothing("risk.note-no-weather");
        }
        progress.report(0.1, Message.of("risk.step-fire-weather"));
        FireWeatherSeries series = FireWeatherSeries.of(inputs, values, progress);
        FireWeatherTables tables = new FireWeatherTables(inputs, values, series);
        List<Message> notes = new ArrayList<>(series.notes());
        notes.addAll(tables.notes());
        List<Chart> charts = series.isEmpty()
                ? List.of()
                : List.of(
                        new Chart("fire-weather-days", Chart.Kind.LINE, "date", List.of("fwi", "isi", "bui")),
                        new Chart("fire-weather-days", Chart.Kind.LINE, "date", List.of("ffmc", "dmc", "dc")));
        progress.report(1);
        return new RiskResult(
                List.of(tables.stations().features(), tables.layerOfDays().features()),
                List.of(),
                series.isEmpty() ? List.of() : List.of(tables.last(), tables.days()),
                List.of(),
                notes,
                tables.workings().lines(),
                charts);
    }
}
