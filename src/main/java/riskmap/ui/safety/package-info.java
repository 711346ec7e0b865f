/** What the window says and asks so that nothing is lost: recovery after a crash, steps that wait, who has the project. */
package riskmap.ui.safety;
