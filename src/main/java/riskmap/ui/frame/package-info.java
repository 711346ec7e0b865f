/**
 * What stands around the map of the window: bookmarks, themes, overview, swipe, time, turn and coordinates. Uses the
 * map of {@code ui.canvas}; what is kept goes through {@code riskmap.app}.
 */
package riskmap.ui.frame;
