package riskmap.print;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.zip.Adler32;
import java.util.zip.Deflater;

/**
 * A zlib stream whose blocks are deflated on all cores while the writer goes on. Each block knows the window before it, so
 * the result is about as small as one deflated in one go, and its bytes do not depend on the number of threads.
 */
final class DeflatedBlocks extends OutputStream {
    private static final int BLOCK_BYTES = 1 << 17;
    private static final int WINDOW_BYTES = 1 << 15;
    /** A page of vectors is 5 % larger than with level 6, and deflated in a third of the time. */
    static final int OF_VECTORS = 4;

    /** Samples of images come out hardly larger than with levels 4 to 6, some smaller, and in half the time. */
    static final int OF_SAMPLES = 3;

    /** Blocks that wait, so that memory stays bounded when the writer is quicker than the cores. */
    private static final int MOST_WAITING = 64;
    /** RFC 1950: deflate with a window of 32 KiB, default level. */
    private static final byte[] HEADER = {0x78, (byte) 0x9c};

    private final OutputStream target;
    private final int level;
    private final Queue<ForkJoinTask<byte[]>> waiting = new ArrayDeque<>();
    private final Adler32 checksum = new Adler32();
    private byte[] window = new byte[0];
    private byte[] block = new byte[BLOCK_BYTES];
    private int used;
    private boolean begun;
    private boolean closed;

    DeflatedBlocks(OutputStream target, int level) {
        this.target = target;
        this.level = level;
    }

    @Override
    public void write(int one) throws IOException {
        if (used == BLOCK_BYTES) {
            hand(false);
        }
        block[used++] = (byte) one;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (used == BLOCK_BYTES) {
                hand(false);
            }
            int some = Math.min(length - done, BLOCK_BYTES - used);
            System.arraycopy(bytes, offset + done, block, used, some);
            used += some;
            done += some;
        }
    }

    /** Ends the stream and closes what it is written to. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (target) {
            hand(true);
            take(0);
            target.write(
                    ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
        }
    }

    private void hand(boolean last) throws IOException {
        byte[] bytes = block;
        byte[] before = window;
        int length = used;
        checksum.update(bytes, 0, length);
        waiting.add(ForkJoinPool.commonPool().submit(() -> deflated(bytes, length, before, last, level)));
        if (!last) {
            window = Arrays.copyOfRange(bytes, length - WINDOW_BYTES, length);
            block = new byte[BLOCK_BYTES];
            used = 0;
            take(MOST_WAITING);
        }
    }

    /** Writes finished blocks in their order until no more than {@code left} wait. */
    private void take(int left) throws IOException {
        while (waiting.size() > left) {
            if (!begun) {
                begun = true;
                target.write(HEADER);
            }
            target.write(waiting.remove().join());
        }
    }

    private static byte[] deflated(byte[] bytes, int length, byte[] before, boolean last, int level) {
        Deflater deflater = new Deflater(level, true);
        try {
            if (before.length > 0) {
                deflater.setDictionary(before);
            }
            deflater.setInput(bytes, 0, length);
            if (last) {
                deflater.finish();
            }
            byte[] result = new byte[length / 2 + 64];
            int filled = 0;
            while (true) {
                filled += deflater.deflate(
                        result, filled, result.length - filled, last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
                if (filled < result.length) {
                    return Arrays.copyOf(result, filled);
                }
                result = Arrays.copyOf(result, 2 * result.length);
            }
        } finally {
            deflater.end();
        }
    }
}
