package riskmap.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is demanded of the features of a layer kind beyond the type, domain and range of each field: a condition between
 * fields such as 汛限水位 ≤ 设计水位, a least area, a place inside the town it names, a row for each town.
 *
 * <p>A rule is data of the catalogue. Its type says which check it is, its settings fill that check's parameters; the
 * checks themselves stand in {@code edit.check}, one class each.
 *
 * @param key its name, unique in the layer kind
 * @param type which check: {@code holds}, {@code unique}, {@code overlap}, …
 * @param settings the check's parameters by name, as they stand in the file; a list is joined by commas
 * @param title what it demands, in words
 * @param help why, and what to do about a violation; the title where the file says nothing more
 * @param severity what a violation means
 */
public record QualityRule(
        String key, String type, Map<String, String> settings, Title title, Title help, Severity severity) {
    /** The check of a condition between fields of one feature. */
    public static final String HOLDS = "holds";

    /** What a violation means. */
    public enum Severity {
        /** The layer cannot be signed off. */
        ERROR,
        /** Somebody should look. */
        WARNING,
        /** The survey or its plan is not yet complete: told with how far it is, no fault of a feature. */
        PROGRESS
    }

    public QualityRule {
        settings = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** The ECQL condition that is true for good features, of a rule of type {@link #HOLDS}; empty for others. */
    public Optional<String> holds() {
        return type.equals(HOLDS) ? setting(HOLDS) : Optional.empty();
    }

    /** A setting as it stands in the file. */
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    /** A setting that lists several, empty where it is not given. */
    public List<String> list(String name) {
        String text = settings.getOrDefault(name, "");
        return text.isBlank() ? List.of() : List.of(text.split("\\s*,\\s*"));
    }

    /** A setting that is a number. */
    public double number(String name, double otherwise) {
        String text = settings.get(name);
        return text == null ? otherwise : Double.parseDouble(text);
    }

    /** Whether a violation is an error. */
    public boolean error() {
        return severity == Severity.ERROR;
    }
}
