/** Attribute tables of any length: rows are read page by page as they scroll into sight. */
package riskmap.ui.table;
