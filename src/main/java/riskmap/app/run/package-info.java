/**
 * Runs of models: requests, results as layers, records, and what can be rerun.
 */
package riskmap.app.run;
