package riskmap.edit.check;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.data.QualityRule;

/**
 * One violation of a rule.
 *
 * @param layer the layer
 * @param rule the rule that is broken
 * @param fid the row, 0 when the finding is about the layer as a whole
 * @param uuid the row's uuid, empty where it has none
 * @param name what the row is called, empty where it has no name
 * @param town the town the row belongs to, empty when none is known
 * @param field the field that is wrong, empty for the position and for the row as a whole
 * @param message what is wrong, with values
 * @param place where, in the project's CRS; null for a row without geometry
 * @param others further rows of the layer that take part
 * @param evidence hash of what was checked: an excuse holds only as long as it stays the same
 * @param fix what may mend it, or null
 */
public record Finding(
        String layer,
        QualityRule rule,
        long fid,
        String uuid,
        String name,
        String town,
        String field,
        Message message,
        Geometry place,
        List<Long> others,
        String evidence,
        FixKind fix) {
    public Finding {
        others = List.copyOf(others);
    }

    /** Whether it stands in the way of signing off, unless it is excused. */
    public boolean isError() {
        return rule.error();
    }

    /** What it is told of its row by: the uuid, {@code #key} where it has none. */
    public String row() {
        return uuid.isEmpty() ? "#" + fid : uuid;
    }

    /** What it is about: layer, rule, row and field. */
    String subject() {
        return layer + '|' + rule.key() + '|' + row() + '|' + field;
    }

    /** What tells it from all others: its subject and what was checked. */
    public String key() {
        return subject() + '|' + evidence;
    }

    /** A short name for the command line, the same as long as nothing that was checked changes. */
    public String id() {
        return Evidence.of(key()).substring(0, 10);
    }

    /** Whether another is the same fault, though what was checked may have changed: after a fix, the fault is still there. */
    public boolean isStill(Finding other) {
        return isAlike(other) && (place == null || other.place == null || near(place, other.place));
    }

    /** Whether another is about the same row, rule and field. */
    public boolean isAlike(Finding other) {
        // not by uuid: a fix may have given the row another
        return fid == other.fid
                && layer.equals(other.layer)
                && rule.key().equals(other.rule.key())
                && field.equals(other.field);
    }

    private static boolean near(Geometry a, Geometry b) {
        // half a metre: what a fix moves a place by without removing the fault
        return a.getEnvelopeInternal().distance(b.getEnvelopeInternal()) <= 0.5;
    }
}
