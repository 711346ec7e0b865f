package riskmap.app.demo;

import java.util.List;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Boundary, land, sea, towns, rivers and names. */
final class BaseLayers {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Scene scene;
    private final Ground ground;

    BaseLayers(Scene scene) {
        this.scene = scene;
        ground = scene.ground;
    }

    List<SimpleFeatureCollection> all() {
        return List.of(sea(), land(), district(), towns(), rivers(), places());
    }

    private SimpleFeatureCollection district() {
        LayerBuilder layer = new LayerBuilder(scene, "district");
        layer.add(ground.territory.area())
                .set("name", ground.plan.name().zh())
                .set("code", ground.plan.code())
                .set("area_km2", ground.territory.area().getArea() / 1e6, 2);
        return layer.collection();
    }

    private SimpleFeatureCollection land() {
        LayerBuilder layer = new LayerBuilder(scene, "land");
        List<Polygon> parts = ground.coast.land();
        for (int i = 0; i < parts.size(); i++) {
            layer.add(parts.get(i)).set("island", i > 0);
        }
        return layer.collection();
    }

    private SimpleFeatureCollection sea() {
        LayerBuilder layer = new LayerBuilder(scene, "sea");
        Geometry frame = FACTORY.toGeometry(ground.plan.frame());
        Geometry land = FACTORY.createMultiPolygon(ground.coast.land().toArray(Polygon[]::new));
        layer.add(OverlayNGRobust.overlay(frame, land, OverlayNG.DIFFERENCE)).set("name", "黄海");
        return layer.collection();
    }

    private SimpleFeatureCollection towns() {
        LayerBuilder layer = new LayerBuilder(scene, "town");
        for (TownCoverage.Town town : ground.towns.towns()) {
            int people = scene.residents[town.number()];
            boolean urban = town.name().endsWith("街道");
            layer.add(town.area())
                    .set("name", town.name())
                    .set("code", town.code())
                    .set("type", urban ? "subdistrict" : "town")
                    .set("population", people)
                    .set("households", people / (urban ? 2.6 : 2.3))
                    .set("elderly", people * scene.between(town.number(), 1, 0.18, urban ? 0.25 : 0.36))
                    .set("children", people * scene.between(town.number(), 2, 0.10, 0.15))
                    .set("gdp", people * scene.between(town.number(), 3, urban ? 11 : 7, urban ? 16 : 11), 0)
                    .set("fixed_assets_cny10k", people * scene.between(town.number(), 4, 4, 8), 0)
                    .set("emergency_staff", 3 + people / 9000)
                    .set("area_km2", town.area().getArea() / 1e6, 2)
                    .set("duty_phone", scene.phone(town.number()));
        }
        return layer.collection();
    }

    private SimpleFeatureCollection rivers() {
        LayerBuilder layer = new LayerBuilder(scene, "river");
        RiverNames names = new RiverNames(scene);
        for (Rivers.River river : ground.rivers.rivers()) {
            LineString line = FACTORY.createLineString(flat(river.line()));
            Geometry inside = ground.territory.surely(line) ? line : line.intersection(ground.territory.area());
            if (inside.getLength() > 300 && inside.getDimension() == 1) {
                layer.add(LineParts.of(inside))
                        .set("name", names.of(river))
                        .set("code", "R371002" + String.format("%03d", river.number() + 1))
                        .set(
                                "grade",
                                river.joins() < 0
                                        ? 1
                                        : ground.rivers
                                                                .rivers()
                                                                .get(river.joins())
                                                                .joins()
                                                        < 0
                                                ? 2
                                                : 3)
                        .set("width_m", river.widthMetres(), 1)
                        .set("length_km", inside.getLength() / 1000, 2)
                        .set("catchment_km2", river.catchmentKm2(), 2);
            }
        }
        return layer.collection();
    }

    private SimpleFeatureCollection places() {
        LayerBuilder layer = new LayerBuilder(scene, "place");
        for (DistrictPlan.Massif massif : ground.plan.massifs()) {
            Coordinate top = summit(ground.plan.world(massif.x(), massif.y()), massif.r() * 700);
            layer.add(top).set("name", massif.name()).set("type", "mountain").set("elevation_m", ground.height(top), 1);
        }
        for (DistrictPlan.Island island : ground.plan.islands()) {
            Coordinate top = summit(ground.plan.world(island.x(), island.y()), island.a() * 700);
            if (ground.territory.contains(top)) {
                layer.add(top)
                        .set("name", island.name())
                        .set("type", "island")
                        .set("elevation_m", ground.height(top), 1);
            }
        }
        for (TownCoverage.Town town : ground.towns.towns()) {
            layer.add(town.seat())
                    .set("name", town.name())
                    .set("type", "town_seat")
                    .set("elevation_m", ground.height(town.seat()), 1);
        }
        return layer.collection();
    }

    /** The highest place around. */
    private Coordinate summit(Coordinate centre, double radius) {
        Coordinate best = centre;
        double most = -1;
        for (double dx = -radius; dx <= radius; dx += Ground.CELL) {
            for (double dy = -radius; dy <= radius; dy += Ground.CELL) {
                Coordinate place = new Coordinate(centre.x + dx, centre.y + dy);
                double height = ground.height(place);
                if (height > most && ground.territory.contains(place)) {
                    most = height;
                    best = place;
                }
            }
        }
        return best;
    }

    static Coordinate[] flat(Coordinate[] line) {
        Coordinate[] result = new Coordinate[line.length];
        for (int i = 0; i < line.length; i++) {
            result[i] = new Coordinate(line[i].x, line[i].y);
        }
        return result;
    }
}
