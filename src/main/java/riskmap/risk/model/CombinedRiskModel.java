package riskmap.risk.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import riskmap.analysis.Inputs;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.raster.Reclassification;
import riskmap.risk.Formula;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.model.combined.BuiltUp;
import riskmap.risk.model.combined.CombinedExample;
import riskmap.risk.model.combined.CombinedFormulas;
import riskmap.risk.model.combined.CombinedHazard;
import riskmap.risk.model.combined.CombinedOutput;
import riskmap.risk.model.combined.CopingCapacity;
import riskmap.risk.model.combined.Family;
import riskmap.risk.model.combined.Hazards;
import riskmap.risk.model.combined.LevelBreaks;
import riskmap.risk.model.zone.StudyArea;
import riskmap.risk.model.zone.ZoneLayer;

/**
 * The combined risk of all hazard families for people, per cell and as zones of four levels.
 *
 * <p>Per cell, all quantities from 0 to 1:
 *
 * <pre>  R = (H^a · E^b · V^c)^(1/(a+b+c)) · (1 − γ · C)</pre>
 *
 * where H is the hazard of all families together ({@link CombinedHazard}, intensities by {@link Hazards}), E the exposure
 * and V the vulnerability ({@link BuiltUp}), C the coping capacity ({@link CopingCapacity}), a, b and c the weights of the
 * components and γ the effect of capacity. R is 0 where there is no hazard, never falls when a hazard, the exposure or the
 * vulnerability rises, and never rises with the capacity: the UNDRR definition of risk in a form that stays within its
 * scale. Levels by breaks [a, b). Zones smaller than the minimum become part of a neighbour; the zones are cut along the
 * towns and fill them once, without gaps.
 *
 * <p>An index for ranking places, not a probability and not a loss.
 *
 * <p><b>Source:</b> UNDRR, Terminology on Disaster Risk Reduction (2017): risk as a function of hazard, exposure,
 * vulnerability and capacity; the rules of the parts are stated at their classes.
 */
public final class CombinedRiskModel implements RiskModel {
    private static final String OWNER = "risk.combined";
    /** Memory of a cell where it takes most: while the zones of a hazard are made. Measured: 600 MB for 15 million cells. */
    private static final int BYTES_PER_CELL = 28;

    private static final Map<String, Consumer<ParameterValues>> SOUND = sound();
    private static final List<String> OPTIONAL = List.of(
            "dem",
            "flood_zone",
            "waterlogging_point",
            "geohazard_site",
            "forest_stand",
            "hazardous_site",
            "building",
            "village",
            "school",
            "hospital",
            "shelter",
            "rescue_team",
            "crowded_place",
            "reservoir",
            "bridge_tunnel",
            "road");

    @Override
    public String id() {
        return "combined";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public List<String> sources() {
        return List.of(
                "UNDRR, Terminology on Disaster Risk Reduction (2017)",
                "GB/T 37243; GB 6722 (overpressure distances; to be checked against the printed standard)",
                "W. D. Fisher (1958); G. F. Jenks (1977) (natural breaks)");
    }

    @Override
    public List<LayerNeed> needs() {
        List<LayerNeed> needs = new ArrayList<>();
        needs.add(new LayerNeed("town", true));
        OPTIONAL.forEach(kind -> needs.add(new LayerNeed(kind, false)));
        return needs;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.number(OWNER, "cell-size", "m", 10, 1, 1000),
                weights("weights", "flood=1,waterlogging=0.7,geohazard=0.9,forest-fire=0.8,hazardous-chemicals=1", 1),
                Parameter.choice(OWNER, "combination", "union", "union", "maximum", "weighted-sum"),
                weights("components", "hazard=1,exposure=1,vulnerability=1", 10),
                Parameter.number(OWNER, "base-exposure", "", 0.2, 0, 1),
                Parameter.number(OWNER, "capacity-effect", "", 0.3, 0, 1),
                Parameter.choice(OWNER, "break-method", "fixed", "fixed", "quantile", "natural"),
                numbers("breaks", "0.2,0.35,0.42"),
                numbers("hazard-breaks", "0.1,0.3,0.5,0.7"),
                Parameter.number(OWNER, "minimum-zone-area", "m²", 10_000, 0, 1e8),
                Parameter.number(OWNER, "waterlogging-radius", "m", 300, 10, 5000),
                Parameter.number(OWNER, "ignition-distance", "m", 1000, 10, 20_000),
                Parameter.number(OWNER, "density-radius", "m", 100, 5, 5000),
                Parameter.number(OWNER, "density-full", "人/km²", 20_000, 100, 1e6),
                Parameter.number(OWNER, "shelter-distance", "m", 2000, 100, 50_000),
                Parameter.number(OWNER, "rescue-distance", "m", 8000, 100, 100_000),
                Parameter.number(OWNER, "hospital-distance", "m", 8000, 100, 100_000));
    }

