package riskmap.app.demo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * A building: a rectangle.
 *
 * @param angle direction of its length against east, in radians
 * @param people residents of dwellings, else those who work or stay there
 * @param settlement name of its village or community, or null
 */
record Building(
        Coordinate centre,
        double angle,
        double length,
        double depth,
        Use use,
        int floors,
        int people,
        String settlement) {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Codes of the catalogue's field, in lower case. */
    enum Use {
        RESIDENTIAL(2.9),
        RURAL_HOUSING(3.1),
        COMMERCIAL(4.3),
        OFFICE(3.6),
        INDUSTRIAL(8.5),
        STORAGE(7.5),
        SCHOOL(3.6),
        MEDICAL(3.8),
        PUBLIC(4.2);

        final double floorHeight;

        Use(double floorHeight) {
            this.floorHeight = floorHeight;
        }

        boolean isDwelling() {
            return this == RESIDENTIAL || this == RURAL_HOUSING;
        }
    }

    double floorArea() {
        return length * depth * floors;
    }

    MultiPolygon shape() {
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        Coordinate[] ring = new Coordinate[5];
        double[][] corners = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
        for (int i = 0; i < 4; i++) {
            double u = corners[i][0] * length / 2;
            double v = corners[i][1] * depth / 2;
            ring[i] =
                    new Coordinate(centimetre(centre.x + u * cos - v * sin), centimetre(centre.y + u * sin + v * cos));
        }
        ring[4] = ring[0].copy();
        return FACTORY.createMultiPolygon(new Polygon[] {FACTORY.createPolygon(ring)});
    }

    private static double centimetre(double metres) {
        return Math.round(metres * 100) / 100.0;
    }
}
