/** Parts of any combination of factors: numbers of cells and areas, weights, levels, sensitivity. */
package riskmap.risk.model.combination;
