/** Parts of impact and of the comparison of scenarios: zones, cells, towns, and their tables. */
package riskmap.risk.model.impact;
