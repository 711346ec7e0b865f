package riskmap.ui.layout;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import riskmap.app.Answer;
import riskmap.app.print.Atlases;
import riskmap.app.print.Prints;
import riskmap.app.project.Workspace;
import riskmap.app.style.StylesInUse;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.map.Box;
import riskmap.map.Layout;
import riskmap.map.LayoutItem;
import riskmap.map.LayoutItems;
import riskmap.map.Layouts;
import riskmap.map.LocalText;
import riskmap.map.MapLayer;
import riskmap.map.PageSize;
import riskmap.render.MapPainter;
import riskmap.ui.task.LatestWork;
import riskmap.ui.task.TasksViewModel;

/**
 * A layout being made: the page as it is now, what is selected, every step undoable, and a picture of the page that
 * follows. Knows no toolkit.
 */
public final class LayoutViewModel {
    /** So many pixels of width are enough for a preview. */
    private static final double MOST_PIXELS = 2600;

    private static final int MOST_STEPS = 200;

    private final TasksViewModel tasks;
    private final Workspace workspace;
    private final MapPainter painter;
    private final ReadOnlyObjectWrapper<Layout> layout = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Set<String>> selected = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<BufferedImage> preview = new ReadOnlyObjectWrapper<>();
    private final LatestWork latest;
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private final IntegerProperty page = new SimpleIntegerProperty(1);
    private final Deque<Layout> before = new ArrayDeque<>();
    private final Deque<Layout> after = new ArrayDeque<>();
    private Layout saved;

    /**
     * Begins with a layout.
     *
     * @param painter the window's painter, whose cache holds the layers already
     */
    public LayoutViewModel(TasksViewModel tasks, Workspace workspace, MapPainter painter, Layout first) {
        this.tasks = tasks;
        this.latest = new LatestWork(tasks);
        this.workspace = workspace;
        this.painter = painter;
        show(first);
    }

    /** The layout as it is now. */
    public ReadOnlyObjectProperty<Layout> layout() {
        return layout.getReadOnlyProperty();
    }

    /** Ids of the selected items. */
    public ReadOnlyObjectProperty<Set<String>> selected() {
        return selected.getReadOnlyProperty();
    }

    /** The page as it will be, null before the first. */
    public ReadOnlyObjectProperty<BufferedImage> preview() {
        return preview.getReadOnlyProperty();
    }

    /** What stands in the way of the page, null for nothing. */
    public ReadOnlyObjectProperty<Message> problem() {
        return latest.problem();
    }

    public ReadOnlyBooleanProperty drawing() {
        return latest.busy();
    }

    public ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    /** Whether there is something that has not been kept in a file. */
    public ReadOnlyBooleanProperty unsaved() {
        return unsaved.getReadOnlyProperty();
    }

    /** The page of the atlas that is shown, from 1. */
    public IntegerProperty page() {
        return page;
    }

    /** The layers of the map, to choose from. */
    public List<MapLayer> layers() {
        return workspace.map().layers();
    }

    /** The styles that the layers of the map have, each with their titles, to choose from. */
    public Map<String, List<String>> styles() {
        return StylesInUse.of(workspace);
    }

    /** The folder of the project, where pictures are looked for. */
    public Path folder() {
        return workspace.file().toAbsolutePath().getParent();
    }

    /** A picture file as a layout names it: from the project's folder on where it lies there, so that both can be moved. */
    public String pictureName(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        boolean inside = whole.startsWith(folder());
        return (inside ? folder().relativize(whole) : whole).toString().replace('\\', '/');
    }

    /** Names of all layouts there are. */
    public List<String> names() {
        return Prints.layouts(workspace);
    }

    /** Opens another layout; steps made before are forgotten. */
    public void open(String name) {
        attempt(() -> show(Prints.layout(workspace, name, note -> tasks.say(note))));
    }

    private void show(Layout other) {
        before.clear();
        after.clear();
        saved = other;
        selected.set(Set.of());
        page.set(1);
        now(other);
    }

