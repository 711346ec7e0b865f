package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;
import riskmap.fault.Child;

/**
 * The real window is killed while somebody edits in it: the next start offers the recovery each time, everything that
 * the window had shown as done is there, and so is the drawing in progress. {@code -Driskmap.kills.window=300} kills it
 * more often: every kill is a start of the window, so that is slow.
 */
class WindowKillTest {
    @TempDir
    Path folder;

    @Test
    void aKilledWindowOffersTheRecoveryAndNothingIsMissing() throws Exception {
        kill(2);
    }

    @Test
    @Tag("slow")
    void theSameManyTimes() throws Exception {
        kill(Integer.getInteger("riskmap.kills.window", 30));
    }

    private void kill(int kills) throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "no screen");
        Path project = SmallProject.write(folder);
        TreeSet<String> expected = new TreeSet<>();
        Random random = new Random(7);
        int recovered = 0;
        int next = 0;
        int since = 0;
        for (int kill = 0; kill < kills; kill++) {
            List<String> said = run(project, next, random);
            boolean acknowledged = true;
            String last = null;
            for (String line : said) {
                if (line.startsWith("RECOVERED ")) {
                    String[] told = line.split(" ");
                    assertThat(Integer.parseInt(told[1])).as("steps told").isEqualTo(since);
                    assertThat(told[2]).as("corners of the drawing").isEqualTo("3");
                    recovered++;
                    since = 0;
                } else if (line.startsWith("TRY ")) {
                    last = line.substring(4);
                    acknowledged = false;
                    next++;
                } else if (line.equals("ACK")) {
                    expected.add(last);
                    acknowledged = true;
                    since++;
                }
            }
            TreeSet<String> found = added(project);
            if (!acknowledged && found.contains(last)) {
                expected.add(last);
                since++;
            }
            assertThat(found).as("kill " + kill).isEqualTo(expected);
        }
        System.out.printf(
                "windows killed %d, edits %d, recovery offered %d, lost 0%n", kills, expected.size(), recovered);
        assertThat(recovered).isEqualTo(kills - 1);
    }

    private List<String> run(Path project, int first, Random random) throws Exception {
        Process child = Child.start(
                WindowSurveyor.class,
                List.of("-Dprism.order=sw", "-Driskmap.settings=" + folder.resolve("settings")),
                Map.of(),
                project.toString(),
                Integer.toString(first));
        List<String> said = new ArrayList<>();
        BufferedReader lines = Child.lines(child);
        String line = lines.readLine();
        for (; line != null && !line.equals("READY"); line = lines.readLine()) {
            said.add(line);
        }
        if (line == null) {
            throw new IllegalStateException("the window did not come: " + said + Child.errors(child));
        }
        Thread.sleep(random.nextInt(300));
        child.toHandle().destroyForcibly();
        lines.lines().forEach(said::add);
        child.waitFor();
        return said;
    }

    private static TreeSet<String> added(Path project) throws Exception {
        TreeSet<String> names = new TreeSet<>();
        try (Workspace opened = Workspace.open(project, true, Progress.silent());
                SimpleFeatureIterator rows =
                        opened.features("shelter").getFeatures().features()) {
            while (rows.hasNext()) {
                String name = (String) rows.next().getAttribute("name");
                if (name.startsWith("新增")) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}
