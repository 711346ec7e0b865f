package riskmap.app.demo;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Which ground is town, which is industry: soft circles around the plan's cores and parks. */
final class Zoning {
    private final DistrictPlan plan;
    private final Noise noise;

    Zoning(DistrictPlan plan, Noise noise) {
        this.plan = plan;
        this.noise = noise;
    }

    /** Number of the core this place belongs to, or −1. */
    int core(double x, double y) {
        if (industry(x, y) >= 0) {
            return -1;
        }
        int best = -1;
        double most = 0;
        List<DistrictPlan.Core> cores = plan.cores();
        for (int i = 0; i < cores.size(); i++) {
            double inside = inside(
                    x, y, cores.get(i).x(), cores.get(i).y(), cores.get(i).r());
            if (inside > most) {
                most = inside;
                best = i;
            }
        }
        return best;
    }

    /** 1 in the middle of a core, 0 at its rim and beyond. */
    double centrality(double x, double y) {
        double most = 0;
        for (DistrictPlan.Core core : plan.cores()) {
            // the centre of a large core is denser than that of a small one
            most = Math.max(most, inside(x, y, core.x(), core.y(), core.r()) * Math.min(1, 0.35 + core.r() / 4));
        }
        return most;
    }

    /** Number of the industrial park this place belongs to, or −1. */
    int industry(double x, double y) {
        for (int i = 0; i < plan.industry().size(); i++) {
            DistrictPlan.Industry park = plan.industry().get(i);
            if (inside(x, y, park.x(), park.y(), park.r()) > 0) {
                return i;
            }
        }
        return -1;
    }

    /** Whether this is neither town nor industry, with a margin in metres. */
    boolean isOpen(double x, double y, double margin) {
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                double px = x + dx * margin;
                double py = y + dy * margin;
                if (industry(px, py) >= 0 || core(px, py) >= 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private double inside(double x, double y, double xKm, double yKm, double radiusKm) {
        Coordinate centre = plan.world(xKm, yKm);
        double dx = (x - centre.x) / (radiusKm * 1000);
        double dy = (y - centre.y) / (radiusKm * 1000);
        return 1 - Math.sqrt(dx * dx + dy * dy) + 0.35 * noise.fractal(x / 1300, y / 1300, 2, 0.5);
    }
}