    private static Parameter weights(String key, String value, double maximum) {
        return Parameter.bounded(OWNER, key, Parameter.Type.WEIGHTS, "", value, 0.0, maximum);
    }

    private static Parameter numbers(String key, String value) {
        return Parameter.bounded(OWNER, key, Parameter.Type.NUMBERS, "", value, 0.0, 1.0);
    }

    @Override
    public List<Formula> formulas() {
        return CombinedFormulas.all();
    }

    @Override
    public void check(InputChecks checks) {
        StudyArea.check(checks, "town", BYTES_PER_CELL);
        checks.notEmpty("town").projected("town").elevation().overlap("town", "dem");
        for (String kind : OPTIONAL) {
            if (!kind.equals("dem")) {
                checks.overlap("town", kind);
            }
        }
        checks.notNegative("building", "people").notNegative("hazardous_site", "quantity_t");
        checks.notNegative("shelter", "capacity_people");
        ParameterValues values = checks.values();
        SOUND.forEach((key, sound) -> {
            try {
                sound.accept(values);
            } catch (RiskMapException e) {
                checks.problem(key, e.userMessage());
            }
        });
        requireHazard(checks);
        for (String key : List.of("weights", "components")) {
            if (values.weights(key).values().stream().noneMatch(weight -> weight > 0)) {
                checks.problem(key, Message.of("risk.check-all-zero", values.called(key)));
            }
        }
    }

    /** By parameter: known weights only, and as many breaks as there are levels between. */
    private static Map<String, Consumer<ParameterValues>> sound() {
        Set<String> families = Set.of("flood", "waterlogging", "geohazard", "forest-fire", "hazardous-chemicals");
        Map<String, Consumer<ParameterValues>> all = new LinkedHashMap<>();
        all.put("weights", values -> checkKeys(values, "weights", families));
        all.put("components", values -> checkKeys(values, "components", Set.of("hazard", "exposure", "vulnerability")));
        all.put("breaks", values -> LevelBreaks.require(values, 3, "breaks"));
        all.put("hazard-breaks", values -> LevelBreaks.require(values, 4, "hazard-breaks"));
        return all;
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        SOUND.values().forEach(sound -> sound.accept(values));
        progress.check();
        progress.report(0, Message.of("risk.step-area"));
        StudyArea area = StudyArea.of(inputs, values.number("cell-size"), progress.part(0, 0.08));
        CombinedOutput output = new CombinedOutput(inputs, values, area);
        if (area == null) {
            return output.nothing();
        }
        Indexed indexed = indexed(area, values, output, progress.part(0.08, 0.8));
        progress.report(0.8, Message.of("risk.step-zones"));
        Reclassification levels = Reclassification.from(1, indexed.breaks);
        ZoneLayer zones = ZoneLayer.of(
                area, indexed.index, levels::of, values.number("minimum-zone-area"), progress.part(0.8, 0.9));
        progress.report(0.9, Message.of("risk.step-impact"));
        return output.finish(zones, indexed.index, indexed.dominant, indexed.breaks, progress.part(0.9, 1));
    }

    /** What of all cells is kept of the computation, so that the rest makes room for the zones. */
    private record Indexed(float[] index, byte[] dominant, double[] breaks) {}

