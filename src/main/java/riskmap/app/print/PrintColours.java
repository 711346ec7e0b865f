package riskmap.app.print;

import java.util.LinkedHashMap;
import java.util.Map;
import riskmap.app.project.Workspace;
import riskmap.app.style.ColourSchemes;
import riskmap.map.LayerChoice;
import riskmap.map.Layout;
import riskmap.map.LayoutItem;
import riskmap.map.LayoutItems;
import riskmap.map.MapDocument;
import riskmap.style.ColourScheme;
import riskmap.style.Styles;

/** The colour scheme of one printed page: its map and layout in that scheme, while the project stays as it is. */
final class PrintColours {
    private PrintColours() {}

    /** The map in a scheme; as it is for none. */
    static MapDocument of(Workspace workspace, MapDocument map, ColourScheme scheme) {
        return scheme == null
                ? map
                : ColourSchemes.of(workspace, scheme.id(), null).of(map);
    }

    /** The layout whose map frames name their own styles in a scheme; as it is for none. */
    static Layout of(Layout layout, ColourScheme scheme) {
        return scheme == null
                ? layout
                : layout.withItems(layout.items().stream()
                        .map(item -> item instanceof LayoutItem.MapFrame frame ? of(frame, scheme) : item)
                        .toList());
    }

    private static LayoutItem of(LayoutItem.MapFrame frame, ColourScheme scheme) {
        LayerChoice layers = frame.layers();
        Map<String, String> styles = new LinkedHashMap<>();
        layers.styles().forEach((layer, style) -> {
            String other = scheme.named(style);
            styles.put(layer, Styles.exists(other) ? other : style);
        });
        return styles.isEmpty() ? frame : LayoutItems.with(frame, "layers", layers.withStyles(styles));
    }
}
