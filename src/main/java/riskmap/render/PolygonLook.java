package riskmap.render;

/**
 * How a polygon is drawn.
 *
 * @param fill its inside, or null
 * @param stroke its outline, or null
 * @param dx shift to the right
 * @param dy shift upwards
 */
record PolygonLook(FillLook fill, StrokeLook stroke, double dx, double dy) {}
