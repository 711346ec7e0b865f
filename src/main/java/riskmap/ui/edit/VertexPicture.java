package riskmap.ui.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.geo.shape.Paths;
import riskmap.geo.shape.VertexPlace;
import riskmap.ui.canvas.MapPointer;
import riskmap.ui.canvas.View;

/** Draws the handles of vertices and what becomes of the outlines while one is dragged. */
final class VertexPicture {
    /** Above this many in sight, only those near the pointer are drawn. */
    private static final int MOST = 4_000;

    private static final double NEAR_PIXELS = 120;

    private final VertexHandles handles;

    VertexPicture(VertexHandles handles) {
        this.handles = handles;
    }

    /** All handles in sight. */
    void paint(GraphicsContext g, View view, MapPointer pointer) {
        List<VertexHandles.Handle> seen = handles.in(view.extent());
        if (seen.size() > MOST && pointer != null) {
            Envelope near = new Envelope(view.world(pointer.x(), pointer.y()));
            near.expandBy(NEAR_PIXELS * view.unitsPerPixel());
            seen = handles.in(near);
        }
        for (VertexHandles.Handle handle : seen) {
            boolean chosen = handles.chosen().contains(handle);
            Ink.handle(
                    g,
                    view.viewX(handle.at().x, handle.at().y),
                    view.viewY(handle.at().x, handle.at().y),
                    chosen ? 4.5 : 3.5,
                    Ink.HANDLE,
                    chosen);
        }
    }

    /** The vertex under the pointer, or the plus in the middle of the edge. */
    void paintHover(GraphicsContext g, View view, VertexHandles.Handle vertex, VertexHandles.Handle edge) {
        if (vertex != null) {
            Ink.handle(
                    g,
                    view.viewX(vertex.at().x, vertex.at().y),
                    view.viewY(vertex.at().x, vertex.at().y),
                    6,
                    Ink.SKETCH,
                    false);
        } else if (edge != null) {
            Ink.plus(g, view.viewX(edge.at().x, edge.at().y), view.viewY(edge.at().x, edge.at().y), Ink.SKETCH);
        }
    }

    /** The outlines with the dragged vertices where they would come to lie. */
    void paintMoved(
            GraphicsContext g,
            View view,
            VertexHandles all,
            VertexHandles.Handle dragged,
            boolean adding,
            Coordinate to) {
        Map<Long, Map<VertexPlace, Coordinate>> moved =
                adding ? Map.of(dragged.fid(), Map.of()) : all.moved(dragged, to);
        moved.forEach((fid, places) -> {
            Geometry geometry = all.geometries().get(fid);
            if (geometry != null) {
                Paths.forEach(geometry, (path, part, ring) -> {
                    boolean grows = adding
                            && dragged.place().part() == part
                            && dragged.place().ring() == ring;
                    List<Coordinate> line = path(
                            path, part, ring, places, grows ? dragged.place().index() : -1, to);
                    if (line != null) {
                        Ink.line(g, view, line, Ink.SKETCH);
                    }
                });
            }
        });
        Ink.dot(g, view.viewX(to.x, to.y), view.viewY(to.x, to.y), 4, Ink.SKETCH);
    }

    /** A path with its moved vertices, and a new one after {@code addAfter}; null when nothing of it moves. */
    private static List<Coordinate> path(
            Coordinate[] path,
            int part,
            int ring,
            Map<VertexPlace, Coordinate> places,
            int addAfter,
            Coordinate added) {
        Map<Integer, Coordinate> own = new HashMap<>();
        places.forEach((place, at) -> {
            if (place.part() == part && place.ring() == ring) {
                own.put(place.index(), at);
            }
        });
        if (own.isEmpty() && addAfter < 0) {
            return null;
        }
        int last = path.length - 1;
        if (VertexHandles.isClosed(path)) {
            if (own.containsKey(0)) {
                own.put(last, own.get(0));
            } else if (own.containsKey(last)) {
                own.put(0, own.get(last));
            }
        }
        List<Coordinate> line = new ArrayList<>(path.length + 1);
        for (int i = 0; i < path.length; i++) {
            line.add(own.getOrDefault(i, path[i]));
            if (i == addAfter) {
                line.add(added);
            }
        }
        return line;
    }
}
