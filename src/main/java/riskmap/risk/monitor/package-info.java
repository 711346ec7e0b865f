/**
 * Readings of gauges against warning thresholds: sea waves near shore and in the open sea, tsunami, or thresholds of
 * one's own. A missing reading is a state of its own and never counts as normal.
 */
package riskmap.risk.monitor;
