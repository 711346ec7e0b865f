package riskmap.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Past fires in the forest; the plan's nine water stores and 21 km of fire lanes. */
final class FireLayers {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int WATER_STORES = 9;
    /** Length of the plan's fire lanes, in metres. */
    private static final double LANES = 21_000;

    /** How near to the forest a lane runs, in metres. */
    private static final double BESIDE = 200;

    private final Scene scene;
    private final Ground ground;
    private final List<Coordinate> stands = new ArrayList<>();
    private final STRtree forest = new STRtree();

    FireLayers(Scene scene, SimpleFeatureCollection forest) {
        this.scene = scene;
        ground = scene.ground;
        try (SimpleFeatureIterator features = forest.features()) {
            while (features.hasNext()) {
                SimpleFeature stand = features.next();
                Geometry shape = (Geometry) stand.getDefaultGeometry();
                stands.add(shape.getInteriorPoint().getCoordinate());
                this.forest.insert(shape.getEnvelopeInternal(), shape);
            }
        }
    }

    List<SimpleFeatureCollection> all() {
        return List.of(history(), waterStores(), lanes());
    }

    private SimpleFeatureCollection history() {
        LayerBuilder layer = new LayerBuilder(scene, "fire_history");
        String[] causes = {"sacrifice", "farming", "smoking", "power", "unknown", "sacrifice", "farming"};
        for (int i = 0; i < 38; i++) {
            Coordinate place = stands.get((int) (scene.uniform(i, 400) * stands.size()));
            double burnt = StrictMath.pow(scene.uniform(i, 401), 4) * 60 + 0.05;
            LocalDate day = LocalDate.of(2003 + (int) (scene.uniform(i, 402) * 19), 2, 10)
                    .plusDays((int) (scene.uniform(i, 403) * 75));
            layer.add(place)
                    .set("name", layer.distinct(scene.settlements.nearest(place).name(), "林火"))
                    .set("occurred_on", day)
                    .set("cause", scene.pick(i, 404, causes))
                    .set("burnt_ha", burnt, 2)
                    .set("duration_h", 1 + burnt * scene.between(i, 405, 0.3, 0.9), 1)
                    .set("casualties", 0)
                    .set("loss_cny10k", burnt * scene.between(i, 406, 0.5, 3), 1)
                    .set("fire_class", Math.round(burnt * 100) / 100.0 <= 1 ? "general" : "larger");
        }
        return layer.collection();
    }

    private SimpleFeatureCollection waterStores() {
        LayerBuilder layer = new LayerBuilder(scene, "fire_water_store");
        List<DistrictPlan.Massif> massifs = ground.plan.massifs();
        for (int i = 0; i < WATER_STORES; i++) {
            Coordinate centre =
                    ground.plan.world(massifs.get(i).x(), massifs.get(i).y());
            Coordinate place = stands.stream()
                    .min(java.util.Comparator.comparingDouble(stand -> stand.distance(centre)))
                    .orElse(centre);
            String state = i < 7 ? "built" : i == 7 ? "building" : "planned";
            layer.add(place)
                    .set("name", massifs.get(i).name() + "蓄水池")
                    .set("type", scene.pick(i, 410, "tank", "tank", "pond", "pipe"))
                    .set("volume_m3", 200 + 50 * (int) (scene.uniform(i, 411) * 16))
                    .set("elevation_m", ground.height(place), 1)
                    .set("state", state)
                    .set("built_on", state.equals("built") ? LocalDate.of(2022, 3 + i, 15) : null)
                    .set("pump", true)
                    .set("helicopter", i % 3 == 0)
                    .set("manager", ground.towns.nameAt(place) + "林业站");
        }
        return layer.collection();
    }

    /** Lanes run along the hillside from stand to stand; the last is cut so that the plan's length is met. */
    private SimpleFeatureCollection lanes() {
        LayerBuilder layer = new LayerBuilder(scene, "fire_lane");
        RoutePlanner planner = new RoutePlanner(ground);
        double left = LANES;
        for (int i = 0; left > 1 && i < ground.plan.massifs().size(); i++) {
            DistrictPlan.Massif massif = ground.plan.massifs().get(i);
            double reach = massif.r() * 430;
            Coordinate centre = ground.plan.world(massif.x(), massif.y());
            Coordinate from = new Coordinate(centre.x - reach, centre.y - reach / 3);
            Coordinate to = new Coordinate(centre.x + reach, centre.y + reach / 3);
            int goal = planner.cell(to);
            int[] way = planner.route(planner.cell(from), cell -> cell == goal, 200_000, 1.6);
            if (way == null || way.length < 8 || !inside(planner, way)) {
                continue;
            }
            LineString lane = line(planner, way);
            if (!byForest(lane)) {
                continue;
            }
            if (lane.getLength() > left) {
                lane = (LineString) new LengthIndexedLine(lane).extractLine(0, left);
            }
            left -= lane.getLength();
            boolean built = i < 5;
            layer.add(lane)
                    .set("name", massif.name() + "防火通道")
                    .set("type", i % 3 == 2 ? "break" : "road")
                    .set("work", i % 2 == 0 ? "new" : "rebuilt")
                    .set("length_m", lane.getLength(), 1)
                    .set("width_m", 4 + (i % 3))
                    .set("surface", built ? "concrete" : "gravel")
                    .set("state", built ? "built" : "building")
                    .set("built_on", built ? LocalDate.of(2022, 5 + i, 20) : null);
        }
        return layer.collection();
    }

    private boolean byForest(LineString lane) {
        Envelope around = lane.getEnvelopeInternal();
        around.expandBy(BESIDE);
        return forest.query(around).stream().anyMatch(stand -> lane.isWithinDistance((Geometry) stand, BESIDE));
    }

    private boolean inside(RoutePlanner planner, int[] way) {
        for (int cell : way) {
            if (!ground.territory.contains(planner.centre(cell))) {
                return false;
            }
        }
        return true;
    }

    private static LineString line(RoutePlanner planner, int[] way) {
        Coordinate[] line = new Coordinate[way.length];
        for (int i = 0; i < way.length; i++) {
            line[i] = planner.centre(way[i]);
        }
        for (int pass = 0; pass < 3; pass++) {
            Coordinate[] smooth = line.clone();
            for (int i = 1; i + 1 < line.length; i++) {
                smooth[i] = new Coordinate(
                        (line[i - 1].x + 2 * line[i].x + line[i + 1].x) / 4,
                        (line[i - 1].y + 2 * line[i].y + line[i + 1].y) / 4);
            }
            line = smooth;
        }
        return FACTORY.createLineString(line);
    }
}
