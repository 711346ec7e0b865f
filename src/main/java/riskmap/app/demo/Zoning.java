package riskmap.app.demo;

import org.locationtech.jts.geom.Coordinate;

/** Which ground is town, which is industry: soft circles around the plan's cores and parks. */
final class Zoning {
    /** Bound of what the noise shifts a rim by, in radii. */
    private static final double RAGGED = 0.4;

    private final DistrictPlan plan;
    private final Noise noise;
    private final Circle[] cores;
    private final Circle[] parks;

    Zoning(DistrictPlan plan, Noise noise) {
        this.plan = plan;
        this.noise = noise;
        cores = plan.cores().stream()
                .map(core -> new Circle(plan.world(core.x(), core.y()), core.r() * 1000))
                .toArray(Circle[]::new);
        parks = plan.industry().stream()
                .map(park -> new Circle(plan.world(park.x(), park.y()), park.r() * 1000))
                .toArray(Circle[]::new);
    }

    /** Number of the core this place belongs to, or −1. */
    int core(double x, double y) {
        if (industry(x, y) >= 0) {
            return -1;
        }
        int best = -1;
        double most = 0;
        double ragged = Double.NaN;
        for (int i = 0; i < cores.length; i++) {
            double plain = cores[i].inside(x, y);
            if (plain > -RAGGED) {
                ragged = Double.isNaN(ragged) ? ragged(x, y) : ragged;
                if (plain + ragged > most) {
                    most = plain + ragged;
                    best = i;
                }
            }
        }
        return best;
    }

    /** 1 in the middle of a core, 0 at its rim and beyond. */
    double centrality(double x, double y) {
        double most = 0;
        for (int i = 0; i < cores.length; i++) {
            // the centre of a large core is denser than that of a small one
            double size = Math.min(1, 0.35 + plan.cores().get(i).r() / 4);
            most = Math.max(most, (cores[i].inside(x, y) + ragged(x, y)) * size);
        }
        return most;
    }

    /** Number of the industrial park this place belongs to, or −1. */
    int industry(double x, double y) {
        for (int i = 0; i < parks.length; i++) {
            double plain = parks[i].inside(x, y);
            if (plain > -RAGGED && plain + ragged(x, y) > 0) {
                return i;
            }
        }
        return -1;
    }

    /** Whether this is neither town nor industry, with a margin in metres. */
    boolean isOpen(double x, double y, double margin) {
        if (isFar(cores, x, y, margin) && isFar(parks, x, y, margin)) {
            return true;
        }
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

    private static boolean isFar(Circle[] circles, double x, double y, double margin) {
        for (Circle circle : circles) {
            if (circle.inside(x, y) > -RAGGED - 1.5 * margin / circle.radius()) {
                return false;
            }
        }
        return true;
    }

    private double ragged(double x, double y) {
        return 0.35 * noise.fractal(x / 1300, y / 1300, 2, 0.5);
    }

    private record Circle(Coordinate centre, double radius) {
        /** 1 in the middle, 0 on the rim, negative outside. */
        double inside(double x, double y) {
            double dx = (x - centre.x) / radius;
            double dy = (y - centre.y) / radius;
            return 1 - Math.sqrt(dx * dx + dy * dy);
        }
    }
}
