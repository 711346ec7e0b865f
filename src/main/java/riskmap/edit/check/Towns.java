package riskmap.edit.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import riskmap.geo.overlay.AreaIndex;
import riskmap.geo.overlay.Overlay;

/** The towns of the project: which one a place lies in. Safe for several threads. */
final class Towns {
    private final List<String> names = new ArrayList<>();
    private final List<Geometry> shapes = new ArrayList<>();
    private final Map<String, PreparedGeometry> prepared = new HashMap<>();
    private final AreaIndex index;

    Towns(OtherLayer layer) {
        for (int i = 0; i < layer.size(); i++) {
            Object name = layer.value(i);
            Geometry shape = layer.shape(i);
            if (name != null && !name.toString().isBlank() && shape != null && shape.getDimension() == 2) {
                names.add(name.toString().strip());
                shapes.add(shape);
                prepared.putIfAbsent(name.toString().strip(), PreparedGeometryFactory.prepare(shape));
            }
        }
        index = new AreaIndex(shapes.toArray(new Geometry[0]));
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    List<String> names() {
        return List.copyOf(names);
    }

    /** The town of this name, null when there is none. */
    PreparedGeometry named(String name) {
        return prepared.get(name);
    }

    /** The town that holds a place inside the shape; empty when none does. */
    String at(Geometry shape) {
        if (shape == null || shape.isEmpty() || names.isEmpty()) {
            return "";
        }
        Coordinate place = Places.inside(shape);
        int town = index.first(place.x, place.y);
        return town < 0 ? "" : names.get(town);
    }

    /** The town that holds the largest part of the shape; empty when none holds any. */
    String mostOf(Geometry shape) {
        String best = "";
        double most = -1;
        for (int i = 0; i < names.size(); i++) {
            if (shapes.get(i).getEnvelopeInternal().intersects(shape.getEnvelopeInternal())) {
                double part = part(shape, shapes.get(i));
                if (part > most) {
                    most = part;
                    best = names.get(i);
                }
            }
        }
        return best;
    }

    /** Size of the part inside; −1 for none. */
    private static double part(Geometry shape, Geometry town) {
        if (!shape.intersects(town)) {
            return -1;
        }
        Geometry common = Overlay.intersection(shape, town);
        return shape.getDimension() == 2 ? common.getArea() : common.getLength();
    }

    /** Whether the town of this name is no farther than the tolerance from the shape. */
    boolean isAt(String name, Geometry shape, double toleranceMetres) {
        PreparedGeometry town = prepared.get(name);
        if (town == null) {
            return false;
        }
        if (town.intersects(shape)) {
            return true;
        }
        Envelope near = new Envelope(shape.getEnvelopeInternal());
        near.expandBy(toleranceMetres);
        return near.intersects(town.getGeometry().getEnvelopeInternal())
                && town.getGeometry().isWithinDistance(shape, toleranceMetres);
    }
}
