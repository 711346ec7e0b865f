/**
 * Pages out of a project: what a layout shows of it, atlases, colours for print.
 */
package riskmap.app.print;
