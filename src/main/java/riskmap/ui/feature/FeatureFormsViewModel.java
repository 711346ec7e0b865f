package riskmap.ui.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.geotools.api.feature.simple.SimpleFeature;
import riskmap.app.Failures;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.data.Changes;
import riskmap.data.RowChange;
import riskmap.edit.RuleViolation;
import riskmap.edit.RuleViolations;
import riskmap.ui.edit.FeatureFormHost;
import riskmap.ui.edit.NewFeature;
import riskmap.ui.edit.SelectionViewModel;
import riskmap.ui.task.TasksViewModel;

/**
 * The form panel: follows the selection, one feature after the other or all at once; keeps what was typed and not stored
 * when the user looks at something else; stores a form as one step. Reading and storing happen beside the window's
 * thread. Knows no toolkit.
 */
public final class FeatureFormsViewModel implements FeatureFormHost {
    /** More features than this are changed with the field calculator. */
    private static final int MOST_TOGETHER = 10_000;

    private final TasksViewModel tasks;
    private final SelectionViewModel selection;
    private final ObservableValue<Workspace> workspace;
    private final CommitDoor door;
    private final LastValues last;
    private final ReadOnlyObjectWrapper<FeatureFormViewModel> form = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<GeometryFacts>> facts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper storing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Message> problem = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty together = new SimpleBooleanProperty();
    private final Map<String, FeatureFormViewModel> forms = new HashMap<>();
    private final FormDrafts drafts = new FormDrafts();

    private String layer;
    private List<Long> fids = List.of();
    private Drawn drawn;
    private int generation;
    private Map<String, Set<Long>> followed = Map.of();

    /** A feature that was drawn and waits for its attributes. */
    private record Drawn(NewFeature feature, Runnable committed, Runnable dropped) {}

    /** Commits a step beside the window's thread and calls back on it. */
    @FunctionalInterface
    public interface CommitDoor {
        /** Rules broken come as {@link RuleViolations}. */
        void commit(Changes changes, Consumer<Changes> done, Consumer<Throwable> failed);
    }

    /** No feature yet; follows the selection from now on. */
    public FeatureFormsViewModel(
            TasksViewModel tasks,
            SelectionViewModel selection,
            ObservableValue<Workspace> workspace,
            CommitDoor door,
            LastValues last) {
        this.tasks = tasks;
        this.selection = selection;
        this.workspace = workspace;
        this.door = door;
        this.last = last;
        selection.all().addListener((property, before, now) -> follow(before, now));
        together.addListener(property -> read());
        workspace.addListener(property -> changeProject());
    }

    /** The form of what is at hand, null for nothing. */
    public ReadOnlyObjectProperty<FeatureFormViewModel> form() {
        return form.getReadOnlyProperty();
    }

    /** Measures of the feature at hand. */
    public ReadOnlyObjectProperty<List<GeometryFacts>> facts() {
        return facts.getReadOnlyProperty();
    }

    /** Which of the selected features is shown, from 0. */
    public ReadOnlyIntegerProperty position() {
        return position.getReadOnlyProperty();
    }

    /** How many features there are to go through. */
    public ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    /** Whether all selected features are shown in one form. */
    public BooleanProperty together() {
        return together;
    }

    /** Whether a form is being stored. */
    public ReadOnlyBooleanProperty storing() {
        return storing.getReadOnlyProperty();
    }

    /** What stands against the form as a whole, null for nothing. */
    public ReadOnlyObjectProperty<Message> problem() {
        return problem.getReadOnlyProperty();
    }

    /** How many other forms hold something that is not stored. */
    public ReadOnlyIntegerProperty kept() {
        return drafts.elsewhere();
    }

    public LastValues last() {
        return last;
    }

    /** Whether the feature at hand was drawn just now and is not stored. */
    public boolean isNew() {
        return drawn != null;
    }

    /** Whether the open project may be changed. */
    public boolean isWritable() {
        return workspace.getValue() != null && !workspace.getValue().isReadOnly();
    }

    @Override
    public boolean isWaiting() {
        return drawn != null && !storing.get();
    }

    @Override
    public void fill(NewFeature feature, Runnable committed, Runnable dropped) {
        keepDraft();
        if (drawn != null) {
            drawn.dropped().run();
        }
        drawn = new Drawn(feature, committed, dropped);
        generation++;
        layer = feature.layer().table();
        fids = List.of(feature.fid());
        count.set(1);
        position.set(0);
        problem.set(null);
        FeatureFormViewModel fresh = new FeatureFormViewModel(
                layer, feature.layer().schema(), feature.layer().kind().orElse(null));
        SimpleFeature row = NewFeatures.of(feature);
        forms.put(layer, fresh);
        fresh.loadNew(row);
        NewFeatures.defaults(fresh, last);
        form.set(fresh);
        facts.set(GeometryFacts.of(
                (org.locationtech.jts.geom.Geometry) row.getDefaultGeometry(),
                feature.layer().crs()));
    }

    /** Goes to the next of the selected features, or to the one before; round at the ends. */
    public void go(int step) {
        if (count.get() > 1 && !together.get() && drawn == null) {
            keepDraft();
            position.set(Math.floorMod(position.get() + step, count.get()));
            read();
        }
    }

