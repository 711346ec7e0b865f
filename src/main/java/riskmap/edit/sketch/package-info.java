/**
 * What is being drawn: a {@link riskmap.edit.sketch.Sketch} grows point by point; {@link riskmap.edit.sketch.TypedPoint}
 * reads a point from the keyboard, {@link riskmap.edit.sketch.AngleLock} and a fixed length hold the next point to a
 * direction and distance. No toolkit: a window passes the pointer's place in the layer's CRS.
 *
 * <p><b>Bearings</b> are degrees from north (the y axis), clockwise, as surveyors state them.
 *
 * <p>May import: {@code base}, {@code geo}, {@code data}; GeoTools.
 */
package riskmap.edit.sketch;
