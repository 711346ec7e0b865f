package riskmap.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where a label's text goes on in another line. */
class WrappedTextTest {
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 10);

    @Test
    void noLineBeginsWithClosingOrEndsWithOpeningPunctuation() {
        for (String text : List.of("竹岛街道（东区）", "“海上”公园（一期、二期），北门。", "蓄水量《50％》（估）", "站(东)西、南")) {
            assertThat(IntStream.rangeClosed(1, 100).boxed().flatMap(width -> lines(text, width)))
                    .noneMatch(line -> "，。、）”》％)".indexOf(line.charAt(0)) >= 0)
                    .noneMatch(line -> "（“《(".indexOf(line.charAt(line.length() - 1)) >= 0);
        }
        assertThat(lines("竹岛街道（东区）", 42)).containsExactly("竹岛街道", "（东区）");
    }

    @Test
    void nothingIsLostByBreaking() {
        String text = "“海上”公园（一期、二期） Park No. 3，北门。";
        assertThat(IntStream.rangeClosed(1, 100)
                        .mapToObj(width ->
                                String.join("", lines(text, width).toList()).replace(" ", "")))
                .containsOnly(text.replace(" ", ""));
    }

    /** A word wider than the line was left with its first letter alone. */
    @Test
    void wordsStayWhole() {
        assertThat(lines("Huancui", 20)).containsExactly("Huancui");
        assertThat(lines("Huancui District", 20)).containsExactly("Huancui", "District");
        assertThat(lines("甲乙\n丙丁", 0)).containsExactly("甲乙", "丙丁");
    }

    private static Stream<String> lines(String text, double width) {
        return WrappedText.lines(text, FONT, width).stream();
    }
}
