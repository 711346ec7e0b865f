package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.app.project.BackupPlan;
import riskmap.base.Language;
import riskmap.ui.look.Theme;

class PreferencesTest {
    @TempDir
    private Path folder;

    @Test
    void whatWasChosenIsThereAgain() throws IOException {
        Path project = Files.createFile(folder.resolve("一区.gpkg"));
        Path file = folder.resolve("new/window.json");
        Preferences first = Preferences.read(file);
        first.choose(Theme.DARK);
        first.choose(Language.ENGLISH);
        first.opened(project);
        Preferences second = Preferences.read(file);
        assertThat(second.theme()).isEqualTo(Theme.DARK);
        assertThat(second.language()).isEqualTo(Language.ENGLISH);
        assertThat(second.recent()).containsExactly(project);
    }

    @Test
    void aProjectThatIsGoneIsNotOffered() throws IOException {
        Path project = Files.createFile(folder.resolve("a.gpkg"));
        Preferences preferences = Preferences.read(folder.resolve("window.json"));
        preferences.opened(project);
        Files.delete(project);
        assertThat(preferences.recent()).isEmpty();
    }

    @Test
    void theLatestProjectStandsFirstAndOnce() throws IOException {
        Path a = Files.createFile(folder.resolve("a.gpkg"));
        Path b = Files.createFile(folder.resolve("b.gpkg"));
        Preferences preferences = Preferences.read(folder.resolve("window.json"));
        preferences.opened(a);
        preferences.opened(b);
        preferences.opened(a);
        assertThat(preferences.recent()).containsExactly(a, b);
        preferences.forget(a);
        assertThat(preferences.recent()).containsExactly(b);
    }

    @Test
    void aPlanOfBackupsThatMakesNoSenseIsTheStandardOrTheNearestThatDoes() {
        Preferences preferences = Preferences.read(folder.resolve("window.json"));
        assertThat(preferences.backups()).isEqualTo(BackupPlan.STANDARD);
        preferences.choose(new BackupPlan(30, 20));
        assertThat(Preferences.read(folder.resolve("window.json")).backups()).isEqualTo(new BackupPlan(30, 20));
        preferences.choose("backup-minutes", "0");
        preferences.choose("backups-kept", "-3");
        assertThat(preferences.backups()).isEqualTo(new BackupPlan(1, 10));
    }

    @Test
    void aDamagedFileMeansTheDefaults() throws IOException {
        Path file = Files.writeString(folder.resolve("window.json"), "{\"theme\": [1, \"recent\"");
        assertThat(Preferences.read(file).theme()).isEqualTo(Theme.LIGHT);
    }
}
