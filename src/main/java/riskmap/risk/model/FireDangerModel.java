package riskmap.risk.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import riskmap.analysis.Inputs;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.risk.CalendarDay;
import riskmap.risk.Chart;
import riskmap.risk.Coefficient;
import riskmap.risk.Evidence;
import riskmap.risk.Formula;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.model.count.ZoneExposure;
import riskmap.risk.model.fire.FireDangerOutput;
import riskmap.risk.model.fire.FireDangerTables;
import riskmap.risk.model.weather.WeatherDays;
import riskmap.risk.model.weather.WeatherStations;
import riskmap.risk.model.zone.StudyArea;

/**
 * Forest fire danger of a day: the level of LY/T 1172 at every station, its index laid over the district by inverse
 * distance or kriging with the error of cross-validation, and with fuel, slope and the distance to where people light fires
 * the danger zones of the forest.
 */
public final class FireDangerModel implements RiskModel {
    static final String OWNER = "risk.fire-danger";
    private static final String LYT = "LY/T 1172-95 (tables of points by a public implementation)";
    private static final String OWN = "own rule";
    private static final List<String> EXPOSED =
            List.of("village", "building", "school", "hospital", "shelter", "crowded_place", "hazardous_site");

    @Override
    public String id() {
        return "fire-danger";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public List<String> sources() {
        return List.of(
                LYT,
                "QX/T 77-2007 (colours)",
                "Shepard (1968); Matheron (1963) (interpolation)",
                "GB/T 36743-2018 (to be checked against the printed standard)");
    }

    @Override
    public List<LayerNeed> needs() {
        List<LayerNeed> needs = new ArrayList<>();
        for (String kind : List.of("town", WeatherDays.KIND, "weather_station", "forest_stand")) {
            needs.add(new LayerNeed(kind, true));
        }
        for (String kind : List.of("dem", "road")) {
            needs.add(new LayerNeed(kind, false));
        }
        EXPOSED.forEach(kind -> needs.add(new LayerNeed(kind, false)));
        return needs;
    }

    @Override
    public Optional<String> mainLayer() {
        return Optional.of("fire_danger_zone");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "day", Parameter.Type.TEXT, null).asOptional(),
                Parameter.choice(OWNER, "green-cover", "none", "none", "little", "half", "most", "full"),
                Parameter.choice(OWNER, "interpolation", "inverse_distance", "inverse_distance", "kriging"),
                Parameter.number(OWNER, "power", "", 2, 0.5, 10),
                Parameter.number(OWNER, "cell-size", "m", 50, 5, 1000),
                Parameter.number(OWNER, "ignition-distance", "m", 500, 1, 20_000)
                        .asUnverified(),
                Parameter.bounded(
                                OWNER,
                                "fuel-factors",
                                Parameter.Type.WEIGHTS,
                                "",
                                "conifer=1,grass=0.8,mixed=0.7,shrub=0.6,broadleaf=0.4,orchard=0.3",
                                0.0,
                                1.0)
                        .asUnverified(),
                Parameter.bounded(
                                OWNER,
                                "weights",
                                Parameter.Type.WEIGHTS,
                                "",
                                "base=0.4,slope=0.3,ignition=0.3",
                                0.0,
                                1.0)
                        .asUnverified(),
                Parameter.number(OWNER, "steepest", "°", 35, 1, 89).asUnverified(),
                Parameter.bounded(OWNER, "breaks", Parameter.Type.NUMBERS, "", "0.2,0.4,0.6", 0.001, 1.0)
                        .asUnverified(),
                Parameter.number(OWNER, "minimum-zone-area", "m²", 10_000, 0, 1e8));
    }

    @Override
    public List<Formula> formulas() {
        return List.of(
                new Formula("htz", "HTZ = A + B + C + D − E", LYT, Evidence.UNVERIFIED),
                new Formula(
                        "fire-danger",
                        "h = min(1, HTZ/91)·k·(w₀ + w₁·min(1, α/α₀) + w₂·max(0, 1 − d/d₀))",
                        OWN,
                        Evidence.OWN),
                new Formula("inverse-distance", "z = Σ zᵢ/dᵢᵖ / Σ 1/dᵢᵖ", "Shepard (1968)", Evidence.PUBLISHED),
                new Formula("kriging", "γ(h) = c₀ + c(1.5 h/a − 0.5 (h/a)³)", "Matheron (1963)", Evidence.PUBLISHED),
                new Formula("cross-validation", "RMSE = √(Σ (ẑᵢ − zᵢ)²/n)", "Matheron (1963)", Evidence.PUBLISHED));
    }

    @Override
    public List<Coefficient> coefficients() {
        return List.of(
                new Coefficient(
                        "temperature-points",
                        "≤5 0, ≤10 4, ≤15 8, ≤20 12, ≤25 16, >25 20",
                        "°C",
                        LYT,
                        Evidence.UNVERIFIED),
                new Coefficient(
                        "humidity-points",
                        "≥71 0, ≥61 4, ≥51 8, ≥41 12, ≥31 16, <31 20",
                        "%",
                        LYT,
                        Evidence.UNVERIFIED),
                new Coefficient(
                        "drought-points",
                        "0.3–2 mm 10+5d, –5 5+5d, –10 5d, >10 5+5(d−2), ≤50",
                        "",
                        LYT,
                        Evidence.UNVERIFIED),
                new Coefficient(
                        "wind-points",
                        "≤0.2 0, ≤1.5 5, ≤3.3 10, ≤5.4 15, ≤7.9 20, ≤10.7 25, ≤13.8 30, ≤17.1 35, >17.1 40",
                        "m/s",
                        LYT,
                        Evidence.UNVERIFIED),
                new Coefficient("danger-grades", "≤25 Ⅰ, ≤50 Ⅱ, ≤72 Ⅲ, ≤90 Ⅳ, ≥91 Ⅴ", "", LYT, Evidence.PUBLISHED));
    }

    @Override
    public void check(InputChecks checks) {
        StudyArea.check(checks, "town", StudyArea.LEAST_BYTES);
        WeatherDays.check(checks);
        checks.notEmpty("town")
                .projected("town")
                .notEmpty("weather_station")
                .notEmpty("forest_stand")
                .overlap("town", "forest_stand")
                .overlap("town", "dem")
                .elevation()
                .sumsToOne("weights")
                .ascendingNumbers("breaks");
        checks.howMany("breaks", 3);
        for (String key : List.of("base", "slope", "ignition")) {
            if (!checks.values().weights("weights").containsKey(key)) {
                checks.problem(
                        "weights",
                        Message.of("risk.check-factor", checks.values().called("weights"), key));
            }
        }
        if (checks.inputs().has(WeatherDays.KIND) && checks.inputs().has("weather_station")) {
            day(checks);
        }
    }

    /** The day exists, and some station with a place has an index on it. */
    private static void day(InputChecks checks) {
        WeatherDays weather = WeatherDays.of(checks.inputs(), Progress.silent());
        LocalDate day = weather.last();
        if (checks.values().has("day")) {
            day = CalendarDay.parsed(checks.values().text("day"));
            if (day == null) {
                checks.problem(
                        "day",
                        Message.of(
                                "risk.check-date",
                                checks.values().called("day"),
                                checks.values().text("day")));
                return;
            }
        }
        WeatherStations stations = WeatherStations.of(checks.inputs(), Progress.silent());
        if (day == null) {
            // no row has a day, which is told already
            return;
        }
        boolean some = FireDangerOutput.days(weather, checks.values()).on(day).entrySet().stream()
                .anyMatch(entry ->
                        entry.getValue() != null && entry.getValue().known() && stations.place(entry.getKey()) != null);
        if (!some) {
            checks.problem(WeatherDays.KIND, Message.of("risk.check-no-station-day", day.toString()));
        }
    }

    /** A day written as 2022-04-05, null for anything else. */
    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        boolean all = inputs.has(WeatherDays.KIND) && inputs.has("weather_station") && inputs.has("forest_stand");
        if (!all) {
            return RiskResult.nothing("risk.note-no-weather");
        }
        progress.report(0, Message.of("risk.step-area"));
        StudyArea area = StudyArea.of(inputs, values.number("cell-size"), progress.part(0, 0.1));
        if (area == null) {
            return RiskResult.nothing("risk.note-no-town");
        }
        FireDangerOutput output = new FireDangerOutput(inputs, values, area);
        if (!output.hasStations()) {
            return RiskResult.nothing("risk.note-no-weather");
        }
        progress.report(0.1, Message.of("risk.step-fire-weather"));
        output.compute(progress.part(0.1, 0.6));
        progress.report(0.6, Message.of("risk.step-zones"));
        output.zones(progress.part(0.6, 0.85));
        progress.report(0.85, Message.of("risk.step-impact"));
        ZoneExposure exposure = output.exposure(progress.part(0.85, 1));
        FireDangerTables tables = output.tables();
        List<Table> found = new ArrayList<>(tables.tables());
        found.addAll(exposure.tables());
        List<Message> notes = new ArrayList<>(output.notes());
        notes.addAll(exposure.notes());
        return new RiskResult(
                output.layers(),
                List.of(new RiskResult.NamedGrid("fire_danger", output.grid())),
                found,
                exposure.conservation(),
                notes,
                tables.workings().lines(),
                List.of(
                        new Chart("fire-danger-days", Chart.Kind.LINE, "date", List.of("htz_mean", "htz_highest")),
                        new Chart("fire-danger-areas", Chart.Kind.BAR, "town", List.of("level_4", "level_3"))));
    }

    /** The factor of a fuel; that of the middle fuel where it is not known. */
}
