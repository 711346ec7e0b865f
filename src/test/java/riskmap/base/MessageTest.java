package riskmap.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void textsOfEveryBundleAreThoseThatJavaReads() throws IOException {
        List<Path> bundles;
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/riskmap"))) {
            bundles = files.filter(file -> file.getFileName().toString().matches("messages.*\\.properties"))
                    .toList();
        }
        assertThat(bundles).hasSizeGreaterThan(20);
        for (Path bundle : bundles) {
            String file = Files.readString(bundle);
            assertThat(Message.texts(file)).as(bundle.toString()).isEqualTo(readByJava(file));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a.b=c\n\n# d=e\na.f=g=h i \na.空=", "a=b\r\nc=d\r\n", "a=b\\nc\nd=\\u4e2d\ne=f\\\n  g", "a=b"})
    void linesAreReadAsJavaReadsThem(String file) throws IOException {
        assertThat(Message.texts(file)).isNotEmpty().isEqualTo(readByJava(file));
    }

    private static Properties readByJava(String file) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(file));
        return properties;
    }

    /** They were said as ““…””. */
    @Test
    void aNameInQuotesThatHoldsQuotesHasInnerOnesAroundIt() {
        assertThat(Message.of("ui.list-taken", "“一张图”底图").text(Language.CHINESE))
                .isEqualTo("已有名为“‘一张图’底图”的一项");
        Message inner = Message.of("ui.list-taken", "“甲”");
        assertThat(Message.of("ui.list-taken", inner).text(Language.CHINESE)).isEqualTo("已有名为“已有名为‘“甲”’的一项”的一项");
        assertThat(Message.of("ui.list-taken", "the “bureau’s” map").text(Language.ENGLISH))
                .isEqualTo("There is one called “the ‘bureau’s’ map” already");
        assertThat(Message.of("ui.list-taken", "a “lone mark").text(Language.ENGLISH))
                .isEqualTo("There is one called “a “lone mark” already");
    }
}
