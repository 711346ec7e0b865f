package riskmap.edit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.hprtree.HPRtree;
import riskmap.geo.overlay.Overlay;

/** Rows of other layers that a check looks into: geometries in the project's CRS and one column. Safe for threads. */
final class OtherLayer {
    private final List<Geometry> shapes;
    private final List<Object> values;
    private final Set<String> texts = new TreeSet<>();
    private final HPRtree tree = new HPRtree();
    private final AtomicReferenceArray<PreparedGeometry> prepared;

    OtherLayer(List<Geometry> shapes, List<Object> values) {
        this.shapes = shapes;
        this.values = values;
        for (int i = 0; i < shapes.size(); i++) {
            if (shapes.get(i) != null && !shapes.get(i).isEmpty()) {
                tree.insert(shapes.get(i).getEnvelopeInternal(), i);
            }
            if (values.get(i) != null) {
                texts.add(values.get(i).toString().strip());
            }
        }
        tree.build();
        prepared = new AtomicReferenceArray<>(shapes.size());
    }

    int size() {
        return shapes.size();
    }

    Geometry shape(int index) {
        return shapes.get(index);
    }

    Object value(int index) {
        return values.get(index);
    }

    /** Whether some row holds this text in its column. */
    boolean hasText(String text) {
        return texts.contains(text);
    }

    /** The first row, in their order, that comes within a distance of the shape; −1 for none. */
    int within(Geometry shape, double metres) {
        return first(
                shape,
                metres,
                i -> metres <= 0 ? prepared(i).intersects(shape) : shapes.get(i).isWithinDistance(shape, metres));
    }

    /** The first row that has more than so many m² in common with an area, or that a line or point lies in; −1 for none. */
    int sharing(Geometry shape, double squareMetres) {
        return first(shape, 0, i -> {
            if (!prepared(i).intersects(shape)) {
                return false;
            }
            boolean areas = shape.getDimension() == 2 && shapes.get(i).getDimension() == 2;
            return !areas || Overlay.intersection(shape, shapes.get(i)).getArea() > squareMetres;
        });
    }

    /** Whether a share of the shape lies in the rows; a point lies in one or in none. */
    boolean holds(Geometry shape, double share) {
        if (first(shape, 0, i -> prepared(i).covers(shape)) >= 0) {
            return true;
        }
        if (shape.getDimension() == 0) {
            return false;
        }
        Geometry rest = shape;
        for (int i : candidates(shape.getEnvelopeInternal())) {
            rest = rest.isEmpty() ? rest : Overlay.difference(rest, shapes.get(i));
        }
        // a share of just the size asked for is enough, whatever rounding says
        return size(rest) <= (1 - share + 1e-9) * size(shape);
    }

    private static double size(Geometry shape) {
        return shape.getDimension() == 2 ? shape.getArea() : shape.getLength();
    }

    private int first(Geometry shape, double metres, IntPredicate fits) {
        Envelope near = new Envelope(shape.getEnvelopeInternal());
        near.expandBy(Math.max(0, metres));
        for (int i : candidates(near)) {
            if (fits.test(i)) {
                return i;
            }
        }
        return -1;
    }

    private int[] candidates(Envelope extent) {
        List<Integer> found = new ArrayList<>();
        tree.query(extent, item -> found.add((Integer) item));
        return found.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private PreparedGeometry prepared(int index) {
        PreparedGeometry known = prepared.get(index);
        if (known == null) {
            known = PreparedGeometryFactory.prepare(shapes.get(index));
            prepared.set(index, known);
        }
        return known;
    }
}
