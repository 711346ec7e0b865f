package riskmap.app.importing;

import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.geo.Measures;
import riskmap.geo.crs.Crs;

/**
 * Says of a source that it would come to lie away from what the project has: most often its CRS or its columns of
 * coordinates are not the ones it was read by, which nothing else shows before it is among the layers.
 */
final class Elsewhere {
    private static final double EIGHTH = 45;
    private static final double KILOMETRE = 1000;

    private Elsewhere() {}

    /**
     * Where the shapes lie if that is not among the project's layers, or how many do not; null where all do, and where
     * there is nothing to lie beside.
     *
     * @param shapes of the source, or the first of them, in the project's CRS
     */
    static Message of(List<Geometry> shapes, Workspace workspace) {
        Envelope area = workspace == null || shapes.isEmpty() ? new Envelope() : CrsGuess.area(workspace);
        if (area.getArea() == 0) {
            return null;
        }
        Envelope outside = new Envelope();
        int away = 0;
        for (Geometry shape : shapes) {
            if (!area.intersects(shape.getEnvelopeInternal())) {
                outside.expandToInclude(shape.getEnvelopeInternal());
                away++;
            }
        }
        if (away == 0) {
            return null;
        }
        return away < shapes.size()
                ? Message.of("app.preview-partly-elsewhere", away, shapes.size())
                : all(area.centre(), outside.centre(), Crs.of(workspace.map().crs()));
    }

    private static Message all(Coordinate project, Coordinate source, CoordinateReferenceSystem crs) {
        Measures measures = Measures.on(crs);
        double metres = measures.length(new GeometryFactory().createLineString(new Coordinate[] {project, source}));
        int eighth = (int) Math.round(measures.azimuth(project, source) / EIGHTH) % 8;
        return Message.of(
                "app.preview-elsewhere",
                Message.of("app.compass-" + eighth),
                Long.toString(Math.max(1, Math.round(metres / KILOMETRE))));
    }
}
