/**
 * Weights and scores: how several factors are put together into one number, and how numbers become classes. Pure
 * functions of arrays.
 */
package riskmap.risk.weighting;
