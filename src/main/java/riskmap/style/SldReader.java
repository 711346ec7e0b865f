package riskmap.style;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.geotools.api.style.Style;
import riskmap.base.Message;

/** Reads SLD 1.0 and SE 1.1 into a GeoTools {@link Style}. */
public final class SldReader {
    private SldReader() {}

    /**
     * What was read.
     *
     * @param style the first style of the document
     * @param notes what was not understood or not allowed, each with its line
     */
    public record Result(Style style, List<Message> notes) {}

    /** Reads a file. */
    public static Result read(Path file) {
        throw new UnsupportedOperationException(file.toString());
    }

    /** Reads a document held as text, as {@code layer_styles} keeps it. */
    public static Result parse(String sld) {
        throw new UnsupportedOperationException(sld);
    }

    /** Reads a stream; {@code name} is what messages call it. */
    public static Result read(InputStream in, String name) {
        throw new UnsupportedOperationException(name);
    }
}
