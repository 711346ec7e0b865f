package riskmap.style;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/**
 * The colours in which the shipped styles say what they say: the usual ones, ones that people who see red and green alike
 * tell apart, or greys for print in black. A style in another scheme is named {@code risk_zone-colourblind},
 * {@code risk_zone-print}: a file of that name where there is one, otherwise the style with its colours exchanged as
 * {@code palettes.csv} of the styles folder says.
 */
public enum ColourScheme {
    STANDARD(""),
    COLOURBLIND("-colourblind"),
    PRINT("-print");

    private static final String FILE = "palettes.csv";
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private final String suffix;

    ColourScheme(String suffix) {
        this.suffix = suffix;
    }

    /** The scheme of a name such as {@code colourblind}. */
    public static ColourScheme of(String name) {
        for (ColourScheme scheme : values()) {
            if (scheme.id().equals(name.toLowerCase(Locale.ROOT))) {
                return scheme;
            }
        }
        throw RiskMapException.of("style.unknown-scheme", name);
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scheme that a style's name tells. */
    public static ColourScheme ofStyle(String style) {
        return style.endsWith(COLOURBLIND.suffix) ? COLOURBLIND : style.endsWith(PRINT.suffix) ? PRINT : STANDARD;
    }

    /** The name of a style in the usual colours. */
    public static String standard(String style) {
        return style.substring(0, style.length() - ofStyle(style).suffix.length());
    }

    /** The name of a style in this scheme, whatever scheme the given one is in. */
    public String named(String style) {
        return standard(style) + suffix;
    }

    /** A document in the usual colours with its colours exchanged; any other text in it stays. */
    String recoloured(String sld) {
        if (this == STANDARD) {
            return sld;
        }
        Map<String, String> colours = palette();
        Matcher matcher = COLOUR.matcher(sld);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String found = matcher.group();
            String other = colours.getOrDefault(found.toUpperCase(Locale.ROOT), found);
            matcher.appendReplacement(result, Matcher.quoteReplacement(other));
        }
        return matcher.appendTail(result).toString();
    }

    /** What a usual colour, {@code #rrggbb}, becomes in this scheme; one that no style uses stays. */
    public String exchanged(String colour) {
        return recoloured(colour);
    }

    private Map<String, String> palette() {
        Map<String, String> result = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.trim().split("\\s*,\\s*");
                if (words.length == values().length && COLOUR.matcher(words[0]).matches()) {
                    result.put(words[0].toUpperCase(Locale.ROOT), words[ordinal()]);
                }
            }
        } catch (IOException e) {
            throw new RiskMapException(Message.of("style.sld-unreadable", FILE, e.getMessage()), e);
        }
        return result;
    }

    private static InputStream open() throws IOException {
        Path folder = Styles.userFolder();
        Path own = folder == null ? null : folder.resolve(FILE);
        return own != null && Files.isRegularFile(own)
                ? Files.newInputStream(own)
                : ColourScheme.class.getResourceAsStream("/riskmap/styles/" + FILE);
    }
}
