/** The models, one class each. May import what {@code risk} may. */
package riskmap.risk.model;
