package riskmap.io.dxf;

import java.util.Locale;
import org.locationtech.jts.geom.Geometry;

/**
 * What an entity of a drawing looks like on the map.
 *
 * @param kind layer it belongs to
 * @param geometry where it is
 * @param entity its DXF type
 * @param layer the drawing's layer
 * @param color its colour number, 256 for that of the layer
 * @param handle its handle, empty without
 * @param block the block it is in or inserts, empty without
 * @param text its text, empty without
 * @param height height of the text in drawing units, 0 without
 */
record DxfShape(
        Kind kind,
        Geometry geometry,
        String entity,
        String layer,
        int color,
        String handle,
        String block,
        String text,
        double height) {
    /** The layers a drawing falls into. */
    enum Kind {
        POINTS,
        LINES,
        POLYGONS,
        TEXTS;

        String layerName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String layerName) {
            return valueOf(layerName.toUpperCase(Locale.ROOT));
        }
    }
}
