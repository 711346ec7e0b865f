/** What the whole window shares: theme, typeface, texts that follow the language, icons, dialogs. Knows no GIS. */
package riskmap.ui.look;
