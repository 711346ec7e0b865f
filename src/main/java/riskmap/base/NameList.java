package riskmap.base;

import java.util.Collection;
import java.util.List;

/**
 * Names or values from the data, as one part of a message: listed as the language lists them.
 *
 * <p>Example: of “a” and “b” it says “a、b” in Chinese and “a, b” in English.
 *
 * @param named those that are said
 * @param more whether there are others
 */
public record NameList(List<String> named, boolean more) implements Translated {
    public NameList {
        named = List.copyOf(named);
    }

    /** All of them. */
    public static NameList of(Collection<String> all) {
        return new NameList(List.copyOf(all), false);
    }

    /** The first of them; the caller says how many there are. */
    public static NameList of(Collection<String> all, int most) {
        return new NameList(all.stream().limit(most).toList(), all.size() > most);
    }

    @Override
    public String in(Language language) {
        return String.join(language == Language.CHINESE ? "、" : ", ", named) + (more ? " …" : "");
    }
}
