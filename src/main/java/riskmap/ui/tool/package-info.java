/** The toolbox: tools by group with a search, a form for each, runs over one layer or several, and the runs recorded. */
package riskmap.ui.tool;
