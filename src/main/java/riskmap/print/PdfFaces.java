package riskmap.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import riskmap.render.Fonts;

/**
 * Font files, parsed once for all documents. Parsing a Chinese face takes longer than drawing a page's text, so it is
 * begun beside the reading of the map.
 */
final class PdfFaces {
    private static final Map<Fonts.Face, CompletableFuture<TrueTypeFont>> PARSED = new ConcurrentHashMap<>();

    private PdfFaces() {}

    /** Begins to parse the faces that pages are set in. */
    static void prepare() {
        Stream.of(Fonts.regular(), Fonts.bold()).flatMap(Optional::stream).forEach(PdfFaces::begin);
    }

    /** A face, waited for. */
    static TrueTypeFont of(Fonts.Face face) throws IOException {
        try {
            return begin(face).join();
        } catch (CompletionException failed) {
            PARSED.remove(face);
            throw new IOException(face.file().toString(), failed.getCause());
        }
    }

    private static CompletableFuture<TrueTypeFont> begin(Fonts.Face face) {
        return PARSED.computeIfAbsent(
                face,
                wanted -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return parse(wanted);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }

    private static TrueTypeFont parse(Fonts.Face face) throws IOException {
        if (face.faceName().isEmpty()) {
            String name = face.file().toString().toLowerCase(Locale.ROOT);
            TTFParser parser = name.endsWith(".otf") ? new OTFParser(true) : new TTFParser(true);
            return parser.parse(new RandomAccessReadBufferedFile(face.file().toFile()));
        }
        // the collection stays open as long as its face is in use: to the end of the program
        TrueTypeFont font = new TrueTypeCollection(face.file().toFile()).getFontByName(face.faceName());
        if (font == null) {
            throw new IOException(face.faceName());
        }
        return font;
    }
}
