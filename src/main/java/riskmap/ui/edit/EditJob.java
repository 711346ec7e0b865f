package riskmap.ui.edit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.data.Changes;
import riskmap.data.GeometryKind;
import riskmap.edit.sketch.Sketch;
import riskmap.edit.sketch.SketchGeometry;
import riskmap.edit.topology.RefusedEditException;
import riskmap.edit.topology.Row;
import riskmap.edit.topology.Surroundings;

/**
 * Something drawn to change features that are there: a line to split by, a ring to cut out. It works on the selected
 * features of the edited layer, or on those it meets when none is selected.
 */
final class EditJob implements SketchJob {
    private final EditDesk desk;
    private final Steps steps;
    private final Traits traits;
    private final Operation operation;

    /**
     * What a job is like.
     *
     * @param id of its texts: {@code ui.command.<id>}, {@code ui.hint-<id>}
     * @param drawn what is drawn; null for what the layer holds
     * @param enough points that finish it
     * @param kinds of layers it works on
     * @param onlySelected whether something must be selected
     */
    record Traits(String id, GeometryKind drawn, int enough, Set<GeometryKind> kinds, boolean onlySelected) {}

    /** How the drawn geometry changes rows. */
    @FunctionalInterface
    interface Operation {
        /** The step; the geometry is in the layer's CRS. */
        Changes make(Surroundings around, List<Row> rows, Geometry drawn);
    }

    /** How the drawn geometry changes one row. */
    @FunctionalInterface
    interface OneRow {
        /** The step, or a refusal. */
        Changes make(Surroundings around, Row row, Geometry drawn);
    }

    EditJob(EditDesk desk, Steps steps, Traits traits, Operation operation) {
        this.desk = desk;
        this.steps = steps;
        this.traits = traits;
        this.operation = operation;
    }

    /** Works on the first row that does not refuse; rows that have more in common with what was drawn come first. */
    static Operation onBestRow(OneRow one) {
        return (around, rows, drawn) -> {
            RefusedEditException refusal = null;
            List<Row> ordered = rows.stream()
                    .filter(row -> row.geometry() != null)
                    .sorted(java.util.Comparator.comparingDouble(row -> -common(row.geometry(), drawn)))
                    .toList();
            for (Row row : ordered) {
                try {
                    return one.make(around, row, drawn);
                } catch (RefusedEditException e) {
                    refusal = refusal == null ? e : refusal;
                }
            }
            throw refusal == null ? RefusedEditException.at(drawn.getCoordinate(), "ui.nothing-here") : refusal;
        };
    }

    private static double common(Geometry geometry, Geometry drawn) {
        Geometry shared = geometry.intersection(drawn);
        return drawn.getDimension() == 2 ? shared.getArea() : shared.getLength();
    }

    @Override
    public Optional<Message> hindrance() {
        String why = traits.kinds().contains(GeometryKind.LINE) ? "ui.why-not-polygon-or-line" : "ui.why-not-polygon";
        return traits.onlySelected()
                ? Jobs.selection(desk, traits.kinds(), why)
                : Jobs.layer(desk, traits.kinds(), why);
    }

    @Override
    public GeometryKind kind() {
        return traits.drawn() != null
                ? traits.drawn()
                : desk.layer().flatMap(EditLayer::geometry).orElse(GeometryKind.POLYGON);
    }

    @Override
    public Message hint(Sketch sketch) {
        return Message.of("ui.hint-" + traits.id());
    }

    @Override
    public int enough() {
        return traits.enough();
    }

    @Override
    public void done(Sketch sketch, Outcome outcome) {
        EditLayer layer = desk.layer().orElseThrow();
        Geometry inMap = SketchGeometry.of(sketch);
        Set<Long> chosen = Jobs.selected(desk);
        Geometry inLayer = steps.inLayer(inMap, layer);
        steps.edit(
                Message.of("ui.command." + traits.id()),
                chosen,
                (around, rows) -> operation.make(
                        around,
                        chosen.isEmpty() ? around.rows().near(layer.table(), inLayer.getEnvelopeInternal()) : rows,
                        inLayer),
                outcome);
    }
}
