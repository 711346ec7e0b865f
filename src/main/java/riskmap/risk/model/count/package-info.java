/** What lies in zones and towns, counted by named rules, with the proof that nothing was lost. */
package riskmap.risk.model.count;
