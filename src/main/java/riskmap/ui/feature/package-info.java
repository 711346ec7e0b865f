/** Features as a person reads them: field titles, units and values in words. */
package riskmap.ui.feature;
