package riskmap.ui.frame;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.app.project.DrawnLayers;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;
import riskmap.map.MapTheme;
import riskmap.render.PaintLayer;
import riskmap.ui.canvas.CoordinateText;
import riskmap.ui.canvas.MapContent;
import riskmap.ui.canvas.MapViewModel;
import riskmap.ui.project.ProjectViewModel;
import riskmap.ui.task.TasksViewModel;

/**
 * What the map of the window really shows: the project's layers, on either side of the swipe those of a theme, filtered
 * by days. Knows no toolkit.
 */
public final class FrameViewModel {
    private final ProjectViewModel project;
    private final TasksViewModel tasks;
    private final ViewsViewModel views;
    private final TimeViewModel time;
    private final BooleanProperty overview = new SimpleBooleanProperty();
    private final BooleanProperty swiping = new SimpleBooleanProperty();
    private final StringProperty leftTheme = new SimpleStringProperty("");
    private final StringProperty rightTheme = new SimpleStringProperty("");
    private final DoubleProperty divider = new SimpleDoubleProperty(0.5);
    private final ObjectProperty<CoordinateReferenceSystem> readout = new SimpleObjectProperty<>();
    private final ObjectProperty<CoordinateText.Degrees> degrees =
            new SimpleObjectProperty<>(CoordinateText.Degrees.SEXAGESIMAL);
    private final ReadOnlyObjectWrapper<MapContent> left = new ReadOnlyObjectWrapper<>(MapContent.EMPTY);
    private final ReadOnlyObjectWrapper<MapContent> right = new ReadOnlyObjectWrapper<>(MapContent.EMPTY);
    private final ReadOnlyObjectWrapper<Message> timeNotice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper timeWhole = new ReadOnlyBooleanWrapper();
    private List<PaintLayer> leftLayers = List.of();
    /** Null while nothing is swiped and until the theme is ready: a theme may have no layers, too. */
    private List<PaintLayer> rightLayers;

    private int generation;

    /** Follows a project and the map that shows it. */
    public FrameViewModel(ProjectViewModel project, MapViewModel map, TasksViewModel tasks) {
        this.project = project;
        this.tasks = tasks;
        views = new ViewsViewModel(project, map, tasks);
        time = new TimeViewModel(tasks);
        project.content().addListener(property -> prepare());
        swiping.addListener(property -> prepare());
        leftTheme.addListener(property -> prepare());
        rightTheme.addListener(property -> prepare());
        views.views().addListener(property -> themesChanged());
        for (Observable part : new Observable[] {time.from(), time.to(), time.undated(), time.dated()}) {
            part.addListener(property -> show());
        }
        time.on().addListener(property -> {
            time.read(all());
            show();
        });
        time.survey().addListener(property -> {
            time.forgetDates();
            time.read(all());
        });
        project.workspace().addListener(property -> {
            time.forget();
            swiping.set(false);
            leftTheme.set("");
            rightTheme.set("");
        });
    }

    public ViewsViewModel views() {
        return views;
    }

    public TimeViewModel time() {
        return time;
    }

    /** Whether the small map of the whole is shown. */
    public BooleanProperty overview() {
        return overview;
    }

    /** Whether a second map is swiped over the first. */
    public BooleanProperty swiping() {
        return swiping;
    }

    /** Name of the theme at the left of the divider; empty for the map as it is. */
    public StringProperty leftTheme() {
        return leftTheme;
    }

    /** Name of the theme at the right of the divider; empty for the map as it is. */
    public StringProperty rightTheme() {
        return rightTheme;
    }

    /** Where the divider stands, as a part of the map's width. */
    public DoubleProperty divider() {
        return divider;
    }

    /** The CRS that coordinates are said in, null for the map's own. */
    public ObjectProperty<CoordinateReferenceSystem> readout() {
        return readout;
    }

    /** How longitude and latitude are written. */
    public ObjectProperty<CoordinateText.Degrees> degrees() {
        return degrees;
    }

