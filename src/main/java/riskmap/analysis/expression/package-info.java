/**
 * Expressions as QGIS writes them, read and worked out with its rules: a value that is not there makes what is worked out
 * of it not there, {@code and}, {@code or} and comparisons know true, false and unknown, numbers in texts are numbers where
 * a number is needed. In ECQL such an expression is the argument of the function {@code qgis}. Nothing outside the feature
 * and its layer can be read: there are no functions for files, settings or code.
 */
package riskmap.analysis.expression;
