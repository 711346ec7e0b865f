package riskmap.app.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Progress;

/**
 * Builds up the blocks of towns and parks and the villages: rows of slabs, shops and offices towards the centre, sheds in
 * industrial parks, houses in rows facing south in villages. Nothing stands on roads, rivers, water, steep ground or on
 * another building.
 */
final class Buildings {
    /** Steepest ground that is built on, in degrees, on the {@link Ground#CELL} lattice. */
    static final double STEEPEST = 12;

    /** A block left open: a park, or a school with its yard. */
    record OpenBlock(Streets.Block block, boolean school) {}

    private final Ground ground;
    private final Settlements settlements;
    private final Zoning zoning;
    private final double density;
    private final Occupancy occupancy;
    private final List<Building> all = new ArrayList<>();
    private final List<OpenBlock> openBlocks = new ArrayList<>();

    /** @param density share of the possible buildings that are built, 0 … 1 */
    Buildings(
            Ground ground,
            Zoning zoning,
            Settlements settlements,
            Streets streets,
            RoadNetwork network,
            double density,
            Progress progress) {
        this.ground = ground;
        this.zoning = zoning;
        this.settlements = settlements;
        this.density = density;
        occupancy = new Occupancy(ground.plan.frame());
        network.pieces().forEach(road -> occupancy.takeLine(road.line(), road.type().widthMetres / 2 + 3));
        ground.rivers.rivers().forEach(river -> occupancy.takeLine(river.line(), river.widthMetres() / 2 + 12));
        for (Streets.Block block : streets.blocks()) {
            if (block.industry() >= 0) {
                industry(block);
            } else {
                urban(block);
            }
            progress.check();
        }
        for (Settlements.Settlement village : settlements.villages()) {
            village(village);
            progress.check();
        }
        progress.report(1);
    }

    List<Building> all() {
        return all;
    }

    List<OpenBlock> openBlocks() {
        return openBlocks;
    }

    private double chance(Streets.Block block, int purpose) {
        return ground.noise.uniform(Math.round(block.centre().x), Math.round(block.centre().y) * 31 + purpose);
    }

    private void urban(Streets.Block block) {
        double central = zoning.centrality(block.centre().x, block.centre().y);
        double choice = chance(block, 1);
        Settlements.Settlement community = settlements.nearestInTown(block.centre());
        if (choice < 0.055) {
            openBlocks.add(new OpenBlock(block, false));
        } else if (choice < 0.105) {
            openBlocks.add(new OpenBlock(block, true));
            rows(block, Building.Use.SCHOOL, 4, 1, 60, 16, 60, community);
        } else if (choice < 0.105 + 0.45 * central) {
            Building.Use use = chance(block, 2) < 0.6 ? Building.Use.COMMERCIAL : Building.Use.OFFICE;
            int floors =
                    use == Building.Use.OFFICE ? 6 + (int) (chance(block, 3) * 22) : 2 + (int) (4 * chance(block, 3));
            rows(block, use, floors, 1, 58, 34, 74, community);
        } else {
            double tall = chance(block, 4) * (0.4 + central);
            int floors = tall > 0.62
                    ? 18 + (int) (chance(block, 5) * 15)
                    : tall > 0.3 ? 11 : 5 + (int) (chance(block, 5) * 2);
            double apart = floors > 12 ? 52 : floors > 7 ? 40 : 29;
            rows(block, Building.Use.RESIDENTIAL, floors, density, floors > 12 ? 34 : 52, 12.5, apart, community);
        }
    }

    private void industry(Streets.Block block) {
        if (chance(block, 6) < 0.12) {
            return;
        }
        Building.Use use = chance(block, 7) < 0.75 ? Building.Use.INDUSTRIAL : Building.Use.STORAGE;
        double length = 60 + 50 * chance(block, 8);
        rows(block, use, 1, Math.min(1, density * 1.5), length, 28 + 16 * chance(block, 9), 78, null);
    }

    /** Fills a block with rows of like buildings. */
    private void rows(
            Streets.Block block,
            Building.Use use,
            int floors,
            double share,
            double length,
            double depth,
            double apart,
            Settlements.Settlement community) {
        double inner = block.side() / 2 - 19;
        int number = 0;
        for (double across = -inner + depth / 2; across <= inner - depth / 2; across += apart) {
            for (double along = -inner + length / 2; along <= inner - length / 2; along += length + 13) {
                double vary = chance(block, 100 + number);
                if (chance(block, 300 + number) < share) {
                    Building building = building(
                            block.at(along, across),
                            block.angle(),
                            length * (0.86 + 0.14 * vary),
                            depth,
                            use,
                            floors,
                            community);
                    place(building, 4);
                }
                number++;
            }
        }
    }

