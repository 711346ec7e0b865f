package riskmap.ui.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The place where something is saved has the ending of its kind, and nothing there goes unasked. */
class SavePlaceTest {
    @TempDir
    Path folder;

    private final List<String> asked = new java.util.ArrayList<>();

    @Test
    void aNameWithoutAnEndingGetsThatOfItsKind() {
        assertThat(saved(place(), "墙上的图")).contains(folder.resolve("墙上的图.pdf"));
        assertThat(saved(place(), "图.2026")).contains(folder.resolve("图.2026.pdf"));
    }

    @Test
    void aNameThatHasAnEndingKeepsItWhateverItsCase() {
        assertThat(saved(place(), "图.PDF")).contains(folder.resolve("图.PDF"));
        assertThat(saved(place(), "图.tiff")).contains(folder.resolve("图.tiff"));
    }

    @Test
    void theSuggestedNameFollowsTheKindThatWasChosen() {
        assertThat(place().ask(chooser -> choose(chooser, 1, "一张图.pdf"), file -> true))
                .contains(folder.resolve("一张图.tif"));
    }

    @Test
    void aNameThatWasTypedWholeIsTakenAtItsWord() {
        assertThat(place().ask(chooser -> choose(chooser, 1, "别的.pdf"), file -> true))
                .contains(folder.resolve("别的.pdf"));
    }

    @Test
    void aFileThatOnlyTheWholeNameMeetsIsNotReplacedUnasked() throws IOException {
        Files.writeString(folder.resolve("图.pdf"), "the meeting's map");
        Deque<String> names = new ArrayDeque<>(List.of("图", "图二"));

        Optional<Path> chosen = place().ask(chooser -> choose(chooser, 0, names.pop()), file -> {
            asked.add(file.getName());
            return false;
        });

        assertThat(asked).containsExactly("图.pdf");
        assertThat(chosen).contains(folder.resolve("图二.pdf"));
    }

    @Test
    void aNameThatTheSystemHasAskedAboutIsNotAskedAboutAgain() throws IOException {
        Files.writeString(folder.resolve("图.pdf"), "the meeting's map");
        assertThat(saved(place(), "图.pdf")).contains(folder.resolve("图.pdf"));
        assertThat(asked).isEmpty();
    }

    @Test
    void whoGivesUpChoosesNoPlace() {
        assertThat(place().ask(chooser -> null, file -> true)).isEmpty();
    }

    private SavePlace place() {
        return new SavePlace("ui.print-save", "一张图.pdf").kind("PDF", "pdf").kind("TIFF", "tif", "tiff");
    }

    private Optional<Path> saved(SavePlace place, String name) {
        return place.ask(chooser -> choose(chooser, 0, name), file -> {
            asked.add(file.getName());
            return true;
        });
    }

    private File choose(FileChooser chooser, int kind, String name) {
        chooser.setSelectedExtensionFilter(chooser.getExtensionFilters().get(kind));
        return folder.resolve(name).toFile();
    }
}
