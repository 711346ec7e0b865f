/**
 * Quality checks (质检): the rules of the catalogue run over the layers of a project.
 *
 * <ul>
 *   <li>A <b>rule</b> is data ({@link riskmap.data.QualityRule}); a <b>check</b> is the code of one type of rule,
 *       registered in {@link riskmap.edit.check.Checks}.
 *   <li>A <b>finding</b> is one violation: which row, which rule, where, what the row held, and which fix may help.
 *   <li>An <b>indicator</b> is one surveyed statement about a row: a filled or required field, or its position. The
 *       survey verdict is the share of wrong indicators among those checked.
 *   <li>An <b>excuse</b> says that a finding is no fault, by whom and why; it holds as long as what was checked stays.
 *   <li>A <b>sign-off</b> says that the rows of a town in a layer are right, by whom and when, with a hash of them.
 * </ul>
 *
 * <p>Checks compute in the project's CRS, in metres. Findings come in the order of layers, rules and rows, whatever the
 * number of threads.
 *
 * <p>May import: {@code base}, {@code geo}, {@code data}; GeoTools.
 */
package riskmap.edit.check;
