package riskmap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.app.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Changes;
import riskmap.data.RowChange;

/**
 * Memory runs out in the middle of an edit, 50 times, with a little more left each time: the step is done whole or not at
 * all, and the program can go on editing and close in order.
 */
class LittleMemoryTest {
    private static final int TIMES = 50;

    @TempDir
    Path folder;

    /** Leaves less and less memory to a large step. Arguments: project. */
    public static final class Worker {
        private static final int ROWS = 4_000;
        private static final int PIECE = 64 << 10;

        private Worker() {}

        public static void main(String[] arguments) {
            Path project = Path.of(arguments[0]);
            int starved = 0;
            int done = 0;
            try (Workspace open = Workspace.open(project, false, Progress.silent())) {
                commit(open, 1, 10);
                long rows = 10;
                for (int time = 1; time <= TIMES; time++) {
                    long first = time * 10_000L;
                    try {
                        starve(open, first, time);
                        done++;
                        rows += ROWS;
                    } catch (OutOfMemoryError | RiskMapException noMemory) {
                        starved++;
                    }
                    long there = open.store().edits().history(1).get(0).rows();
                    long count = count(open);
                    if (count != rows) {
                        System.out.println(
                                "PROBLEM " + count + " rows of " + rows + " after " + time + ", last " + there);
                        return;
                    }
                    if (count > 2 * ROWS) {
                        open.edits().undo(Progress.silent());
                        rows -= ROWS;
                    }
                }
                commit(open, 9_000_000, 5);
                rows += 5;
                System.out.println("RESULT " + starved + " " + done + " " + rows);
            }
        }

        private static void starve(Workspace open, long first, int time) {
            List<byte[]> ballast = new ArrayList<>();
            try {
                while (true) {
                    ballast.add(new byte[PIECE]);
                }
            } catch (OutOfMemoryError full) {
                for (int i = 0; i < time * 4 && !ballast.isEmpty(); i++) {
                    ballast.remove(ballast.size() - 1);
                }
            }
            commit(open, first, ROWS);
            if (ballast.size() > Integer.MAX_VALUE / 2) {
                throw new IllegalStateException("the ballast must live until here");
            }
        }

        private static void commit(Workspace open, long first, int count) {
            List<RowChange> rows = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                rows.add(RowChange.added("stop", first + i, EditProject.values("stop", new EditModel.Cell(i, i))));
            }
            open.edits().commit(new Changes(Message.of("加"), rows), Progress.silent());
        }

        private static long count(Workspace open) {
            try {
                return open.features("stop").getFeatures().size();
            } catch (java.io.IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void aStepForWhichMemoryRunsOutIsDoneWholeOrNotAtAll() throws Exception {
        Path project = folder.resolve("区.gpkg");
        EditProject.create(project);
        Process child = Child.start(
                Worker.class,
                List.of("-Xmx48m", "-Driskmap.settings=" + folder.resolve("own")),
                Map.of(),
                project.toString());
        List<String> said = Child.lines(child).lines().toList();
        assertThat(child.waitFor()).as(said + Child.errors(child)).isZero();
        String result = said.get(said.size() - 1);
        assertThat(result).startsWith("RESULT");
        System.out.println("little memory: starved, done, rows: " + result.substring(7));
        assertThat(Integer.parseInt(result.split(" ")[1])).as("memory ran out").isGreaterThan(10);
        try (Workspace open = Workspace.open(project, false, Progress.silent())) {
            assertThat(open.store().verify(Progress.silent())).isEmpty();
            assertThat(open.edits().interrupted()).isEmpty();
        }
        assertThat(Files.exists(folder.resolve("区.gpkg-wal"))).isFalse();
    }
}
