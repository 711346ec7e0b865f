package riskmap.app.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;

/** Roads, the bridges where they cross rivers, the tunnels of the expressway. */
final class RoadLayers {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    /** Steepest the expressway climbs. */
    private static final double GRADE = 0.035;
    /** Rock over the expressway from which it runs in a tunnel, in metres. */
    private static final double COVER = 22;

    private final Scene scene;
    private final Ground ground;

    RoadLayers(Scene scene) {
        this.scene = scene;
        ground = scene.ground;
    }

    List<SimpleFeatureCollection> all() {
        return List.of(roads(), bridgesAndTunnels());
    }

    private SimpleFeatureCollection roads() {
        LayerBuilder layer = new LayerBuilder(scene, "road");
        for (Road road : scene.network.pieces()) {
            Road.Class type = road.type();
            LineString line = FACTORY.createLineString(road.line());
            layer.add(line)
                    .set("name", road.name())
                    .set("code", road.code().isEmpty() ? null : road.code())
                    .set("class", type.name().toLowerCase(Locale.ROOT))
                    .set("width_m", type.widthMetres)
                    .set("lanes", type.lanes)
                    .set("surface", type == Road.Class.VILLAGE || type == Road.Class.TOWNSHIP ? "concrete" : "asphalt")
                    .set("speed_km_h", type.speedKmH)
                    .set("evacuation", type.ordinal() <= Road.Class.COUNTY.ordinal() || type == Road.Class.URBAN_TRUNK)
                    .set("length_m", line.getLength(), 1);
        }
        return layer.collection();
    }

    private SimpleFeatureCollection bridgesAndTunnels() {
        LayerBuilder layer = new LayerBuilder(scene, "bridge_tunnel");
        RiverNames riverNames = new RiverNames(scene);
        STRtree rivers = new STRtree();
        for (Rivers.River river : ground.rivers.rivers()) {
            Coordinate[] line = river.line();
            for (int i = 0; i + 1 < line.length; i++) {
                rivers.insert(new Envelope(line[i], line[i + 1]), new Reach(river, i));
            }
        }
        Set<Coordinate> known = new HashSet<>();
        for (Road road : scene.network.pieces()) {
            LineString line = FACTORY.createLineString(road.line());
            List<Reach> reaches = new ArrayList<>();
            for (Object reach : rivers.query(line.getEnvelopeInternal())) {
                reaches.add((Reach) reach);
            }
            reaches.sort(java.util.Comparator.comparingInt(
                            (Reach reach) -> reach.river().number())
                    .thenComparingInt(Reach::index));
            for (Reach reach : reaches) {
                Geometry crossing = line.intersection(reach.line());
                if (!crossing.isEmpty() && known.add(rounded(crossing.getCoordinate()))) {
                    bridge(layer, road, reach.river(), riverNames.of(reach.river()), crossing.getCoordinate());
                }
            }
            if (road.type() == Road.Class.EXPRESSWAY) {
                tunnels(layer, road);
            }
        }
        return layer.collection();
    }

    private record Reach(Rivers.River river, int index) {
        LineString line() {
            return FACTORY.createLineString(new Coordinate[] {
                new Coordinate(river.line()[index].x, river.line()[index].y),
                new Coordinate(river.line()[index + 1].x, river.line()[index + 1].y)
            });
        }
    }

    /** Crossings within 40 m are one. */
    private static Coordinate rounded(Coordinate place) {
        return new Coordinate(Math.round(place.x / 40), Math.round(place.y / 40));
    }

    private void bridge(LayerBuilder layer, Road road, Rivers.River river, String riverName, Coordinate place) {
        int i = layer.size();
        boolean culvert = road.type().ordinal() >= Road.Class.TOWNSHIP.ordinal() && river.catchmentKm2() < 3.5;
        double length = culvert ? 4 + river.widthMetres() / 2 : river.widthMetres() + 8 + 14 * scene.uniform(i, 40);
        String name = layer.distinct(road.name() + riverName, culvert ? "涵" : "桥");
        layer.add(place)
                .set("name", name)
                .set("type", culvert ? "culvert" : "bridge")
                .set("road_name", road.name())
                .set("crosses", riverName)
                .set("length_m", length, 1)
                .set("width_m", road.type().widthMetres + 1)
                .set("built_year", 1976 + (int) (scene.uniform(i, 41) * 45))
                .set("technical_class", 1 + (int) (StrictMath.pow(scene.uniform(i, 42), 2.2) * 4))
                .set(
                        "design_flood_years",
                        road.type().ordinal() <= 2 ? 100 : road.type().ordinal() <= 3 ? 50 : 25)
                .set("monitored", road.type().ordinal() <= 2);
    }

    /** Where the ground stands well above the steepest profile that keeps to the valleys. */
    private void tunnels(LayerBuilder layer, Road road) {
        Coordinate[] line = road.line();
        double[] profile = new double[line.length];
        for (int i = 0; i < line.length; i++) {
            double height = ground.height(line[i]);
            profile[i] = Double.isNaN(height) ? 0 : height;
        }
        double[] terrain = profile.clone();
        for (int i = 1; i < line.length; i++) {
            profile[i] = Math.min(profile[i], profile[i - 1] + GRADE * line[i].distance(line[i - 1]));
        }
        for (int i = line.length - 2; i >= 0; i--) {
            profile[i] = Math.min(profile[i], profile[i + 1] + GRADE * line[i].distance(line[i + 1]));
        }
        int start = -1;
        for (int i = 0; i < line.length; i++) {
            boolean deep = terrain[i] - profile[i] > COVER;
            if (deep && start < 0) {
                start = i;
            }
            if (!deep && start >= 0) {
                tunnel(layer, road, line, start, i);
                start = -1;
            }
        }
    }

    private void tunnel(LayerBuilder layer, Road road, Coordinate[] line, int start, int end) {
        double length = 0;
        for (int i = start; i < end; i++) {
            length += line[i].distance(line[i + 1]);
        }
        if (length > 200) {
            int i = layer.size();
            Coordinate middle = line[(start + end) / 2];
            String village = scene.settlements.nearest(middle).name().replaceAll("村$|社区$", "");
            layer.add(middle)
                    .set("name", layer.distinct(village, "隧道"))
                    .set("type", "tunnel")
                    .set("road_name", road.name())
                    .set("length_m", length, 0)
                    .set("width_m", 10.5)
                    .set("clearance_m", 5)
                    .set("built_year", 2007 + (int) (scene.uniform(i, 43) * 8))
                    .set("technical_class", 1)
                    .set("monitored", true);
        }
    }
}
