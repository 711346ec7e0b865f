package riskmap.analysis.expression;

import static riskmap.analysis.expression.Values.text;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import riskmap.data.BoundedPattern;

/** Functions of texts and days. */
final class TextFunctions {
    private static final int MOST_DIGITS = 20;

    private TextFunctions() {}

    static void all() {
        Functions.add("to_string", 1, 1, a -> text(a.get(0)));
        Functions.addAsked(
                "concat",
                1,
                a -> a.stream().filter(Objects::nonNull).map(Values::text).collect(Collectors.joining()));
        Functions.add("title", 1, 1, a -> title(text(a.get(0))));
        Functions.add("reverse_text", 1, 1, a -> new StringBuilder(text(a.get(0)))
                .reverse()
                .toString());
        Functions.add("replace", 3, 3, a -> text(a.get(0)).replace(text(a.get(1)), text(a.get(2))));
        Functions.add("char", 1, 1, a -> new String(Character.toChars((int) Values.whole(a.get(0)))));
        Functions.add(
                "ascii",
                1,
                1,
                a -> text(a.get(0)).isEmpty() ? 0L : (long) text(a.get(0)).codePointAt(0));
        Functions.add("regexp_matches", 2, 3, a -> BoundedPattern.of(text(a.get(1)))
                .apply(text(a.get(0)), TextFunctions::groups));
        Functions.add("format", 1, 10, TextFunctions::formatted);
        Functions.add("format_number", 1, 3, TextFunctions::number);
        Functions.add(
                "string_to_array",
                1,
                3,
                a -> new ArrayList<Object>(List.of(
                        text(a.get(0)).split(java.util.regex.Pattern.quote(a.size() > 1 ? text(a.get(1)) : ","), -1))));
        Functions.addAsked(
                "array_to_string",
                1,
                a -> a.get(0) == null
                        ? null
                        : NumberFunctions.list(a.get(0)).stream()
                                .map(one -> one == null ? "" : text(one))
                                .collect(Collectors.joining(a.size() > 1 ? text(a.get(1)) : ",")));
        Functions.add("to_date", 1, 1, a -> Values.day(a.get(0)));
        Functions.add(
                "make_date",
                3,
                3,
                a -> LocalDate.of(
                        (int) Values.whole(a.get(0)), (int) Values.whole(a.get(1)), (int) Values.whole(a.get(2))));
        Functions.add("day_of_week", 1, 1, a -> {
            LocalDate day = Values.day(a.get(0));
            return day == null ? null : (Object) (day.getDayOfWeek().getValue() % 7L);
        });
    }

    /** The first letter of each word large, the others as they are small. */
    private static String title(String text) {
        StringBuilder made = new StringBuilder();
        boolean begins = true;
        for (int letter : text.toLowerCase(Locale.ROOT).codePoints().toArray()) {
            made.appendCodePoint(begins ? Character.toTitleCase(letter) : letter);
            begins = !Character.isLetterOrDigit(letter);
        }
        return made.toString();
    }

    private static Object groups(Matcher found) {
        if (!found.find()) {
            return null;
        }
        List<Object> groups = new ArrayList<>();
        for (int group = found.groupCount() > 0 ? 1 : 0; group <= found.groupCount(); group++) {
            groups.add(Objects.requireNonNullElse(found.group(group), ""));
        }
        return groups;
    }

    /** {@code %1} is the first of what follows. */
    private static Object formatted(List<Object> a) {
        String made = text(a.get(0));
        for (int i = a.size() - 1; i > 0; i--) {
            made = made.replace("%" + i, text(a.get(i)));
        }
        return made;
    }

    private static Object number(List<Object> a) {
        int digits = a.size() > 1 ? (int) Math.max(0, Math.min(MOST_DIGITS, Values.whole(a.get(1)))) : 0;
        String pattern = "#,##0" + (digits > 0 ? "." + "0".repeat(digits) : "");
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        // halves away from 0, as QGIS writes them
        format.setRoundingMode(java.math.RoundingMode.HALF_UP);
        return format.format(Values.number(a.get(0)));
    }
}
