package riskmap.ui.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import riskmap.base.Message;
import riskmap.data.Changes;
import riskmap.data.RowChange;
import riskmap.edit.shape.EditVertices;
import riskmap.edit.topology.Row;
import riskmap.geo.shape.VertexPlace;

/** Turns what the vertex tool has collected into steps. */
final class VertexSteps {
    private final EditDesk desk;
    private final Steps steps;

    VertexSteps(EditDesk desk, Steps steps) {
        this.desk = desk;
        this.steps = steps;
    }

    /** Moves vertices, by feature, to places of the map. */
    void move(Map<Long, Map<VertexPlace, Coordinate>> moved, Runnable ended) {
        EditLayer layer = desk.layer().orElseThrow();
        Map<Long, Map<VertexPlace, Coordinate>> inLayer = new HashMap<>();
        moved.forEach((fid, places) -> {
            Map<VertexPlace, Coordinate> own = new HashMap<>();
            places.forEach((place, at) -> own.put(place, steps.inLayer(at, layer)));
            inLayer.put(fid, own);
        });
        edit(
                "ui.step-move-vertices",
                inLayer.keySet(),
                (around, rows) -> joined(rows, row -> EditVertices.move(around, row, inLayer.get(row.fid()))),
                ended);
    }

    /** Adds a vertex on an edge at a place of the map. */
    void add(VertexHandles.Handle edge, Coordinate at, Runnable ended) {
        EditLayer layer = desk.layer().orElseThrow();
        Coordinate place = steps.inLayer(at, layer);
        edit(
                "ui.step-add-vertex",
                Set.of(edge.fid()),
                (around, rows) -> joined(rows, row -> EditVertices.add(around, row, edge.place(), place)),
                ended);
    }

    /** Takes vertices out, by feature. */
    void remove(Map<Long, Set<VertexPlace>> places) {
        edit(
                "ui.step-remove-vertices",
                places.keySet(),
                (around, rows) -> joined(rows, row -> EditVertices.remove(around, row, places.get(row.fid()))),
                () -> {});
    }

    private void edit(String title, Set<Long> fids, Steps.Work work, Runnable ended) {
        steps.change(Message.of(title), fids, work, new SketchJob.Outcome() {
            @Override
            public void kept() {
                ended.run();
            }

            @Override
            public void dropped() {
                ended.run();
            }
        });
    }

    /** One step of several features' steps; a feature that an earlier one has carried along is not edited again. */
    private static Changes joined(List<Row> rows, java.util.function.Function<Row, Changes> each) {
        Changes whole = null;
        for (Row row : rows) {
            if (whole != null && touches(whole, row)) {
                continue;
            }
            Changes own = each.apply(row);
            if (whole == null) {
                whole = own;
            } else {
                List<RowChange> all = new ArrayList<>(whole.rows());
                for (RowChange change : own.rows()) {
                    if (all.stream()
                            .noneMatch(known -> known.layer().equals(change.layer()) && known.fid() == change.fid())) {
                        all.add(change);
                    }
                }
                whole = new Changes(whole.name(), all);
            }
        }
        return whole == null ? Changes.of(Message.of("ui.nothing-here")) : whole;
    }

    private static boolean touches(Changes changes, Row row) {
        return changes.rows().stream()
                .anyMatch(change -> change.layer().equals(row.layer()) && change.fid() == row.fid());
    }
}
