package riskmap.risk.model.flood;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Catalogue;
import riskmap.risk.InputChecks;
import riskmap.risk.Workings;
import riskmap.risk.flood.Pool;
import riskmap.risk.flood.StorageCurve;
import riskmap.risk.flood.SurveyedPool;

/**
 * The reservoirs of the survey as pools. Storage by level is that of the reservoir's rows in the table
 * {@code reservoir_curve} (reservoir, level_m, storage_10k_m3, discharge_m3s), else assumed from the survey
 * ({@link SurveyedPool}); which of both is said in every result.
 *
 * @param name of the reservoir
 * @param shape its water or its place, null when it has none
 * @param limit flood limit level, m; design, check and crest level likewise; NaN where the survey has none
 * @param bottom foot of the dam, m: the crest less the height of the dam
 * @param catchment km²
 * @param pool storage and outflow by level
 * @param surveyed whether the pool is an assumption from the survey
 */
public record ReservoirData(
        String name,
        Geometry shape,
        double limit,
        double design,
        double check,
        double crest,
        double bottom,
        double catchment,
        Pool pool,
        boolean surveyed) {
    private static final String LAYER = "reservoir";
    private static final String CURVES = "reservoir_curve";
    private static final String[] LEVELS = {"flood_limit_level_m", "design_level_m", "check_level_m", "crest_level_m"};

    /** What must be right before any of them is computed. */
    public static void check(InputChecks checks) {
        checks.notEmpty(LAYER)
                .ascending(LAYER, LEVELS)
                .notNegative(
                        LAYER, "capacity_10k_m3", "useful_10k_m3", "catchment_km2", "dam_height_m", "spillway_width_m")
                .notNegative(CURVES, "storage_10k_m3", "discharge_m3s");
        if (checks.inputs().has(CURVES)) {
            curves(checks.inputs(), Progress.silent()).forEach((name, rows) -> {
                if (!StorageCurve.isSound(rows)) {
                    checks.problem(CURVES, Message.of("risk.check-curve", name));
                }
            });
        }
        aboveFoot(checks);
        checkName(checks);
    }

    /** Levels below the foot of the dam (its crest less its height) contradict it: such a pool would hold no water. */
    private static void aboveFoot(InputChecks checks) {
        if (!checks.inputs().has(LAYER)) {
            return;
        }
        LayerRows rows = checks.inputs().rows(LAYER, Progress.silent());
        double[] crests = rows.numbers("crest_level_m");
        double[] heights = rows.numbers("dam_height_m");
        for (String field : List.of("flood_limit_level_m", "spillway_level_m")) {
            double[] levels = rows.numbers(field);
            for (int row = 0; row < levels.length; row++) {
                if (heights[row] > 0 && levels[row] < crests[row] - heights[row]) {
                    checks.problem(
                            LAYER,
                            Message.of(
                                    "risk.check-below-dam",
                                    Catalogue.called(LAYER),
                                    name(rows, row),
                                    Catalogue.called(LAYER, field),
                                    Workings.shown(levels[row]),
                                    Workings.shown(crests[row]),
                                    Workings.shown(heights[row])));
                }
            }
        }
    }

    /** Water that stands above the crest before the rain begins contradicts the levels of the dam. */
    public static void checkStart(InputChecks checks) {
        double above = checks.values().number("above-limit");
        if (!checks.inputs().has(LAYER) || above <= 0) {
            return;
        }
        LayerRows rows = checks.inputs().rows(LAYER, Progress.silent());
        double[] limits = rows.numbers("flood_limit_level_m");
        double[] crests = rows.numbers("crest_level_m");
        for (int row = 0; row < rows.size(); row++) {
            boolean chosen = !checks.values().has("reservoir")
                    || checks.values().text("reservoir").equals(name(rows, row));
            if (chosen && limits[row] + above > crests[row]) {
                checks.problem(
                        "above-limit",
                        Message.of(
                                "risk.check-start",
                                checks.values().called("above-limit"),
                                Workings.shown(above),
                                name(rows, row),
                                Workings.shown(limits[row] + above),
                                Workings.shown(crests[row])));
                return;
            }
        }
    }

    /** Some reservoir has what a flood needs: a catchment and a flood limit level. */
    public static void checkCatchments(InputChecks checks) {
        if (!checks.inputs().has(LAYER)) {
            return;
        }
        LayerRows rows = checks.inputs().rows(LAYER, Progress.silent());
        double[] catchments = rows.numbers("catchment_km2");
        double[] limits = rows.numbers("flood_limit_level_m");
        boolean some = false;
        for (int row = 0; row < rows.size(); row++) {
            if (!checks.values().has("reservoir")
                    || checks.values().text("reservoir").equals(name(rows, row))) {
                some = true;
                if (catchments[row] > 0 && !Double.isNaN(limits[row])) {
                    return;
                }
            }
        }
        if (some) {
            checks.problem(
                    LAYER,
                    Message.of(
                            "risk.check-no-catchment",
                            Catalogue.called(LAYER),
                            Catalogue.called(LAYER, "catchment_km2"),
                            Catalogue.called(LAYER, "flood_limit_level_m")));
        }
    }

    /** The reservoir that was named is one of the layer. */
    public static void checkName(InputChecks checks) {
        if (checks.values().has("reservoir") && checks.inputs().has(LAYER)) {
            try {
                chosen(checks.inputs(), checks.values(), Progress.silent());
            } catch (RiskMapException e) {
                checks.problem("reservoir", e.userMessage());
            }
        }
    }

    /**
     * The reservoirs that can be computed, by name; those whose survey has no storage, crest or dam height are named in a
     * note.
     */
    public static List<ReservoirData> of(
            Inputs inputs, ParameterValues values, double weir, List<Message> notes, Progress progress) {
        LayerRows rows = inputs.rows(LAYER, progress);
        Map<String, double[][]> curves = inputs.has(CURVES) ? curves(inputs, progress) : Map.of();
        List<ReservoirData> result = new ArrayList<>();
        List<String> left = new ArrayList<>();
        int assumed = 0;
        for (int row : chosen(inputs, values, progress)) {
            ReservoirData reservoir = of(rows, row, weir, curves);
            if (reservoir == null) {
                left.add(name(rows, row));
            } else {
                result.add(reservoir);
                assumed += reservoir.surveyed ? 1 : 0;
            }
        }
        if (!left.isEmpty()) {
            notes.add(Message.of("risk.note-reservoirs-left", left.size(), NameList.of(left)));
        }
        if (assumed > 0) {
            notes.add(Message.of("risk.note-assumed-curves", assumed, result.size()));
        }
        notes.addAll(rows.notes(LAYER));
        result.sort(Comparator.comparing(ReservoirData::name));
        return result;
    }

    private static List<Integer> chosen(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = inputs.rows(LAYER, progress);
        List<Integer> all = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            names.add(name(rows, row));
            if (!values.has("reservoir") || values.text("reservoir").equals(name(rows, row))) {
                all.add(row);
            }
        }
        if (all.isEmpty() && !names.isEmpty()) {
            throw RiskMapException.of("risk.reservoir-unknown", values.text("reservoir"), NameList.of(names));
        }
        return all;
    }

    private static ReservoirData of(LayerRows rows, int row, double weir, Map<String, double[][]> curves) {
        String name = name(rows, row);
        double[] levels = new double[LEVELS.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = rows.numbers(LEVELS[i])[row];
        }
        double height = rows.numbers("dam_height_m")[row];
        double total = rows.numbers("capacity_10k_m3")[row] * 1e4;
        double useful = rows.numbers("useful_10k_m3")[row] * 1e4;
        double bottom = levels[3] - height;
        double[][] curve = curves.get(name);
        Pool pool;
        if (curve != null && StorageCurve.isSound(curve)) {
            pool = new StorageCurve(curve);
            bottom = Double.isNaN(bottom) ? curve[0][0] : bottom;
        } else if (total > 0 && levels[2] > bottom && levels[0] > bottom) {
            double spillway = rows.numbers("spillway_level_m")[row];
            double width = rows.numbers("spillway_width_m")[row];
            pool = new SurveyedPool(
                    bottom,
                    levels[2],
                    total,
                    useful > 0 && useful < total
                            ? SurveyedPool.exponent(bottom, levels[0], levels[2], useful, total)
                            : SurveyedPool.USUAL_EXPONENT,
                    width > 0 ? Double.isNaN(spillway) ? levels[0] : spillway : Double.NaN,
                    width,
                    weir);
        } else {
            return null;
        }
        return new ReservoirData(
                name,
                rows.geometry(row),
                levels[0],
                levels[1],
                levels[2],
                levels[3],
                bottom,
                rows.numbers("catchment_km2")[row],
                pool,
                curve == null);
    }

    /** The tables by name of the reservoir, their rows by level. */
    private static Map<String, double[][]> curves(Inputs inputs, Progress progress) {
        LayerRows rows = inputs.rows(CURVES, progress);
        String[] names = rows.texts("reservoir");
        double[] levels = rows.numbers("level_m");
        double[] storages = rows.numbers("storage_10k_m3");
        double[] outflows = rows.numbers("discharge_m3s");
        Map<String, List<double[]>> byName = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            if (names[row] != null) {
                double outflow = Double.isNaN(outflows[row]) ? 0 : outflows[row];
                byName.computeIfAbsent(names[row], name -> new ArrayList<>())
                        .add(new double[] {levels[row], storages[row], outflow});
            }
        }
        Map<String, double[][]> result = new LinkedHashMap<>();
        byName.forEach((name, list) -> {
            list.sort(Comparator.comparingDouble(line -> line[0]));
            result.put(name, list.toArray(new double[0][]));
        });
        return result;
    }

    private static String name(LayerRows rows, int row) {
        String name = rows.texts("name")[row];
        return rows.called(row, name);
    }

    /** The level a choice names: limit, design, check or crest. */
    public double level(String choice) {
        return switch (choice) {
            case "limit" -> limit;
            case "design" -> design;
            case "check" -> check;
            case "crest" -> crest;
            default -> throw new IllegalArgumentException(choice);
        };
    }

    /** Whether it has what a flood needs: a catchment and a flood limit level. */
    public boolean hasCatchment() {
        return catchment > 0 && !Double.isNaN(limit);
    }
}
