package riskmap.io;

/**
 * A column that fills a field, and what its values went through on the way.
 *
 * @param field the field
 * @param column the column of the source
 * @param from type of the column's values
 * @param to type of the field's values
 * @param converted how many values say something else, such as a code in place of a title
 * @param example the first such value, with what became of it behind an arrow; empty where none changed
 */
public record FieldConversion(String field, String column, Class<?> from, Class<?> to, long converted, String example) {
    private static final int LONGEST = 40;

    /** Counts what changes. */
    static final class Counter {
        private final String field;
        private final String column;
        private final Class<?> from;
        private final Class<?> to;
        private long converted;
        private String example = "";

        Counter(String field, String column, Class<?> from, Class<?> to) {
            this.field = field;
            this.column = column;
            this.from = from;
            this.to = to;
        }

        /** Takes a value as it was and as it is. */
        void count(Object raw, Object value) {
            if (raw == value
                    || value == null
                    || raw.equals(value)
                    || CellText.shown(raw).equals(CellText.shown(value))) {
                return;
            }
            converted++;
            if (example.isEmpty()) {
                example = shown(raw) + " → " + shown(value);
            }
        }

        private static String shown(Object value) {
            String text = value.toString();
            return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        }

        FieldConversion conversion() {
            return new FieldConversion(field, column, from, to, converted, example);
        }
    }
}
