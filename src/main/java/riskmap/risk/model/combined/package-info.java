/** Parts of the combined risk of a district: hazards, exposure, vulnerability and capacity of cells. */
package riskmap.risk.model.combined;
