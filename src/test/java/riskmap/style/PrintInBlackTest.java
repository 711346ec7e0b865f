package riskmap.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page for print in black holds greys alone: what a colour said is told by lightness, shape and pattern. */
class PrintInBlackTest {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}\\b");

    @Test
    void everyShippedStyleAndSymbolIsDrawnInGreys() throws IOException {
        Set<String> coloured = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("styles"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".sld")).toList()) {
                String name = file.getFileName().toString().replace(".sld", "");
                if (ColourScheme.ofStyle(name) != ColourScheme.COLOURBLIND) {
                    String text = Files.readString(file);
                    boolean own = ColourScheme.ofStyle(name) == ColourScheme.PRINT;
                    coloured(own ? text : ColourScheme.PRINT.recoloured(text))
                            .forEach(colour -> coloured.add(name + " " + colour));
                    assertThat(Styles.exists(ColourScheme.PRINT.named(name))).isTrue();
                }
            }
        }
        List<String> symbols = Symbols.names();
        assertThat(symbols).isNotEmpty();
        for (String symbol : symbols) {
            String grey = symbol.replace(".svg", "-print.svg");
            String drawn = new String(Symbols.bytes(grey).orElseThrow(), StandardCharsets.UTF_8);
            coloured(drawn).forEach(colour -> coloured.add(symbol + " " + colour));
        }
        assertThat(coloured).isEmpty();
    }

    @Test
    void aStyleForPrintShowsTheGreySymbol() {
        assertThat(ColourScheme.PRINT.recoloured("href=\"symbols/shelter.svg\""))
                .contains("symbols/shelter-print.svg");
        assertThat(ColourScheme.COLOURBLIND.recoloured("href=\"symbols/shelter.svg\""))
                .contains("symbols/shelter.svg");
        assertThat(Symbols.bytes("symbols/none-print.svg")).isEmpty();
    }

    /** Relative luminance of sRGB: of pure red 0.2126, of green 0.7152, of blue 0.0722. */
    @Test
    void aColourWithoutALineInThePalettesBecomesTheGreyOfItsLightness() {
        assertThat(ColourScheme.PRINT.exchanged("#ff0000")).isEqualTo("#7F7F7F");
        assertThat(ColourScheme.PRINT.exchanged("#00ff00")).isEqualTo("#DCDCDC");
        assertThat(ColourScheme.PRINT.exchanged("#0000ff")).isEqualTo("#4C4C4C");
        assertThat(ColourScheme.PRINT.exchanged("#ffffff")).isEqualTo("#FFFFFF");
        assertThat(ColourScheme.COLOURBLIND.exchanged("#ff0000")).isEqualTo("#ff0000");
    }

    private static Set<String> coloured(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = COLOUR.matcher(text);
        while (matcher.find()) {
            String colour = matcher.group().toUpperCase(java.util.Locale.ROOT);
            if (!colour.substring(1, 3).equals(colour.substring(3, 5))
                    || !colour.substring(3, 5).equals(colour.substring(5, 7))) {
                found.add(colour);
            }
        }
        return found;
    }
}
