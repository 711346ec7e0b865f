/**
 * The use-cases and the open workspace: all that a window or a script can ask for, without a toolkit.
 *
 * <p>May import: every package above it in the house plan.
 */
package riskmap.app;
