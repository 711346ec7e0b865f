package riskmap.io;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Bytes of a file by position, through a window that moves forward: sequential reading costs one copy. */
public final class ByteSource implements Closeable {
    private static final int WINDOW = 1 << 20;

    private final FileChannel channel;
    private final long size;
    private ByteBuffer window = ByteBuffer.allocate(0);
    private long start;

    public ByteSource(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        size = channel.size();
    }

    public long size() {
        return size;
    }

    /**
     * The bytes at a position as a buffer from 0 to length, big-endian; valid until the next call.
     *
     * @throws EOFException when the file ends before
     */
    public ByteBuffer at(long position, int length) throws IOException {
        if (position < 0 || length < 0 || position > size - length) {
            throw new EOFException("byte " + position + " + " + length + " of " + size);
        }
        if (position < start || position + length > start + window.limit()) {
            fill(position, length);
        }
        int offset = (int) (position - start);
        return window.slice(offset, length);
    }

    private void fill(long position, int length) throws IOException {
        int wanted = (int) Math.min(Math.max(WINDOW, length), size - position);
        if (window.capacity() < wanted) {
            window = ByteBuffer.allocate(wanted);
        }
        window.clear().limit(wanted);
        start = position;
        while (window.hasRemaining()) {
            if (channel.read(window, position + window.position()) < 0) {
                throw new EOFException("the file became shorter");
            }
        }
        window.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
