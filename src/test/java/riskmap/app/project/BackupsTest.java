package riskmap.app.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.base.CancelledException;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.data.Changes;
import riskmap.data.RowChange;
import riskmap.data.gpkg.GeoPackage;
import riskmap.geo.crs.Crs;

class BackupsTest {
    @TempDir
    Path folder;

    @Test
    void aBackupHoldsTheStateItWasMadeInAndAnUnchangedStateIsNotCopiedAgain() throws Exception {
        try (Workspace project = project()) {
            place(project, "东山");
            Path first = project.backups().make(Progress.silent());
            assertThat(first.getParent()).isEqualTo(folder.resolve("区.backups"));
            assertThat(project.backups().make(Progress.silent())).isEqualTo(first);
            place(project, "西山");
            Path second = project.backups().make(Progress.silent());
            assertThat(project.backups().list()).containsExactly(second, first);
            assertThat(places(first)).isEqualTo(1);
            assertThat(places(second)).isEqualTo(2);
        }
        try (Workspace again = Workspace.open(folder.resolve("区.gpkg"), false, Progress.silent())) {
            again.backups().make(Progress.silent());
            assertThat(again.backups().list()).hasSize(2);
        }
    }

    @Test
    void theTenNewestAreKeptByTheirNumberNotByTheirTime() throws Exception {
        try (Workspace project = project()) {
            List<Path> made = new ArrayList<>();
            for (int i = 0; i < 13; i++) {
                place(project, "山" + i);
                made.add(project.backups().make(Progress.silent()));
                // a clock that runs backwards changes nothing
                Files.setLastModifiedTime(
                        made.get(i), java.nio.file.attribute.FileTime.fromMillis(1_000_000_000L - i * 1000L));
            }
            List<Path> newestFirst = new ArrayList<>(made.subList(3, 13));
            java.util.Collections.reverse(newestFirst);
            assertThat(project.backups().list()).containsExactlyElementsOf(newestFirst);
        }
    }

    @Test
    void asManyAreKeptAsThePlanSaysAndTheTwoLatestWhateverItSays() throws Exception {
        try (Workspace project = project()) {
            project.backups().follow(new BackupPlan(60, 3));
            List<Path> made = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                place(project, "山" + i);
                made.add(project.backups().make(Progress.silent()));
            }
            assertThat(project.backups().list()).containsExactly(made.get(4), made.get(3), made.get(2));
            project.backups().follow(new BackupPlan(60, 0));
            place(project, "海");
            Path last = project.backups().make(Progress.silent());
            assertThat(project.backups().list()).containsExactly(last, made.get(4));
        }
    }

    @Test
    void aCancelledBackupLeavesNothing() throws Exception {
        try (Workspace project = project()) {
            assertThatThrownBy(() -> project.backups().make(new Progress() {
                        @Override
                        public void report(double fraction, Message step) {
                            // not watched
                        }

                        @Override
                        public boolean isCancelled() {
                            return true;
                        }
                    }))
                    .isInstanceOf(CancelledException.class);
            try (var files = Files.list(project.backups().folder())) {
                assertThat(files).isEmpty();
            }
        }
    }

    @Test
    void editingBeginsWithABackupMadeBesideIt() throws Exception {
        try (Workspace project = project()) {
            project.backups().begin();
            long began = System.nanoTime();
            while (project.backups().list().isEmpty()) {
                assertThat(System.nanoTime() - began).isLessThan(20_000_000_000L);
                Thread.sleep(20);
            }
            place(project, "东山");
            assertThat(project.backups().problem()).isEmpty();
            assertThat(places(project.backups().list().get(0))).isZero();
        }
    }

    private Workspace project() {
        Workspace project = Workspace.create(folder.resolve("区.gpkg"), "区", "EPSG:4550");
        project.store()
                .createLayer(Catalogue.standard().find("place").orElseThrow().featureType("place", Crs.of(4550)), null);
        return project;
    }

    private static void place(Workspace project, String name) {
        RowChange row = RowChange.added(
                "place",
                project.edits().newFid("place"),
                Map.of("geom", new GeometryFactory().createPoint(new Coordinate(1, 2)), "name", name));
        project.edits().commit(Changes.of(Message.of("添加"), row), Progress.silent());
    }

    private static int places(Path file) throws Exception {
        try (GeoPackage copy = GeoPackage.open(file, true)) {
            return copy.dataStore().getFeatureSource("place").getFeatures().size();
        }
    }
}
