package riskmap.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Progress;
import riskmap.data.Changes;
import riskmap.data.RowChange;
import riskmap.data.gpkg.GeoPackage;

/** Steps by the thousand: {@code -Driskmap.steps=5000} for the long version. */
class LongHistoryTest {
    private static final int STEPS = Integer.getInteger("riskmap.steps", 300);
    /** A geometry of this many vertices has 32 kB; a step holds it twice. */
    private static final int VERTICES = 2_000;

    private static final long MEGABYTE = 1024 * 1024;

    @TempDir
    private Path folder;

    @Test
    void aLongHistoryLiesOnDiskAndLeadsBackToTheBeginning() {
        try (GeoPackage file = SurveyFile.create(folder.resolve("a.gpkg"), "flood_zone");
                EditSession session = SurveyFile.session(file)) {
            long fid = session.newFid("flood_zone");
            Geometry first = ring(0);
            session.commit(
                    Changes.of(
                            SurveyFile.name("draw"),
                            RowChange.added(
                                    "flood_zone",
                                    fid,
                                    SurveyFile.row(
                                            "geom",
                                            first,
                                            "flood_source",
                                            "river",
                                            "return_period_years",
                                            50L,
                                            "depth_m",
                                            1.0))),
                    Progress.silent());
            Object drawn = shape(file, fid);
            long before = used();
            Geometry last = first;
            for (int i = 1; i <= STEPS; i++) {
                Geometry next = ring(i);
                session.commit(
                        Changes.of(
                                SurveyFile.name("move " + i), RowChange.changed("flood_zone", fid, "geom", last, next)),
                        Progress.silent());
                last = next;
            }
            assertThat(session.undoName().orElseThrow().key()).isEqualTo("move " + STEPS);
            assertThat(used() - before).as("bytes held").isLessThan(16 * MEGABYTE);
            for (int i = STEPS; i >= 1; i--) {
                assertThat(session.undoName().orElseThrow().key()).isEqualTo("move " + i);
                session.undo(Progress.silent());
            }
            assertThat(used() - before).as("bytes held").isLessThan(16 * MEGABYTE);
            assertThat(RowChange.same(shape(file, fid), drawn)).isTrue();
            assertThat(session.redoName().orElseThrow().key()).isEqualTo("move 1");
        }
    }

    private static Object shape(GeoPackage file, long fid) {
        return file.edits().values("flood_zone", fid, List.of("geom")).get("geom");
    }

    private static Geometry ring(int turn) {
        StringBuilder wkt = new StringBuilder("MULTIPOLYGON(((");
        for (int i = 0; i <= VERTICES; i++) {
            double angle = 2 * Math.PI * (i % VERTICES) / VERTICES;
            double radius = 1000 + turn % 97;
            wkt.append(i == 0 ? "" : ",")
                    .append(500_000 + radius * Math.cos(angle))
                    .append(' ')
                    .append(4_140_000 + radius * Math.sin(angle));
        }
        return SurveyFile.wkt(wkt.append(")))").toString());
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
