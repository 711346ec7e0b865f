package riskmap.ui.edit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Geometry;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.RowChange;
import riskmap.geo.crs.Crs;
import riskmap.ui.canvas.MapViewModel;
import riskmap.ui.project.ProjectViewModel;
import riskmap.ui.task.TasksViewModel;

/**
 * The geometries of the selected features in the map's CRS, read beside the window's thread. What is known already is
 * not read again: a click that adds one feature to a thousand reads one.
 */
public final class SelectionHighlight {
    /** A selection is drawn up to this size; a larger one is told, not drawn. */
    private static final int DRAWN = 5_000;

    private final SelectionViewModel selection;
    private final ProjectViewModel project;
    private final MapViewModel map;
    private final TasksViewModel tasks;
    private final ReadOnlyObjectWrapper<List<Geometry>> geometries = new ReadOnlyObjectWrapper<>(List.of());
    private final Map<String, Map<Long, Geometry>> known = new HashMap<>();
    private int generation;

    /** Follows a selection. */
    public SelectionHighlight(
            SelectionViewModel selection, ProjectViewModel project, MapViewModel map, TasksViewModel tasks) {
        this.selection = selection;
        this.project = project;
        this.map = map;
        this.tasks = tasks;
        selection.all().addListener((property, before, now) -> follow(now));
        project.workspace().addListener(property -> forget());
    }

    /** The geometries to be set off on the map. */
    public ReadOnlyObjectProperty<List<Geometry>> geometries() {
        return geometries.getReadOnlyProperty();
    }

    /** The geometries of the selected features of a table that are known, in map CRS. */
    Map<Long, Geometry> of(String layer) {
        return Map.copyOf(withGeometry(known.getOrDefault(layer, Map.of())));
    }

    private static Map<Long, Geometry> withGeometry(Map<Long, Geometry> all) {
        Map<Long, Geometry> result = new HashMap<>(all);
        result.values().removeIf(java.util.Objects::isNull);
        return result;
    }

    /** A feature has this geometry now (map CRS), null for none: it need not be read. */
    public void know(String layer, long fid, Geometry inMap) {
        known.computeIfAbsent(layer, name -> new HashMap<>()).put(fid, inMap);
    }

    /** Draws what is known of the selection as it is now. */
    public void refresh() {
        follow(selection.all().get());
    }

    /** Rows were changed behind the selection: read again. */
    public void forget() {
        known.clear();
        refresh();
    }

    private void follow(Map<String, Set<Long>> wanted) {
        int mine = ++generation;
        Workspace workspace = project.workspace().get();
        if (wanted.isEmpty() || workspace == null) {
            known.clear();
            geometries.set(List.of());
            return;
        }
        known.keySet().retainAll(wanted.keySet());
        Map<String, List<Long>> missing = missing(wanted);
        if (missing.isEmpty()) {
            show(wanted);
            return;
        }
        CoordinateReferenceSystem crs = map.crs().get();
        tasks.start(
                Message.of("ui.selection-reading"),
                progress -> {
                    Map<String, Map<Long, Geometry>> read = new HashMap<>();
                    missing.forEach((layer, fids) -> read.put(layer, read(workspace.features(layer), fids, crs)));
                    return read;
                },
                read -> {
                    if (mine == generation) {
                        read.forEach((layer, found) -> {
                            Map<Long, Geometry> all = known.computeIfAbsent(layer, name -> new HashMap<>());
                            missing.get(layer).forEach(fid -> all.putIfAbsent(fid, found.get(fid)));
                        });
                        show(wanted);
                    }
                });
    }

    private Map<String, List<Long>> missing(Map<String, Set<Long>> wanted) {
        Map<String, List<Long>> missing = new TreeMap<>();
        int drawn = 0;
        for (Map.Entry<String, Set<Long>> entry : wanted.entrySet()) {
            Map<Long, Geometry> have = known.getOrDefault(entry.getKey(), Map.of());
            List<Long> unknown = entry.getValue().stream()
                    .limit(Math.max(0, DRAWN - drawn))
                    .filter(fid -> !have.containsKey(fid))
                    .toList();
            drawn += entry.getValue().size();
            if (!unknown.isEmpty()) {
                missing.put(entry.getKey(), unknown);
            }
        }
        if (drawn > DRAWN) {
            tasks.say(Message.of("ui.selection-large", drawn, DRAWN));
        }
        return missing;
    }

    private void show(Map<String, Set<Long>> wanted) {
        List<Geometry> result = new ArrayList<>();
        wanted.forEach((layer, fids) -> {
            Map<Long, Geometry> have = known.getOrDefault(layer, Map.of());
            have.keySet().retainAll(fids);
            for (Long fid : fids) {
                Geometry geometry = have.get(fid);
                if (geometry != null && !geometry.isEmpty()) {
                    result.add(geometry);
                }
            }
        });
        geometries.set(List.copyOf(result));
    }

    private static Map<Long, Geometry> read(
            SimpleFeatureSource source, List<Long> fids, CoordinateReferenceSystem crs) {
        Map<Long, Geometry> result = new HashMap<>();
        CoordinateReferenceSystem own = source.getSchema().getCoordinateReferenceSystem();
        boolean same = own == null || crs == null || Crs.same(own, crs);
        if (source.getSchema().getGeometryDescriptor() == null) {
            return result;
        }
        try (SimpleFeatureIterator features =
                source.getFeatures(Fids.query(source, fids)).features()) {
            while (features.hasNext()) {
                SimpleFeature feature = features.next();
                if (feature.getDefaultGeometry() instanceof Geometry geometry) {
                    result.put(
                            RowChange.key(feature),
                            same ? geometry : Crs.transform(own, crs).apply(geometry));
                }
            }
        } catch (IOException e) {
            throw new RiskMapException(
                    Message.of("ui.layer-unreadable", source.getName().getLocalPart(), String.valueOf(e.getMessage())),
                    e);
        }
        return result;
    }
}
