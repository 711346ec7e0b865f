package riskmap.base;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names or values from the data, as one part of a message: listed as the language lists them.
 *
 * <p>Example: of “a” and “b” it says “a、b” in Chinese and “a, b” in English.
 *
 * @param named those that are said
 * @param more whether there are others
 */
public record NameList(List<String> named, boolean more) implements Translated {
    /** Up to this many names are all listed. */
    private static final int FEW = 12;

    /** How many are listed of more. */
    private static final int NEAR = 8;

    /** Least likeness at which a name may be another one misspelt: half of the letters beside each other are common. */
    private static final double MISSPELT = 0.5;

    /** What is less like the name asked for than the likest by more than this is not meant. */
    private static final double ALIKE = 0.1;

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

    /**
     * All of them where they are few; where they are many, those most like what was asked for.
     *
     * @param asked a name that is not among them
     */
    public static NameList near(String asked, Collection<String> all) {
        if (all.size() <= FEW) {
            return of(all);
        }
        Set<String> wanted = pairs(asked);
        List<String> likest = all.stream()
                .sorted(Comparator.comparingDouble((String name) -> -likeness(wanted, pairs(name))))
                .toList();
        return of(likest, NEAR);
    }

    /**
     * The names one of which may be meant by a misspelt one, the likest first; most often there is one, or none.
     *
     * @param asked a name that is not among them
     */
    public static List<String> meant(String asked, Collection<String> all) {
        Set<String> wanted = pairs(asked);
        Map<String, Double> likeness = new HashMap<>();
        all.forEach(name -> likeness.put(name, likeness(wanted, pairs(name))));
        double best = likeness.values().stream().mapToDouble(each -> each).max().orElse(0);
        return all.stream()
                .filter(name -> likeness.get(name) >= Math.max(MISSPELT, best - ALIKE))
                .sorted(Comparator.comparingDouble(name -> -likeness.get(name)))
                .toList();
    }

    /** Dice's coefficient of two sets: 0 with nothing in common, 1 for the same. */
    private static double likeness(Set<String> one, Set<String> other) {
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        return 2.0 * common.size() / Math.max(1, one.size() + other.size());
    }

    /** The pairs of neighbouring letters in a name, its beginning and end among them. */
    private static Set<String> pairs(String name) {
        String letters = " " + name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < letters.length(); i++) {
            pairs.add(letters.substring(i, i + 2));
        }
        return pairs;
    }

    @Override
    public String in(Language language) {
        if (named.isEmpty()) {
            return Message.of("base.no-names").text(language);
        }
        return String.join(language == Language.CHINESE ? "、" : ", ", named) + (more ? " …" : "");
    }
}
