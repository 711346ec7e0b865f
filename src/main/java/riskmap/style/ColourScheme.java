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
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/**
 * The colours in which the shipped styles say what they say: the usual ones, ones that people who see red and green alike
 * tell apart, or greys for print in black. A style in another scheme is named {@code risk_zone-colourblind},
 * {@code risk_zone-print}: a file of that name where there is one, otherwise the style with its colours exchanged as
 * {@code palettes.csv} of the styles folder says. For print in black, whatever has no line there becomes the grey of its
 * own lightness, in symbols too, so that a page holds greys alone.
 */
public enum ColourScheme {
    STANDARD(""),
    COLOURBLIND("-colourblind"),
    PRINT("-print");

    private static final String FILE = "palettes.csv";
    private static final Pattern SYMBOL = Pattern.compile("(symbols/[A-Za-z0-9_-]+)(\\.svg)");
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
            String other = colours.getOrDefault(
                    found.toUpperCase(Locale.ROOT), this == PRINT ? "#%06X".formatted(grey(rgb(found))) : found);
            matcher.appendReplacement(result, Matcher.quoteReplacement(other));
        }
        matcher.appendTail(result);
        return this == PRINT ? SYMBOL.matcher(result).replaceAll("$1" + suffix + "$2") : result.toString();
    }

    /** The grey that a printer in black makes of a colour: as light (CIE relative luminance of sRGB, IEC 61966-2-1). */
    private static int grey(int rgb) {
        double luminance =
                0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
        double shown = luminance <= 0.0031308 ? 12.92 * luminance : 1.055 * Math.pow(luminance, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * shown) * 0x010101;
    }

    private static double linear(int sample) {
        double value = sample / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /** The address of the symbol that one in greys is made of; the address itself for any other. */
    static String standardSymbol(String address) {
        return address.replaceFirst(PRINT.suffix + "(\\.svg)$", "$1");
    }

    /** What a usual colour, {@code #rrggbb}, becomes in this scheme; one that no style uses stays. */
    public String exchanged(String colour) {
        return recoloured(colour);
    }

    /** What colours 0xRRGGBB become in this scheme, by palettes read once; a grey stays as it is. */
    public IntUnaryOperator exchange() {
        Map<Integer, Integer> known = new HashMap<>();
        palette().forEach((from, to) -> known.put(rgb(from), rgb(to)));
        return colour -> {
            boolean isGrey = (colour >> 16 & 0xff) == (colour & 0xff) && (colour >> 8 & 0xff) == (colour & 0xff);
            if (this == STANDARD || isGrey) {
                return colour;
            }
            Integer other = known.get(colour);
            return other != null ? other : this == PRINT ? grey(colour) : colour;
        };
    }

    private static int rgb(String colour) {
        return Integer.parseInt(colour.substring(1), 16);
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
