package riskmap.ui.edit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.data.Changes;
import riskmap.data.Field;
import riskmap.data.RowChange;
import riskmap.edit.EditSession;
import riskmap.edit.topology.RefusedEditException;
import riskmap.edit.topology.Row;
import riskmap.edit.topology.RowsNear;
import riskmap.edit.topology.Surroundings;
import riskmap.geo.crs.Crs;

/** Turns what a tool has collected into steps of editing: beside the window's thread, on the rows as they stand then. */
final class Steps {
    /** What differs by less than this share is the same: a vertex put on an edge is not quite on it. */
    private static final double SAME = 1e-6;

    private final EditDesk desk;

    Steps(EditDesk desk) {
        this.desk = desk;
    }

    /** How a step comes from the rows of the edited layer. */
    @FunctionalInterface
    interface Work {
        /** Works it out. */
        Changes make(Surroundings around, List<Row> rows);
    }

    /** Edits features of the edited layer; they, and what they have become, are selected then. */
    void edit(Message title, Collection<Long> fids, Work work, SketchJob.Outcome outcome) {
        EditLayer layer = desk.layer().orElseThrow();
        edit(layer, title, fids, work, done -> select(layer, done, Set.copyOf(fids)), outcome);
    }

    /** Edits features of the edited layer; the selection stays. */
    void change(Message title, Collection<Long> fids, Work work, SketchJob.Outcome outcome) {
        edit(desk.layer().orElseThrow(), title, fids, work, done -> {}, outcome);
    }

    private void edit(
            EditLayer layer,
            Message title,
            Collection<Long> fids,
            Work work,
            Consumer<Changes> select,
            SketchJob.Outcome outcome) {
        List<Long> wanted = List.copyOf(fids);
        desk.editing()
                .make(
                        title,
                        (session, progress) -> work.make(around(layer, session), LayerRows.of(layer.source(), wanted)),
                        done -> {
                            select.accept(done);
                            outcome.kept();
                        },
                        failure -> refused(failure, outcome));
    }

    /** What lies around what is edited, as the user has set topology and overlap. */
    Surroundings around(EditLayer layer, EditSession session) {
        Workspace workspace = desk.editing().workspace();
        return new Surroundings(
                RowsNear.of(workspace::features),
                session::newFid,
                desk.topology().get() ? List.of(layer.table()) : List.of(),
                desk.avoidOverlap().get() ? List.of(layer.table()) : List.of());
    }

    /** Tells why an edit was refused and leaves things as they were. */
    void refused(Throwable failure, SketchJob.Outcome outcome) {
        if (failure instanceof RefusedEditException refusal) {
            desk.tasks().refuse(refusal.userMessage());
            desk.readout().set(refusal.userMessage());
        } else {
            desk.editing().tell(failure);
        }
        outcome.dropped();
    }

    /** Selects the features a step has added or changed; what it took away is selected no more. */
    void select(EditLayer layer, Changes done) {
        select(layer, done, Set.of());
    }

    /**
     * Selects what a step has added and what it was to change; neighbours that gave way or got a vertex are not, since what
     * is done next, such as deleting, would be done to them too.
     *
     * @param wanted what was to be changed; none for whatever the step has changed more than by vertices on its outline
     */
    private void select(EditLayer layer, Changes done, Set<Long> wanted) {
        List<Long> left = done.rows().stream()
                .filter(row -> row.layer().equals(layer.table()) && !row.isRemoved())
                .filter(row -> row.isAdded() || (wanted.isEmpty() ? !sameShape(row) : wanted.contains(row.fid())))
                .map(RowChange::fid)
                .distinct()
                .toList();
        desk.selection().only(layer.table(), left);
    }

    /** Whether a row has kept its shape, to a millionth, and nothing else of it was changed. */
    private static boolean sameShape(RowChange row) {
        return row.after().entrySet().stream()
                .allMatch(change -> change.getValue() instanceof Geometry after
                        && row.before().get(change.getKey()) instanceof Geometry before
                        && isNear(before.getArea(), after.getArea())
                        && isNear(before.getLength(), after.getLength()));
    }

    private static boolean isNear(double before, double after) {
        return Math.abs(before - after) <= SAME * Math.abs(before);
    }

    /** What the catalogue gives a new feature of a layer. */
    static Map<String, Object> defaults(EditLayer layer) {
        Map<String, Object> values = new LinkedHashMap<>();
        layer.kind().ifPresent(kind -> {
            for (Field field : kind.fields()) {
                if (field.defaultValue() != null && layer.schema().getDescriptor(field.key()) != null) {
                    values.put(field.key(), field.defaultValue());
                }
            }
        });
        return values;
    }

    /** A geometry of the map in the layer's CRS. */
    Geometry inLayer(Geometry geometry, EditLayer layer) {
        return EditDesk.reproject(geometry, desk.mapCrs(), layer.crs());
    }

    /** A place of the map in the layer's CRS. */
    Coordinate inLayer(Coordinate place, EditLayer layer) {
        if (layer.crs() == null || Crs.same(desk.mapCrs(), layer.crs())) {
            return place;
        }
        double[] xy = {place.x, place.y};
        Crs.transform(desk.mapCrs(), layer.crs()).apply(xy, 1);
        return new Coordinate(xy[0], xy[1]);
    }

    /** A commit whose outcome nobody waits for. */
    static SketchJob.Outcome quietly() {
        return new SketchJob.Outcome() {
            @Override
            public void kept() {}

            @Override
            public void dropped() {}
        };
    }

    /** Lets a new feature be filled in by the form, or commits it as it is. */
    void add(Message title, EditLayer layer, Adding adding, SketchJob.Outcome outcome) {
        desk.editing()
                .prepare(
                        title,
                        (session, progress) -> adding.make(around(layer, session)),
                        step -> fill(layer, step, outcome),
                        failure -> refused(failure, outcome));
    }

    /** Commits new features as they are; a single one that lacks what the rules ask for is filled in by the form. */
    void addWhole(Message title, EditLayer layer, Adding adding, SketchJob.Outcome outcome) {
        boolean[] whole = {true};
        desk.editing()
                .prepare(
                        title,
                        (session, progress) -> {
                            Changes step = adding.make(around(layer, session));
                            whole[0] = step.rows().size() != 1
                                    || session.check(step).isAllowed();
                            return step;
                        },
                        step -> {
                            if (whole[0]) {
                                desk.editing()
                                        .commit(
                                                step,
                                                done -> select(layer, done),
                                                failure -> refused(failure, outcome));
                            } else {
                                fill(layer, step, outcome);
                            }
                        },
                        failure -> refused(failure, outcome));
    }

    /** How the step of a new feature comes about. */
    @FunctionalInterface
    interface Adding {
        /** Works it out. */
        Changes make(Surroundings around);
    }

    private void fill(EditLayer layer, Changes step, SketchJob.Outcome outcome) {
        List<Long> added = step.rows().stream()
                .filter(row -> row.isAdded() && row.layer().equals(layer.table()))
                .map(RowChange::fid)
                .toList();
        Consumer<Changes> done = changes -> {
            desk.selection().only(layer.table(), added);
            outcome.kept();
        };
        FeatureFormHost forms = desk.editing().forms().orElse(null);
        if (forms == null || added.size() != 1) {
            desk.editing().commit(step, done, failure -> refused(failure, outcome));
        } else {
            forms.fill(new NewFeature(layer, added.get(0), step), () -> done.accept(step), outcome::dropped);
        }
    }
}
