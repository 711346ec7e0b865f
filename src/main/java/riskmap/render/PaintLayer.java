package riskmap.render;

import org.geotools.api.filter.Filter;
import org.geotools.api.style.Style;
import riskmap.data.LayerData;

/**
 * A layer ready to paint.
 *
 * @param id the map layer's id
 * @param data its features or raster
 * @param style how it looks
 * @param filter which features, {@link Filter#INCLUDE} for all
 * @param opacity 0 to 1
 */
public record PaintLayer(String id, LayerData data, Style style, Filter filter, double opacity) {}
