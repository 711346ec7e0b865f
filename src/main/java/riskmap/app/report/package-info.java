/**
 * Reports of a project: templates, runs and layers in, documents out. Each section of a report is made by one class, which
 * takes its numbers from result tables or counts them in the layers and says which; a section whose inputs are missing says
 * so, and how to get them.
 */
package riskmap.app.report;
