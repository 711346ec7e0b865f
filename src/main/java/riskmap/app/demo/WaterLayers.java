package riskmap.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.buffer.OffsetCurve;
import riskmap.risk.flood.SurveyedPool;

/** Reservoirs, dykes along the larger rivers, gauges. */
final class WaterLayers {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    /** Catchment from which a river has dykes, in km². */
    private static final double DYKED = 26;
    /** How far below a dam people count as downstream, in metres. */
    private static final double DOWNSTREAM = 6000;

    /** Height between the lines of a reservoir's table, in metres. */
    private static final double CURVE_STEP = 1;

    private final Scene scene;
    private final Ground ground;
    private final RiverNames riverNames;

    WaterLayers(Scene scene) {
        this.scene = scene;
        ground = scene.ground;
        riverNames = new RiverNames(scene);
    }

    List<SimpleFeatureCollection> all() {
        return List.of(reservoirs(), curves(), dykes(), gauges());
    }

    private SimpleFeatureCollection reservoirs() {
        LayerBuilder layer = new LayerBuilder(scene, "reservoir");
        for (int i = 0; i < ground.reservoirs.size(); i++) {
            Reservoirs.Reservoir reservoir = ground.reservoirs.get(i);
            double total = reservoir.totalCubicMetres() / 1e4;
            Coordinate dam = reservoir.damPlace();
            List<String> villages = downstream(reservoir);
            boolean large = total >= 100;
            layer.add(reservoir.shape())
                    .set("name", scene.names.reservoir(i))
                    .set("code", "SK371002" + String.format("%03d", i + 1))
                    .set("scale", total < 100 ? "small2" : total < 1000 ? "small1" : "medium")
                    .set("river", riverNames.of(reservoir.river()))
                    .set("capacity_10k_m3", total, 1)
                    .set("useful_10k_m3", reservoir.usefulCubicMetres() / 1e4, 1)
                    .set("dam_type", scene.pick(i, 50, "earth", "core", "masonry"))
                    .set("dam_height_m", reservoir.crestLevel() - reservoir.bed(), 1)
                    .set("crest_length_m", reservoir.dam().getLength(), 0)
                    .set("flood_limit_level_m", reservoir.limitLevel(), 1)
                    .set("design_level_m", reservoir.designLevel(), 1)
                    .set("check_level_m", reservoir.checkLevel(), 1)
                    .set("crest_level_m", reservoir.crestLevel(), 1)
                    .set("spillway_width_m", 5 + 3.2 * Math.sqrt(catchment(reservoir)), 1)
                    .set("spillway_level_m", reservoir.limitLevel(), 1)
                    .set("design_flood_years", large ? 50 : 20)
                    .set("check_flood_years", large ? 500 : 200)
                    .set("catchment_km2", catchment(reservoir), 2)
                    .set("downstream", villages.isEmpty() ? "下游农田" : String.join("、", villages))
                    .set("downstream_people", downstreamPeople(reservoir))
                    .set("dam_x", dam.x, 1)
                    .set("dam_y", dam.y, 1)
                    .set("built_year", 1958 + (int) (scene.uniform(i, 51) * 20))
                    .set("appraisal_on", LocalDate.of(2009, 4, 1).plusDays((int) (scene.uniform(i, 52) * 4600)))
                    .set("safety_class", scene.uniform(i, 53) < 0.2 ? "class3" : scene.pick(i, 54, "class1", "class2"))
                    .set("manager", ground.towns.nameAt(dam) + "水利站");
        }
        return layer.collection();
    }

    /** The tables of the larger reservoirs, as measured; the small ones have none, as in life. */
    private SimpleFeatureCollection curves() {
        LayerBuilder layer = new LayerBuilder(scene, "reservoir_curve");
        for (int i = 0; i < ground.reservoirs.size(); i++) {
            Reservoirs.Reservoir reservoir = ground.reservoirs.get(i);
            if (reservoir.totalCubicMetres() < 1e6) {
                continue;
            }
            double bottom = reservoir.bed();
            SurveyedPool pool = new SurveyedPool(
                    bottom,
                    reservoir.checkLevel(),
                    reservoir.totalCubicMetres(),
                    SurveyedPool.exponent(
                            bottom,
                            reservoir.limitLevel(),
                            reservoir.checkLevel(),
                            reservoir.usefulCubicMetres(),
                            reservoir.totalCubicMetres()),
                    reservoir.limitLevel(),
                    5 + 3.2 * Math.sqrt(catchment(reservoir)),
                    0.36);
            double top = reservoir.crestLevel() + 1;
            // its own levels are lines too: the table must not let water out below the spillway
            TreeSet<Double> levels = new TreeSet<>(List.of(
                    bottom,
                    reservoir.limitLevel(),
                    reservoir.designLevel(),
                    reservoir.checkLevel(),
                    reservoir.crestLevel(),
                    top));
            for (double level = bottom + CURVE_STEP; level < reservoir.limitLevel() - 0.1; level += CURVE_STEP) {
                levels.add(level);
            }
            for (double level : levels) {
                layer.add((Geometry) null)
                        .set("reservoir", scene.names.reservoir(i))
                        .set("level_m", level, 2)
                        .set("storage_10k_m3", pool.storage(level) / 1e4, 4)
                        .set("discharge_m3s", pool.outflow(level), 2);
            }
        }
        return layer.collection();
    }

    private double catchment(Reservoirs.Reservoir reservoir) {
        return ground.rivers.relief().drainage().upstream[reservoir.cell()]
                * ground.rivers.relief().geometry().cellArea()
                / 1e6;
    }

