package riskmap.io.shapefile;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;

/**
 * A shape type code taken apart: its kind (the last digit) and whether it has Z and M.
 *
 * <p><b>Source:</b> Esri shapefile technical description (1998), p. 4.
 *
 * @param code the code in the file
 */
record ShapeType(int code) {
    static final int NULL = 0;
    static final int POINT = 1;
    static final int LINE = 3;
    static final int POLYGON = 5;
    static final int MULTI_POINT = 8;
    static final int MULTI_PATCH = 31;

    /** One of the kinds. */
    int kind() {
        return code % 10;
    }

    boolean hasZ() {
        return code >= 10 && code < 20;
    }

    /** Whether measures may follow; with Z they may be left out. */
    boolean hasM() {
        return code >= 10 && code < 30;
    }

    boolean isKnown() {
        int kind = kind();
        boolean known = kind == POINT || kind == LINE || kind == POLYGON || kind == MULTI_POINT;
        return code == NULL || code > 0 && code < 30 && known;
    }

    /** The geometry type of a layer of this shape type: parts are unknown until they are read, so it is multi. */
    Class<? extends Geometry> binding() {
        return switch (kind()) {
            case POINT -> Point.class;
            case LINE -> MultiLineString.class;
            case POLYGON -> MultiPolygon.class;
            case MULTI_POINT -> MultiPoint.class;
            default -> Geometry.class;
        };
    }
}
