package riskmap.render;

/**
 * How a polygon is drawn.
 *
 * @param fill its inside, or null
 * @param stroke its outline, or null
 */
record PolygonLook(FillLook fill, StrokeLook stroke) {}
