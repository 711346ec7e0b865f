/** Use-cases on the rows of a layer: values for many rows at once, photos of a feature. */
package riskmap.app.rows;
