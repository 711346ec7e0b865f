package riskmap.ui.frame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.locationtech.jts.geom.Envelope;
import riskmap.app.Failures;
import riskmap.app.project.ProjectViews;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.map.Bookmark;
import riskmap.map.MapTheme;
import riskmap.map.SavedViews;
import riskmap.ui.canvas.MapViewModel;
import riskmap.ui.canvas.View;
import riskmap.ui.project.ProjectViewModel;
import riskmap.ui.task.TasksViewModel;

/** The bookmarks and themes of the open project, and what the user does with them. Knows no toolkit. */
public final class ViewsViewModel {
    private final ProjectViewModel project;
    private final MapViewModel map;
    private final TasksViewModel tasks;
    private final ReadOnlyObjectWrapper<SavedViews> views = new ReadOnlyObjectWrapper<>(SavedViews.NONE);

    ViewsViewModel(ProjectViewModel project, MapViewModel map, TasksViewModel tasks) {
        this.project = project;
        this.map = map;
        this.tasks = tasks;
        project.workspace().addListener((property, before, now) -> read(now));
    }

    /** What the project keeps. */
    public ReadOnlyObjectProperty<SavedViews> views() {
        return views.getReadOnlyProperty();
    }

    /** The theme of a name, null when there is none. */
    public MapTheme theme(String name) {
        return views.get().themes().stream()
                .filter(theme -> theme.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Keeps the part of the map that is in sight; one of the same name is replaced. */
    public void addBookmark(String name) {
        View now = map.view().get();
        Envelope own = ownExtent(now);
        Bookmark bookmark = new Bookmark(
                name,
                project.document().get().crs(),
                List.of(own.getMinX(), own.getMinY(), own.getMaxX(), own.getMaxY()),
                now.rotation());
        change(kept -> kept.with(bookmark));
    }

    private static Envelope ownExtent(View now) {
        Envelope own = new Envelope(now.world(now.width() / 2, now.height() / 2));
        own.expandBy(now.width() * now.unitsPerPixel() / 2, now.height() * now.unitsPerPixel() / 2);
        return own;
    }

    /** Shows the place of a bookmark. */
    public void goTo(Bookmark bookmark) {
        try {
            map.show(ProjectViews.extent(bookmark, map.crs().get()), bookmark.rotation());
        } catch (RiskMapException outside) {
            tasks.say(outside.userMessage());
        }
    }

    /** Keeps what the map shows now as a theme; one of the same name is replaced. */
    public void addTheme(String name) {
        MapTheme theme = MapTheme.of(name, project.document().get());
        change(kept -> kept.with(theme));
    }

    /** Shows the layers of a theme, and only these; layers that are gone are told. */
    public void apply(MapTheme theme) {
        List<String> missing = theme.missing(project.document().get());
        project.change(theme::on);
        tellMissing(theme, missing);
    }

    void tellMissing(MapTheme theme, List<String> missing) {
        if (!missing.isEmpty()) {
            tasks.say(Message.of("ui.theme-missing", theme.name(), missing.size(), String.join("、", missing)));
        }
    }

    void renameBookmark(Bookmark bookmark, String name) {
        change(kept -> kept.withBookmarks(replaced(kept.bookmarks(), bookmark, bookmark.withName(name))));
    }

    void removeBookmark(Bookmark bookmark) {
        change(kept -> kept.withBookmarks(without(kept.bookmarks(), bookmark)));
    }

    void moveBookmark(Bookmark bookmark, int by) {
        change(kept -> kept.withBookmarks(moved(kept.bookmarks(), bookmark, by)));
    }

    void renameTheme(MapTheme theme, String name) {
        change(kept -> kept.withThemes(replaced(kept.themes(), theme, theme.withName(name))));
    }

    void removeTheme(MapTheme theme) {
        change(kept -> kept.withThemes(without(kept.themes(), theme)));
    }

    void moveTheme(MapTheme theme, int by) {
        change(kept -> kept.withThemes(moved(kept.themes(), theme, by)));
    }

    private static <T> List<T> replaced(List<T> all, T one, T other) {
        List<T> result = new ArrayList<>(all);
        Collections.replaceAll(result, one, other);
        return result;
    }

    private static <T> List<T> without(List<T> all, T one) {
        return all.stream().filter(each -> !each.equals(one)).toList();
    }

    private static <T> List<T> moved(List<T> all, T one, int by) {
        List<T> result = new ArrayList<>(all);
        int from = result.indexOf(one);
        int to = from + by;
        if (from >= 0 && to >= 0 && to < result.size()) {
            Collections.swap(result, from, to);
        }
        return result;
    }

    private void change(UnaryOperator<SavedViews> change) {
        Workspace workspace = project.workspace().get();
        if (workspace.isReadOnly()) {
            // what is looked at in a project that is only read may be kept as long as it is open
            views.set(change.apply(views.get()));
            tasks.say(Message.of("ui.views-not-kept"));
            return;
        }
        tasks.start(Message.of("ui.views-storing"), progress -> ProjectViews.change(workspace, change), kept -> {
            if (project.workspace().get() == workspace) {
                views.set(kept);
            }
        });
    }

    private void read(Workspace workspace) {
        views.set(SavedViews.NONE);
        if (workspace != null) {
            tasks.start(
                    Message.of("ui.views-reading"),
                    progress -> ProjectViews.of(workspace),
                    kept -> {
                        if (project.workspace().get() == workspace) {
                            views.set(kept);
                        }
                    },
                    failure -> tasks.say(Failures.message(failure)));
        }
    }
}
