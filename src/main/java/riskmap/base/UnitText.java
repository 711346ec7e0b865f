package riskmap.base;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Units as they are shown. Symbols (m, km², ‰) read the same in every language; Chinese counting words (人, 户, 万m³)
 * stand in the catalogue and in results as they are and are put into the language in use when they are shown.
 */
public final class UnitText {
    private static final Map<String, Message> WORDS = List.of(
                    Message.of("base.unit-people"),
                    Message.of("base.unit-coordinates"),
                    Message.of("base.unit-persons"),
                    Message.of("base.unit-pieces"),
                    Message.of("base.unit-cases"),
                    Message.of("base.unit-yuan"),
                    Message.of("base.unit-ten-thousand-yuan"),
                    Message.of("base.unit-yuan-per-square-metre"),
                    Message.of("base.unit-ten-thousand-yuan-per-hectare"),
                    Message.of("base.unit-ten-thousand-cubic-metres"),
                    Message.of("base.unit-head"),
                    Message.of("base.unit-storeys"),
                    Message.of("base.unit-beds"),
                    Message.of("base.unit-households"),
                    Message.of("base.unit-buildings"),
                    Message.of("base.unit-boats"),
                    Message.of("base.unit-vehicles"),
                    Message.of("base.unit-rooms"),
                    Message.of("base.unit-people-per-square-metre"),
                    Message.of("base.unit-people-per-square-kilometre"),
                    Message.of("base.unit-per-hundred-thousand"))
            .stream()
            .collect(Collectors.toUnmodifiableMap(word -> word.text(Language.CHINESE), Function.identity()));

    private UnitText() {}

    /** A unit in the language in use; one that is not known stays as it is. */
    public static String of(String unit) {
        return of(unit, Language.current());
    }

    /** A unit in a language; one that is not known stays as it is. */
    public static String of(String unit, Language language) {
        Message word = WORDS.get(unit);
        return word == null ? unit : word.text(language);
    }

    /** A title with its unit, such as 面积 (m²), in the language in use. */
    public static String heading(String title, String unit) {
        return heading(title, unit, Language.current());
    }

    /** A title with its unit in a language; a title that says no more than the unit stands alone: People, not People (people). */
    public static String heading(String title, String unit, Language language) {
        String shown = of(unit, language);
        return unit.isEmpty() || title.equalsIgnoreCase(shown) ? title : title + " (" + shown + ")";
    }
}
