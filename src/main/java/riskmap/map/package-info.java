/**
 * The map document and page layouts: plain immutable values, saved as JSON.
 *
 * <p>May import: {@code base}, {@code geo}, {@code data}, {@code style}; Jackson.
 */
package riskmap.map;
