/**
 * DXF, read: drawings of CAD programs as points, lines and areas, by layer. A {@link riskmap.io.Format} in the one list
 * {@code Formats}.
 *
 * <p>May import what {@code io} may.
 */
package riskmap.io.dxf;
