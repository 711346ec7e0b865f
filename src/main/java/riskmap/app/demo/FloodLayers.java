package riskmap.app.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import riskmap.geo.raster.GridGeometry;

/**
 * Flood zones: ground less high above the river it drains to than the river's stage (height above nearest drainage),
 * below dams with the stage of a breach, and low ground by the sea; waterlogging in the lowest parts of towns.
 */
final class FloodLayers {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int[] YEARS = {100, 50, 20};
    /** Stage against that of 50 years. */
    private static final double[] SHARE = {1.28, 1, 0.72};
    /** Zones smaller than this are left out, in square metres. */
    private static final double SMALLEST = 30_000;
    /** Waterlogging points, and the least distance between two, in metres. */
    private static final int WATERLOGGING = 46;

    private static final double APART = 700;
    /** How far a river's flood zone may lie from the river, in metres. */
    private static final double AT_RIVER = 100;
    /** How far a breach is followed, in cells of the relief. */
    private static final int BREACH = 70;

    private final Scene scene;
    private final Ground ground;
    private final GridGeometry geometry;
    private final Drainage drainage;
    private final RiverNames riverNames;
    /** Height above the river a cell drains to, and that river's cell; −1 without a river. */
    private final float[] above;

    private final int[] drainsTo;
    /** Cells that drain to each river without joining another first. */
    private final Map<Integer, int[]> basins = new HashMap<>();

    FloodLayers(Scene scene) {
        this.scene = scene;
        ground = scene.ground;
        geometry = ground.rivers.relief().geometry();
        drainage = ground.rivers.relief().drainage();
        riverNames = new RiverNames(scene);
        above = new float[geometry.cellCount()];
        drainsTo = new int[above.length];
        Arrays.fill(drainsTo, -1);
        heightAboveRivers();
        findBasins();
    }

    List<SimpleFeatureCollection> all() {
        return List.of(zones(), waterlogging());
    }

    private void heightAboveRivers() {
        float[] bed = new float[above.length];
        for (Rivers.River river : ground.rivers.rivers()) {
            for (int i = 0; i < river.cells().length; i++) {
                if (ground.rivers.riverOf(river.cells()[i]) == river.number()) {
                    bed[river.cells()[i]] = (float) river.line()[i].getZ();
                }
            }
        }
        for (int i = 0; i < drainage.count(); i++) {
            int cell = drainage.order[i];
            int receiver = drainage.receiver[cell];
            drainsTo[cell] = ground.rivers.riverOf(cell) >= 0 ? cell : receiver < 0 ? -1 : drainsTo[receiver];
            double height = ground.height(geometry.x(cell % geometry.width()), geometry.y(cell / geometry.width()));
            above[cell] = drainsTo[cell] < 0 || Double.isNaN(height) ? 60 : (float) height - bed[drainsTo[cell]];
        }
    }

    private void findBasins() {
        List<IntStream.Builder> cells = new ArrayList<>();
        ground.rivers.rivers().forEach(river -> cells.add(IntStream.builder()));
        for (int i = 0; i < drainage.count(); i++) {
            int cell = drainage.order[i];
            if (drainsTo[cell] >= 0) {
                cells.get(ground.rivers.riverOf(drainsTo[cell])).add(cell);
            }
        }
        for (int i = 0; i < cells.size(); i++) {
            basins.put(i, cells.get(i).build().toArray());
        }
    }

    private SimpleFeatureCollection zones() {
        LayerBuilder layer = new LayerBuilder(scene, "flood_zone");
        for (Rivers.River river : ground.rivers.rivers()) {
            if (river.catchmentKm2() > 9) {
                for (int i = 0; i < YEARS.length; i++) {
                    river(layer, river, YEARS[i], SHARE[i]);
                }
            }
        }
        for (int i = 0; i < ground.reservoirs.size(); i++) {
            breach(layer, ground.reservoirs.get(i), scene.names.reservoir(i));
        }
        surge(layer, 100, 2.6);
        surge(layer, 20, 1.9);
        return layer.collection();
    }

    private double stage(int riverCell) {
        double km2 = drainage.upstream[riverCell] * geometry.cellArea() / 1e6;
        return 0.7 + 0.42 * StrictMath.log(1 + km2);
    }

