package riskmap.risk.model.capacity;

import java.util.List;
import riskmap.base.Progress;
import riskmap.risk.capacity.ShelterAllocation;

/** Who goes to which shelter, and whom a circle around each shelter alone would call served. */
public final class ShelterPlan {
    private final ShelterAllocation.Result result;
    private final boolean[] covered;
    private final double[] nearest;

    public ShelterPlan(ShelterDemand demand, ShelterPlaces places, Progress progress) {
        List<ShelterDemand.Cell> cells = demand.cells();
        ShelterAllocation allocation = new ShelterAllocation(demand.people(), places.capacities());
        covered = new boolean[cells.size()];
        nearest = new double[cells.size()];
        for (int point = 0; point < cells.size(); point++) {
            progress.check();
            nearest[point] = Double.POSITIVE_INFINITY;
            ShelterDemand.Cell cell = cells.get(point);
            for (int i = 0; i < places.shelters().size(); i++) {
                ShelterPlaces.Shelter shelter = places.shelters().get(i);
                double metres = Math.hypot(cell.x() - shelter.x(), cell.y() - shelter.y());
                nearest[point] = Math.min(nearest[point], metres);
                if (metres <= shelter.reach()) {
                    covered[point] = true;
                    allocation.way(point, i, metres);
                }
            }
        }
        result = allocation.solve(progress.part(0.2, 1));
    }

    ShelterAllocation.Result result() {
        return result;
    }

    /** Whether a cell has a shelter within its distance, full or not. */
    boolean isCovered(int cell) {
        return covered[cell];
    }

    /** Distance to the nearest shelter of any kind; infinite without shelters. */
    double nearest(int cell) {
        return nearest[cell];
    }
}
