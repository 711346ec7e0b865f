package riskmap.app.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Villages on flat open land, communities in the town cores. */
final class Settlements {
    /** Side of the square that holds at most one village, in metres. */
    private static final double VILLAGE_SPACING = 1120;

    private static final double COMMUNITY_SPACING = 1050;
    /** Steepest ground of a village, in degrees. */
    private static final double STEEPEST = 4.5;

    /**
     * A village or urban community.
     *
     * @param size 0 … 1: how large it is among its like
     */
    record Settlement(int number, String name, boolean urban, Coordinate place, TownCoverage.Town town, double size) {}

    private final List<Settlement> all = new ArrayList<>();
    private final Ground ground;
    private final Zoning zoning;

    Settlements(Ground ground, Zoning zoning, PlaceNames names) {
        this.ground = ground;
        this.zoning = zoning;
        spread(VILLAGE_SPACING, false, names);
        spread(COMMUNITY_SPACING, true, names);
    }

    List<Settlement> all() {
        return all;
    }

    List<Settlement> villages() {
        return all.stream().filter(settlement -> !settlement.urban()).toList();
    }

    /** The settlement nearest to a place. */
    Settlement nearest(Coordinate place) {
        Settlement best = all.get(0);
        for (Settlement settlement : all) {
            if (settlement.place().distance(place) < best.place().distance(place)) {
                best = settlement;
            }
        }
        return best;
    }

    /** The settlement nearest to a place of those in its town; of all where the town has none. */
    Settlement nearestInTown(Coordinate place) {
        TownCoverage.Town town = ground.towns.at(place);
        return all.stream()
                .filter(settlement -> settlement.town().equals(town))
                .min(Comparator.comparingDouble(settlement -> settlement.place().distance(place)))
                .orElseGet(() -> nearest(place));
    }

    private void spread(double spacing, boolean urban, PlaceNames names) {
        var frame = ground.plan.frame();
        int columns = (int) (frame.getWidth() / spacing);
        int rows = (int) (frame.getHeight() / spacing);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                Coordinate place =
                        best(frame.getMinX() + column * spacing, frame.getMinY() + row * spacing, spacing, urban);
                boolean settled = urban || ground.noise.uniform(column, row + 5000) < 0.86;
                if (place != null && settled) {
                    add(place, urban, names);
                }
            }
        }
    }

    private void add(Coordinate place, boolean urban, PlaceNames names) {
        TownCoverage.Town town = ground.towns.at(place);
        boolean free =
                all.stream().noneMatch(other -> other.place().distance(place) < (urban || other.urban() ? 480 : 720));
        if (town != null && free) {
            int number = all.size();
            String name = urban ? names.community(number) : names.village(number);
            double size = urban ? 1 : ground.noise.uniform(number, 99);
            all.add(new Settlement(number, name, urban, place, town, size * size));
        }
    }

    /** The flattest of some places in a square, or null. */
    private Coordinate best(double x, double y, double spacing, boolean urban) {
        Coordinate best = null;
        double least = STEEPEST;
        for (int i = 0; i < 7; i++) {
            long key = Math.round(x / 10) * 7 + i;
            Coordinate place = new Coordinate(
                    x + spacing * ground.noise.between(key, Math.round(y), 0.08, 0.92),
                    y + spacing * ground.noise.between(key, Math.round(y) + 1, 0.08, 0.92));
            double steep = steepness(place);
            if (steep < least && fits(place, urban)) {
                least = steep;
                best = place;
            }
        }
        return best;
    }

    private boolean fits(Coordinate place, boolean urban) {
        if (urban != zoning.core(place.x, place.y) >= 0 || !ground.territory.contains(place)) {
            return false;
        }
        double height = ground.height(place);
        return height > 2.5
                && height < 170
                && ground.coast.inland(place.x, place.y) > 180
                && !ground.isWater(place)
                && (urban || zoning.isOpen(place.x, place.y, 260));
    }

    /** Mean slope around a place, in degrees. */
    private double steepness(Coordinate place) {
        double sum = 0;
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                sum += ground.slope(place.x + dx * 110, place.y + dy * 110);
            }
        }
        return sum / 9;
    }
}
