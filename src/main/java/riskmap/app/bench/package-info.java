/**
 * The workloads that are timed.
 */
package riskmap.app.bench;
