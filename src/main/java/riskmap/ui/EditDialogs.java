package riskmap.ui;

import riskmap.ui.edit.DrawingAids;

/** What commands of editing ask of the toolkit: dialogs and panels. */
interface EditDialogs {
    /** Shows the history of edits. */
    void showHistory();

    /** Asks for a name and saves the present state under it. */
    void saveCheckpoint();

    /** Asks for the length of the edges that are drawn; without one the aid goes off again. */
    void askLength(DrawingAids aids);

    /** Asks for a condition and selects what meets it. */
    void selectBy();

    /** Asks for a relation to another layer and selects what stands in it. */
    void selectNear();
}
