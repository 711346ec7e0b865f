package riskmap.edit;

import riskmap.base.Message;

/**
 * A rule that a row would break.
 *
 * @param layer the table
 * @param fid key of the row
 * @param field key of the field, the geometry column's name for the geometry
 * @param message what is wrong, with the field's title
 */
public record RuleViolation(String layer, long fid, String field, Message message) {
    /** The whole sentence: layer, row, what is wrong. */
    public Message sentence() {
        return Message.of("edit.rule-sentence", layer, Long.toString(fid), message);
    }

    /** Whether something is missing that a row must have; an import may bring such rows, which the checks then list. */
    public boolean isMissing() {
        return message.key().equals("data.value-missing") || message.key().equals("edit.rule-no-geometry");
    }
}
