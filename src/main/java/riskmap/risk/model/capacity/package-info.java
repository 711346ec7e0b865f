/** Parts of the models of coping capacity: indicators of towns, demand for shelter, the plan of who goes where. */
package riskmap.risk.model.capacity;
