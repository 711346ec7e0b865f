package riskmap.app.style;

import java.util.List;
import riskmap.app.project.DrawnLayers;
import riskmap.app.project.Workspace;
import riskmap.app.run.RiskRuns;
import riskmap.base.RiskMapException;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;
import riskmap.print.ChartColours;
import riskmap.style.ColourScheme;
import riskmap.style.LevelColours;

/**
 * The colours of what a page or a report draws beside its map: in the scheme that the map is in, its levels as the layer
 * of levels has them, be it a shipped style or one of the user's own.
 */
public final class MapColours {
    private MapColours() {}

    /** The colours beside a map; a scheme that was asked for is one the map is in already. */
    public static ChartColours beside(Workspace workspace, MapDocument map, ColourScheme asked) {
        ColourScheme scheme = asked != null ? asked : scheme(map);
        // bars have no patterns: in black, levels take the greys that are told apart without
        return new ChartColours(scheme, scheme == ColourScheme.PRINT ? List.of() : levels(workspace, map));
    }

    /** The scheme that most layers of a map are in; null for none. */
    private static ColourScheme scheme(MapDocument map) {
        for (ColourScheme scheme : ColourScheme.values()) {
            long layers = map.layers().stream()
                    .filter(layer -> ColourScheme.ofStyle(layer.style()) == scheme)
                    .count();
            if (2 * layers > map.layers().size()) {
                return scheme;
            }
        }
        return null;
    }

    /** The levels of the layer of risk zones, else of the topmost layer in sight that shows levels; empty for none. */
    private static List<String> levels(Workspace workspace, MapDocument map) {
        List<String> found = List.of();
        for (MapLayer layer : map.layers()) {
            if (layer.visible() && layer.source().startsWith("#")) {
                List<String> levels = levels(workspace, layer);
                found = levels.isEmpty() ? found : levels;
                if (!levels.isEmpty() && layer.id().equals(RiskRuns.ZONES)) {
                    break;
                }
            }
        }
        return found;
    }

    private static List<String> levels(Workspace workspace, MapLayer layer) {
        try {
            return LevelColours.of(DrawnLayers.style(workspace, layer));
        } catch (RiskMapException e) {
            // a layer or a style that is gone is told of by the map itself
            return List.of();
        }
    }
}
