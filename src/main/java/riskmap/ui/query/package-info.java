/** The query panel and cross-tables in the window: conditions with completion, tables and charts linked to the map. */
package riskmap.ui.query;
