/** The export dialog: a layer or what is selected of it, into a file of another format. */
package riskmap.ui.export;
