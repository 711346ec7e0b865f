package riskmap.app.check;

import riskmap.edit.check.SignOff;

/**
 * A sign-off and whether it holds.
 *
 * @param signOff what was signed
 * @param holds whether the rows are as they were signed; false: it is open again
 * @param rowsNow how many rows there are now
 */
public record SignState(SignOff signOff, boolean holds, long rowsNow) {}
