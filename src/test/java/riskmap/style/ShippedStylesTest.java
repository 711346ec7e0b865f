package riskmap.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import riskmap.base.Language;
import riskmap.data.Catalogue;
import riskmap.data.LayerKind;

/** Every file of {@code styles/} is a style that is understood whole and writes back. */
class ShippedStylesTest {
    private static final Path FOLDER = Path.of("styles");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".sld"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsUnderstoodWholeAndWritesBackEqual(Path file) {
        SldReader.Result read = SldReader.read(file);
        assertThat(read.notes()).isEmpty();
        for (SldWriter.Dialect dialect : SldWriter.Dialect.values()) {
            String written = SldWriter.write(read.style(), dialect);
            SldReader.Result again = SldReader.parse(written);
            assertThat(again.notes()).isEmpty();
            assertThat(again.style()).isEqualTo(read.style());
            assertThat(SldWriter.write(again.style(), dialect)).isEqualTo(written);
        }
        assertThat(read.style().getName() + ".sld").isEqualTo(file.getFileName().toString());
    }

    @Test
    void everyKindOfTheCatalogueHasAStyle() {
        List<String> missing = new ArrayList<>();
        for (LayerKind kind : Catalogue.standard().kinds()) {
            if (!Styles.exists(kind.style())) {
                missing.add(kind.key());
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everySymbolThatAStyleNamesExistsAndEverySymbolIsUsed() throws IOException {
        Pattern symbol = Pattern.compile("symbols/[A-Za-z0-9_-]+\\.svg");
        List<String> used = new ArrayList<>();
        for (Path file : files()) {
            Matcher matcher = symbol.matcher(Files.readString(file));
            while (matcher.find()) {
                used.add(matcher.group());
                assertThat(Symbols.bytes(matcher.group())).as(matcher.group()).isPresent();
            }
        }
        try (Stream<Path> drawings = Files.list(FOLDER.resolve("symbols"))) {
            assertThat(drawings.map(file -> "symbols/" + file.getFileName())).allMatch(used::contains);
        }
    }

    @Test
    void theFourLevelsComeFromHighToLowInBothLanguages() {
        for (String name : List.of("risk_zone", "risk_zone-colourblind", "risk_zone-print")) {
            List<LegendEntry> entries = LegendEntry.of(Styles.shipped(name));
            assertThat(entries).extracting(LegendEntry::chinese).containsExactly("高风险", "较高风险", "中风险", "低风险");
            assertThat(entries)
                    .extracting(entry -> entry.title(Language.ENGLISH))
                    .containsExactly("High risk", "Rather high risk", "Medium risk", "Low risk");
        }
    }

    @Test
    void classesOfAQuantitySayWhichClassABreakBelongsTo() {
        assertThat(LegendEntry.of(Styles.shipped("flood_zone")))
                .extracting(LegendEntry::chinese)
                .contains("淹没水深 [0, 0.5) m", "淹没水深 [0.5, 1) m", "淹没水深 ≥ 2 m");
    }
}
