/**
 * Use-cases of tools: running one on files or on layers of an open project, the record of a run, and repeating it.
 *
 * <p>May import what {@code app} may.
 */
package riskmap.app.tool;
