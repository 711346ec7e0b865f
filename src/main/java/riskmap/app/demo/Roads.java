package riskmap.app.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import riskmap.base.Progress;

/**
 * The roads between places: the expressway by itself; national and provincial roads along the plan's towns; county roads
 * between neighbouring towns; then every village to the nearest road and to its nearest neighbour. Later roads run on
 * earlier ones where that is cheaper and join them at a vertex.
 */
final class Roads {
    /** Share of the cost of a way on an existing road. */
    private static final float ON_ROAD = 0.34f;
    /** Villages farther apart than this are not joined to each other, in metres. */
    private static final double NEIGHBOURS = 2600;

    private final Ground ground;
    private final RoutePlanner planner;
    /** Where the road through a cell runs, null without one. */
    private final Coordinate[] vertices;

    private final List<Road> roads = new ArrayList<>();

    Roads(Ground ground, Settlements settlements, Progress progress) {
        this.ground = ground;
        planner = new RoutePlanner(ground);
        vertices = new Coordinate[planner.geometry().cellCount()];
        expressway();
        progress.check();
        planned();
        betweenTowns();
        progress.check();
        villages(settlements.villages());
        progress.report(1);
    }

    List<Road> roads() {
        return roads;
    }

    private void expressway() {
        DistrictPlan.Route route = ground.plan.expressway();
        List<Integer> cells = new ArrayList<>();
        Coordinate[] stops = ground.plan.world(route.through());
        for (int i = 0; i + 1 < stops.length; i++) {
            int goal = planner.cell(stops[i + 1]);
            int[] part = planner.route(planner.cell(stops[i]), cell -> cell == goal, 1e9, 0.25);
            for (int j = i == 0 ? 0 : 1; j < part.length; j++) {
                cells.add(part[j]);
            }
        }
        Coordinate[] line = cells.stream().map(planner::centre).toArray(Coordinate[]::new);
        for (int i = 0; i < 14; i++) {
            line = smoothed(line);
        }
        roads.add(new Road(route.name(), route.code(), Road.Class.EXPRESSWAY, line));
    }

    private void planned() {
        for (DistrictPlan.TownRoute route : ground.plan.nationalRoads()) {
            Road.Class type = route.code().startsWith("G") ? Road.Class.NATIONAL : Road.Class.PROVINCIAL;
            for (int i = 0; i + 1 < route.through().size(); i++) {
                join(
                        place(route.through().get(i)),
                        place(route.through().get(i + 1)),
                        route.name(),
                        route.code(),
                        type);
            }
        }
    }

    private Coordinate place(String stop) {
        if (stop.startsWith("@")) {
            String[] numbers = stop.substring(1).split(",");
            return ground.plan.world(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
        }
        DistrictPlan.TownSeat town = ground.plan.town(stop);
        return ground.plan.world(town.x(), town.y());
    }

    /** Joins towns that no third town lies between (Gabriel graph). */
    private void betweenTowns() {
        List<TownCoverage.Town> towns = ground.towns.towns();
        int number = 1;
        for (int i = 0; i < towns.size(); i++) {
            for (int j = i + 1; j < towns.size(); j++) {
                Coordinate a = towns.get(i).seat();
                Coordinate b = towns.get(j).seat();
                Coordinate middle = new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
                double radius = a.distance(b) / 2;
                boolean neighbours = towns.stream()
                        .map(TownCoverage.Town::seat)
                        .noneMatch(seat -> seat != a && seat != b && seat.distance(middle) < radius);
                if (neighbours) {
                    String name =
                            shortName(towns.get(i)) + shortName(towns.get(j)).charAt(0) + "线";
                    join(a, b, name, "X" + String.format("%03d", number++), Road.Class.COUNTY);
                }
            }
        }
    }

    static String shortName(TownCoverage.Town town) {
        return town.name().replaceAll("街道$|镇$", "");
    }

    private void villages(List<Settlements.Settlement> villages) {
        List<Settlements.Settlement> order = new ArrayList<>(villages);
        order.sort(Comparator.comparingDouble((Settlements.Settlement village) ->
                        village.place().distance(village.town().seat()))
                .thenComparingInt(Settlements.Settlement::number));
        for (Settlements.Settlement village : order) {
            int start = planner.cell(village.place());
            int[] way = planner.route(start, cell -> vertices[cell] != null, 60_000, 1);
            String root = village.name().replaceAll("村$", "");
            Road.Class type = village.size() > 0.25 ? Road.Class.TOWNSHIP : Road.Class.VILLAGE;
            if (way != null && way.length > 1) {
                add(way, root + "路", "", type);
            }
        }
        for (Settlements.Settlement village : order) {
            order.stream()
                    .filter(other ->
                            other.number() > village.number() && other.place().distance(village.place()) < NEIGHBOURS)
                    .min(Comparator.comparingDouble(other -> other.place().distance(village.place())))
                    .ifPresent(other -> join(
                            village.place(),
                            other.place(),
                            village.name().charAt(0) + other.name().substring(0, 1) + "路",
                            "",
                            Road.Class.VILLAGE));
        }
    }

    private void join(Coordinate from, Coordinate to, String name, String code, Road.Class type) {
        int goal = planner.cell(to);
        int[] way = planner.route(planner.cell(from), cell -> cell == goal, 400_000, 1);
        if (way != null) {
            add(way, name, code, type);
        }
    }

    /** Adds the parts of a way that are not road yet. */
    private void add(int[] way, String name, String code, Road.Class type) {
        int start = 0;
        while (start < way.length - 1) {
            int end = start + 1;
            while (end < way.length - 1 && vertices[way[end]] == null) {
                end++;
            }
            boolean isNew = end - start > 1 || vertices[way[start]] == null || vertices[way[end]] == null;
            if (isNew) {
                roads.add(new Road(name, code, type, lay(Arrays.copyOfRange(way, start, end + 1))));
            }
            start = end;
        }
        for (int cell : way) {
            planner.cheapen(cell, ON_ROAD);
        }
    }

    private Coordinate[] lay(int[] cells) {
        Coordinate[] line = new Coordinate[cells.length];
        for (int i = 0; i < cells.length; i++) {
            line[i] = vertices[cells[i]] != null ? vertices[cells[i]] : planner.centre(cells[i]);
        }
        for (int i = 0; i < 3; i++) {
            line = smoothed(line);
        }
        for (int i = 0; i < cells.length; i++) {
            if (vertices[cells[i]] == null) {
                vertices[cells[i]] = line[i];
            }
        }
        return line;
    }

    /** Every vertex drawn to the middle of its neighbours; the ends stay. */
    private static Coordinate[] smoothed(Coordinate[] line) {
        Coordinate[] result = line.clone();
        for (int i = 1; i + 1 < line.length; i++) {
            result[i] = new Coordinate(
                    (line[i - 1].x + 2 * line[i].x + line[i + 1].x) / 4,
                    (line[i - 1].y + 2 * line[i].y + line[i + 1].y) / 4);
        }
        return result;
    }
}
