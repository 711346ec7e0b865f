package riskmap.style;

import java.util.ArrayList;
import java.util.List;
import riskmap.base.Message;

/** What a reader could not use, each with its place: kept for the user, never dropped in silence. */
final class SldNotes {
    /** More notes than this say nothing more. */
    private static final int MAX = 200;

    private final String document;
    private final List<Message> notes = new ArrayList<>();

    SldNotes(String document) {
        this.document = document;
    }

    String document() {
        return document;
    }

    void unknown(SldElement element) {
        add(Message.of("style.sld-unknown-part", document, String.valueOf(element.line()), element.name()));
    }

    void refused(SldElement element, String what) {
        String shown = what.length() > 80 ? what.substring(0, 80) + "…" : what;
        add(Message.of("style.sld-refused-part", document, String.valueOf(element.line()), shown));
    }

    /** An option that is kept but changes nothing here. */
    void unused(SldElement element, String option) {
        add(Message.of("style.sld-unused-option", document, String.valueOf(element.line()), option));
    }

    private void add(Message note) {
        if (notes.size() < MAX) {
            notes.add(note);
        }
    }

    List<Message> all() {
        return List.copyOf(notes);
    }
}
