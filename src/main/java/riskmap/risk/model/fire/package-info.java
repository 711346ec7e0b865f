/** Parts of the forest fire models: danger of days and cells, spread, reach of water and fire lanes, lookouts. */
package riskmap.risk.model.fire;
