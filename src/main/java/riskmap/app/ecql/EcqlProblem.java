package riskmap.app.ecql;

import riskmap.base.Message;

/**
 * What is wrong with a condition, and where.
 *
 * @param message what is wrong and what to do
 * @param from where it begins in the text
 * @param to where it ends
 * @param severe whether the condition cannot be used; else it can, but most likely does not mean what it says
 */
public record EcqlProblem(Message message, int from, int to, boolean severe) {
    static EcqlProblem at(EcqlToken token, String key, Object... arguments) {
        return new EcqlProblem(Message.of(key, arguments), token.from(), token.to(), true);
    }

    /** The problem with its place in words: which character of the text. */
    public Message placed() {
        return Message.of("app.ecql-at", from + 1, message);
    }
}
