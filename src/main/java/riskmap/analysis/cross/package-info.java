/** Cross-tables: the features of a layer counted and summed by two or three of their properties or places at once. */
package riskmap.analysis.cross;
