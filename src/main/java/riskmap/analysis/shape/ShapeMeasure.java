package riskmap.analysis.shape;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import riskmap.geo.shape.Bearing;

/** A measure of a shape that a tool made, in the plane and in units of the coordinates; the names are those of QGIS. */
enum ShapeMeasure {
    /** From west to east. */
    WIDTH("width") {
        @Override
        double of(Geometry shape) {
            return shape.getEnvelopeInternal().getWidth();
        }
    },
    /** From south to north. */
    HEIGHT("height") {
        @Override
        double of(Geometry shape) {
            return shape.getEnvelopeInternal().getHeight();
        }
    },
    /** Of the surface. */
    AREA("area") {
        @Override
        double of(Geometry shape) {
            return shape.getArea();
        }
    },
    /** Around areas; what has shrunk to a line or a point has none around it. */
    PERIMETER("perimeter") {
        @Override
        double of(Geometry shape) {
            return shape.getDimension() == 2 ? shape.getLength() : 0;
        }
    },
    /** Of a box however turned. */
    SHORT_SIDE("width") {
        @Override
        double of(Geometry shape) {
            return Math.min(side(shape, 0), side(shape, 1));
        }
    },
    /** Of a box however turned. */
    LONG_SIDE("height") {
        @Override
        double of(Geometry shape) {
            return Math.max(side(shape, 0), side(shape, 1));
        }
    },
    /** Of a box: the direction of its long side, in degrees from north, clockwise, below 180. */
    ANGLE("angle") {
        @Override
        double of(Geometry shape) {
            Coordinate[] box = shape.getCoordinates();
            int from = side(shape, 0) > side(shape, 1) ? 0 : 1;
            return from + 1 < box.length ? Bearing.of(box[from], box[from + 1]) % 180 : 0;
        }
    },
    /** Of a circle: from its middle to a corner it is drawn with. */
    RADIUS("radius") {
        @Override
        double of(Geometry shape) {
            return shape.isEmpty() || shape.getDimension() < 2
                    ? 0
                    : shape.getCentroid().getCoordinate().distance(shape.getCoordinate());
        }
    },
    /** Of a circle: its surface, not that of the corners it is drawn with. */
    CIRCLE("area") {
        @Override
        double of(Geometry shape) {
            double radius = RADIUS.of(shape);
            return Math.PI * radius * radius;
        }
    };

    private final String field;

    ShapeMeasure(String field) {
        this.field = field;
    }

    abstract double of(Geometry shape);

    String field() {
        return field;
    }

    /** Length of a side of a box; a box that is only a line has one. */
    private static double side(Geometry box, int which) {
        Coordinate[] corners = box.getCoordinates();
        return which + 1 < corners.length && (which == 0 || corners.length > 3)
                ? corners[which].distance(corners[which + 1])
                : 0;
    }
}