    private void river(LayerBuilder layer, Rivers.River river, int years, double share) {
        int[] cells = basins.get(river.number());
        float[] depth = new float[cells.length];
        double deepest = 0;
        for (int i = 0; i < cells.length; i++) {
            double stage = stage(drainsTo[cells[i]]) * share;
            depth[i] = (float) (stage - above[cells[i]]);
            deepest = Math.max(deepest, stage);
        }
        MultiPolygon area = within(Contours.positive(wet(cells, depth), SMALLEST), 0);
        // what is left of it in the district may lie far from the river, beyond the boundary
        if (!area.isEmpty() && area.isWithinDistance(inDistrict(river), AT_RIVER)) {
            set(layer, area, "river", riverNames.of(river), years, deepest);
        }
    }

    private Geometry inDistrict(Rivers.River river) {
        return FACTORY.createLineString(BaseLayers.flat(river.line())).intersection(ground.territory.area());
    }

    private void breach(LayerBuilder layer, Reservoirs.Reservoir reservoir, String name) {
        // Froehlich's peak flow falls off down the valley; the stage goes with its square root
        double hold = reservoir.totalCubicMetres();
        double peak = 0.607 * StrictMath.pow(hold, 0.295) * StrictMath.pow(reservoir.damHeight(), 1.24);
        double stage = Math.min(reservoir.damHeight() * 0.45, 0.32 * StrictMath.pow(peak, 0.36));
        Map<Integer, Float> reach = new HashMap<>();
        int cell = drainage.receiver[reservoir.cell()];
        for (int step = 0; step < BREACH && cell >= 0; step++) {
            reach.put(cell, (float) (stage * (1 - 0.75 * step / BREACH)));
            cell = drainage.receiver[cell];
        }
        int[] cells = IntStream.range(0, above.length)
                .filter(at -> drainsTo[at] >= 0 && reach.containsKey(drainsTo[at]))
                .toArray();
        float[] depth = new float[cells.length];
        for (int i = 0; i < cells.length; i++) {
            depth[i] = reach.get(drainsTo[cells[i]]) - above[cells[i]];
        }
        add(layer, wet(cells, depth), "dam_break", name, 500, stage);
    }

    private void surge(LayerBuilder layer, int years, double level) {
        Surface wet = new Surface(ground.heights().geometry);
        GridGeometry lattice = wet.geometry;
        for (int cell = 0; cell < wet.values.length; cell++) {
            float height = ground.heights().values[cell];
            double inland = ground.coast.field().values[cell];
            double low = Float.isNaN(height) ? -1 : level - height;
            wet.values[cell] = (float) Math.min(low, inland * 0.05);
        }
        MultiPolygon area = within(Contours.positive(wet, SMALLEST / 2), lattice.cellWidth());
        if (!area.isEmpty()) {
            set(layer, area, "surge", "黄海", years, level - 0.4);
        }
    }

    /** Depths at some cells, dry elsewhere, on the part of the lattice around them. */
    private Surface wet(int[] cells, float[] depth) {
        int width = geometry.width();
        int west = width;
        int east = 0;
        int north = geometry.height();
        int south = 0;
        for (int cell : cells) {
            west = Math.min(west, cell % width);
            east = Math.max(east, cell % width);
            north = Math.min(north, cell / width);
            south = Math.max(south, cell / width);
        }
        double side = geometry.cellWidth();
        Surface surface = new Surface(new GridGeometry(
                Math.max(1, east - west + 1),
                Math.max(1, south - north + 1),
                geometry.minX() + west * side,
                geometry.maxY() - north * side,
                side,
                side,
                geometry.crs()));
        Arrays.fill(surface.values, -6);
        for (int i = 0; i < cells.length; i++) {
            int column = cells[i] % width - west;
            int row = cells[i] / width - north;
            surface.values[row * surface.geometry.width() + column] = depth[i];
        }
        return surface;
    }

    private void add(LayerBuilder layer, Surface wet, String source, String name, int years, double depth) {
        MultiPolygon area = within(Contours.positive(wet, SMALLEST), 0);
        if (!area.isEmpty()) {
            set(layer, area, source, name, years, depth);
        }
    }

