/**
 * What the command line lists: tools, models, their values, the worked numbers.
 */
package riskmap.app.listing;
