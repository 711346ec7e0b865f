package riskmap.analysis.cross;

import riskmap.base.Message;

/**
 * A heading of a cross-table: a value, a class of values, or what has none.
 *
 * @param kind what it stands for
 * @param title what it is called
 */
public record Category(Kind kind, Message title) {
    /** What a category stands for. */
    public enum Kind {
        /** Features with this value, or in this class or zone. */
        VALUE,
        /** Features whose text is there but has no characters. */
        EMPTY_TEXT,
        /** Features without a value. */
        NO_VALUE,
        /** Features in none of the zones. */
        OUTSIDE,
        /** Features that have no geometry and so no place. */
        NO_GEOMETRY
    }

    static Category value(Object shown) {
        return new Category(Kind.VALUE, Message.of("analysis.cross-value", shown));
    }

    static Category emptyText() {
        return new Category(Kind.EMPTY_TEXT, Message.of("analysis.cross-empty-text"));
    }

    static Category noValue() {
        return new Category(Kind.NO_VALUE, Message.of("analysis.cross-no-value"));
    }

    static Category outside() {
        return new Category(Kind.OUTSIDE, Message.of("analysis.outside"));
    }

    static Category noGeometry() {
        return new Category(Kind.NO_GEOMETRY, Message.of("analysis.without-geometry"));
    }
}