    /** The parts in the district; with a reach, only those that near to the sea. */
    private MultiPolygon within(List<Polygon> areas, double reach) {
        return ground.territory.clip(
                areas.stream()
                        .filter(area -> reach == 0 || touchesSea(area, reach))
                        .toList(),
                SMALLEST / 3);
    }

    private boolean touchesSea(Polygon area, double reach) {
        for (Coordinate point : area.getExteriorRing().getCoordinates()) {
            if (ground.coast.inland(point.x, point.y) < reach) {
                return true;
            }
        }
        return false;
    }

    private void set(LayerBuilder layer, MultiPolygon area, String source, String name, int years, double depth) {
        int i = layer.size();
        layer.add(area)
                .set("name", name + (source.equals("dam_break") ? "溃坝" : years + "年一遇") + "淹没区")
                .set("flood_source", source)
                .set("source_name", name)
                .set("return_period_years", years)
                .set("depth_m", depth, 1)
                .set("velocity_m_s", source.equals("surge") ? 0.4 : 0.5 + 0.5 * depth, 1)
                .set("arrival_min", source.equals("dam_break") ? 12 : scene.between(i, 70, 90, 400), 0)
                .set("duration_h", scene.between(i, 71, 4, 30), 0);
    }

    private record Hollow(Road road, Coordinate place, double depth) {}

    /** The deepest hollows of the town cores, none near another. */
    private List<Hollow> hollows() {
        List<Hollow> found = new ArrayList<>();
        for (Road road : scene.network.pieces()) {
            Coordinate place = road.line()[0];
            if (road.type().isUrban() && ground.height(place) < 40) {
                double depth = hollow(place);
                if (depth > 0.6) {
                    found.add(new Hollow(road, place, depth));
                }
            }
        }
        found.sort(
                Comparator.comparingDouble((Hollow hollow) -> -hollow.depth()).thenComparing(Hollow::place));
        List<Hollow> chosen = new ArrayList<>();
        for (Hollow hollow : found) {
            if (chosen.size() < WATERLOGGING
                    && chosen.stream().noneMatch(other -> other.place().distance(hollow.place()) < APART)) {
                chosen.add(hollow);
            }
        }
        return chosen;
    }

    private SimpleFeatureCollection waterlogging() {
        LayerBuilder layer = new LayerBuilder(scene, "waterlogging_point");
        for (Hollow hollow : hollows()) {
            int i = layer.size();
            double depth = Math.min(1.8, 0.22 + 0.16 * hollow.depth() * scene.between(i, 72, 0.5, 1.4));
            layer.add(hollow.place())
                    .set("name", layer.distinct(hollow.road().name(), "积水点"))
                    .set("place_type", scene.pick(i, 73, "road", "road", "underpass", "residential", "basement"))
                    .set("depth_m", depth, 2)
                    .set("area_m2", depth * scene.between(i, 74, 900, 4200), 0)
                    .set("duration_h", scene.between(i, 75, 0.5, 5), 1)
                    .set("trigger_rain_mm_h", scene.between(i, 76, 28, 60), 0)
                    .set("return_period_years", 1 + (int) (scene.uniform(i, 77) * 3))
                    .set("pump_m3_h", scene.uniform(i, 78) < 0.4 ? scene.between(i, 79, 200, 2000) : 0, 0)
                    .set("level", depth < 0.3 ? 1 : depth < 0.5 ? 2 : depth < 0.8 ? 3 : 4)
                    .set("responsible", ground.towns.nameAt(hollow.place()) + "城建办");
        }
        return layer.collection();
    }

    /** How far a place lies below the mean of the ground 250 m around, in metres. */
    private double hollow(Coordinate place) {
        double sum = 0;
        int count = 0;
        for (int k = 0; k < 12; k++) {
            double turn = StrictMath.PI * k / 6;
            double height = ground.height(place.x + 250 * StrictMath.cos(turn), place.y + 250 * StrictMath.sin(turn));
            if (!Double.isNaN(height)) {
                sum += height;
                count++;
            }
        }
        return count < 10 ? 0 : sum / count - ground.height(place);
    }
}