    /** Changes the layout by a step that can be undone; what is not allowed is told and changes nothing. */
    public void change(UnaryOperator<Layout> step) {
        attempt(() -> {
            Layout changed = step.apply(layout.get());
            if (!changed.equals(layout.get())) {
                before.push(layout.get());
                if (before.size() > MOST_STEPS) {
                    before.removeLast();
                }
                after.clear();
                now(changed);
            }
        });
    }

    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (RiskMapException refused) {
            latest.refuse(refused.userMessage());
        }
    }

    private void now(Layout changed) {
        layout.set(changed);
        Set<String> kept = new LinkedHashSet<>(selected.get());
        kept.removeIf(id -> changed.item(id).isEmpty());
        selected.set(kept);
        canUndo.set(!before.isEmpty());
        canRedo.set(!after.isEmpty());
        unsaved.set(!changed.equals(saved));
    }

    public void undo() {
        if (!before.isEmpty()) {
            after.push(layout.get());
            now(before.pop());
        }
    }

    public void redo() {
        if (!after.isEmpty()) {
            before.push(layout.get());
            now(after.pop());
        }
    }

    public void select(Set<String> ids) {
        selected.set(Set.copyOf(ids));
    }

    /** Selects the next item, or the one before, in the order of the page. */
    public void selectNext(boolean forward) {
        List<LayoutItem> items = layout.get().items();
        if (items.isEmpty()) {
            return;
        }
        int at = -1;
        for (int i = 0; i < items.size(); i++) {
            at = selected.get().contains(items.get(i).id()) ? i : at;
        }
        int next = at < 0 ? 0 : Math.floorMod(at + (forward ? 1 : -1), items.size());
        select(Set.of(items.get(next).id()));
    }

    /** Adds an item of a kind and selects it; the box is moved into the page. */
    public void add(String kind, Box box) {
        change(now -> {
            String id = freeId(now, kind);
            String frame = now.frames().isEmpty() ? "" : now.frames().get(0).id();
            LayoutItem item =
                    LayoutItems.of(kind, id, Arrangement.kept(box, now.page().box()), frame, "risk-by-town");
            List<LayoutItem> items = new ArrayList<>(now.items());
            items.add(item);
            return now.withItems(items);
        });
        List<LayoutItem> items = layout.get().items();
        select(Set.of(items.get(items.size() - 1).id()));
    }

    /** Copies of the selected items, a little to the right and below. */
    public void duplicate() {
        Set<String> copies = new LinkedHashSet<>();
        change(now -> {
            List<LayoutItem> items = new ArrayList<>(now.items());
            for (LayoutItem item : Arrangement.chosen(now, selected.get())) {
                Box box = item.box();
                Box moved = Arrangement.kept(
                        new Box(box.x() + 5, box.y() + 5, box.width(), box.height()),
                        now.page().box());
                Layout sofar = now.withItems(items);
                String id = freeId(sofar, item.id());
                copies.add(id);
                items.add(LayoutItems.withId(LayoutItems.withBox(item, moved), id));
            }
            return now.withItems(items);
        });
        select(copies);
    }

    private static String freeId(Layout layout, String kind) {
        String stem = kind.replaceAll("-\\d+$", "");
        int number = 1;
        while (layout.item(number == 1 ? stem : stem + "-" + number).isPresent()) {
            number++;
        }
        return number == 1 ? stem : stem + "-" + number;
    }

    /** Takes the selected items away. */
    public void delete() {
        change(now -> now.withItems(now.items().stream()
                .filter(item -> !selected.get().contains(item.id()))
                .toList()));
    }

    public void move(double dx, double dy) {
        change(now -> Arrangement.move(now, selected.get(), dx, dy));
    }

    /** Gives an item another box. */
    public void resize(String id, Box box) {
        change(now -> now.withItems(now.items().stream()
                .map(item -> item.id().equals(id)
                        ? LayoutItems.withBox(
                                item, Arrangement.kept(box, now.page().box()))
                        : item)
                .toList()));
    }

    void align(Arrangement.Align how) {
        change(now -> Arrangement.align(now, selected.get(), how));
    }

    public void raise(boolean up, boolean allTheWay) {
        change(now -> Arrangement.raise(now, selected.get(), up, allTheWay));
    }

    /** Sets a field of an item, or its id; null for the usual value, a supplier for one that may be refused. */
    public void set(String id, String field, Object value) {
        change(now -> {
            Object given = value instanceof Supplier<?> made ? made.get() : value;
            return now.withItems(now.items().stream()
                    .map(item -> item.id().equals(id) ? LayoutItems.with(item, field, given) : item)
                    .toList());
        });
        if (field.equals("id")
                && value != null
                && layout.get().item(value.toString()).isPresent()) {
            select(Set.of(value.toString()));
        }
    }

    /** Another sheet; items outside it are moved in. */
    public void resizePage(PageSize size) {
        change(now -> {
            List<LayoutItem> items = now.items().stream()
                    .map(item -> LayoutItems.withBox(item, Arrangement.kept(item.box(), size.box())))
                    .toList();
            return new Layout(now.name(), now.title(), size, now.background(), now.atlas(), items);
        });
    }

    /** Keeps the layout in the user's folder under a name; returns the file, or null when it could not be. */
    public Path save(String name) {
        Path[] file = {null};
        attempt(() -> {
            boolean same = name.equals(layout.get().name());
            Layout named = same ? layout.get() : layout.get().withName(name, LocalText.of(name));
            file[0] = Layouts.save(named);
            saved = named;
            now(named);
            tasks.say(Message.of("ui.layout-saved", file[0].toString()));
        });
        return file[0];
    }

    /** How many pages the atlas has; 0 when this is no atlas or its layer is gone. */
    public int pages() {
        try {
            return layout.get().atlas() == null
                    ? 0
                    : Atlases.pages(workspace, layout.get(), "").size();
        } catch (RiskMapException gone) {
            latest.refuse(gone.userMessage());
            return 0;
        }
    }

    /** Draws the page anew; a later call goes before an earlier one. */
    public void refresh() {
        Layout shown = layout.get();
        int number = page.get();
        double dpi = Math.max(
                24,
                Math.min(
                        110,
                        MOST_PIXELS
                                / Math.max(shown.page().width(), shown.page().height())
                                * 25.4));
        Prints.Request request = Prints.Request.of("").withDpi(dpi);
        latest.start(
                Message.of("ui.print-preparing"),
                progress -> shown.atlas() == null
                        ? Prints.preview(workspace, shown, request, painter, progress)
                        : Atlases.preview(workspace, shown, request, number, painter, progress),
                preview::set,
                () -> {});
    }

    /** Writes the page, or all pages of an atlas, to a file. */
    public void print(Path target, Consumer<Answer> done) {
        Layout shown = layout.get();
        tasks.start(
                Message.of("ui.printing", target.getFileName()),
                progress -> shown.atlas() == null
                        ? Prints.print(workspace, shown, Prints.Request.of(""), target, progress)
                        : Atlases.print(workspace, shown, Prints.Request.of(""), target, progress),
                done);
    }

    /** Stops drawing. */
    public void close() {
        latest.cancel();
    }
}