    private void village(Settlements.Settlement village) {
        double angle = StrictMath.toRadians(ground.noise.between(village.number(), 41, -14, 14));
        int houses = (int) Math.round(density < 1 ? 4 + 13 * village.size() : 120 + 640 * village.size());
        double spread = density < 1 ? 2.2 : 1;
        int reach = (int) Math.ceil(Math.sqrt(houses) * 1.15);
        hall(village, angle);
        int built = 0;
        // rings outward from the middle, so that the village is compact
        for (int ring = 0; ring <= reach && built < houses; ring++) {
            for (int row = -ring; row <= ring; row++) {
                int step = Math.abs(row) == ring ? 1 : Math.max(1, 2 * ring);
                for (int column = -ring; column <= ring && built < houses; column += step) {
                    long key = (row + 200) * 1000L + column + 200;
                    double ragged = ground.noise.between(village.number(), key, 0, 1);
                    double out = Math.sqrt(row * row * 1.5 + column * column) / (reach + 1);
                    if (ragged > 0.07 && out < 0.75 + 0.3 * outline(village, row, column)) {
                        built += house(village, angle, column * 16.5 * spread, row * 22.0 * spread, key) ? 1 : 0;
                    }
                }
            }
        }
    }

    /** The village committee's house, near the middle. */
    private void hall(Settlements.Settlement village, double angle) {
        for (int i = 0; i < 12; i++) {
            double turn = StrictMath.PI * i / 6;
            Coordinate centre = new Coordinate(
                    village.place().x + (30 + 8 * i) * StrictMath.cos(turn),
                    village.place().y + (30 + 8 * i) * StrictMath.sin(turn));
            if (place(building(centre, angle, 26, 12, Building.Use.PUBLIC, 2, village), 3)) {
                return;
            }
        }
    }

    /** Villages are no circles: how far this one reaches towards this side, about −0.7 … 0.7. */
    private double outline(Settlements.Settlement village, int row, int column) {
        double distance = Math.max(1, Math.sqrt(row * row + column * column));
        return ground.noise.at(village.number() * 7.7 + 1.6 * column / distance, 1.6 * row / distance);
    }

    private boolean house(Settlements.Settlement village, double angle, double along, double across, long key) {
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        Coordinate centre = new Coordinate(
                village.place().x + along * cos - across * sin, village.place().y + along * sin + across * cos);
        double length = ground.noise.between(village.number(), key + 1_000_000, 10, 14.5);
        int floors = ground.noise.uniform(village.number(), key + 2_000_000) < 0.16 ? 2 : 1;
        return place(building(centre, angle, length, 8.2, Building.Use.RURAL_HOUSING, floors, village), 0.8);
    }

    private Building building(
            Coordinate centre,
            double angle,
            double length,
            double depth,
            Building.Use use,
            int floors,
            Settlements.Settlement settlement) {
        double vary = ground.noise.uniform(Math.round(centre.x * 10), Math.round(centre.y * 10));
        double area = length * depth * floors;
        int people =
                switch (use) {
                    case RESIDENTIAL -> (int) Math.round(area / 68 * (0.6 + 0.5 * vary));
                    case RURAL_HOUSING -> (int) Math.floor(vary * 5.4);
                    case SCHOOL, MEDICAL -> (int) Math.round(area / 220);
                    case COMMERCIAL, OFFICE -> (int) Math.round(area / 900);
                    default -> (int) Math.round(area / 700);
                };
        return new Building(
                centre, angle, length, depth, use, floors, people, settlement == null ? null : settlement.name());
    }

    private boolean place(Building building, double margin) {
        Coordinate centre = building.centre();
        double reach = (building.length() + building.depth()) / 2;
        Envelope around = new Envelope(centre);
        around.expandBy(reach);
        boolean good = ground.coast.inland(centre.x, centre.y) > reach + 12
                && ground.slope(centre) < STEEPEST
                && cornersInside(around)
                && !ground.touchesWater(around)
                && occupancy.take(centre, building.angle(), building.length(), building.depth(), margin);
        if (good) {
            all.add(building);
        }
        return good;
    }

    private boolean cornersInside(Envelope around) {
        return ground.territory.contains(around.getMinX(), around.getMinY())
                && ground.territory.contains(around.getMaxX(), around.getMinY())
                && ground.territory.contains(around.getMinX(), around.getMaxY())
                && ground.territory.contains(around.getMaxX(), around.getMaxY());
    }
}
