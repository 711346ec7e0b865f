package riskmap.ui.identify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.data.LayerKind;
import riskmap.geo.crs.Crs;
import riskmap.render.HitTest;
import riskmap.render.PaintLayer;
import riskmap.render.Viewport;
import riskmap.ui.task.TasksViewModel;

/** What lies where the user clicked, across all visible layers, topmost first. Knows no toolkit. */
public final class IdentifyViewModel {
    /** A click hits what is this near. */
    private static final double TOLERANCE_PIXELS = 5;

    private static final int LIMIT = 50;

    private final TasksViewModel tasks;
    private final ReadOnlyObjectWrapper<List<Found>> found = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Found> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper asked = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper questions = new ReadOnlyIntegerWrapper();

    public IdentifyViewModel(TasksViewModel tasks) {
        this.tasks = tasks;
    }

    /** What was found by the last click. */
    public ReadOnlyObjectProperty<List<Found>> found() {
        return found.getReadOnlyProperty();
    }

    /** The one whose fields are shown, null for none. */
    public ObjectProperty<Found> chosen() {
        return chosen;
    }

    /** Whether the user has clicked since the map was opened. */
    public ReadOnlyBooleanProperty asked() {
        return asked.getReadOnlyProperty();
    }

    /** How often was asked: it changes when the user clicks, before the answer is there. */
    public ReadOnlyIntegerProperty questions() {
        return questions.getReadOnlyProperty();
    }

    /**
     * Looks what lies at a view position of a map.
     *
     * @param kinds finds the catalogue kind of a layer of the project by its name
     */
    public void at(
            List<PaintLayer> layers,
            Function<String, Optional<LayerKind>> kinds,
            Viewport viewport,
            double x,
            double y) {
        questions.set(questions.get() + 1);
        int mine = questions.get();
        tasks.start(Message.of("ui.identifying"), progress -> look(layers, kinds, viewport, x, y), result -> {
            if (mine == questions.get()) {
                asked.set(true);
                found.set(result);
                chosen.set(smallest(result));
            }
        });
    }

    /** Forgets what was found. */
    public void clear() {
        questions.set(questions.get() + 1);
        found.set(List.of());
        chosen.set(null);
        asked.set(false);
    }

    /** What a person most likely meant: not the district that holds everything, but the smallest thing. */
    private static Found smallest(List<Found> found) {
        return found.stream()
                .min(Comparator.comparingDouble(feature -> feature.geometry() == null
                        ? Double.MAX_VALUE
                        : feature.geometry().getEnvelopeInternal().getDiameter()))
                .orElse(null);
    }

    private static List<Found> look(
            List<PaintLayer> layers,
            Function<String, Optional<LayerKind>> kinds,
            Viewport viewport,
            double x,
            double y) {
        List<Found> result = new ArrayList<>();
        for (HitTest.Hit hit : HitTest.at(layers, viewport, x, y, TOLERANCE_PIXELS, LIMIT)) {
            LayerKind kind =
                    kinds.apply(hit.feature().getFeatureType().getTypeName()).orElse(null);
            result.add(Found.of(hit.layerId(), hit.feature(), kind, inMap(hit.feature(), viewport.crs())));
        }
        return Collections.unmodifiableList(result);
    }

    private static Geometry inMap(SimpleFeature feature, CoordinateReferenceSystem mapCrs) {
        CoordinateReferenceSystem crs = feature.getFeatureType().getCoordinateReferenceSystem();
        if (!(feature.getDefaultGeometry() instanceof Geometry geometry)) {
            return null;
        }
        return crs == null || Crs.same(crs, mapCrs)
                ? geometry
                : Crs.transform(crs, mapCrs).apply(geometry);
    }
}
