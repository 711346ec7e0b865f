/** Coping capacity: who finds a place in a shelter, and what displaced people need. People are whole numbers. */
package riskmap.risk.capacity;
