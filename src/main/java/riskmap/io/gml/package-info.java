/**
 * GML 2 and 3, read: features, their types from the schema beside the file or from the values. A
 * {@link riskmap.io.Format} in the one list {@code Formats}.
 *
 * <p>May import what {@code io} may.
 */
package riskmap.io.gml;
