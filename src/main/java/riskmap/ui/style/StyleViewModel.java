package riskmap.ui.style;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import riskmap.app.Failures;
import riskmap.app.Workspace;
import riskmap.app.style.MadeStyle;
import riskmap.app.style.StyleChoice;
import riskmap.app.style.StyleMaking;
import riskmap.app.style.StyleStore;
import riskmap.base.Message;
import riskmap.map.MapLayer;
import riskmap.render.PaintLayer;
import riskmap.ui.task.TasksViewModel;

/** The look of one layer while it is tried: each change is drawn on the map and stored only when the user says so. */
public final class StyleViewModel {
    private final TasksViewModel tasks;
    private final Workspace project;
    private final MapLayer layer;
    private final List<String> fields;
    private final Consumer<PaintLayer> preview;
    private final Runnable stored;
    private final ReadOnlyObjectWrapper<StyleForm> form = new ReadOnlyObjectWrapper<>(StyleForm.initial());
    private final ReadOnlyObjectWrapper<MadeStyle> made = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Message> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final Deque<StyleForm> before = new ArrayDeque<>();
    private final Deque<StyleForm> after = new ArrayDeque<>();
    private long latest;

    /**
     * Begins with a layer as it is.
     *
     * @param fields what categories and classes can go by
     * @param preview gets the layer as it would look, null for as it is
     * @param stored called after the project was written
     */
    public StyleViewModel(
            TasksViewModel tasks,
            Workspace project,
            MapLayer layer,
            List<String> fields,
            Consumer<PaintLayer> preview,
            Runnable stored) {
        this.tasks = tasks;
        this.project = project;
        this.layer = layer;
        this.fields = List.copyOf(fields);
        this.preview = preview;
        this.stored = stored;
    }

    List<String> fields() {
        return fields;
    }

    ReadOnlyObjectProperty<StyleForm> form() {
        return form.getReadOnlyProperty();
    }

    /** The style that is tried, null for none. */
    public ReadOnlyObjectProperty<MadeStyle> made() {
        return made.getReadOnlyProperty();
    }

    /** Why what stands in the form cannot be drawn, null when it can. */
    public ReadOnlyObjectProperty<Message> problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    /** The user changed something. */
    void change(StyleForm now) {
        if (!now.equals(form.get())) {
            before.push(form.get());
            after.clear();
            show(now);
        }
    }

    void undo() {
        if (!before.isEmpty()) {
            after.push(form.get());
            show(before.pop());
        }
    }

    void redo() {
        if (!after.isEmpty()) {
            before.push(form.get());
            show(after.pop());
        }
    }

    private void show(StyleForm now) {
        form.set(now);
        canUndo.set(!before.isEmpty());
        canRedo.set(!after.isEmpty());
        problem.set(null);
        if (before.isEmpty() || !now.complete()) {
            latest++;
            tried(null, null);
            return;
        }
        try {
            draw(now.choice());
        } catch (RuntimeException e) {
            refused(e);
        }
    }

    /** Tries a style document. */
    void load(Path file) {
        problem.set(null);
        draw(new StyleChoice.Sld(file));
    }

    /** Gives the text of the style that is tried, or else of the one the layer has. */
    void copy(Consumer<String> ready) {
        MadeStyle now = made.get();
        if (now != null) {
            ready.accept(now.sld());
            return;
        }
        tasks.start(
                Message.of("ui.style-copying", layer.title()),
                progress -> StyleStore.document(project, StyleStore.find(project, layer.id())),
                ready);
    }

    /** Tries a style that was copied from a layer, of this project or another. */
    void paste(String sld) {
        if (sld == null || sld.isBlank()) {
            problem.set(Message.of("ui.style-nothing-copied"));
            return;
        }
        problem.set(null);
        draw(new StyleChoice.Copied(sld));
    }

    private void draw(StyleChoice choice) {
        long mine = ++latest;
        tasks.start(
                Message.of("ui.style-drawing", layer.title()),
                progress -> {
                    MadeStyle style = StyleMaking.make(project, layer, choice, progress);
                    PaintLayer now = project.paintLayer(layer, progress);
                    return new Tried(
                            style, new PaintLayer(now.id(), now.data(), style.style(), now.filter(), now.opacity()));
                },
                done -> {
                    if (mine == latest) {
                        tried(done.style(), done.painted());
                    }
                },
                failure -> {
                    if (mine == latest) {
                        refused(failure);
                    }
                });
    }

    private record Tried(MadeStyle style, PaintLayer painted) {}

    private void tried(MadeStyle style, PaintLayer painted) {
        made.set(style);
        preview.accept(painted);
    }

    private void refused(Throwable failure) {
        latest++;
        problem.set(Failures.message(failure));
        tried(null, null);
    }

    /** Keeps what is tried in the project. */
    void save() {
        MadeStyle now = made.get();
        if (now != null) {
            write(() -> StyleStore.save(project, layer.id(), now.sld()));
        }
    }

    /** Gives the layer its former style back. */
    void reset() {
        write(() -> StyleStore.reset(project, layer.id()));
    }

    private void write(Runnable change) {
        tasks.start(
                Message.of("ui.style-saving", layer.title()),
                progress -> {
                    change.run();
                    return null;
                },
                nothing -> {
                    stored.run();
                    cancel();
                });
    }

    /** Writes the style that the layer has in the project to a file. */
    void export(Path file) {
        tasks.start(
                Message.of("ui.style-saving", layer.title()),
                progress -> {
                    StyleStore.export(project, StyleStore.find(project, layer.id()), file);
                    return null;
                },
                nothing -> tasks.say(Message.of("app.style-exported", layer.title(), file)));
    }

    /** The map is as it was; the form is as it opened. */
    public void cancel() {
        before.clear();
        after.clear();
        show(StyleForm.initial());
    }
}
