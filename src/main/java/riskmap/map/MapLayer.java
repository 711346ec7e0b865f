package riskmap.map;

/**
 * A layer of a map.
 *
 * @param id unique in the map
 * @param title what the layer tree and legend call it
 * @param group title of the group it stands in, or the empty string
 * @param source {@code #layer} in the project, or {@code relative/path} or {@code relative/path#layer} beside it
 * @param style name of a shipped style ({@code risk_zone}), {@code layer_styles:NAME} for one stored in the project, or
 *     the empty string for the layer's default
 * @param filter ECQL condition, or the empty string for all features
 * @param visible whether it is shown
 * @param opacity 0 to 1
 */
public record MapLayer(
        String id,
        String title,
        String group,
        String source,
        String style,
        String filter,
        boolean visible,
        double opacity) {

    public MapLayer withVisible(boolean shown) {
        return new MapLayer(id, title, group, source, style, filter, shown, opacity);
    }

    public MapLayer withOpacity(double value) {
        return new MapLayer(id, title, group, source, style, filter, visible, value);
    }

    /** The same layer drawn with another style. */
    public MapLayer withStyle(String name) {
        return new MapLayer(id, title, group, source, name, filter, visible, opacity);
    }
}
