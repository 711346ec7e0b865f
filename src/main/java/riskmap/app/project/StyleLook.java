package riskmap.app.project;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a map layer is drawn, as the history keeps it.
 *
 * @param layer id of the map layer
 * @param style what the map says
 * @param sld the stored document that it points to, null for none
 * @param description of the stored row
 */
public record StyleLook(String layer, String style, String sld, String description) {
    public Map<String, Object> cells() {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("map_layer", layer);
        cells.put("style", style);
        cells.put("sld", sld);
        cells.put("description", description);
        return cells;
    }

    static StyleLook of(Map<String, Object> cells) {
        return new StyleLook(
                (String) cells.get("map_layer"), (String) cells.get("style"), (String) cells.get("sld"), (String)
                        cells.get("description"));
    }
}
