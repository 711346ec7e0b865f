package riskmap.app.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Segments of the coast and the ports on it. */
final class CoastLayers {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    /** Length of a segment of the coast, in metres. */
    private static final double SEGMENT = 4500;

    private final Scene scene;
    private final Ground ground;

    CoastLayers(Scene scene) {
        this.scene = scene;
        ground = scene.ground;
    }

    List<SimpleFeatureCollection> all() {
        return List.of(segments(), ports());
    }

    /** The nearest place on land beside the sea. */
    static Coordinate ashore(Ground ground, Coordinate wanted) {
        Coordinate best = wanted;
        double least = Double.MAX_VALUE;
        for (double dx = -1500; dx <= 1500; dx += 50) {
            for (double dy = -1500; dy <= 1500; dy += 50) {
                Coordinate place = new Coordinate(wanted.x + dx, wanted.y + dy);
                double inland = ground.coast.inland(place.x, place.y);
                double distance = place.distance(wanted);
                if (inland > 25 && inland < 110 && distance < least && ground.territory.contains(place)) {
                    least = distance;
                    best = place;
                }
            }
        }
        return best;
    }

    private SimpleFeatureCollection segments() {
        LayerBuilder layer = new LayerBuilder(scene, "coastal_segment");
        for (int n = 0; n < ground.territory.area().getNumGeometries(); n++) {
            Coordinate[] ring = ((org.locationtech.jts.geom.Polygon)
                            ground.territory.area().getGeometryN(n))
                    .getExteriorRing()
                    .getCoordinates();
            for (LineString shore : shores(ring)) {
                int parts = (int) Math.max(1, Math.round(shore.getLength() / SEGMENT));
                LengthIndexedLine measure = new LengthIndexedLine(shore);
                for (int i = 0; i < parts; i++) {
                    double step = shore.getLength() / parts;
                    segment(layer, measure.extractLine(i * step, (i + 1) * step));
                }
            }
        }
        return layer.collection();
    }

    /** The runs of a boundary that lie on the coast and not on the border with the neighbours. */
    private List<LineString> shores(Coordinate[] ring) {
        List<LineString> result = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < ring.length; i++) {
            boolean shore = Math.abs(ground.coast.inland(ring[i].x, ring[i].y)) < 12;
            if (shore && start < 0) {
                start = i;
            }
            if ((!shore || i == ring.length - 1) && start >= 0) {
                Coordinate[] run = Arrays.copyOfRange(ring, start, shore ? i + 1 : i);
                if (run.length > 3) {
                    result.add(FACTORY.createLineString(run));
                }
                start = -1;
            }
        }
        return result;
    }

    private void segment(LayerBuilder layer, Geometry line) {
        int i = layer.size();
        Coordinate middle = line.getCoordinates()[line.getNumPoints() / 2];
        boolean built = !scene.zoning.isOpen(middle.x, middle.y, 350);
        double crooked = line.getLength()
                / Math.max(1, line.getCoordinates()[0].distance(line.getCoordinates()[line.getNumPoints() - 1]));
        String type = built ? "artificial" : crooked > 1.35 || steepBehind(middle) ? "rocky" : "sandy";
        int standard = built ? 50 : type.equals("rocky") ? 100 : 20;
        double surge = scene.between(i, 60, 2.1, 2.7);
        double height = built ? surge + scene.between(i, 61, 0.2, 1.6) : scene.between(i, 62, 1.4, 4.2);
        double wave = scene.between(i, 63, 2.2, 5.4);
        double margin = height - surge;
        layer.add(line)
                .set("name", String.format("演示岸段%02d", i + 1))
                .set("coast_type", type)
                .set("dyke_height_m", height, 1)
                .set("return_period_years", standard)
                .set("surge_level_m", surge, 2)
                .set("wave_height_m", wave, 1)
                .set("erosion_m_a", type.equals("sandy") ? scene.between(i, 64, -0.2, 1.8) : 0, 2)
                .set("level", type.equals("rocky") ? 1 : margin > 0.9 ? 2 : margin > 0 ? 3 : 4)
                .set("length_m", line.getLength(), 0)
                .set("town", nearestTown(middle));
    }

    private boolean steepBehind(Coordinate shore) {
        double most = 0;
        for (double dx = -200; dx <= 200; dx += 100) {
            for (double dy = -200; dy <= 200; dy += 100) {
                double slope = ground.slope(shore.x + dx, shore.y + dy);
                most = slope < 80 ? Math.max(most, slope) : most;
            }
        }
        return most > 9;
    }

    private String nearestTown(Coordinate shore) {
        return ground.towns.towns().stream()
                .min(java.util.Comparator.comparingDouble(town -> town.area().distance(FACTORY.createPoint(shore))))
                .orElseThrow()
                .name();
    }

    private SimpleFeatureCollection ports() {
        LayerBuilder layer = new LayerBuilder(scene, "port");
        List<DistrictPlan.PortSite> ports = ground.plan.ports();
        for (int i = 0; i < ports.size(); i++) {
            DistrictPlan.PortSite port = ports.get(i);
            boolean fishing = port.type().equals("fishing") || port.type().equals("shelter");
            int boats = fishing ? 60 + (int) (scene.uniform(i, 65) * 380) : 25;
            layer.add(ashore(ground, ground.plan.world(port.x(), port.y())))
                    .set("name", port.name())
                    .set("type", port.type())
                    .set("berths", fishing ? boats / 6 : 14)
                    .set("boats", boats)
                    .set("shelter_boats", boats * scene.between(i, 66, 0.7, 1.3))
                    .set("max_tonnage_t", port.type().equals("commercial") ? 50000 : fishing ? 500 : 10000)
                    .set("breakwater_m", scene.between(i, 67, 250, 1100), 0)
                    .set("design_wave_m", scene.between(i, 68, 2.5, 4.5), 1)
                    .set("people", fishing ? boats * 4 : 900);
        }
        return layer.collection();
    }
}
