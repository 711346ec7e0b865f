package riskmap.app.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** The street grids of town cores and industrial parks, and the blocks between the streets. */
final class Streets {
    /** Steepest ground a street is laid on, in degrees. */
    private static final double STEEPEST = 7.5;

    /**
     * A block between four streets.
     *
     * @param centre its middle
     * @param angle direction of its streets against east, in radians
     * @param side its side from street to street, in metres
     * @param industry number of the industrial park, or −1 in a town core
     */
    record Block(int number, Coordinate centre, double angle, double side, int industry) {
        /** The place at (along, across) metres from the centre in the block's own directions. */
        Coordinate at(double along, double across) {
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            return new Coordinate(centre.x + along * cos - across * sin, centre.y + along * sin + across * cos);
        }
    }

    private final Ground ground;
    private final Zoning zoning;
    private final PlaceNames names;
    private final List<Road> roads = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();

    Streets(Ground ground, Zoning zoning, PlaceNames names) {
        this.ground = ground;
        this.zoning = zoning;
        this.names = names;
        List<DistrictPlan.Core> cores = ground.plan.cores();
        for (int i = 0; i < cores.size(); i++) {
            DistrictPlan.Core core = cores.get(i);
            new Net(ground.plan.world(core.x(), core.y()), core.r() * 1500, core.angle(), 250, i, false).lay();
        }
        List<DistrictPlan.Industry> parks = ground.plan.industry();
        for (int i = 0; i < parks.size(); i++) {
            DistrictPlan.Industry park = parks.get(i);
            new Net(ground.plan.world(park.x(), park.y()), park.r() * 1500, park.angle(), 360, i, true).lay();
        }
    }

    List<Road> roads() {
        return roads;
    }

    List<Block> blocks() {
        return blocks;
    }

    /** One grid of streets. */
    private final class Net {
        private final Coordinate centre;
        private final double angle;
        private final double spacing;
        private final int zone;
        private final boolean industrial;
        private final int half;
        private final boolean[][] good;

        Net(Coordinate centre, double radius, double degrees, double spacing, int zone, boolean industrial) {
            this.centre = centre;
            this.angle = StrictMath.toRadians(degrees);
            this.spacing = spacing;
            this.zone = zone;
            this.industrial = industrial;
            half = (int) Math.ceil(radius / spacing);
            good = new boolean[2 * half + 1][2 * half + 1];
            for (int i = -half; i <= half; i++) {
                for (int j = -half; j <= half; j++) {
                    good[i + half][j + half] = isGood(node(i, j));
                }
            }
        }

        void lay() {
            for (int i = -half; i <= half; i++) {
                line(i, true);
                line(i, false);
            }
            for (int i = -half; i < half; i++) {
                for (int j = -half; j < half; j++) {
                    Coordinate middle = node(i + 0.5, j + 0.5);
                    if (good(i, j) && good(i + 1, j) && good(i, j + 1) && good(i + 1, j + 1) && isGood(middle)) {
                        blocks.add(new Block(blocks.size(), middle, angle, spacing, industrial ? zone : -1));
                    }
                }
            }
        }

        private boolean good(int i, int j) {
            return good[i + half][j + half];
        }

        private Coordinate node(double i, double j) {
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            double along = i * spacing;
            double across = j * spacing;
            return new Coordinate(centre.x + along * cos - across * sin, centre.y + along * sin + across * cos);
        }

        private boolean isGood(Coordinate place) {
            int here = industrial ? zoning.industry(place.x, place.y) : zoning.core(place.x, place.y);
            return here == zone
                    && ground.slope(place) < STEEPEST
                    && ground.coast.inland(place.x, place.y) > 45
                    && ground.territory.contains(place)
                    && !ground.isWater(place);
        }

        /** The streets on one grid line: its runs of good nodes with good ground between. */
        private void line(int index, boolean alongFirst) {
            List<Coordinate> run = new ArrayList<>();
            for (int k = -half; k <= half + 1; k++) {
                boolean here = k <= half && (alongFirst ? good(k, index) : good(index, k));
                Coordinate place = here ? alongFirst ? node(k, index) : node(index, k) : null;
                boolean broken = !run.isEmpty() && here && !passable(run.get(run.size() - 1), place);
                if (!here || broken) {
                    end(run, index, alongFirst);
                    run.clear();
                }
                if (here) {
                    run.add(place);
                }
            }
        }

        private boolean passable(Coordinate from, Coordinate to) {
            Coordinate middle = new Coordinate((from.x + to.x) / 2, (from.y + to.y) / 2);
            return ground.slope(middle) < STEEPEST + 2 && !ground.isWater(middle);
        }

        private void end(List<Coordinate> run, int index, boolean alongFirst) {
            if (run.size() > 1) {
                Road.Class type = Math.floorMod(index, 3) == 0 ? Road.Class.URBAN_TRUNK : Road.Class.URBAN_BRANCH;
                String name = names.street(zone * 13L + index * 2L + (alongFirst ? 0 : 1) + (industrial ? 7 : 0));
                roads.add(new Road(name, "", type, run.toArray(Coordinate[]::new)));
            }
        }
    }
}
