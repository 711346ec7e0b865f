package riskmap.app.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Boundary, land, sea, towns, rivers and names. */
final class BaseLayers {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    /** How far land and sea go on around the modelled ground, in metres. */
    private static final double BEYOND = 15_000;

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
        List<Polygon> parts = surroundings();
        for (int i = 0; i < parts.size(); i++) {
            layer.add(parts.get(i)).set("island", i > 0);
        }
        return layer.collection();
    }

    /**
     * The land, carried on outwards where it meets the edge of the modelled ground, so that a map that shows more than
     * that does not end in a straight shore.
     */
    private List<Polygon> surroundings() {
        Envelope frame = ground.plan.frame();
        List<Geometry> all = new ArrayList<>(ground.coast.land());
        Geometry land = FACTORY.createMultiPolygon(ground.coast.land().toArray(Polygon[]::new));
        double[][] edges = {
            {frame.getMinX(), frame.getMinY(), frame.getMinX(), frame.getMaxY(), -1, 0},
            {frame.getMaxX(), frame.getMinY(), frame.getMaxX(), frame.getMaxY(), 1, 0},
            {frame.getMinX(), frame.getMinY(), frame.getMaxX(), frame.getMinY(), 0, -1},
            {frame.getMinX(), frame.getMaxY(), frame.getMaxX(), frame.getMaxY(), 0, 1}
        };
        for (double[] e : edges) {
            // a step inwards the land surely meets the line
            double dx = -e[4] * Ground.CELL;
            double dy = -e[5] * Ground.CELL;
            Coordinate[] line = {new Coordinate(e[0] + dx, e[1] + dy), new Coordinate(e[2] + dx, e[3] + dy)};
            Geometry met = FACTORY.createLineString(line).intersection(land);
            for (int i = 0; i < met.getNumGeometries(); i++) {
                Envelope piece = met.getGeometryN(i).getEnvelopeInternal();
                if (!piece.isNull()) {
                    piece.expandToInclude(piece.getMinX() + e[4] * BEYOND, piece.getMinY() + e[5] * BEYOND);
                    all.add(FACTORY.toGeometry(piece));
                }
            }
        }
        if (land.intersects(
                FACTORY.createPoint(new Coordinate(frame.getMinX() + Ground.CELL, frame.getMinY() + Ground.CELL)))) {
            all.add(FACTORY.toGeometry(new Envelope(
                    frame.getMinX() - BEYOND,
                    frame.getMinX() + Ground.CELL,
                    frame.getMinY() - BEYOND,
                    frame.getMinY() + Ground.CELL)));
        }
        Geometry joined = OverlayNGRobust.union(all);
        List<Polygon> parts = new ArrayList<>();
        for (int i = 0; i < joined.getNumGeometries(); i++) {
            parts.add((Polygon) joined.getGeometryN(i));
        }
        parts.sort(Comparator.comparingDouble(Polygon::getArea).reversed());
        return parts;
    }

    private SimpleFeatureCollection sea() {
        LayerBuilder layer = new LayerBuilder(scene, "sea");
        Envelope wide = ground.plan.frame();
        wide.expandBy(BEYOND);
        Geometry frame = FACTORY.toGeometry(wide);
        Geometry land = FACTORY.createMultiPolygon(surroundings().toArray(Polygon[]::new));
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
