/**
 * Ways along lines: a graph of roads ({@link riskmap.geo.network.RoadGraph}) and the cheapest ways from a place
 * ({@link riskmap.geo.network.CheapestWays}). Lines meet only where they share a vertex: a bridge crosses a road.
 */
package riskmap.geo.network;
