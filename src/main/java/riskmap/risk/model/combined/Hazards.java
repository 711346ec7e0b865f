package riskmap.risk.model.combined;

import java.util.Map;
import riskmap.analysis.LayerRows;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.raster.Rasterizer;
import riskmap.risk.model.zone.StudyArea;

/**
 * The hazard of each family as an intensity from 0 (none) to 1 (the worst the scale knows) per cell. The rules are stated
 * at each method; they rank places within the district and do not replace the single-hazard models.
 */
public final class Hazards {
    /** Depth at which a flood counts as the worst: the upper class limit of flood risk maps (0.5, 1, 2, 3 m). */
    private static final double WORST_FLOOD_METRES = 3.0;
    /** Depth assumed of a flood zone that states none. */
    private static final double UNKNOWN_FLOOD_METRES = 1.0;
    /** Return period assumed of a flood zone that states none: the usual zone of a hundred years. */
    private static final double UNKNOWN_RETURN_YEARS = 100;
    /** Depth at which standing water counts as the worst for people and cars. */
    private static final double WORST_WATERLOGGING_METRES = 0.6;

    private static final double UNKNOWN_WATERLOGGING_METRES = 0.3;

    private static final Map<String, Double> STABILITY = Map.of("unstable", 1.0, "marginal", 0.7, "stable", 0.4);
    /** Reach of a slide by its class of volume: small, medium, large, very large. */
    private static final double[] REACH_METRES = {100, 200, 400, 800};
    /** Class limits of volume in m³: 10, 100 and 1,000 × 10⁴ m³. */
    private static final double[] VOLUMES = {1e5, 1e6, 1e7};
    /** Share of the hazard of steep slopes without a known site. */
    private static final double SLOPE_ALONE = 0.3;

    private static final Map<String, Double> FUEL =
            Map.of("conifer", 1.0, "grass", 0.8, "mixed", 0.7, "shrub", 0.6, "broadleaf", 0.4, "orchard", 0.3);
    private static final double UNKNOWN_FUEL = 0.6;

    private final StudyArea area;
    private final ParameterValues values;
    private final float[] slope;

    public Hazards(StudyArea area, ParameterValues values, float[] slope) {
        this.area = area;
        this.values = values;
        this.slope = slope;
    }

    /** The hazard of a family per cell, or null when the project has no layer of it. */
    public float[] of(Family family, Progress progress) {
        return switch (family) {
            case FLOOD -> flood(progress);
            case WATERLOGGING -> waterlogging(progress);
            case GEOHAZARD -> geohazard(progress);
            case FOREST_FIRE -> forestFire(progress);
            case CHEMICALS -> chemicals(progress);
        };
    }

    /**
     * Flood: h = f(T) · (0.4 + 0.6 · min(1, depth / 3 m)), the greatest of the zones over a cell's centre. f falls with
     * the logarithm of the return period from 1 at 5 years to 0.2 at 500 years.
     */
    private float[] flood(Progress progress) {
        if (!area.has("flood_zone")) {
            return null;
        }
        LayerRows zones = area.rows("flood_zone", progress);
        double[] years = zones.numbers("return_period_years");
        double[] depths = zones.numbers("depth_m");
        Rasterizer rasterizer =
                new Rasterizer(area.lattice(), Rasterizer.Rule.CENTRE, Rasterizer.Combine.MAX, 0, progress);
        for (int i = 0; i < zones.size(); i++) {
            if (zones.geometry(i) != null) {
                double depth = Double.isNaN(depths[i]) ? UNKNOWN_FLOOD_METRES : Math.max(0, depths[i]);
                double period = Double.isNaN(years[i]) ? UNKNOWN_RETURN_YEARS : years[i];
                rasterizer.add(zones.geometry(i), floodIntensity(period, depth));
            }
        }
        return rasterizer.finish().cells();
    }

    static double floodIntensity(double returnPeriodYears, double depthMetres) {
        double rarity = Math.log(Math.max(5, returnPeriodYears) / 5) / Math.log(100);
        double frequency = Math.max(0.2, 1 - 0.8 * rarity);
        return frequency * (0.4 + 0.6 * Math.min(1, depthMetres / WORST_FLOOD_METRES));
    }

    /**
     * Waterlogging: h = min(1, depth / 0.6 m) · (1 − distance / radius) · flatness, the greatest of the points. Water does
     * not stand on slopes: flatness falls from 1 at 2° to 0 at 8°.
     */
    private float[] waterlogging(Progress progress) {
        if (!area.has("waterlogging_point")) {
            return null;
        }
        LayerRows points = area.rows("waterlogging_point", progress);
        double[] depths = points.numbers("depth_m");
        double radius = values.number("waterlogging-radius");
        Influence influence = new Influence(area.lattice());
        for (int i = 0; i < points.size(); i++) {
            double depth = Double.isNaN(depths[i]) ? UNKNOWN_WATERLOGGING_METRES : Math.max(0, depths[i]);
            double strength = Math.min(1, depth / WORST_WATERLOGGING_METRES);
            influence.add(points.geometry(i), radius, distance -> strength * (1 - distance / radius));
        }
        float[] out = influence.strongest(progress);
        forEachCell(progress, cell -> {
            if (slope != null && out[cell] > 0 && slope[cell] > 2) {
                out[cell] *= (float) Math.max(0, 1 - (slope[cell] - 2) / 6);
            }
        });
        return out;
    }

