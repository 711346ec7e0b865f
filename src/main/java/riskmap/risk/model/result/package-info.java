/** What every model writes: the rows of result layers and the columns of result tables. */
package riskmap.risk.model.result;
