/** The layer tree: groups, visibility, opacity, order, legend. */
package riskmap.ui.layers;
