/**
 * The models, one class each; what several share or what would make one too long stands in the rooms below. May import what
 * {@code risk} may.
 */
package riskmap.risk.model;
