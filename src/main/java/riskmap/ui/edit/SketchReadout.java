package riskmap.ui.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import riskmap.base.Message;
import riskmap.data.GeometryKind;
import riskmap.edit.sketch.Sketch;
import riskmap.geo.crs.Crs;
import riskmap.geo.shape.Bearing;
import riskmap.ui.canvas.Measuring;

/** What is said of a sketch while it is drawn: the edge's length and bearing, the whole length, the area. Planar. */
final class SketchReadout {
    private SketchReadout() {}

    /** The text for a sketch with the pointer as next vertex; null when there is nothing to say. */
    static Message of(Sketch sketch, Coordinate pointer, CoordinateReferenceSystem crs) {
        Coordinate last = sketch.last().orElse(null);
        if (last == null || pointer == null || sketch.kind() == GeometryKind.POINT) {
            return null;
        }
        if (Crs.isGeographic(crs)) {
            return Message.of("ui.measure-geographic");
        }
        String edge = Measuring.lengthText(last.distance(pointer));
        String bearing = degrees(Bearing.of(last, pointer));
        List<Coordinate> all = new ArrayList<>(sketch.current());
        all.add(pointer);
        if (all.size() < 3) {
            return Message.of("ui.sketch-edge", edge, bearing);
        }
        String length = Measuring.lengthText(Measuring.lengthOf(all));
        if (sketch.kind() != GeometryKind.POLYGON) {
            return Message.of("ui.sketch-line", edge, bearing, length);
        }
        double closing = all.get(all.size() - 1).distance(all.get(0));
        return Message.of(
                "ui.sketch-area",
                edge,
                bearing,
                Measuring.lengthText(Measuring.lengthOf(all) + closing),
                Measuring.areaText(Measuring.areaOf(all)));
    }

    /** A bearing as surveyors write it, such as {@code 45°07′30″}. */
    static String degrees(double bearing) {
        long seconds = Math.round(Bearing.normal(bearing) * 3600) % (360 * 3600);
        return String.format(Locale.ROOT, "%d°%02d′%02d″", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
