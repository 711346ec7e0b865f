package riskmap.style;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import riskmap.base.Message;

/** What a reader could not use, each with its place: kept for the user, never dropped in silence. */
final class SldNotes {
    /** More notes than this say nothing more. */
    private static final int MAX = 200;

    private final String document;
    private final List<Message> notes = new ArrayList<>();
    private String rule = "";
    private String symbolizer = "";

    SldNotes(String document) {
        this.document = document;
    }

    String document() {
        return document;
    }

    /** From here on what is read belongs to this rule. */
    void enterRule(String name) {
        rule = name;
        symbolizer = "";
    }

    /** From here on what is read belongs to this symbolizer of the rule. */
    void enterSymbolizer(String name) {
        symbolizer = name;
    }

    void unknown(SldElement element) {
        unknown(element, element.name());
    }

    /** A part of an element, such as an attribute, that is not used. */
    void unknown(SldElement element, String part) {
        add(Message.of("style.sld-unknown-part", document, String.valueOf(element.line()), part));
    }

    /** A rectangle that names the CRS of its numbers. */
    void boxCrs(SldElement element, String crs) {
        add(Message.of("style.sld-box-crs", document, String.valueOf(element.line()), shortened(crs)));
    }

    /** A value that is none of its kind, with its rule and symbolizer. */
    void bad(SldElement element, String parameter, String value, ValueKind kind) {
        String place = Stream.of(rule, symbolizer, parameter)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" › "));
        add(Message.of(kind.message(), document, String.valueOf(element.line()), place, shortened(value)));
    }

    void refused(SldElement element, String what) {
        add(Message.of("style.sld-refused-part", document, String.valueOf(element.line()), shortened(what)));
    }

    /** Something that the program that wrote the document says it could not write. */
    void unwritten(SldElement element, String what) {
        add(Message.of("style.sld-unwritten", document, String.valueOf(element.line()), shortened(what)));
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
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
