/** Parts of the geohazard models: susceptibility by factors, run-out of sites, warnings. */
package riskmap.risk.model.geohazard;
