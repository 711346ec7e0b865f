/**
 * How features look: SLD in and out, class breaks, colour ramps, symbols.
 *
 * <p>May import: {@code base}, {@code geo}, {@code data}; GeoTools style and filter.
 */
package riskmap.style;
