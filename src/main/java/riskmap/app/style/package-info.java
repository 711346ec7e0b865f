/** Giving a layer of the map another look: made from its data or read from SLD, kept in the project, taken back. */
package riskmap.app.style;
