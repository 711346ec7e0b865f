/**
 * What goes out: layers and selections as files of other programs.
 */
package riskmap.app.export;
