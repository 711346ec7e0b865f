/**
 * Tables and text from results, as documents.
 *
 * <p>A {@link riskmap.report.ReportTemplate template} says which sections a report has; the use-cases fill them from a
 * project, which gives a {@link riskmap.report.ReportDocument document}: headings, paragraphs, tables, figures, lists, with
 * every number in it already. The {@link riskmap.report.ReportOutputs outputs} write the same document as PDF, DOCX, HTML
 * and XLSX, so that a number cannot differ between them. The same document gives the same bytes.
 *
 * <p>May import: {@code base}, {@code geo}, {@code data}, {@code risk}, {@code map}, {@code print}; document libraries.
 */
package riskmap.report;
