package riskmap.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several things found are said in the language of the message, and that there are more of them. */
class MessageListTest {
    private static List<Message> texts(String... names) {
        // a key without a text is shown as itself
        return Stream.of(names).map(name -> new Message(name, List.of())).toList();
    }

    @Test
    void exampleInJavadoc() {
        assertThat(MessageList.of(texts("a", "b", "c", "d", "e", "f", "g")).in(Language.ENGLISH))
                .isEqualTo("a; b; c; d; e …");
    }

    @Test
    void fiveAreAllAndChineseHasItsOwnSign() {
        assertThat(MessageList.of(texts("a", "b", "c", "d", "e")).in(Language.CHINESE))
                .isEqualTo("a；b；c；d；e");
    }
}
