package riskmap.edit.check;

/**
 * A statement that a finding is no fault. It holds as long as what was checked stays as it was; when that changes, the
 * finding is open again and says that it had been excused.
 *
 * @param layer the layer of the finding
 * @param rule key of the rule
 * @param row uuid of the row, {@code #key} where it has none
 * @param field the field, empty for the row as a whole
 * @param evidence hash of what was checked
 * @param reason why it is no fault
 * @param by who says so
 * @param at when, ISO 8601 with offset
 */
public record Excuse(
        String layer, String rule, String row, String field, String evidence, String reason, String by, String at) {
    /** An excuse of a finding. */
    public static Excuse of(Finding finding, String reason, String by, String at) {
        return new Excuse(
                finding.layer(),
                finding.rule().key(),
                finding.row(),
                finding.field(),
                finding.evidence(),
                reason,
                by,
                at);
    }

    /** What it excuses, whatever was checked. */
    String subject() {
        return layer + '|' + rule + '|' + row + '|' + field;
    }

    /** Key of the finding that it excuses, see {@link Finding#key}. */
    String key() {
        return subject() + '|' + evidence;
    }
}
