/** Weather stations, their days, and what they say of places between them. */
package riskmap.risk.model.weather;
