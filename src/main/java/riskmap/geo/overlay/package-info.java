/**
 * Overlay of areas and lines, coverages, unions, repair, and where a point lies among areas.
 */
package riskmap.geo.overlay;