    /** Places every 300 m down the valley below a dam. */
    private List<Coordinate> below(Reservoirs.Reservoir reservoir) {
        List<Coordinate> places = new ArrayList<>();
        Drainage drainage = ground.rivers.relief().drainage();
        var geometry = ground.rivers.relief().geometry();
        int cell = reservoir.cell();
        for (int step = 0; step < DOWNSTREAM / geometry.cellWidth() && cell >= 0; step++) {
            if (step % 3 == 0) {
                places.add(new Coordinate(geometry.x(cell % geometry.width()), geometry.y(cell / geometry.width())));
            }
            cell = drainage.receiver[cell];
        }
        return places;
    }

    private List<String> downstream(Reservoirs.Reservoir reservoir) {
        List<String> names = new ArrayList<>();
        for (Coordinate place : below(reservoir)) {
            Settlements.Settlement near = scene.settlements.nearest(place);
            if (near.place().distance(place) < 700 && !names.contains(near.name()) && names.size() < 8) {
                names.add(near.name());
            }
        }
        return names;
    }

    private int downstreamPeople(Reservoirs.Reservoir reservoir) {
        int sum = 0;
        // places 300 m apart, so circles of 150 m do not count anybody twice
        for (Coordinate place : below(reservoir)) {
            sum += scene.residentsWithin(place, 150);
        }
        return sum;
    }

    private SimpleFeatureCollection dykes() {
        LayerBuilder layer = new LayerBuilder(scene, "dyke");
        for (Rivers.River river : ground.rivers.rivers()) {
            int start = firstDyked(river);
            if (river.line().length - start < 12) {
                continue;
            }
            Coordinate[] reach =
                    BaseLayers.flat(java.util.Arrays.copyOfRange(river.line(), start, river.line().length));
            for (int side = -1; side <= 1; side += 2) {
                Geometry dyke =
                        OffsetCurve.getCurve(FACTORY.createLineString(reach), side * (river.widthMetres() / 2 + 9));
                Geometry inside = dyke.intersection(ground.territory.area());
                if (inside.getLength() > 800) {
                    dyke(layer, river, side, LineParts.of(inside));
                }
            }
        }
        return layer.collection();
    }

    private int firstDyked(Rivers.River river) {
        double cells = DYKED * 1e6 / ground.rivers.relief().geometry().cellArea();
        int start = 0;
        while (start < river.cells().length
                && ground.rivers.relief().drainage().upstream[river.cells()[start]] < cells) {
            start++;
        }
        return start;
    }

    private void dyke(LayerBuilder layer, Rivers.River river, int side, Geometry line) {
        int i = layer.size();
        Coordinate low = line.getCoordinates()[line.getNumPoints() - 1];
        double ground = Math.max(0.5, this.ground.height(low));
        boolean good = scene.uniform(i, 55) < 0.7;
        layer.add(line)
                .set("name", riverNames.of(river) + (side > 0 ? "左堤" : "右堤"))
                .set("river", riverNames.of(river))
                .set("type", "river")
                .set("grade", good ? 4 : 5)
                .set("bank", side > 0 ? "left" : "right")
                .set("length_m", line.getLength(), 0)
                .set("crest_level_m", (Double.isNaN(ground) ? 1 : ground) + 2.4, 1)
                .set("crest_width_m", scene.between(i, 56, 3, 6), 1)
                .set("return_period_years", good ? 20 : 10)
                .set("up_to_standard", good)
                .set("weak_point", scene.uniform(i, 57) < 0.15)
                .set("built_year", 1972 + (int) (scene.uniform(i, 58) * 46));
    }

    private SimpleFeatureCollection gauges() {
        LayerBuilder layer = new LayerBuilder(scene, "gauge");
        for (int i = 0; i < ground.reservoirs.size(); i++) {
            Reservoirs.Reservoir reservoir = ground.reservoirs.get(i);
            String name = scene.names.reservoir(i);
            gauge(layer, reservoir.damPlace(), name + "站", "reservoir_level", name)
                    .set("warning_level_m", reservoir.limitLevel(), 1)
                    .set("danger_level_m", reservoir.designLevel(), 1)
                    .set("zero_m", 0, 1);
        }
        for (Rivers.River river : ground.rivers.rivers()) {
            int at = river.line().length * 4 / 5;
            Coordinate place = river.line()[at];
            if (river.catchmentKm2() > 24 && ground.territory.contains(place)) {
                gauge(layer, place, riverNames.of(river) + "水文站", "river_level", riverNames.of(river))
                        .set("warning_level_m", place.getZ() + 1.6, 1)
                        .set("danger_level_m", place.getZ() + 2.6, 1)
                        .set("zero_m", place.getZ(), 1);
            }
        }
        for (DistrictPlan.PortSite port : ground.plan.ports().subList(0, 3)) {
            Coordinate place = CoastLayers.ashore(ground, ground.plan.world(port.x(), port.y()));
            gauge(layer, place, port.name() + "潮位站", "tide", "黄海")
                    .set("warning_level_m", 1.9)
                    .set("danger_level_m", 2.4)
                    .set("zero_m", -0.3);
        }
        return layer.collection();
    }

    private LayerBuilder gauge(LayerBuilder layer, Coordinate place, String name, String type, String water) {
        String code = "4163" + String.format("%04d", layer.size() + 1);
        return layer.add(place)
                .set("name", name)
                .set("station_code", code)
                .set("gauge_type", type)
                .set("water_name", water);
    }
}
