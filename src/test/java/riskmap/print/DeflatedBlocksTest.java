package riskmap.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is deflated in blocks is one zlib stream that any reader opens. */
class DeflatedBlocksTest {
    private static final int BLOCK = 1 << 17;

    @ParameterizedTest(name = "{0} bytes, every {1}th one of chance")
    @CsvSource({"0, 1", "1, 1", "131071, 3", "131072, 3", "131073, 1", "262144, 1", "700001, 9"})
    void comesBackAsItWasWhateverItsLength(int length, int chance) throws IOException {
        byte[] bytes = bytes(length, chance);
        byte[] packed = deflated(bytes, 50_000);
        assertThat(new InflaterInputStream(new ByteArrayInputStream(packed)).readAllBytes())
                .isEqualTo(bytes);
        // the same bytes whatever portions they come in, and whatever the cores did first
        assertThat(deflated(bytes, 7_001)).isEqualTo(packed);
    }

    @Test
    void repetitionIsFoundAcrossTheBlocks() throws IOException {
        byte[] once = bytes(20_000, 1);
        byte[] many = new byte[3 * BLOCK];
        for (int i = 0; i < many.length; i++) {
            many[i] = once[i % once.length];
        }
        assertThat(deflated(many, many.length)).hasSizeLessThan(once.length + many.length / 100);
    }

    private static byte[] bytes(int length, int chance) {
        Random random = new Random(length);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i % chance == 0 ? random.nextInt() : i / 1000);
        }
        return bytes;
    }

    private static byte[] deflated(byte[] bytes, int portion) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (DeflatedBlocks blocks = new DeflatedBlocks(target, DeflatedBlocks.OF_VECTORS)) {
            for (int at = 0; at < bytes.length; at += portion) {
                blocks.write(bytes, at, Math.min(portion, bytes.length - at));
            }
        }
        return target.toByteArray();
    }
}
