package riskmap.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** An XML file that can be read from its start as often as needed, in the encoding it says unless its bytes contradict. */
public final class XmlSource {
    private static final int SAMPLE = 1 << 20;
    private static final int DECLARATION = 200;

    private final Path file;
    private final Opener opener;
    private final Charset stated;
    private final Charset detected;

    /** Opens the bytes of a file. */
    public interface Opener {
        InputStream open(Path file) throws IOException;
    }

    /**
     * Looks at the beginning of the file.
     *
     * @param stated the encoding in place of the file's, or null
     */
    public XmlSource(Path file, Charset stated, Opener opener) {
        this.file = file;
        this.opener = opener;
        this.stated = stated;
        detected = stated == null ? detect() : null;
    }

    public Path file() {
        return file;
    }

    /** The encoding that the bytes show in place of the UTF-8 that the file says; null when they agree. */
    public Charset detected() {
        return detected;
    }

    private Charset detect() {
        try (InputStream in = opener.open(file)) {
            byte[] head = in.readNBytes(SAMPLE);
            String start = new String(head, 0, Math.min(DECLARATION, head.length), StandardCharsets.ISO_8859_1)
                    .toLowerCase(Locale.ROOT);
            boolean marked = head.length > 1 && ((head[0] & 0xff) >= 0xfe || head[0] == 0 || head[1] == 0);
            boolean other = start.contains("encoding=") && !start.contains("utf-8") && !start.contains("utf8");
            if (marked || other || Encodings.isPossible(head, StandardCharsets.UTF_8)) {
                return null;
            }
            return Encodings.detect(List.of(head));
        } catch (IOException e) {
            throw SourceFiles.unreadable(file, e);
        }
    }

    public XmlPull open() {
        try {
            return new XmlPull(file, opener.open(file), stated != null ? stated : detected);
        } catch (IOException e) {
            throw SourceFiles.unreadable(file, e);
        }
    }
}
