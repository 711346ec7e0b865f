/**
 * Editing in the window: what is selected, which layer is edited, the tools that draw and change features on the map.
 * Tools only collect what the user points at; geometry is made in {@code riskmap.geo} and {@code riskmap.edit}, and every
 * change goes through the project's edit session beside the window's thread.
 */
package riskmap.ui.edit;
