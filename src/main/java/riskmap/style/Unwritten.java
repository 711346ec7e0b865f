package riskmap.style;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.Rule;

/**
 * What QGIS could not write into a style. It puts a comment in its place and goes on: a label reads “Placeholder”, and a
 * rule without the condition that is in the comment would paint over all others.
 */
final class Unwritten {
    private static final String CONDITION = "Expression was: ";

    private static final Pattern NOT_WRITTEN = Pattern.compile(
            "(?:SE Export for|SymbolLayer(?:V2)?|FeatureRenderer) (.*) not implemented yet", Pattern.DOTALL);

    /** QGIS's condition for what no other rule has drawn, which is none for its own parser. */
    private static final String ELSE = CONDITION + "ELSE";

    private Unwritten() {}

    /** What a comment says is missing, or null for any other comment. */
    static String of(String comment) {
        String text = comment.strip();
        if (text.startsWith("Parser Error") && text.contains(CONDITION)) {
            return text.substring(text.indexOf(CONDITION));
        }
        Matcher matcher = NOT_WRITTEN.matcher(text);
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** Gives a rule the condition that stands in a comment: what is else, or nothing at all, which is reported. */
    static void condition(SldElement element, Rule rule, SldNotes notes) {
        List<String> lost = element.lost();
        for (String what : lost) {
            if (what.equals(ELSE)) {
                rule.setElseFilter(true);
            } else if (what.startsWith(CONDITION)) {
                rule.setFilter(Filter.EXCLUDE);
                notes.unwritten(element, what.substring(CONDITION.length()));
            } else {
                notes.unwritten(element, what);
            }
        }
    }
}
