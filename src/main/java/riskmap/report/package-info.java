/**
 * Tables and text from results, as documents.
 *
 * <p>May import: {@code base}, {@code geo}, {@code data}, {@code risk}, {@code map}, {@code print}; document libraries.
 */
package riskmap.report;
