/**
 * Parts of the flood models: reservoirs, runoff, dam breaks, where the water of an inundation comes from, depths and
 * damage.
 */
package riskmap.risk.model.flood;
