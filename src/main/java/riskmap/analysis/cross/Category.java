package riskmap.analysis.cross;

import riskmap.base.Message;

/**
 * A heading of a cross-table: a value, a class of values, or what has none.
 *
 * @param kind what it stands for
 * @param title what it is called
 * @param level which of the four levels of risk or warning it is, from 1, the lowest; 0 for none
 */
public record Category(Kind kind, Message title, int level) {
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

    private Category(Kind kind, String title) {
        this(kind, Message.of(title), 0);
    }

    static Category value(Object shown) {
        return level(shown, 0);
    }

    static Category level(Object shown, int level) {
        return new Category(Kind.VALUE, Message.of("analysis.cross-value", shown), level);
    }

    static Category flag(boolean flag) {
        return new Category(Kind.VALUE, flag ? "analysis.cross-yes" : "analysis.cross-no");
    }

    /** What there is where nothing is told apart. */
    static Category all() {
        return new Category(Kind.VALUE, "analysis.cross-all");
    }

    static Category emptyText() {
        return new Category(Kind.EMPTY_TEXT, "analysis.cross-empty-text");
    }

    static Category noValue() {
        return new Category(Kind.NO_VALUE, "analysis.cross-no-value");
    }

    static Category outside() {
        return new Category(Kind.OUTSIDE, "analysis.outside");
    }

    static Category noGeometry() {
        return new Category(Kind.NO_GEOMETRY, "analysis.without-geometry");
    }
}
