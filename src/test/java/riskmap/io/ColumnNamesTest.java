package riskmap.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import riskmap.base.Language;

/** Names of columns that differ from each other also for a database, to which upper and lower case are the same. */
class ColumnNamesTest {
    @Test
    void aNameThatIsTakenGetsTheNextFreeNumber() {
        ColumnNames names = new ColumnNames(List.of("geom"));
        assertThat(List.of("Geom", "a", "A", "a_3", "a", "a_2", "geom").stream().map(names::take))
                .containsExactly("Geom_2", "a", "A_2", "a_3", "a_4", "a_2_2", "geom_3");
    }

    @Test
    void namesInAMessageAreListedAsItsLanguageListsThem() {
        assertThat(ColumnNames.shown(List.of("名称", "层数")).in(Language.CHINESE)).isEqualTo("名称、层数");
        assertThat(ColumnNames.shown(List.of("名称", "层数")).in(Language.ENGLISH)).isEqualTo("名称, 层数");
        List<String> many = IntStream.range(0, 30).mapToObj(i -> "c" + i).toList();
        assertThat(ColumnNames.shown(many).in(Language.CHINESE)).endsWith("c18、c19 … (30)");
        // a log counts the same message once
        assertThat(ColumnNames.shown(many)).isEqualTo(ColumnNames.shown(many));
    }

    @Property
    void namesAreWhatLookingThroughAllOfThemGives(
            @ForAll
                    List<@StringLength(max = 3) @Chars({'_', '2', '3'}) @CharRange(from = 'a', to = 'b') String>
                            wanted) {
        ColumnNames names = new ColumnNames(List.of());
        List<String> all = new ArrayList<>();
        for (String name : wanted) {
            String expected = name;
            for (int i = 2; has(all, expected); i++) {
                expected = name + "_" + i;
            }
            assertThat(names.take(name)).isEqualTo(expected);
            all.add(expected);
        }
    }

    private static boolean has(List<String> all, String name) {
        return all.stream().anyMatch(other -> other.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
    }
}
