/** What the user can do, each declared once: menu item, tool button and accelerator are made from it. */
package riskmap.ui.command;
