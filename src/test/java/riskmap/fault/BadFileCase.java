package riskmap.fault;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What became of one file.
 *
 * @param outcome opened, opened with notes, refused, or failed
 * @param count how many features came in
 * @param expected how many the reference counts, -1 where it does not say
 * @param problem what is not as it should be; empty when all is well
 * @param message what the user was told first
 */
record BadFileCase(
        String format,
        String file,
        String kind,
        String outcome,
        long count,
        long expected,
        String problem,
        String message) {
    private static final Pattern COUNT = Pattern.compile("Feature Count: (\\d+)");

    static BadFileCase of(NamedCsvRecord row, String sourceChanges, String failure, JsonNode facts) {
        List<String> refusals = texts(facts.path("refusals"));
        List<String> notes = texts(facts.path("notes"));
        String last =
                facts.has("import") ? "import" : facts.has("style") ? "style" : facts.has("map") ? "map" : "geometry";
        boolean opened = facts.path(last).isNumber();
        String outcome =
                !failure.isEmpty() ? "failed" : opened ? notes.isEmpty() ? "opened" : "opened with notes" : "refused";
        BadFileCase found = new BadFileCase(
                row.getField("format"),
                row.getField("file"),
                row.getField("kind"),
                outcome,
                facts.path(last).asLong(-1),
                oracle(row.getField("gdal_3_6_2_says")),
                "",
                !refusals.isEmpty() ? refusals.get(refusals.size() - 1) : notes.isEmpty() ? "" : notes.get(0));
        List<String> problems = new ArrayList<>();
        problems.add(failure);
        problems.add(sourceChanges);
        problems.add(facts.path("unexpected").asText());
        problems.add(facts.path("connections").isEmpty() ? "" : "connects: " + facts.path("connections"));
        problems.add(refusals.stream().anyMatch(text -> text.contains("\n")) ? "a message of several lines" : "");
        problems.add(BadFileExpectations.problem(found));
        problems.removeIf(String::isEmpty);
        return found.with(String.join("; ", problems));
    }

    private BadFileCase with(String found) {
        return new BadFileCase(format, file, kind, outcome, count, expected, found, message);
    }

    boolean isOpened() {
        return outcome.startsWith("opened");
    }

    private static long oracle(String said) {
        Matcher matcher = COUNT.matcher(said);
        long sum = -1;
        while (matcher.find()) {
            sum = Math.max(0, sum) + Long.parseLong(matcher.group(1));
        }
        return sum;
    }

    private static List<String> texts(JsonNode list) {
        List<String> result = new ArrayList<>();
        list.forEach(text -> result.add(text.asText()));
        return result;
    }

    String line() {
        return String.join(
                ",",
                format,
                quoted(file),
                kind,
                outcome,
                Long.toString(count),
                Long.toString(expected),
                quoted(problem),
                quoted(message));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"").replace('\n', ' ') + '"';
    }
}
