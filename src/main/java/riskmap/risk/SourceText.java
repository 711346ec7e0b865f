package riskmap.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import riskmap.base.Language;
import riskmap.base.Message;

/**
 * The source of a formula or number as it is shown: what it cites stays as it is printed on its cover, and what this
 * program says about it ({@code own form}, {@code to be checked against the printed standard}) is said in the reader's
 * language. The phrases are the texts {@code risk.source.*}; sources of runs recorded earlier are shown the same way.
 */
public final class SourceText {
    private static final String PHRASES = "risk.source.";
    private static final String WORD = "[\\p{L}\\d]";
    /** A bracket that now holds Chinese. */
    private static final Pattern BRACKET = Pattern.compile(" ?\\(([^()]*\\p{IsHan}[^()]*)\\)");

    private record Phrase(Pattern pattern, String shown) {}

    private static final List<Phrase> CHINESE = phrases(Language.ENGLISH, Language.CHINESE);
    private static final List<Phrase> ENGLISH = phrases(Language.CHINESE, Language.ENGLISH);

    private SourceText() {}

    /** The source in a language. */
    public static String in(String source, Language language) {
        String shown = source;
        for (Phrase phrase : language == Language.CHINESE ? CHINESE : ENGLISH) {
            shown = phrase.pattern().matcher(shown).replaceAll(Matcher.quoteReplacement(phrase.shown()));
        }
        if (language == Language.ENGLISH || shown.equals(source)) {
            return shown;
        }
        return BRACKET.matcher(shown)
                .replaceAll(match -> Matcher.quoteReplacement(
                        "（" + match.group(1).replace("; ", "；").replace(", ", "，") + "）"));
    }

    /** The longest first, so that a phrase within another is not taken for it. */
    private static List<Phrase> phrases(Language from, Language to) {
        List<Message> texts = new ArrayList<>();
        for (String key : Message.keys("risk")) {
            if (key.startsWith(PHRASES)) {
                texts.add(Message.of(key));
            }
        }
        texts.sort(Comparator.comparing((Message text) -> -text.text(from).length())
                .thenComparing(Message::key));
        List<Phrase> phrases = new ArrayList<>();
        for (Message text : texts) {
            String said = text.text(from);
            // Chinese words touch
            String quoted = Pattern.quote(said);
            Pattern pattern = Pattern.compile(
                    from == Language.CHINESE ? quoted : "(?<!" + WORD + ")" + quoted + "(?!" + WORD + ")");
            phrases.add(new Phrase(pattern, text.text(to)));
        }
        return List.copyOf(phrases);
    }
}
