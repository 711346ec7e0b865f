/**
 * The import assistant: sources with a preview of rows and map, what was guessed of them and why, columns and fields, a
 * dry run, and what became of the rows. The view-models know no toolkit; {@link riskmap.ui.importing.ImportWindow} shows
 * them.
 */
package riskmap.ui.importing;
