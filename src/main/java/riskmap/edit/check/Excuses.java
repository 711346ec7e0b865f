package riskmap.edit.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The excuses of a project and what they make of findings. Immutable. */
public final class Excuses {
    private static final Excuses NONE = new Excuses(List.of());

    private final Map<String, Excuse> byKey = new LinkedHashMap<>();
    private final Map<String, Excuse> bySubject = new LinkedHashMap<>();

    /** Where a finding stands. */
    public enum State {
        /** A fault, or nobody has said otherwise. */
        OPEN,
        /** Excused, and what was checked is as it was. */
        EXCUSED,
        /** It was excused, but what was checked has changed since. */
        REOPENED
    }

    public Excuses(List<Excuse> excuses) {
        for (Excuse excuse : excuses) {
            byKey.put(excuse.key(), excuse);
            bySubject.put(excuse.subject(), excuse);
        }
    }

    public static Excuses none() {
        return NONE;
    }

    public List<Excuse> list() {
        return List.copyOf(byKey.values());
    }

    public State of(Finding finding) {
        if (byKey.containsKey(finding.key())) {
            return State.EXCUSED;
        }
        return bySubject.containsKey(finding.subject()) ? State.REOPENED : State.OPEN;
    }

    public boolean excuses(Finding finding) {
        return byKey.containsKey(finding.key());
    }

    /** The excuse of a finding, also one that holds no longer. */
    public Optional<Excuse> about(Finding finding) {
        Excuse holding = byKey.get(finding.key());
        return Optional.ofNullable(holding != null ? holding : bySubject.get(finding.subject()));
    }

    /** With further excuses; one of the same subject makes way only where what was checked is the same. */
    public Excuses with(List<Excuse> further) {
        List<Excuse> all = new ArrayList<>(list());
        all.addAll(further);
        return new Excuses(all);
    }

    /** Without the excuses of these findings, also those that hold no longer. */
    public Excuses without(List<Finding> findings) {
        List<Excuse> kept = new ArrayList<>(list());
        for (Finding finding : findings) {
            kept.removeIf(excuse -> excuse.key().equals(finding.key())
                    || !excuses(finding) && excuse.subject().equals(finding.subject()));
        }
        return new Excuses(kept);
    }
}
