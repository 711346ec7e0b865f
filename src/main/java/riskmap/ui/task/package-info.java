/** Long work as the window sees it: progress, cancel, outcome. */
package riskmap.ui.task;
