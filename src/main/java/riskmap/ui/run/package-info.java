/** Running a risk model: its form, the layers it needs, its results, and the runs recorded in the project. */
package riskmap.ui.run;
