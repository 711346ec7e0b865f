/**
 * The edits of shapes: from rows and what was drawn to {@code Changes}. Each class is one group of tools; each method is one
 * edit, given the {@link riskmap.edit.topology.Surroundings} it is made in, and either returns what it does to which row or
 * throws {@link riskmap.edit.topology.RefusedEditException} with reason and place. Nothing is written here.
 *
 * <p>May import: {@code base}, {@code geo}, {@code data}; GeoTools.
 */
package riskmap.edit.shape;
