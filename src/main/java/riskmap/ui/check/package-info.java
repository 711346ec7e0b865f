/** The quality panel (质检): findings, fixes, excuses, the survey verdict and sign-offs of the open project. */
package riskmap.ui.check;
