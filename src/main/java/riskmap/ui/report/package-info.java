/** The report dialog: a template, the run it is about, what the user sets, and the pages as they will be. */
package riskmap.ui.report;
