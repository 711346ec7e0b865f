/**
 * Forest fire: danger from the weather, from fuel and terrain, and how a fire spreads. Pure functions; temperatures in
 * °C, relative humidity in %, wind in km/h or m/s as the name says, rain in mm.
 */
package riskmap.risk.fire;
