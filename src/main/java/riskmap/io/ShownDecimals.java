package riskmap.io;

import org.geotools.api.feature.type.AttributeDescriptor;

/**
 * How many decimals a column of numbers is shown with, said with its attribute. A file keeps the whole number; one that knows
 * formats, as a workbook does, shows it like the table it was made of.
 */
public final class ShownDecimals {
    /** Where nothing is said. */
    public static final int UNSAID = -1;

    private static final String KEY = "riskmap.shown-decimals";

    private ShownDecimals() {}

    /** Says it for an attribute. */
    public static void say(AttributeDescriptor attribute, int decimals) {
        attribute.getUserData().put(KEY, decimals);
    }

    /** What is said of an attribute. */
    public static int of(AttributeDescriptor attribute) {
        return attribute.getUserData().get(KEY) instanceof Integer decimals ? decimals : UNSAID;
    }
}
