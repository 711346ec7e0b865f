package riskmap.edit.check;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.data.QualityRule;

/** Takes up what checks find in one row or one layer, in the order in which it is told. Not safe for several threads. */
final class Found {
    private final String layer;
    private final List<Finding> findings = new ArrayList<>();
    private final List<PlanProgress> plans = new ArrayList<>();

    Found(String layer) {
        this.layer = layer;
    }

    String layer() {
        return layer;
    }

    List<PlanProgress> plans() {
        return plans;
    }

    /** Tells how far the plan is. */
    void plan(PlanProgress progress) {
        plans.add(progress);
    }

    List<Finding> findings() {
        return findings;
    }

    /** Begins a finding about a row. */
    Draft in(Row row, QualityRule rule) {
        Draft draft = new Draft(rule, row.fid(), row.text("uuid"), row.text("name"), row.town());
        draft.place = row.shape() == null || row.shape().isEmpty() ? null : Places.of(row.shape());
        return draft;
    }

    /** Begins a finding about a row of many. */
    Draft in(LayerRows rows, int index, QualityRule rule) {
        Draft draft = new Draft(rule, rows.fid(index), rows.uuid(index), rows.name(index), rows.town(index));
        Geometry shape = rows.shape(index);
        draft.place = shape == null || shape.isEmpty() ? null : Places.of(shape);
        return draft;
    }

    /** Begins a finding about the layer, or about what it lacks in a town. */
    Draft inLayer(QualityRule rule, String town) {
        return new Draft(rule, 0, "", "", town);
    }

    /** A finding being written. */
    final class Draft {
        private final QualityRule rule;
        private final long fid;
        private final String uuid;
        private final String name;
        private final String town;
        private String field = "";
        private Geometry place;
        private List<Long> others = List.of();
        private String evidence = "";
        private FixKind fix;

        private Draft(QualityRule rule, long fid, String uuid, String name, String town) {
            this.rule = rule;
            this.fid = fid;
            this.uuid = uuid;
            this.name = name;
            this.town = town;
        }

        Draft field(String key) {
            field = key;
            return this;
        }

        /** Where exactly, when that is not the whole row. */
        Draft place(Geometry where) {
            place = where;
            return this;
        }

        Draft with(long... fids) {
            others = java.util.Arrays.stream(fids).boxed().toList();
            return this;
        }

        /** What was looked at. */
        Draft evidence(Object... values) {
            evidence = Evidence.of(values);
            return this;
        }

        Draft fix(FixKind kind) {
            fix = kind;
            return this;
        }

        /** Ends the finding. */
        void say(String key, Object... arguments) {
            say(Message.of(key, arguments));
        }

        void say(Message message) {
            findings.add(new Finding(layer, rule, fid, uuid, name, town, field, message, place, others, evidence, fix));
        }
    }
}
