/**
 * Edits as invertible data, undo history, drawing and topology rules, quality checks.
 *
 * <p>May import: {@code base}, {@code geo}, {@code data}; GeoTools.
 */
package riskmap.edit;
