package riskmap.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.data.Catalogue;

/**
 * Values in a field of numbers that are none: "12 m", "1,234", a date. SQLite lets them stand there. Whatever adds up,
 * ranks or multiplies the field takes them as missing, so that a total would be too small without a word: here is the word.
 */
public final class TextsAmongNumbers {
    /** Rows named; the others are counted. */
    private static final int NAMED = 5;

    /** Of a value that is no number no more is shown. */
    private static final int SHOWN = 20;

    private TextsAmongNumbers() {}

    /**
     * What is said of them: layer, field, how many rows, the first of them with what they hold, what to do.
     *
     * @param kind what the rows were given as: a kind of the catalogue, else a name
     */
    public static Optional<Message> of(LayerRows rows, String kind, String field) {
        int[] found = rows.notNumbers(field);
        if (found.length == 0) {
            return Optional.empty();
        }
        int attribute = rows.attribute(field);
        List<String> all = Arrays.stream(found)
                .limit(NAMED + 1)
                .mapToObj(row -> rows.id(row) + " “" + shown(rows.value(row, attribute)) + "”")
                .toList();
        return Optional.of(Message.of(
                "analysis.not-numbers",
                Catalogue.called(kind),
                Catalogue.called(kind, field),
                found.length,
                NameList.of(all, NAMED)));
    }

    private static String shown(Object value) {
        String text = value instanceof byte[] bytes ? bytes.length + " B" : value.toString();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
