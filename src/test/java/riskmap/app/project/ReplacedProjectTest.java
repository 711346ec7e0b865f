package riskmap.app.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.app.demo.DemonstrationDistrict;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.gpkg.GeoPackage;
import riskmap.fault.Child;

/**
 * A project that takes the place of one that is in use: two runs of the demonstration in one folder once left a project
 * with the log of the other beside it, and an index without the row that the log had brought.
 */
class ReplacedProjectTest {
    @TempDir
    Path folder;

    /** Another program: opens a project, changes it, says so, and holds it until its input ends. */
    public static final class Other {
        private Other() {}

        public static void main(String[] arguments) throws Exception {
            try (Workspace open = Workspace.open(Path.of(arguments[0]), false, Progress.silent())) {
                open.store().putDocument("note", "\"其他程序\"");
                System.out.println("HELD");
                System.in.read();
            }
        }
    }

    @Test
    void theLogOfTheFormerFileIsNotTakenForTheLogOfTheNewOne() throws Exception {
        Path former = folder.resolve("former.gpkg");
        Path project = folder.resolve("demo.gpkg");
        Path log = folder.resolve("demo.gpkg-wal");
        make(former);
        make(project);
        try (GeoPackage open = GeoPackage.open(former, false)) {
            open.putDocument("note", "\"only in the log\"");
            Files.copy(folder.resolve("former.gpkg-wal"), log);
        }
        byte[] before = Files.readAllBytes(project);
        for (boolean readOnly : new boolean[] {true, false}) {
            assertThatThrownBy(() -> GeoPackage.open(project, readOnly).close())
                    .isInstanceOf(RiskMapException.class)
                    .hasMessageContaining("foreign-log");
        }
        assertThat(Files.readAllBytes(project)).isEqualTo(before);
        Files.delete(log);
        try (GeoPackage alone = GeoPackage.open(project, true)) {
            assertThat(alone.documents("")).containsExactly("settings");
        }
    }

    @Test
    void theDemonstrationDoesNotReplaceAProjectThatAnotherProgramHasOpen() throws Exception {
        Path project = folder.resolve(DemonstrationDistrict.PROJECT);
        make(project);
        Process other = Child.start(Other.class, List.of(), Map.of(), project.toString());
        try {
            assertThat(Child.lines(other).readLine()).isEqualTo("HELD");
            refused(project);
        } finally {
            other.getOutputStream().close();
            assertThat(other.waitFor()).as(Child.errors(other)).isZero();
        }
        // nor one that a program has open that knows nothing of locks
        try (GeoPackage open = GeoPackage.open(project, false)) {
            assertThat(open.document("note")).contains("\"其他程序\"");
            refused(project);
        }
    }

    private void refused(Path project) throws Exception {
        byte[] before = Files.readAllBytes(folder.resolve("demo.gpkg-wal"));
        assertThat(before).isNotEmpty();
        DemonstrationDistrict demonstration = new DemonstrationDistrict(DemonstrationDistrict.Size.SMALL);
        assertThatThrownBy(() -> demonstration.write(folder, Progress.silent())).isInstanceOf(RiskMapException.class);
        assertThat(folder.resolve(DemonstrationDistrict.FORMER)).doesNotExist();
        assertThat(folder.resolve(DemonstrationDistrict.ELEVATION)).doesNotExist();
        assertThat(project).exists();
    }

    /** The same file each time, as the demonstration is. */
    private static void make(Path file) {
        try (GeoPackage made = GeoPackage.create(file)) {
            made.putDocument("settings", "{}");
        }
    }
}
