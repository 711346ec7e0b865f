package riskmap.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import riskmap.base.RiskMapException;

/**
 * Bounds on what a zip archive may unpack to, counted while it is unpacked and not as the archive claims.
 *
 * <p>Deflate can pack 1:1032; text and survey data reach 1:5 to 1:50. What is packed tighter than 1:{@value #RATIO} may
 * come to {@value #SUSPICIOUS} bytes in all, enough for a small table of blanks, and not for a bomb.
 */
public final class ZipLimits {
    static final int RATIO = 100;
    static final long SUSPICIOUS = 16L << 20;
    private static final int ENTRIES = 50_000;

    private final Path file;
    private final long most;
    private long total;
    private long suspicious;

    /**
     * Bounds for one archive and those in it.
     *
     * @param most bytes it may unpack to in all
     */
    public ZipLimits(Path file, long most) {
        this.file = file;
        this.most = most;
    }

    /** An unpacked entry's bytes, counted; reading throws {@link RiskMapException} beyond the bounds. */
    public InputStream counted(InputStream in, long packedBytes) {
        return new Counted(in, Math.max(1, packedBytes));
    }

    private void add(long bytes, long entryBytes, long packedBytes) {
        total += bytes;
        if (entryBytes / packedBytes > RATIO) {
            suspicious += bytes;
        }
        if (total > most || suspicious > SUSPICIOUS) {
            throw RiskMapException.of("io.zip-bomb", file, Long.toString(entryBytes >> 20), Long.toString(packedBytes));
        }
    }

    /** Throws when the archive holds more entries than any survey does. */
    public void checkEntries(int count) {
        if (count > ENTRIES) {
            throw RiskMapException.of("io.zip-entries", file, Integer.toString(count));
        }
    }

    /** Counts what comes through. */
    private final class Counted extends java.io.FilterInputStream {
        private final long packedBytes;
        private long bytes;

        Counted(InputStream in, long packedBytes) {
            super(in);
            this.packedBytes = packedBytes;
        }

        @Override
        public int read() throws IOException {
            int result = super.read();
            count(result < 0 ? 0 : 1);
            return result;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int result = super.read(into, offset, length);
            count(Math.max(0, result));
            return result;
        }

        private void count(int more) {
            bytes += more;
            add(more, bytes, packedBytes);
        }
    }
}