    /**
     * Geohazard: h = stability · (1 − distance / reach), the greatest of the sites, where stability is 1 unstable, 0.7
     * marginal, 0.4 stable (unknown 0.7) and the reach 100, 200, 400 or 800 m by class of volume (10, 100, 1,000 × 10⁴
     * m³); and nowhere less than 0.3 · steepness, which rises from 0 at 15° to 1 at 45°.
     */
    private float[] geohazard(Progress progress) {
        if (!area.has("geohazard_site")) {
            return null;
        }
        LayerRows sites = area.rows("geohazard_site", progress);
        double[] volumes = sites.numbers("volume");
        String[] stability = sites.texts("stability");
        Influence influence = new Influence(area.lattice());
        for (int i = 0; i < sites.size(); i++) {
            double strength = stability[i] == null ? 0.7 : STABILITY.getOrDefault(stability[i], 0.7);
            double reach = reachMetres(volumes[i]);
            influence.add(sites.geometry(i), reach, distance -> strength * (1 - distance / reach));
        }
        float[] out = influence.strongest(progress);
        forEachCell(progress, cell -> {
            if (slope != null && slope[cell] > 15) {
                double steepness = Math.min(1, (slope[cell] - 15) / 30);
                out[cell] = Math.max(out[cell], (float) (SLOPE_ALONE * steepness));
            }
        });
        return out;
    }

    static double reachMetres(double volume) {
        int reached = 0;
        for (double limit : VOLUMES) {
            reached += volume >= limit ? 1 : 0;
        }
        return REACH_METRES[reached];
    }

    /**
     * Forest fire: h = fuel · (0.4 + 0.3 · min(1, slope / 35°) + 0.3 · ignition) in forest stands, 0 elsewhere. Fuel by
     * type (conifer 1, grass 0.8, mixed 0.7, shrub 0.6, broadleaf 0.4, orchard 0.3, unknown 0.6); fires start by people:
     * ignition falls from 1 on a road to 0 at the ignition distance.
     */
    private float[] forestFire(Progress progress) {
        if (!area.has("forest_stand")) {
            return null;
        }
        LayerRows stands = area.rows("forest_stand", progress.part(0, 0.3));
        String[] fuels = stands.texts("fuel_type");
        Rasterizer rasterizer =
                new Rasterizer(area.lattice(), Rasterizer.Rule.CENTRE, Rasterizer.Combine.MAX, 0, progress);
        for (int i = 0; i < stands.size(); i++) {
            if (stands.geometry(i) != null) {
                double fuel = fuels[i] == null ? UNKNOWN_FUEL : FUEL.getOrDefault(fuels[i], UNKNOWN_FUEL);
                rasterizer.add(stands.geometry(i), fuel);
            }
        }
        float[] out = rasterizer.finish().cells();
        float[] toRoad = area.distanceTo("road", progress.part(0.3, 0.9));
        double reach = values.number("ignition-distance");
        forEachCell(progress, cell -> {
            if (out[cell] > 0) {
                double steep = slope == null || Float.isNaN(slope[cell]) ? 0 : Math.min(1, slope[cell] / 35);
                double near = toRoad == null || Float.isNaN(toRoad[cell]) ? 0 : Math.max(0, 1 - toRoad[cell] / reach);
                out[cell] *= (float) (0.4 + 0.3 * steep + 0.3 * near);
            }
        });
        return out;
    }

    /**
     * Hazardous chemicals: bands by quantity and class of the substance ({@link ChemicalBands}, a site without a quantity
     * has 1 t): h falls linearly from 1 at the site to 0.7, 0.4 and 0.1 at the distances to 9, 5 and 2 kPa and is 0
     * beyond. A ranking by quantity, not an analysis of consequences.
     */
    private float[] chemicals(Progress progress) {
        if (!area.has("hazardous_site")) {
            return null;
        }
        LayerRows sites = area.rows("hazardous_site", progress);
        double[] tonnes = sites.numbers("quantity_t");
        String[] classes = sites.texts("hazard_class");
        Influence influence = new Influence(area.lattice());
        for (int i = 0; i < sites.size(); i++) {
            ChemicalBands bands = ChemicalBands.of(Double.isNaN(tonnes[i]) ? 1 : tonnes[i], classes[i]);
            influence.add(sites.geometry(i), bands.far(), bands::intensity);
        }
        return influence.strongest(progress);
    }

    private interface CellWork {
        void run(int cell);
    }

    private void forEachCell(Progress progress, CellWork work) {
        int width = area.lattice().width();
        area.lattice().bandsOfRows(progress, (from, to) -> {
            for (int cell = from * width; cell < to * width; cell++) {
                work.run(cell);
            }
        });
    }
}
