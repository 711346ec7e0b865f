package riskmap.risk;

import riskmap.base.Message;

/**
 * A number or a table of numbers that stands fixed in a model. What a user may have to change is a
 * {@link riskmap.base.Parameter} instead, unverified where it is.
 *
 * @param key names it; its title is the message {@code risk.coefficient-<key>}
 * @param value the number, or the table in one line
 * @param unit unit symbol or the empty string
 * @param source where it is printed
 * @param evidence how well it is known to be printed there so
 */
public record Coefficient(String key, String value, String unit, String source, Evidence evidence) {
    /** What it is. */
    public Message title() {
        return Message.of("risk.coefficient-" + key);
    }
}
