/**
 * Paints layers into a {@code Graphics2D}: one painter for screen and paper. Cancellable, never on the window's thread.
 *
 * <p>May import: {@code base}, {@code geo}, {@code data}, {@code style}, {@code map}; {@code java.awt}.
 */
package riskmap.render;
