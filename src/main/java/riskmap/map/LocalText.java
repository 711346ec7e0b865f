package riskmap.map;

import riskmap.base.Language;

/**
 * A text in both languages, as data files carry it. In JSON a plain string when both are the same, otherwise
 * {@code {"zh": "…", "en": "…"}}.
 *
 * @param chinese the Chinese text
 * @param english the English text
 */
public record LocalText(String chinese, String english) {
    public static final LocalText EMPTY = new LocalText("", "");

    /** The same text in both languages. */
    public static LocalText of(String text) {
        return new LocalText(text, text);
    }

    public String text(Language language) {
        return language == Language.ENGLISH ? english : chinese;
    }

    public boolean isEmpty() {
        return chinese.isEmpty() && english.isEmpty();
    }
}
