/**
 * The ground a model works on: the study area with its towns, cells in them, breaks between levels, and zones out of
 * cells.
 */
package riskmap.risk.model.zone;
