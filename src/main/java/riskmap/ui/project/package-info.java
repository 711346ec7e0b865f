/** The open project as the window sees it: the map document, what is painted of it, its legends and its extent. */
package riskmap.ui.project;
