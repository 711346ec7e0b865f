package riskmap.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Names are listed as the language of the message lists them. */
class NameListTest {
    @Test
    void exampleInJavadoc() {
        assertThat(NameList.of(List.of("a", "b")).in(Language.CHINESE)).isEqualTo("a、b");
        assertThat(NameList.of(List.of("a", "b")).in(Language.ENGLISH)).isEqualTo("a, b");
    }

    @Test
    void thatThereAreMoreIsTold() {
        assertThat(NameList.of(List.of("a", "b", "c"), 2).in(Language.CHINESE)).isEqualTo("a、b …");
        assertThat(NameList.of(List.of("a", "b"), 2).in(Language.CHINESE)).isEqualTo("a、b");
    }
}
