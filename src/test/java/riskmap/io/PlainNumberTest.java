package riskmap.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import riskmap.io.shapefile.CutText;

/** Numbers of tables, read from their digits. */
class PlainNumberTest {
    private static Number read(String text, boolean whole) {
        byte[] bytes = ("#" + text + "9").getBytes(StandardCharsets.ISO_8859_1);
        return PlainNumber.read(ByteBuffer.wrap(bytes), 1, bytes.length - 2, whole);
    }

    @Property
    void fractionsAreTheSameToTheLastBit(@ForAll double value, @ForAll @IntRange(min = 0, max = 14) int decimals) {
        String text = String.format(Locale.ROOT, "%" + (decimals + 8) + "." + decimals + "f", value % 1_000_000);
        Number found = read(text, false);
        if (found != null) {
            assertThat(found).isEqualTo(Double.parseDouble(text));
        } else {
            assertThat(text.strip().replaceAll("[-.]", "").length()).isGreaterThan(15);
        }
    }

    @Property
    void wholeNumbersAreTheSame(@ForAll int value) {
        assertThat(read("  " + value + " ", true)).isEqualTo((long) value);
    }

    @Test
    void whatIsWrittenOtherwiseIsLeftToTheGeneralWay() {
        for (String text :
                new String[] {"", "   ", "-", ".", "*****", "1e5", "1,5", "+3", "1.2.3", "- 1", "1 2", "0x1"}) {
            assertThat(read(text, false)).as(text).isNull();
        }
        assertThat(read("1.0", true)).isNull();
        assertThat(read("1234567890123456", true)).isNull();
        assertThat(read("-0.0", false)).isEqualTo(-0.0);
        assertThat(read("7.", false)).isEqualTo(7.0);
    }

    @Test
    void aTextThatIsCutInACharacterLosesThatCharacterOnly() {
        byte[] all = "威海市环翠区".getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length <= all.length; length++) {
            String cut = CutText.decode(java.util.Arrays.copyOf(all, length), StandardCharsets.UTF_8);
            assertThat(cut).isEqualTo("威海市环翠区".substring(0, length / 3));
        }
        String far = new String(Character.toChars(0x2070E));
        byte[] four = far.getBytes(StandardCharsets.UTF_8);
        assertThat(CutText.decode(four, StandardCharsets.UTF_8)).isEqualTo(far);
        assertThat(CutText.decode(java.util.Arrays.copyOf(four, 3), StandardCharsets.UTF_8))
                .isEmpty();
    }
}
