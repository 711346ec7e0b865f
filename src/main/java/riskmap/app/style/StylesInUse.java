package riskmap.app.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import riskmap.app.project.DrawnLayers;
import riskmap.app.project.KeptStyles;
import riskmap.app.project.Workspace;
import riskmap.map.MapLayer;

/** The shipped styles in which a project's map is drawn: what a layer could look like, too. */
public final class StylesInUse {
    private StylesInUse() {}

    /** Names of the styles, in their order, each with the titles of the layers that have it. */
    public static Map<String, List<String>> of(Workspace project) {
        Map<String, List<String>> styles = new TreeMap<>();
        for (MapLayer layer : project.map().layers()) {
            // a style of its own is kept for one layer and fits no other
            if (KeptStyles.name(layer).isEmpty()) {
                styles.computeIfAbsent(DrawnLayers.styleName(project, layer), name -> new ArrayList<>())
                        .add(layer.title());
            }
        }
        return styles;
    }
}
