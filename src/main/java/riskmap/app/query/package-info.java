/** Asking a project questions: conditions with help while they are written, saved queries, cross-tables. */
package riskmap.app.query;
