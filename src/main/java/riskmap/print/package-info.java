/**
 * The page in millimetres: map frames, legend, scale bar, north arrow, tables; to PDF, PNG and SVG.
 *
 * <p>May import: {@code base}, {@code geo}, {@code data}, {@code style}, {@code map}, {@code render}; {@code java.awt},
 * PDFBox.
 */
package riskmap.print;