    /** What the map shows, at the left of the divider while swiping. */
    public ReadOnlyObjectProperty<MapContent> left() {
        return left.getReadOnlyProperty();
    }

    /** What lies at the right of the divider; {@link MapContent#EMPTY} while nothing is swiped or it is not ready. */
    public ReadOnlyObjectProperty<MapContent> right() {
        return right.getReadOnlyProperty();
    }

    /** What the map says while it is filtered by days, null while it is not. */
    public ReadOnlyObjectProperty<Message> timeNotice() {
        return timeNotice.getReadOnlyProperty();
    }

    /** Whether the bar of days is open and leaves nothing out. */
    public ReadOnlyBooleanProperty timeWhole() {
        return timeWhole.getReadOnlyProperty();
    }

    /** The layers seen at a place that far from the left edge, as a part of the map's width. */
    public List<PaintLayer> layersAt(double part) {
        return (swiping.get() && part >= divider.get() ? right : left).get().layers();
    }

    /** Swipes the map as it is with the first theme that is kept. */
    public void swipe(boolean wanted) {
        if (wanted
                && rightTheme.get().isEmpty()
                && !views.views().get().themes().isEmpty()) {
            rightTheme.set(views.views().get().themes().get(0).name());
        }
        swiping.set(wanted);
    }

    /** A theme that is gone cannot be shown: the map as it is takes its place. */
    private void themesChanged() {
        for (StringProperty chosen : List.of(leftTheme, rightTheme)) {
            if (!chosen.get().isEmpty() && views.theme(chosen.get()) == null) {
                chosen.set("");
            }
        }
        prepare();
    }

    private List<PaintLayer> all() {
        List<PaintLayer> all = new ArrayList<>(leftLayers);
        (rightLayers == null ? List.<PaintLayer>of() : rightLayers)
                .stream()
                        .filter(layer -> all.stream().noneMatch(one -> one.id().equals(layer.id())))
                        .forEach(all::add);
        return all;
    }

    /** Makes the layers of both sides ready. */
    private void prepare() {
        int mine = ++generation;
        List<PaintLayer> own = project.content().get().layers();
        MapTheme atLeft = swiping.get() ? views.theme(leftTheme.get()) : null;
        MapTheme atRight = swiping.get() ? views.theme(rightTheme.get()) : null;
        if (atLeft == null && atRight == null) {
            take(own, swiping.get() ? own : null);
            return;
        }
        Workspace workspace = project.workspace().get();
        MapDocument document = project.document().get();
        if (workspace == null || document == null) {
            return;
        }
        tasks.start(
                Message.of("ui.preparing-map"),
                progress -> List.of(
                        atLeft == null ? own : layers(workspace, atLeft.on(document), progress),
                        atRight == null ? own : layers(workspace, atRight.on(document), progress)),
                ready -> {
                    if (mine == generation) {
                        take(ready.get(0), ready.get(1));
                        if (atRight != null) {
                            views.tellMissing(atRight, atRight.missing(document));
                        }
                    }
                });
    }

    private List<PaintLayer> layers(Workspace workspace, MapDocument document, Progress progress) {
        List<PaintLayer> result = new ArrayList<>();
        for (MapLayer layer : document.layers()) {
            progress.check();
            if (layer.visible() && layer.opacity() > 0) {
                try {
                    result.add(DrawnLayers.one(workspace, layer, progress));
                } catch (RiskMapException unreadable) {
                    // the project says so when it shows the layer; a theme goes on without it
                    System.getLogger("riskmap").log(System.Logger.Level.DEBUG, layer.title(), unreadable);
                }
            }
        }
        return result;
    }

    private void take(List<PaintLayer> atLeft, List<PaintLayer> atRight) {
        leftLayers = atLeft;
        rightLayers = atRight;
        time.read(all());
        show();
    }

    private void show() {
        timeNotice.set(time.notice());
        timeWhole.set(time.isUnfiltered());
        left.set(new MapContent(time.shown(leftLayers)));
        right.set(rightLayers == null ? MapContent.EMPTY : new MapContent(time.shown(rightLayers)));
    }
}
