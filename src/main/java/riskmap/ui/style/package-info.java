/** The symbology editor: how a layer looks, tried on the map before it is kept. */
package riskmap.ui.style;
