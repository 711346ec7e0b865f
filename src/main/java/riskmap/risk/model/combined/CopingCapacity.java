package riskmap.risk.model.combined;

import riskmap.analysis.LayerRows;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.risk.model.zone.StudyArea;

/**
 * Coping capacity C per cell, 0 to 1: 0.4 · shelter · enough + 0.3 · rescue + 0.3 · hospital. Each of the three falls from
 * 1 at the place to 0 at its service distance; “enough” is the shelter capacity of the town per head of its population, at
 * most 1 (1 where the town states no population).
 */
public final class CopingCapacity {
    private CopingCapacity() {}

    public static float[] of(StudyArea area, ParameterValues values, Progress progress) {
        float[] capacity = new float[area.lattice().cellCount()];
        float[] enough = enoughPerTown(area, progress);
        add(capacity, area, area.distanceTo("shelter", progress), values.number("shelter-distance"), 0.4, enough);
        progress.report(0.4);
        add(capacity, area, area.distanceTo("rescue_team", progress), values.number("rescue-distance"), 0.3, null);
        progress.report(0.7);
        add(capacity, area, area.distanceTo("hospital", progress), values.number("hospital-distance"), 0.3, null);
        return capacity;
    }

    private static void add(
            float[] capacity, StudyArea area, float[] metres, double reach, double weight, float[] enoughPerTown) {
        if (metres == null) {
            return;
        }
        int width = area.lattice().width();
        area.lattice().bandsOfRows(Progress.silent(), (from, to) -> {
            for (int cell = from * width; cell < to * width; cell++) {
                if (area.isActive(cell) && metres[cell] < reach) {
                    int town = enoughPerTown == null ? -1 : area.townOfCell(cell);
                    double enough = town < 0 ? 1 : enoughPerTown[town];
                    capacity[cell] += (float) (weight * enough * (1 - metres[cell] / reach));
                }
            }
        });
    }

    private static float[] enoughPerTown(StudyArea area, Progress progress) {
        double[] population = area.towns().numbers("population");
        double[] places = new double[population.length];
        if (area.has("shelter")) {
            LayerRows shelters = area.rows("shelter", progress);
            double[] capacity = shelters.numbers("capacity_people");
            for (int i = 0; i < shelters.size(); i++) {
                if (shelters.geometry(i) != null && capacity[i] > 0) {
                    var centre = shelters.geometry(i).getCentroid();
                    int town = area.townAt(centre.getX(), centre.getY());
                    if (town >= 0) {
                        places[town] += capacity[i];
                    }
                }
            }
        }
        float[] enough = new float[population.length];
        for (int i = 0; i < enough.length; i++) {
            enough[i] = population[i] > 0 ? (float) Math.min(1, places[i] / population[i]) : 1;
        }
        return enough;
    }
}
