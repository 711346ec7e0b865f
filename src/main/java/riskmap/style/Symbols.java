package riskmap.style;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/**
 * The symbols that styles may show: SVG files in {@code symbols/} of the styles folder, named {@code symbols/NAME.svg}.
 * No other address is ever opened.
 */
public final class Symbols {
    private static final Pattern NAME = Pattern.compile("symbols/[A-Za-z0-9_-]{1,64}\\.svg");

    private static final String FOLDER = "symbols";

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
                return inGreys(address);
            }
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            return bytes.length > MAX_BYTES ? Optional.empty() : Optional.of(bytes);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** A symbol for print in black, {@code symbols/NAME-print.svg}, where no file has the name: the usual one in greys. */
    private static Optional<byte[]> inGreys(String address) {
        String usual = ColourScheme.standardSymbol(address);
        return usual.equals(address)
                ? Optional.empty()
                : bytes(usual).map(bytes -> ColourScheme.PRINT
                        .recoloured(new String(bytes, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** The addresses of all drawings, shipped ones and the user's own, in the order of the alphabet. */
    public static List<String> names() {
        TreeSet<String> names = new TreeSet<>();
        URL one = Symbols.class.getResource("/riskmap/styles/" + FOLDER);
        try {
            if (one != null && one.getProtocol().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(one.toURI(), Map.of())) {
                    list(jar.getPath("/riskmap/styles/" + FOLDER), names);
                }
            } else if (one != null) {
                list(Path.of(one.toURI()), names);
            }
            if (Styles.userFolder() != null) {
                list(Styles.userFolder().resolve(FOLDER), names);
            }
        } catch (IOException | URISyntaxException e) {
            throw new RiskMapException(Message.of("style.sld-unreadable", FOLDER, e.getMessage()), e);
        }
        return List.copyOf(names);
    }

    private static void list(Path folder, Set<String> names) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> FOLDER + "/" + file.getFileName())
                        .filter(Symbols::isSymbol)
                        .forEach(names::add);
            }
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
