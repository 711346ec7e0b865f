package riskmap.app.importing;

import riskmap.base.Message;

/**
 * What was found out about a source, and why it is believed.
 *
 * @param value the name of an encoding, code of a CRS, key of a kind; empty where it could not be found out
 * @param reason why, in plain words
 */
public record Guess(String value, Message reason) {
    /** Nothing could be found out. */
    static Guess none(String key, Object... arguments) {
        return new Guess("", Message.of(key, arguments));
    }

    public boolean isFound() {
        return !value.isEmpty();
    }
}
