package riskmap.app.print;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import riskmap.app.project.DrawnLayers;
import riskmap.app.project.Workspace;
import riskmap.app.run.ResultGroup;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.map.LayerChoice;
import riskmap.map.Layout;
import riskmap.map.LayoutItem;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;
import riskmap.print.AbsentLayer;
import riskmap.render.PaintLayer;
import riskmap.style.ColourScheme;

/** The layers that the map frames of a layout show, ready to paint; what several frames show is read once. */
final class PrintLayers {
    private final Workspace workspace;
    private final MapDocument map;
    private final Map<MapLayer, PaintLayer> ready = new HashMap<>();
    private final Map<MapLayer, AbsentLayer> absent = new HashMap<>();

    /**
     * What the frames of a page show, by the id of the frame.
     *
     * @param layers from the bottom up
     * @param absent rasters that should be among them and could not be read
     */
    record Frames(Map<String, List<PaintLayer>> layers, Map<String, List<AbsentLayer>> absent) {}

    private PrintLayers(Workspace workspace, MapDocument map) {
        this.workspace = workspace;
        this.map = map;
    }

    /**
     * The layers of each frame. A raster whose file is gone or cannot be read does not keep the sheet from being printed:
     * the page says that it lacks it.
     *
     * @throws RiskMapException when a layer that a frame cannot do without is gone, naming both
     */
    static Frames of(Workspace workspace, MapDocument map, Layout layout, Progress progress) {
        PrintLayers layers = new PrintLayers(workspace, map);
        Map<String, List<PaintLayer>> result = new LinkedHashMap<>();
        Map<String, List<AbsentLayer>> absent = new LinkedHashMap<>();
        for (LayoutItem.MapFrame frame : layout.frames()) {
            List<AbsentLayer> unread = new ArrayList<>();
            result.put(frame.id(), layers.frame(frame, unread, progress));
            absent.put(frame.id(), List.copyOf(unread));
        }
        return new Frames(result, absent);
    }

    /**
     * Begins to read the rasters beside everything else that a page needs. What goes wrong is said when the layer is
     * really asked for.
     */
    static void begin(Workspace workspace, MapDocument map, Layout layout, Progress progress) {
        map.layers().stream()
                .filter(layer -> !layer.source().startsWith("#") && layer.opacity() > 0)
                .filter(layer -> isShown(layer, map, layout))
                .forEach(layer -> CompletableFuture.runAsync(() -> workspace.raster(layer.source(), progress)));
    }

    /** Whether a layer stands on a page. */
    static boolean isShown(MapLayer layer, MapDocument map, Layout layout) {
        return layout.frames().stream()
                .anyMatch(frame -> shown(map, frame.layers()).contains(layer));
    }

    /** The layers of the map that a frame shows, from the bottom up. */
    private static List<MapLayer> shown(MapDocument map, LayerChoice choice) {
        List<MapLayer> shown = map.layers().stream().filter(choice::shows).toList();
        Predicate<MapLayer> isResult = layer -> ResultGroup.isResults(layer.group());
        Predicate<MapLayer> isMeant = layer -> choice.results().contains(ColourScheme.standard(layer.style()));
        return shown.stream().noneMatch(isResult.and(isMeant))
                ? shown
                : shown.stream().filter(isResult.negate().or(isMeant)).toList();
    }

    private List<PaintLayer> frame(LayoutItem.MapFrame frame, List<AbsentLayer> unread, Progress progress) {
        LayerChoice choice = frame.layers();
        for (String id : choice.only()) {
            if (map.layers().stream().noneMatch(layer -> layer.id().equals(id))) {
                throw RiskMapException.of("app.print-layer-gone", frame.id(), id);
            }
        }
        List<PaintLayer> result = new ArrayList<>();
        for (MapLayer layer : shown(map, choice)) {
            progress.check();
            MapLayer look = choice.look(layer);
            result.add(ready(frame, look, choice.only().contains(layer.id()), progress));
            if (absent.containsKey(look)) {
                unread.add(absent.get(look));
            }
        }
        result.removeIf(java.util.Objects::isNull);
        return result;
    }

    private PaintLayer ready(LayoutItem.MapFrame frame, MapLayer layer, boolean needed, Progress progress) {
        if (layer.opacity() <= 0 || absent.containsKey(layer)) {
            return null;
        }
        PaintLayer known = ready.get(layer);
        if (known == null) {
            String table = layer.source().startsWith("#") ? layer.source().substring(1) : "";
            if (!table.isEmpty() && !workspace.layers().contains(table)) {
                if (needed || frame.layers().also().isEmpty()) {
                    throw RiskMapException.of("app.print-layer-gone", frame.id(), table);
                }
                return null;
            }
            try {
                known = DrawnLayers.one(workspace, layer, progress);
            } catch (RiskMapException e) {
                if (!table.isEmpty() || needed) {
                    throw e;
                }
                absent.put(layer, new AbsentLayer(layer.title(), e.userMessage()));
                return null;
            }
            ready.put(layer, known);
        }
        return known;
    }
}
