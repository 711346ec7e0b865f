/** Parts of the models of public health and enterprises: cases by week, scores of risk points. */
package riskmap.risk.model.people;