    /** Stores the form as one step; what the rules refuse is said at the fields. */
    public void store() {
        FeatureFormViewModel now = form.get();
        if (now == null || storing.get() || !now.dirty().get() || now.wrong().get() > 0) {
            return;
        }
        Changes changes = drawn == null
                ? now.step()
                : drawn.feature().with(now.changes().get(0).after());
        if (changes.isEmpty()) {
            now.revert();
            return;
        }
        Map<String, String> entered = now.draft();
        Drawn mine = drawn;
        FormDrafts.Key key = key();
        storing.set(true);
        door.commit(
                changes,
                done -> {
                    tasks.start(
                            Message.of("ui.form-keeping"),
                            progress -> {
                                last.keep(key.layer(), entered);
                                return null;
                            },
                            nothing -> {});
                    stored(now, key, mine, List.of());
                },
                failure -> {
                    if (failure instanceof RuleViolations refused) {
                        stored(now, key, mine, refused.list());
                    } else {
                        storing.set(false);
                        problem.set(Failures.message(failure));
                    }
                });
    }

    /** Gives up what was typed; a feature that was drawn goes back to its tool. */
    public void revert() {
        problem.set(null);
        if (drawn != null) {
            Drawn given = drawn;
            drawn = null;
            clear();
            given.dropped().run();
            read();
        } else if (form.get() != null) {
            form.get().revert();
            drafts.remove(key());
            drafts.count(key());
        }
    }

    /** Goes to a form that holds something that is not stored. */
    public void goToKept() {
        drafts.first().ifPresent(key -> {
            together.set(key.fids().size() > 1);
            selection.only(key.layer(), key.fids());
        });
    }

    /** Fills empty fields with what was entered last. */
    public void fillFromLast() {
        if (form.get() != null) {
            form.get().fillEmpty(last);
        }
    }

    private void stored(FeatureFormViewModel stored, FormDrafts.Key key, Drawn mine, List<RuleViolation> refused) {
        storing.set(false);
        if (!refused.isEmpty()) {
            List<Message> elsewhere = stored.refuse(refused.stream()
                    .collect(Collectors.toMap(
                            RuleViolation::field, RuleViolation::message, (a, b) -> a, LinkedHashMap::new)));
            problem.set(elsewhere.isEmpty() ? null : elsewhere.get(0));
            return;
        }
        problem.set(null);
        drafts.remove(key);
        drafts.count(key());
        if (mine != null) {
            drawn = null;
            mine.committed().run();
            selection.only(key.layer(), key.fids());
            follow(Map.of(), selection.all().get());
        } else if (key.equals(key())) {
            stored.revert();
            read();
        }
    }

    private void follow(Map<String, Set<Long>> before, Map<String, Set<Long>> now) {
        followed = now;
        if (drawn != null) {
            return;
        }
        keepDraft();
        String chosen = now.keySet().stream()
                .filter(table -> !now.get(table).equals(before.get(table)))
                .findFirst()
                .orElse(
                        layer != null && now.containsKey(layer)
                                ? layer
                                : now.keySet().stream().findFirst().orElse(null));
        if (chosen == null) {
            clear();
            return;
        }
        layer = chosen;
        count.set(now.get(chosen).size());
        position.set(0);
        read();
    }

    private void clear() {
        generation++;
        form.set(null);
        facts.set(List.of());
        fids = List.of();
        layer = null;
        count.set(0);
        problem.set(null);
    }

    private void keepDraft() {
        FeatureFormViewModel now = form.get();
        if (now != null && drawn == null && now.dirty().get()) {
            drafts.keep(key(), now.draft());
            drafts.count(key());
        }
    }

    private FormDrafts.Key key() {
        return new FormDrafts.Key(layer, fids);
    }

    /** Reads what is to be shown now. */
    private void read() {
        Set<Long> selected = layer == null ? Set.of() : followed.getOrDefault(layer, Set.of());
        Workspace from = workspace.getValue();
        if (drawn != null || selected.isEmpty() || from == null) {
            return;
        }
        keepDraft();
        List<Long> all = List.copyOf(selected);
        boolean whole = together.get() && all.size() > 1;
        if (whole && all.size() > MOST_TOGETHER) {
            tasks.say(Message.of("ui.form-too-many", MOST_TOGETHER));
            together.set(false);
            return;
        }
        int at = Math.min(position.get(), all.size() - 1);
        List<Long> wanted = whole ? all : List.of(all.get(at));
        String table = layer;
        int mine = ++generation;
        tasks.start(
                Message.of("ui.form-reading", table),
                progress -> FormRows.read(from, table, wanted, progress),
                rows -> {
                    if (mine == generation) {
                        show(rows);
                    }
                });
    }

    private void show(FormRows rows) {
        fids = rows.fids();
        if (rows.features().isEmpty()) {
            form.set(null);
            facts.set(List.of());
            return;
        }
        FeatureFormViewModel known = forms.get(layer);
        if (known == null || known.isNew() || !rows.fits(known)) {
            known = new FeatureFormViewModel(
                    layer, rows.source().getSchema(), rows.kind().orElse(null));
            forms.put(layer, known);
        }
        known.load(rows.features());
        problem.set(null);
        known.restore(drafts.of(key()));
        drafts.count(key());
        facts.set(rows.facts());
        form.set(known);
    }

    private void changeProject() {
        drawn = null;
        forms.clear();
        drafts.clear();
        drafts.count(key());
        clear();
    }

    /** Rows were changed by any door: what is shown follows, what was typed stays. Called on the window's thread. */
    public void applied(Changes changes) {
        Set<Long> shown = new LinkedHashSet<>(fids);
        boolean concerned = drawn == null
                && changes.rows().stream().anyMatch(row -> row.layer().equals(layer) && shown.contains(row.fid()));
        if (concerned && !storing.get()) {
            dropRemoved(changes);
            read();
        }
    }

    private void dropRemoved(Changes changes) {
        List<Long> gone = new ArrayList<>();
        for (RowChange row : changes.rows()) {
            if (row.isRemoved() && row.layer().equals(layer)) {
                gone.add(row.fid());
            }
        }
        if (!gone.isEmpty()) {
            drafts.removeAll(layer, gone);
            form.set(null);
            selection.remove(layer, gone);
        }
    }
}
