package riskmap.ui.style;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.geotools.api.feature.simple.SimpleFeatureType;
import riskmap.analysis.ShapeKind;
import riskmap.app.Failures;
import riskmap.app.project.DrawnLayers;
import riskmap.app.project.Workspace;
import riskmap.app.style.MadeStyle;
import riskmap.app.style.StyleChoice;
import riskmap.app.style.StyleMaking;
import riskmap.app.style.StyleStore;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;
import riskmap.data.Field;
import riskmap.data.LayerKind;
import riskmap.map.MapLayer;
import riskmap.render.PaintLayer;
import riskmap.render.StyleAttributes;
import riskmap.style.ColourRamp;
import riskmap.style.ColourStop;
import riskmap.style.SldDocument;
import riskmap.ui.form.SourceTitles;
import riskmap.ui.task.TasksViewModel;

/** The look of one layer while it is tried: each change is drawn on the map and stored only when the user says so. */
public final class StyleViewModel {
    private final TasksViewModel tasks;
    private final Workspace project;
    private final MapLayer layer;
    private final List<String> fields;
    private final Optional<LayerKind> kind;
    private final List<String> drawings;
    private final Consumer<PaintLayer> preview;
    private final SimpleFeatureType type;
    private final ReadOnlyObjectWrapper<SldDocument> document = new ReadOnlyObjectWrapper<>();
    private SldDocument present;
    private Optional<Message> savedUndo = Optional.empty();
    private Optional<Message> savedRedo = Optional.empty();
    private final ReadOnlyObjectWrapper<StyleForm> form = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<MadeStyle> made = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<MadeStyle> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Message> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final Deque<State> before = new ArrayDeque<>();
    private final Deque<State> after = new ArrayDeque<>();
    private final Trials trials = new Trials();
    private boolean writing;

    /** What undo goes back to: the form, and the document that was tried. */
    private record State(StyleForm form, SldDocument document) {}

    /**
     * Begins with a layer as it is.
     *
     * @param opened the document it is drawn with and its fields
     * @param preview gets the layer as it would look, null for as it is
     */
    public StyleViewModel(
            TasksViewModel tasks,
            Workspace project,
            MapLayer layer,
            StyleMaking.Opened opened,
            Consumer<PaintLayer> preview) {
        this.tasks = tasks;
        this.project = project;
        this.layer = layer;
        this.type = opened.type();
        this.fields = opened.fields();
        this.kind = opened.kind();
        this.drawings = opened.drawings();
        this.preview = preview;
        begin(opened);
    }

    private void begin(StyleMaking.Opened opened) {
        takeSaved(opened);
        document.set(present);
        form.set(StyleForm.of(present));
    }

    private void takeSaved(StyleMaking.Opened opened) {
        present = SldDocument.parse(opened.sld());
        savedUndo = opened.undo();
        savedRedo = opened.redo();
        stepsChanged();
    }

    /** The document that is tried; the layer's own at first. */
    ReadOnlyObjectProperty<SldDocument> document() {
        return document.getReadOnlyProperty();
    }

    /** The layer's schema, null for a raster. */
    SimpleFeatureType type() {
        return type;
    }

    boolean isRaster() {
        return type == null;
    }

    /** Whether there may be points in the layer: what is only lines or areas has no size of points. */
    boolean hasPoints() {
        ShapeKind shapes = ShapeKind.of(type);
        return shapes == null || shapes == ShapeKind.POINTS;
    }

    /** Addresses of the drawings that markers can be. */
    List<String> drawings() {
        return drawings;
    }

    List<String> fields() {
        return fields;
    }

    /** What a field is called: its title, where the catalogue has one, and its name. */
    String titled(String name) {
        return SourceTitles.both(
                kind.flatMap(known -> known.field(name)).map(Field::heading).orElse(""), name);
    }

    ReadOnlyObjectProperty<StyleForm> form() {
        return form.getReadOnlyProperty();
    }

