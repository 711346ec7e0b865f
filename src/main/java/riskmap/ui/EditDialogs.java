package riskmap.ui;

/** What commands of editing ask of the toolkit: dialogs and panels. */
interface EditDialogs {
    /** Shows the history of edits. */
    void showHistory();

    /** Asks for a name and saves the present state under it. */
    void saveCheckpoint();

    /** Asks for a condition and selects what meets it. */
    void selectBy();
}
