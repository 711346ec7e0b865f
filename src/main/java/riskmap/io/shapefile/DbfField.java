package riskmap.io.shapefile;

import java.time.LocalDate;

/**
 * A column of a DBF table.
 *
 * @param name its name
 * @param type the type letter
 * @param offset bytes from the start of a row
 * @param length bytes
 * @param decimals digits behind the decimal point
 */
record DbfField(String name, char type, int offset, int length, int decimals) {
    /** Digits a long always holds. */
    private static final int LONG_DIGITS = 18;

    /** Java type of its values. */
    Class<?> binding() {
        return switch (type) {
            case 'N', 'F' -> decimals == 0 && length <= LONG_DIGITS && type == 'N' ? Long.class : Double.class;
            case 'I', '+' -> Long.class;
            case 'B', 'O', 'Y' -> Double.class;
            case 'L' -> Boolean.class;
            case 'D' -> LocalDate.class;
            default -> String.class;
        };
    }
}
