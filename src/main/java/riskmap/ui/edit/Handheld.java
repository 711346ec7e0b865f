package riskmap.ui.edit;

import riskmap.base.Message;

/** A tool one talks to while working: it says what comes next and takes what is typed. */
interface Handheld {
    /** What the user is asked to do next. */
    Message hint();

    /** What the user typed; false when it cannot be understood now. */
    boolean enter(String text);

    /** Takes the last point of what is being drawn back; false when there is none. */
    boolean takeBack();
}
