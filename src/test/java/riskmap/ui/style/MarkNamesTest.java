package riskmap.ui.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import riskmap.base.Language;

/** Markers are called by words, not by the names of files. */
class MarkNamesTest {
    @Test
    void everyShapeAndEveryShippedDrawingHasANameInBothLanguages() throws IOException {
        List<String> names = new ArrayList<>(MarkNames.SHAPES);
        try (Stream<Path> files = Files.list(Path.of("styles/symbols"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".svg"))
                    .forEach(file -> names.add("symbols/" + file));
        }
        assertThat(names).contains("circle", "symbols/shelter.svg");
        for (String name : names) {
            assertThat(MarkNames.message(name).text(Language.CHINESE)).as(name).matches("\\p{IsHan}+");
            assertThat(MarkNames.message(name).text(Language.ENGLISH)).as(name).matches("[A-Z][a-zA-Z ]*");
        }
    }

    @Test
    void aDrawingOfTheUsersOwnIsCalledByItsFile() {
        assertThat(MarkNames.title("symbols/My_mark.svg").get()).isEqualTo("My_mark");
    }
}
