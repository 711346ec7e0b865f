package riskmap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Changes;
import riskmap.data.RowChange;

/**
 * Memory runs out in the middle of a step or of an import, 25 times each, every time a little later: it is done whole or
 * not at all, the program goes on editing, and the file is sound. The error is thrown where the work looks whether it was
 * cancelled and where it asks for the next row: a heap that is really full would stop the tests' own work too.
 */
class LittleMemoryTest {
    private static final int TIMES = 25;
    private static final int ROWS = 256 * TIMES;

    @TempDir
    Path folder;

    private Workspace project;
    private long rows;
    private long next = 1;

    @BeforeEach
    void open() {
        System.setProperty("riskmap.settings", folder.resolve("own").toString());
        EditProject.create(folder.resolve("区.gpkg"));
        project = Workspace.open(folder.resolve("区.gpkg"), false, Progress.silent());
    }

    @AfterEach
    void close() {
        project.close();
        System.clearProperty("riskmap.settings");
    }

    @Test
    void aStepForWhichMemoryRunsOutIsDoneWholeOrNotAtAll() {
        int starved = 0;
        for (int time = 1; time <= TIMES; time++) {
            starved += starves(time) ? 1 : 0;
            assertSound();
        }
        System.out.printf("little memory: steps starved %d of %d, half done 0%n", starved, TIMES);
        assertThat(starved).isEqualTo(TIMES);
        assertThat(project.store().verify(Progress.silent())).isEmpty();
    }

    @Test
    void anImportForWhichMemoryRunsOutIsDoneWholeOrNotAtAll() {
        for (int time = 1; time <= TIMES; time++) {
            Iterator<SimpleFeature> features = features(time * 37);
            boolean starved = false;
            try {
                project.edits().append(Message.of("导入"), "stop", features, 0, Progress.silent());
            } catch (OutOfMemoryError noMemory) {
                starved = true;
            }
            assertThat(starved).isTrue();
            assertSound();
        }
        assertThat(project.store().verify(Progress.silent())).isEmpty();
    }

    private boolean starves(int time) {
        int[] looks = {0};
        try {
            commit(ROWS, new Progress() {
                @Override
                public void report(double fraction, Message step) {
                    // only looked at
                }

                @Override
                public boolean isCancelled() {
                    if (++looks[0] == time) {
                        throw new OutOfMemoryError("thrown by the test");
                    }
                    return false;
                }
            });
            rows += ROWS;
            return false;
        } catch (OutOfMemoryError noMemory) {
            return true;
        }
    }

    /** Nothing half is there, and the next step is done. */
    private void assertSound() {
        assertThat(count()).isEqualTo(rows);
        commit(1, Progress.silent());
        rows++;
        assertThat(count()).isEqualTo(rows);
        assertThat(project.edits().history(1).get(0).rows()).isEqualTo(1);
    }

    private long count() {
        try {
            return project.features("stop").getFeatures().size();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void commit(int count, Progress progress) {
        List<RowChange> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            added.add(RowChange.added("stop", next++, EditProject.values("stop", new EditModel.Cell(i, i % 90 + 1))));
        }
        project.edits().commit(new Changes(Message.of("加"), added), progress);
    }

    /** Features of which the last cannot be made for want of memory. */
    private Iterator<SimpleFeature> features(int starvingAt) {
        SimpleFeatureType type = project.features("stop").getSchema();
        return new Iterator<>() {
            private int made;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public SimpleFeature next() {
                if (++made == starvingAt) {
                    throw new OutOfMemoryError("thrown by the test");
                }
                SimpleFeatureBuilder builder = new SimpleFeatureBuilder(type);
                EditProject.values("stop", new EditModel.Cell(made, 3)).forEach(builder::set);
                return builder.buildFeature(null);
            }
        };
    }
}
