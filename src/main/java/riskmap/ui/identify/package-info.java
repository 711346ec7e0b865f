/** What lies at a place of the map: the features found and their fields in words. */
package riskmap.ui.identify;
