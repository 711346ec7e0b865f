/**
 * Crowds and public health: density and load of crowded places, case rates against their baseline. Pure functions; people
 * per m², cases per 100,000 residents.
 */
package riskmap.risk.social;
