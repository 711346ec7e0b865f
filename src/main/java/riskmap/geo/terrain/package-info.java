/**
 * Terrain: slope and its classes, relief, voids, the flow of water with its catchments and the height above drainage,
 * run-out, spreading time, what is seen from a place.
 */
package riskmap.geo.terrain;
