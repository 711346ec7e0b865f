package riskmap.fault;

import java.util.Map;

/** What the collection's index asks of each kind of file, and the files of which it asks something of its own. */
final class BadFileExpectations {
    /** Features that must come in where the reference program does not count them, or counts wrongly. */
    private static final Map<String, Long> COUNTS = Map.of();

    private BadFileExpectations() {}

    /** What is wrong with this outcome; empty when nothing is. */
    static String problem(BadFileCase found) {
        return switch (found.kind()) {
            case "OK-REFERENCE", "VALID-HARD", "MERGE-INPUT" -> valid(found);
            case "BAD" -> bad(found);
            default -> found.outcome().equals("refused") && found.message().isBlank() ? "refused without a word" : "";
        };
    }

    private static String valid(BadFileCase found) {
        if (!found.isOpened()) {
            return "valid, but " + found.outcome() + ": " + found.message();
        }
        long expected = COUNTS.getOrDefault(found.file(), found.expected());
        return expected >= 0 && expected != found.count() ? found.count() + " features of " + expected : "";
    }

    private static String bad(BadFileCase found) {
        if (found.outcome().equals("refused")) {
            return found.message().isBlank() ? "refused without a word" : "";
        }
        return found.outcome().equals("opened") ? "bad, but opened without a word" : "";
    }
}
