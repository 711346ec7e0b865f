package riskmap.geo.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Areas by chance on which overlays are tried. */
final class RandomAreas {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private RandomAreas() {}

    /**
     * A union of some stars and boxes, with holes between them and from four to some hundred corners.
     *
     * @param shift how far out it lies; at 0 its corners are whole numbers, so that edges of two coincide
     */
    static Geometry of(Random random, double shift) {
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0, count = 1 + random.nextInt(6); i < count; i++) {
            double x = random.nextInt(30) - 15;
            double y = random.nextInt(30) - 15;
            int corners = random.nextInt(4) == 0 ? 4 : 5 + random.nextInt(60);
            List<Coordinate> ring = new ArrayList<>();
            for (int corner = 0; corner < corners; corner++) {
                double angle = 2 * Math.PI * corner / corners;
                double radius = corners == 4 ? 6 : 3 + 6 * random.nextDouble();
                double dx = radius * Math.cos(angle);
                double dy = radius * Math.sin(angle);
                ring.add(
                        shift == 0
                                ? new Coordinate(x + Math.rint(dx), y + Math.rint(dy))
                                : new Coordinate(x + dx + shift, y + dy + shift));
            }
            ring.add(ring.get(0).copy());
            parts.add(FACTORY.createPolygon(ring.toArray(new Coordinate[0])).buffer(0));
        }
        return FACTORY.buildGeometry(parts).buffer(0);
    }
}
