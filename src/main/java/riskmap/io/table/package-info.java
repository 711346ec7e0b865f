/**
 * Tables as layers: CSV and Excel workbooks, both directions; header, columns and places are guessed with a reason and can
 * be changed. Each is a {@link riskmap.io.Format} in the one list {@code Formats}.
 *
 * <p>May import what {@code io} may.
 */
package riskmap.io.table;
