package riskmap.edit.check;

/** The code of a rule, made for one layer. */
sealed interface Check permits RowCheck, LayerCheck {}
