/**
 * Areas out of cells: outlines of cells of one value as a valid coverage, cut at other areas, small ones sieved away.
 */
package riskmap.geo.polygonize;
