package riskmap.edit.check;

/** A check that needs one row at a time, with other layers at most to look into. Safe for several threads. */
non-sealed interface RowCheck extends Check {
    /** Checks one row. */
    void check(Row row, Found found);
}
