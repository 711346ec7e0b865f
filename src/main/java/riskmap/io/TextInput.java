package riskmap.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import riskmap.base.Message;

/** Opens a text file in the encoding that the user, its first bytes or its content say. */
public final class TextInput {
    /** Bytes looked at to tell the encoding. */
    private static final int SAMPLE = 1 << 20;

    private TextInput() {}

    /** The encoding of a text file: as stated, by its byte order mark, else by what its bytes look like. */
    public static Charset charset(Path file, ReadOptions options, ImportLog log) {
        if (options.encoding() != null) {
            log.encoding(options.encoding().name(), Message.of("io.encoding-by-user"));
            return options.encoding();
        }
        byte[] head = SourceFiles.head(file, SAMPLE);
        Charset marked = byMark(head);
        if (marked != null) {
            log.encoding(marked.name(), Message.of("io.encoding-by-mark"));
            return marked;
        }
        Charset detected = Encodings.detect(List.of(head));
        log.encoding(detected.name(), Encodings.reason(List.of(head), detected));
        if (!detected.equals(StandardCharsets.UTF_8)) {
            log.notice(Message.of("io.encoding-detected", detected.name()));
        }
        return detected;
    }

    private static Charset byMark(byte[] head) {
        int first = head.length > 1 ? (head[0] & 0xff) << 8 | head[1] & 0xff : 0;
        if (first == 0xfffe) {
            return StandardCharsets.UTF_16LE;
        }
        if (first == 0xfeff) {
            return StandardCharsets.UTF_16BE;
        }
        if (head.length > 3 && head[1] == 0 && head[3] == 0 && head[0] != 0) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length > 3 && head[0] == 0 && head[2] == 0 && head[1] != 0) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    /** A reader behind the byte order mark, if there is one; how far it is can be asked of the counter. */
    public static Reader open(Path file, Charset charset, Counter counter) throws IOException {
        InputStream in = new BufferedInputStream(counter.count(Files.newInputStream(file)), 1 << 16);
        try {
            Reader reader = new java.io.BufferedReader(new InputStreamReader(in, charset), 1 << 16);
            reader.mark(1);
            if (reader.read() != '\uFEFF') {
                reader.reset();
            }
            return reader;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** How many bytes of a file were read. */
    public static final class Counter {
        private final long size;
        private long read;

        public Counter(Path file) throws IOException {
            size = Files.size(file);
        }

        public double fraction() {
            return size == 0 ? 1 : (double) read / size;
        }

        private InputStream count(InputStream in) {
            return new java.io.FilterInputStream(in) {
                @Override
                public int read() throws IOException {
                    int result = super.read();
                    read += result < 0 ? 0 : 1;
                    return result;
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    int result = super.read(bytes, offset, length);
                    read += Math.max(0, result);
                    return result;
                }
            };
        }
    }
}
