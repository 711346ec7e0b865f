/** A tool or a risk model run over rows of values: the table in which they are filled in, checked and run. */
package riskmap.ui.rows;
