/** The layout editor: a page whose items are placed by mouse and keyboard, seen as it will be printed. */
package riskmap.ui.layout;
