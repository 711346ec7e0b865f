/**
 * The formulas of flood hydrology as plain functions of numbers: runoff from rain, peak discharge, routing through a
 * reservoir, dam break, damage by depth. No layers, no parameters: the models in {@code risk.model} put them to use, and
 * tables of worked numbers prove them.
 *
 * <p>Units are in the names; rain and runoff are millimetres, discharges m³/s, areas of catchments km².
 *
 * <p>May import: {@code base}.
 */
package riskmap.risk.flood;
