package riskmap.risk.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.Rasterizer;
import riskmap.risk.Chart;
import riskmap.risk.Coefficient;
import riskmap.risk.Evidence;
import riskmap.risk.Formula;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.model.count.ZoneExposure;
import riskmap.risk.model.geohazard.GeohazardWarningOutput;
import riskmap.risk.model.weather.SlideRainSurface;
import riskmap.risk.model.weather.WeatherDays;
import riskmap.risk.model.zone.StudyArea;

/**
 * Geological weather warning: where rain, fallen or expected, gives a yellow, orange or red warning on ground of each level
 * of susceptibility; who lives there, and which known sites lie in it.
 */
public final class GeohazardWarningModel implements RiskModel {
    private static final String OWNER = "risk.geohazard-warning";
    private static final String RULE = "Crozier and Eyles (1980)";
    private static final String WARNING = "地质灾害气象风险预警（黄、橙、红）";
    private static final List<String> EXPOSED = List.of(
            "geohazard_site", "building", "village", "school", "hospital", "shelter", "crowded_place", "reservoir");

    @Override
    public String id() {
        return "geohazard-warning";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public List<String> sources() {
        return List.of(RULE, WARNING);
    }

    @Override
    public Optional<String> mainLayer() {
        return Optional.of("geohazard_warning");
    }

    @Override
    public Optional<String> intensity() {
        return Optional.of("rain");
    }

    @Override
    public List<LayerNeed> needs() {
        return needs(ParameterValues.of(parameters(), java.util.Map.of()));
    }

    @Override
    public List<LayerNeed> needs(ParameterValues values) {
        List<LayerNeed> needs = new ArrayList<>();
        needs.add(new LayerNeed("town", true));
        needs.add(new LayerNeed(values.text("zones"), true));
        boolean stations = values.text("rain-from").equals("stations");
        for (String kind : List.of("weather_station", "weather_day")) {
            needs.add(new LayerNeed(kind, stations));
        }
        EXPOSED.forEach(kind -> needs.add(new LayerNeed(kind, false)));
        return needs.stream().distinct().toList();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "zones", Parameter.Type.LAYER, "susceptibility_zone"),
                Parameter.of(OWNER, "zone-field", Parameter.Type.FIELD, "level"),
                Parameter.choice(OWNER, "rain-from", "typed", "typed", "stations"),
                Parameter.number(OWNER, "rain", "mm", 120, 0, 2000).onlyFor("rain-from", "typed"),
                Parameter.bounded(OWNER, "rain-before", Parameter.Type.NUMBERS, "mm", null, 0.0, 2000.0)
                        .asOptional()
                        .onlyFor("rain-from", "typed"),
                Parameter.of(OWNER, "day", Parameter.Type.TEXT, null)
                        .asOptional()
                        .onlyFor("rain-from", "stations"),
                Parameter.integer(OWNER, "days-before", "d", 5, 0, 60)
                        .asUnverified()
                        .onlyFor("rain-from", "stations"),
                Parameter.number(OWNER, "decay", "", 0.8, 0, 1).asUnverified(),
                Parameter.bounded(
                                OWNER,
                                "thresholds",
                                Parameter.Type.TABLE,
                                "",
                                "4,50,100,150;3,75,125,200;2,100,175,250;1,150,250,350",
                                0.0,
                                5000.0)
                        .asUnverified(),
                Parameter.number(OWNER, "cell-size", "m", 25, 5, 1000),
                Parameter.number(OWNER, "minimum-zone-area", "m²", 5000, 0, 1e8));
    }

    @Override
    public List<Formula> formulas() {
        return List.of(
                new Formula("effective-rain", "Rₑ = R₀ + Σ kⁱ·Rᵢ", RULE, Evidence.UNVERIFIED),
                new Formula("slide-warning", "Rₑ ≥ T(S)", WARNING, Evidence.UNVERIFIED));
    }

    @Override
    public List<Coefficient> coefficients() {
        return List.of(new Coefficient("warning-colours", "2, 3, 4", "", WARNING, Evidence.PUBLISHED));
    }

    @Override
    public void check(InputChecks checks) {
        StudyArea.check(checks, "town", StudyArea.LEAST_BYTES);
        ParameterValues values = checks.values();
        String zones = values.text("zones");
        SlideRainSurface.checkThresholds(checks);
        checks.notEmpty("town").projected("town");
        if (checks.inputs().has(zones)) {
            checks.notEmpty(zones)
                    .hasField(zones, values.text("zone-field"))
                    .dimension(zones, 2)
                    .overlap("town", zones);
            levels(checks, zones, values);
        }
        if (values.text("rain-from").equals("stations")) {
            WeatherDays.check(checks);
            SlideRainSurface.check(checks);
        }
    }

    /** Ground of a level without thresholds gets no warning, whatever the rain: that is told. */
    private static void levels(InputChecks checks, String zones, ParameterValues values) {
        if (checks.inputs().isGrid(zones)) {
            checks.problem(zones, Message.of("risk.check-features", zones));
            return;
        }
        LayerRows rows = checks.inputs().rows(zones, Progress.silent());
        if (!rows.hasAttribute(values.text("zone-field"))) {
            return;
        }
        double[][] thresholds = values.rows("thresholds");
        long unknown = Arrays.stream(rows.numbers(values.text("zone-field")))
                .filter(level -> Arrays.stream(thresholds).noneMatch(row -> row.length > 0 && row[0] == level))
                .count();
        if (unknown > 0) {
            checks.warning(zones, Message.of("risk.check-slide-levels", unknown, rows.size()));
        }
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        String zones = values.text("zones");
        if (!inputs.has(zones)) {
            return nothing("risk.note-no-susceptibility");
        }
        progress.report(0, Message.of("risk.step-area"));
        StudyArea area = StudyArea.of(inputs, values.number("cell-size"), progress.part(0, 0.1));
        if (area == null) {
            return nothing("risk.note-no-town");
        }
        progress.report(0.1, Message.of("risk.step-rain"));
        List<Message> notes = new ArrayList<>();
        SlideRainSurface rain = SlideRainSurface.of(inputs, area, values, notes, progress.part(0.1, 0.3));
        if (rain == null) {
            return nothing("risk.note-no-rain");
        }
        progress.report(0.3, Message.of("risk.step-zones"));
        float[] susceptible = susceptibility(area, zones, values, progress.part(0.3, 0.4));
        GeohazardWarningOutput output =
                new GeohazardWarningOutput(area, susceptible, rain, values, progress.part(0.4, 0.8));
        progress.report(0.8, Message.of("risk.step-impact"));
        ZoneExposure exposure = output.exposure(inputs, progress.part(0.8, 1));
        notes.addAll(output.notes());
        notes.addAll(area.rows(zones, progress).notes(zones));
        notes.addAll(exposure.notes());
        List<riskmap.data.Table> tables = new ArrayList<>(output.tables(inputs, progress));
        tables.addAll(exposure.tables());
        return new RiskResult(
                List.of(output.layer()),
                List.of(),
                tables,
                exposure.conservation(),
                notes,
                rain.workings().lines(),
                List.of(new Chart("warning-by-town", Chart.Kind.BAR, "town", List.of("red", "orange", "yellow"))));
    }

    private static float[] susceptibility(StudyArea area, String zones, ParameterValues values, Progress progress) {
        LayerRows rows = area.rows(zones, progress.part(0, 0.2));
        double[] levels = rows.numbers(values.text("zone-field"));
        Rasterizer rasterizer = new Rasterizer(
                area.lattice(), Rasterizer.Rule.CENTRE, Rasterizer.Combine.MAX, 0, progress.part(0.2, 1));
        for (int row = 0; row < rows.size(); row++) {
            if (rows.geometry(row) != null && !Double.isNaN(levels[row])) {
                rasterizer.add(rows.geometry(row), levels[row]);
            }
        }
        return rasterizer.finish().cells();
    }

    private static RiskResult nothing(String note) {
        return new RiskResult(List.of(), List.of(), List.of(), List.of(), List.of(Message.of(note)));
    }
}
