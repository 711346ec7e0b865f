package riskmap.ui.canvas;

/**
 * A finished picture of the map.
 *
 * @param view what it shows
 * @param width device pixels
 * @param height device pixels
 * @param pixels premultiplied ARGB, row by row from the top; not written to any more
 */
record Frame(View view, int width, int height, int[] pixels) {}
