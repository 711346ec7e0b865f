package riskmap.risk.model.combined;

import java.util.Map;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.LayerRows;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.risk.model.zone.BoxSum;
import riskmap.risk.model.zone.StudyArea;

/**
 * Exposure and vulnerability per cell, from the buildings and the facilities where many or helpless people gather.
 *
 * <p><b>Exposure</b> E = 1 − (1 − P) · (1 − 0.5 · F), raised to at least the base exposure b: b + (1 − b) · E. P is the
 * density d of people in persons/km² within the density radius on a logarithmic scale, ln(1 + d/100) / ln(1 + full/100),
 * at most 1. F falls from 1 at a school, hospital or crowded place to 0 at 200 m.
 *
 * <p><b>Vulnerability</b> V of a building, 0 to 1: by structure (reinforced concrete 0.2, steel 0.25, brick and concrete
 * 0.45, brick and wood 0.7, wood 0.8, earth 0.9, other or unknown 0.5), + 0.15 built before 1980, + 0.05 before 2001,
 * − 0.1 when retrofitted, danger grade B + 0.1, C at least 0.8, D 1; per cell the mean of the buildings within the radius,
 * weighted by their people; 0.5 where there are none. Where towns state their elderly people, V is multiplied by 0.8 plus
 * their share of the population (at most 1.2).
 */
public final class BuiltUp {
    private static final Map<String, Double> STRUCTURE = Map.of(
            "reinforced_concrete", 0.2,
            "steel", 0.25,
            "brick_concrete", 0.45,
            "brick_wood", 0.7,
            "wood", 0.8,
            "earth", 0.9);
    private static final double UNKNOWN_STRUCTURE = 0.5;
    private static final String[] FACILITIES = {"school", "hospital", "crowded_place"};
    private static final double FACILITY_METRES = 200;

    private final StudyArea area;
    private final ParameterValues values;
    private final float[] exposure;
    private final float[] vulnerability;

    private BuiltUp(StudyArea area, ParameterValues values, Progress progress) {
        this.area = area;
        this.values = values;
        int cells = area.lattice().cellCount();
        float[] people = new float[cells];
        float[] weight = new float[cells];
        float[] weighted = new float[cells];
        if (area.has("building")) {
            scatter(area.rows("building", progress.part(0, 0.2)), people, weight, weighted);
        }
        int radius = (int) Math.max(
                1, Math.round(values.number("density-radius") / area.lattice().cellWidth()));
        BoxSum sum = new BoxSum(area.lattice(), radius);
        sum.apply(people, progress.part(0.2, 0.4));
        sum.apply(weight, progress.part(0.4, 0.6));
        sum.apply(weighted, progress.part(0.6, 0.8));
        vulnerability = meanOf(weighted, weight, progress);
        exposure = exposureOf(people, sum.areaSquareMetres(), progress.part(0.8, 1));
    }

    public static BuiltUp of(StudyArea area, ParameterValues values, Progress progress) {
        return new BuiltUp(area, values, progress);
    }

    /** E per cell, 0 to 1. */
    public float[] exposure() {
        return exposure;
    }

    /** V per cell, 0 to 1. */
    public float[] vulnerability() {
        return vulnerability;
    }

    public static double vulnerability(String structure, double builtYear, String dangerGrade, boolean retrofitted) {
        double v = structure == null ? UNKNOWN_STRUCTURE : STRUCTURE.getOrDefault(structure, UNKNOWN_STRUCTURE);
        if (builtYear < 1980) {
            v += 0.15;
        } else if (builtYear < 2001) {
            v += 0.05;
        }
        v -= retrofitted ? 0.1 : 0;
        if ("B".equals(dangerGrade)) {
            v += 0.1;
        } else if ("C".equals(dangerGrade)) {
            v = Math.max(v, 0.8);
        } else if ("D".equals(dangerGrade)) {
            v = 1;
        }
        return Math.max(0.05, Math.min(1, v));
    }

    private void scatter(LayerRows buildings, float[] people, float[] weight, float[] weighted) {
        double[] persons = buildings.numbers("people");
        double[] years = buildings.numbers("built_year");
        String[] structures = buildings.texts("structure");
        String[] grades = buildings.texts("danger_grade");
        String[] retrofitted = buildings.texts("retrofitted");
        for (int i = 0; i < buildings.size(); i++) {
            if (buildings.geometry(i) != null) {
                Point centre = buildings.geometry(i).getCentroid();
                int cell = area.cellAt(centre.getX(), centre.getY());
                if (cell >= 0) {
                    double v = vulnerability(structures[i], years[i], grades[i], "true".equals(retrofitted[i]));
                    // an empty house still stands for its kind of building
                    double w = 1 + (Double.isNaN(persons[i]) ? 0 : Math.max(0, persons[i]));
                    people[cell] += (float) (w - 1);
                    weight[cell] += (float) w;
                    weighted[cell] += (float) (w * v);
                }
            }
        }
    }

    private float[] meanOf(float[] weighted, float[] weight, Progress progress) {
        double[] elderly = elderlyFactors(progress);
        int width = area.lattice().width();
        area.lattice().bandsOfRows(progress.part(0.8, 0.8), (from, to) -> {
            for (int cell = from * width; cell < to * width; cell++) {
                double mean = weight[cell] > 0.5f ? weighted[cell] / weight[cell] : 0.5;
                int town = elderly == null ? -1 : area.townOfCell(cell);
                weighted[cell] = (float) Math.min(1, mean * (town < 0 ? 1 : elderly[town]));
            }
        });
        return weighted;
    }

    /** 0.8 + the share of elderly people, at most 1.2, by town; 1 where a town does not say; null when none does. */
    private double[] elderlyFactors(Progress progress) {
        LayerRows towns = area.towns();
        double[] elderly = towns.numbers("elderly");
        double[] population = towns.numbers("population");
        boolean any = false;
        for (int i = 0; i < elderly.length; i++) {
            boolean known = elderly[i] >= 0 && population[i] > 0;
            elderly[i] = known ? Math.min(1.2, 0.8 + elderly[i] / population[i]) : 1;
            any |= known;
        }
        progress.check();
        return any ? elderly : null;
    }

    private float[] exposureOf(float[] people, double areaSquareMetres, Progress progress) {
        Influence facilities = new Influence(area.lattice());
        for (String kind : FACILITIES) {
            if (area.has(kind)) {
                LayerRows rows = area.rows(kind, progress);
                for (int i = 0; i < rows.size(); i++) {
                    facilities.add(rows.geometry(i), FACILITY_METRES, metres -> 1 - metres / FACILITY_METRES);
                }
            }
        }
        float[] near = facilities.strongest(progress);
        double base = values.number("base-exposure");
        double scale = 1 / Math.log(1 + values.number("density-full") / 100);
        double perSquareKilometre = 1e6 / areaSquareMetres;
        int width = area.lattice().width();
        area.lattice().bandsOfRows(progress, (from, to) -> {
            for (int cell = from * width; cell < to * width; cell++) {
                double density = people[cell] * perSquareKilometre;
                double p = density < 1e-6 ? 0 : Math.min(1, Math.log1p(density / 100) * scale);
                double e = 1 - (1 - p) * (1 - 0.5 * near[cell]);
                people[cell] = (float) (base + (1 - base) * e);
            }
        });
        return people;
    }
}
