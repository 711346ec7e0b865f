/**
 * The map on the screen: what part of the world is shown, pictures of it drawn beside the window's thread, tools that
 * work on it with the mouse. Positions are map coordinates (x easting or longitude, y northing or latitude) or view
 * coordinates (pixels of the toolkit from the upper left corner); names say which.
 */
package riskmap.ui.canvas;
