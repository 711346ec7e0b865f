/** The print dialog: a preview of the page as it will be, and the choices. */
package riskmap.ui.print;
