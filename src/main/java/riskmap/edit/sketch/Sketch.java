package riskmap.edit.sketch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import riskmap.base.Message;
import riskmap.data.GeometryKind;

/**
 * A drawing in progress: parts, each of rings (for points and lines one), each of vertices. A ring is not closed by a
 * repeated vertex. The <b>current ring</b> is the last of the last part; new vertices go there. Immutable: every step
 * gives a new sketch, so an undo of the window is the sketch before.
 *
 * @param kind POINT, LINE or POLYGON
 * @param parts part → ring → vertex; there is always a current ring, maybe empty
 */
public record Sketch(GeometryKind kind, List<List<List<Coordinate>>> parts) {
    public Sketch {
        if (kind == GeometryKind.NONE || parts.isEmpty()) {
            throw new IllegalArgumentException("nothing to draw");
        }
        parts = parts.stream()
                .map(part -> part.stream().map(List::copyOf).toList())
                .toList();
    }

    /** Nothing drawn yet. */
    public static Sketch of(GeometryKind kind) {
        return new Sketch(kind, List.of(List.of(List.of())));
    }

    /** The vertices of the ring or line that is being drawn. */
    public List<Coordinate> current() {
        List<List<Coordinate>> part = parts.get(parts.size() - 1);
        return part.get(part.size() - 1);
    }

    /** The vertex drawn last in the current ring. */
    public Optional<Coordinate> last() {
        return current().isEmpty()
                ? Optional.empty()
                : Optional.of(current().get(current().size() - 1));
    }

    /** The vertex before the last: with it, the direction of the last edge. */
    public Optional<Coordinate> beforeLast() {
        int size = current().size();
        return size < 2 ? Optional.empty() : Optional.of(current().get(size - 2));
    }

    public boolean isEmpty() {
        return parts.stream().allMatch(part -> part.stream().allMatch(List::isEmpty));
    }

    /** How many vertices were drawn. */
    public int vertices() {
        return parts.stream()
                .mapToInt(part -> part.stream().mapToInt(List::size).sum())
                .sum();
    }

    /** With one vertex more; a vertex on the last one is not added again. A second point starts a part of its own. */
    public Sketch with(Coordinate vertex) {
        return with(List.of(vertex));
    }

    /** With several vertices more: a traced run, an arc, a freehand stroke. */
    public Sketch with(List<Coordinate> vertices) {
        if (kind == GeometryKind.POINT) {
            Sketch sketch = this;
            for (Coordinate vertex : vertices) {
                sketch = (sketch.current().isEmpty() ? sketch : sketch.startPart()).replaceCurrent(List.of(vertex));
            }
            return sketch;
        }
        List<Coordinate> grown = new ArrayList<>(current());
        for (Coordinate vertex : vertices) {
            if (grown.isEmpty() || !grown.get(grown.size() - 1).equals2D(vertex)) {
                grown.add(vertex.copy());
            }
        }
        return replaceCurrent(grown);
    }

    /** Without the vertex drawn last; an empty ring or part goes with it. The same when nothing is drawn. */
    public Sketch withoutLast() {
        if (!current().isEmpty()) {
            return replaceCurrent(current().subList(0, current().size() - 1));
        }
        List<List<Coordinate>> part = parts.get(parts.size() - 1);
        if (part.size() > 1) {
            return replacePart(part.subList(0, part.size() - 1)).withoutLast();
        }
        return parts.size() == 1 ? this : new Sketch(kind, parts.subList(0, parts.size() - 1)).withoutLast();
    }

    /** With the current ring finished and a hole begun in the same part. */
    public Sketch startRing() {
        if (kind != GeometryKind.POLYGON || current().isEmpty()) {
            return this;
        }
        List<List<Coordinate>> part = new ArrayList<>(parts.get(parts.size() - 1));
        part.add(List.of());
        return replacePart(part);
    }

    /** With the current part finished and another begun. */
    public Sketch startPart() {
        if (parts.get(parts.size() - 1).get(0).isEmpty()) {
            return this;
        }
        List<List<List<Coordinate>>> grown = new ArrayList<>(parts);
        grown.add(List.of(List.of()));
        return new Sketch(kind, grown);
    }

    /** A line led back to its first vertex; other sketches stay (rings close by themselves). */
    public Sketch closed() {
        return kind == GeometryKind.LINE && current().size() > 2
                ? with(current().get(0))
                : this;
    }

    /** Why the sketch cannot be finished yet: too few vertices in the ring or line being drawn. */
    public Optional<Message> problem() {
        return SketchGeometry.problem(this);
    }

    Sketch replaceCurrent(List<Coordinate> vertices) {
        List<List<Coordinate>> part = new ArrayList<>(parts.get(parts.size() - 1));
        part.set(part.size() - 1, List.copyOf(vertices));
        return replacePart(part);
    }

    private Sketch replacePart(List<List<Coordinate>> part) {
        List<List<List<Coordinate>>> changed = new ArrayList<>(parts);
        changed.set(changed.size() - 1, part);
        return new Sketch(kind, changed);
    }
}
