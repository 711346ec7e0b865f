package riskmap.style;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The symbols that styles may show: SVG files in {@code symbols/} of the styles folder, named {@code symbols/NAME.svg}.
 * No other address is ever opened.
 */
public final class Symbols {
    private static final Pattern NAME = Pattern.compile("symbols/[A-Za-z0-9_-]{1,64}\\.svg");
    /** A drawing on a 24 × 24 grid needs a kilobyte. */
    private static final int MAX_BYTES = 256 * 1024;

    private Symbols() {}

    /** Whether an address names a symbol of the styles folder. */
    public static boolean isSymbol(String address) {
        return NAME.matcher(address).matches();
    }

    /** The SVG document of a symbol, empty when the address is not a symbol's or there is none of the name. */
    public static Optional<byte[]> bytes(String address) {
        if (!isSymbol(address)) {
            return Optional.empty();
        }
        try (InputStream in = open(address)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            return bytes.length > MAX_BYTES ? Optional.empty() : Optional.of(bytes);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static InputStream open(String address) throws IOException {
        Path own = Styles.userFolder() == null ? null : Styles.userFolder().resolve(address);
        if (own != null && Files.isRegularFile(own)) {
            return Files.newInputStream(own);
        }
        return Symbols.class.getResourceAsStream("/riskmap/styles/" + address);
    }
}