    private static Indexed indexed(StudyArea area, ParameterValues values, CombinedOutput output, Progress progress) {
        CombinedExample example = new CombinedExample(area, values);
        CombinedHazard hazard = combine(area, values, output, example, progress.part(0, 0.65));
        progress.report(0.65, Message.of("risk.step-exposure"));
        BuiltUp builtUp = BuiltUp.of(area, values, progress.part(0.65, 0.79));
        progress.report(0.79, Message.of("risk.step-capacity"));
        float[] capacity = CopingCapacity.of(area, values, progress.part(0.79, 0.93));
        progress.report(0.93, Message.of("risk.step-index"));
        float[] index = index(area, values, hazard, builtUp, capacity, progress.part(0.93, 1));
        double[] breaks = LevelBreaks.of(values, area, index);
        output.example(example.workings(index, hazard, builtUp, capacity, breaks));
        return new Indexed(index, hazard.dominant(), breaks);
    }

    private static CombinedHazard combine(
            StudyArea area, ParameterValues values, CombinedOutput output, CombinedExample example, Progress whole) {
        whole.report(0, Message.of("risk.step-terrain"));
        float[] slope = area.slope(whole.part(0, 0.08));
        area.levelGround(slope, cell -> true).ifPresent(output::note);
        Hazards hazards = new Hazards(area, values, slope);
        Progress progress = whole.part(0.08, 1);
        CombinedHazard combined =
                new CombinedHazard(area.lattice(), values.text("combination"), values.weights("weights"));
        Family[] families = Family.values();
        for (Family family : families) {
            Progress part = progress.part(
                    (double) family.ordinal() / families.length, (family.ordinal() + 1.0) / families.length);
            part.report(0, Message.of("risk.step-hazard", family.title()));
            float[] intensity = hazards.of(family, part.part(0, 0.5));
            if (intensity == null) {
                output.missing(family);
            } else {
                combined.add(family, intensity, part.part(0.5, 0.6));
                example.add(family, intensity);
                output.hazardZones(family, intensity, part.part(0.6, 1));
            }
        }
        combined.settle();
        return combined;
    }

    private static float[] index(
            StudyArea area,
            ParameterValues values,
            CombinedHazard hazard,
            BuiltUp builtUp,
            float[] capacity,
            Progress progress) {
        Map<String, Double> weights = values.weights("components");
        double a = weights.getOrDefault("hazard", 0.0);
        double b = weights.getOrDefault("exposure", 0.0);
        double c = weights.getOrDefault("vulnerability", 0.0);
        double sum = a + b + c;
        double effect = values.number("capacity-effect");
        boolean equal = a == b && b == c;
        float[] index = new float[capacity.length];
        int width = area.lattice().width();
        area.lattice().bandsOfRows(progress, (from, to) -> {
            for (int cell = from * width; cell < to * width; cell++) {
                double h = hazard.at(cell);
                if (!area.isActive(cell)) {
                    index[cell] = Float.NaN;
                } else if (h > 0) {
                    double e = builtUp.exposure()[cell];
                    double v = builtUp.vulnerability()[cell];
                    double mean = equal ? Math.cbrt(h * e * v) : Math.exp((term(a, h) + term(b, e) + term(c, v)) / sum);
                    index[cell] = (float) (mean * (1 - effect * Math.min(1, capacity[cell])));
                }
            }
        });
        return index;
    }

    /** Logarithm of value^weight; a component without weight does not count, be it 0 itself. */
    private static double term(double weight, double value) {
        return weight == 0 ? 0 : weight * Math.log(value);
    }

    /** Without hazard there is no risk: its weight counts, unless no component has any, which is told as such. */
    private static void requireHazard(InputChecks checks) {
        Map<String, Double> weights = checks.values().weights("components");
        boolean some = weights.values().stream().anyMatch(weight -> weight > 0);
        if (some && !(weights.getOrDefault("hazard", 0.0) > 0)) {
            checks.problem(
                    "components",
                    Message.of("risk.hazard-weight-zero", checks.values().called("components")));
        }
    }

    private static void checkKeys(ParameterValues values, String key, Set<String> known) {
        for (String name : values.weights(key).keySet()) {
            if (!known.contains(name)) {
                throw RiskMapException.of(
                        "risk.weight-unknown",
                        values.called(key),
                        name,
                        NameList.of(known.stream().sorted().toList()));
            }
        }
    }
}
