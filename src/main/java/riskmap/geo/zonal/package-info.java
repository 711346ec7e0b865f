/**
 * What cells say of areas: statistics, histograms and the exact share of a cell that an area covers.
 */
package riskmap.geo.zonal;
