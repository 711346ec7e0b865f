/**
 * Crowds, public health and earthquakes: density and load of crowded places, case rates against their baseline, shares of
 * the dead by intensity. Pure functions; people per m², cases per 100,000 residents.
 */
package riskmap.risk.social;
