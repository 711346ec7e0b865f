/** Parts of the alarm of gauges: their readings, and the tables of alarms. */
package riskmap.risk.model.monitoring;
