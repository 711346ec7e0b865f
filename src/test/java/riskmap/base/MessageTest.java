package riskmap.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageTest {
    @Test
    void isSaidInEitherLanguageWithItsArguments() {
        Message message = Message.of("base.parameter-type", "count", "2.5", Message.of("base.type-integer"));
        assertThat(message.text(Language.CHINESE)).isEqualTo("参数“count”的值“2.5”不是整数");
        assertThat(message.text(Language.ENGLISH))
                .isEqualTo("The value “2.5” of parameter “count” is not a whole number");
    }

    @Test
    void showsItsKeyWhereNoTextExists() {
        assertThat(Message.of("base.no-such-text").text()).isEqualTo("base.no-such-text");
        assertThat(Message.of("nowhere.x", 5).exists()).isFalse();
        assertThat(Message.of("nowhere.x", 5).text()).contains("nowhere.x").contains("5");
    }

    @Test
    void saysNothingAsADash() {
        assertThat(Message.of("base.parameter-missing", (Object) null).text(Language.CHINESE))
                .contains("–");
    }
}
