/**
 * The same use-cases from the command line.
 *
 * <p>May import: {@code base}, {@code app}; picocli is let in only here.
 */
package riskmap.cli;