    /** The style that is tried, null for none. */
    public ReadOnlyObjectProperty<MadeStyle> made() {
        return made.getReadOnlyProperty();
    }

    /** The style whose classes are in sight: the one that is tried, or else the one saved last; null for none. */
    ReadOnlyObjectProperty<MadeStyle> shown() {
        return shown.getReadOnlyProperty();
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

    /** The user changed the form: the document is made anew from it. */
    void change(StyleForm now) {
        if (now.equals(form.get())) {
            return;
        }
        push();
        form.set(now);
        stepsChanged();
        problem.set(null);
        if (!now.complete()) {
            abandon();
            return;
        }
        try {
            draw(now.choice());
        } catch (RuntimeException e) {
            refused(e);
        }
    }

    private void push() {
        before.push(new State(form.get(), document.get()));
        after.clear();
    }

    void undo() {
        if (!before.isEmpty()) {
            after.push(new State(form.get(), document.get()));
            show(before.pop());
        } else if (savedUndo.isPresent()) {
            step(() -> StyleStore.undo(project), "app.style-undone", savedUndo.get());
        }
    }

    void redo() {
        if (!after.isEmpty()) {
            before.push(new State(form.get(), document.get()));
            show(after.pop());
        } else if (savedRedo.isPresent()) {
            step(() -> StyleStore.redo(project), "app.style-redone", savedRedo.get());
        }
    }

    /** Whether something was tried that leaving the editor would lose; a kind of style whose field is not chosen is nothing yet. */
    public boolean isUnsaved() {
        return !before.isEmpty() && (form.get().complete() || document.get() != present);
    }

    private void stepsChanged() {
        canUndo.set(!before.isEmpty() || savedUndo.isPresent());
        canRedo.set(!after.isEmpty() || savedRedo.isPresent());
    }

    private void show(State now) {
        boolean formChanged = !now.form().equals(form.get());
        form.set(now.form());
        document.set(now.document());
        stepsChanged();
        problem.set(null);
        if (before.isEmpty()) {
            abandon();
        } else if (formChanged && now.form().complete()) {
            draw(now.form().choice());
        } else {
            draw(new StyleChoice.Copied(now.document().text()));
        }
    }

    /** Changes the document by hand; what cannot be is said and changes nothing. */
    void edit(UnaryOperator<SldDocument> change) {
        try {
            SldDocument now = change.apply(document.get());
            if (!now.equals(document.get())) {
                push();
                document.set(now);
                stepsChanged();
                problem.set(null);
                draw(new StyleChoice.Copied(now.text()));
            }
        } catch (RiskMapException e) {
            problem.set(Failures.message(e));
        }
    }

    /** Says why a change by hand cannot be. */
    void refuse(Message why) {
        problem.set(why);
    }

    /** An expression of a value that grows from the least to the greatest number of a field. */
    void growing(String by, boolean colour, Consumer<String> ready) {
        tasks.start(
                Message.of("ui.style-drawing", layer.title()),
                progress -> StyleMaking.growing(project, layer, by, colour, progress),
                ready,
                failure -> problem.set(Failures.message(failure)));
    }

    /** Makes the colour map of a raster from its cells. */
    void stopsOfCells(String type, int count, ColourRamp ramp, boolean reversed, Consumer<List<ColourStop>> ready) {
        problem.set(null);
        tasks.start(
                Message.of("ui.style-drawing", layer.title()),
                progress -> StyleMaking.cells(project, layer, type, count, ramp, reversed, progress),
                ready,
                failure -> problem.set(Failures.message(failure)));
    }

    /** Tries a style document. */
    void load(Path file) {
        problem.set(null);
        push();
        stepsChanged();
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
        push();
        stepsChanged();
        draw(new StyleChoice.Copied(sld));
    }

    private void draw(StyleChoice choice) {
        long mine = trials.begin();
        tasks.start(
                Message.of("ui.style-drawing", layer.title()),
                progress -> {
                    MadeStyle style = StyleMaking.make(project, layer, choice, progress);
                    PaintLayer now = DrawnLayers.one(project, layer, progress);
                    return new Tried(
                            style, new PaintLayer(now.id(), now.data(), style.style(), now.filter(), now.opacity()));
                },
                done -> {
                    if (trials.isLatest(mine)) {
                        tried(done.style(), done.painted());
                        trials.end();
                    }
                },
                failure -> {
                    if (trials.isLatest(mine)) {
                        refused(failure);
                    }
                });
    }

    private record Tried(MadeStyle style, PaintLayer painted) {}

    private void tried(MadeStyle style, PaintLayer painted) {
        if (style != null && !style.sld().equals(document.get().text())) {
            document.set(SldDocument.parse(style.sld()));
        }
        made.set(style);
        shown.set(style);
        preview.accept(painted);
        if (style != null && type != null) {
            tellMissingFields(style);
        }
    }

    /** A style of another layer may go by fields that this one lacks: what it draws by them would vanish in silence. */
    private void tellMissingFields(MadeStyle style) {
        List<String> missing = StyleAttributes.missing(style.style(), type);
        if (!missing.isEmpty()) {
            problem.set(Message.of("ui.style-fields-missing", NameList.of(missing)));
        }
    }

    private void refused(Throwable failure) {
        problem.set(Failures.message(failure));
        abandon();
    }

    /** Nothing is tried any more. */
    private void abandon() {
        tried(null, null);
        trials.giveUp();
    }

    /** Whether there is a style to keep, or will be once it is drawn. */
    public boolean canSave() {
        return made.get() != null || trials.isGoing();
    }

    /**
     * Keeps what is tried in the project, once it is drawn: until then what was tried before it is still at hand.
     *
     * @param done told whether it is kept
     */
    public void save(Consumer<Boolean> done) {
        if (trials.isGoing()) {
            trials.afterwards(() -> save(done));
            return;
        }
        MadeStyle now = made.get();
        if (now == null) {
            done.accept(false);
            return;
        }
        StyleForm chosen = form.get();
        write(
                () -> StyleStore.save(project, layer.id(), now.sld()),
                () -> {
                    // what was chosen stays in sight, not what can be read of its document
                    form.set(chosen);
                    shown.set(now);
                },
                done);
    }

    /** Gives the layer its former style back. */
    void reset() {
        write(() -> StyleStore.reset(project, layer.id()), () -> {}, kept -> {});
    }

    /** A style of the project was changed beside this editor; what is tried in it stays. */
    public void restyled() {
        if (writing) {
            return;
        }
        tasks.start(
                Message.of("ui.reading-layer", layer.title()),
                progress -> StyleMaking.open(project, StyleStore.find(project, layer.id())),
                opened -> {
                    if (before.isEmpty() && after.isEmpty()) {
                        abandon();
                        begin(opened);
                    } else {
                        takeSaved(opened);
                    }
                },
                gone -> problem.set(Failures.message(gone)));
    }

    private void step(Runnable change, String told, Message step) {
        write(change, () -> tasks.say(Message.of(told, step)), done -> {});
    }

    private void write(Runnable change, Runnable shown, Consumer<Boolean> done) {
        writing = true;
        Message title = Message.of("ui.style-saving", layer.title());
        State written = new State(form.get(), document.get());
        tasks.start(
                title,
                progress -> {
                    change.run();
                    return StyleMaking.open(project, StyleStore.find(project, layer.id()));
                },
                opened -> {
                    writing = false;
                    if (written.equals(new State(form.get(), document.get()))) {
                        before.clear();
                        after.clear();
                        abandon();
                        begin(opened);
                        shown.run();
                    } else {
                        // the user went on meanwhile: that stays, and is not saved yet
                        takeSaved(opened);
                    }
                    done.accept(true);
                },
                failure -> {
                    writing = false;
                    tasks.ended(title, failure);
                    done.accept(false);
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
        show(new State(StyleForm.of(present), present));
    }
}
