package riskmap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import riskmap.base.SafeFile;

/**
 * Settings and other small files are written while the program is killed, 500 times, and while the power goes, 2,000
 * times: each is the old one or the new one, never empty, never half. A process writes ten files, so that a kill hits ten
 * writings. {@code -Driskmap.kills.settings=5000}, {@code -Driskmap.cuts=20000} go further.
 */
class SettingsKillTest {
    private static final int KILLS = Integer.getInteger("riskmap.kills.settings", 500);
    private static final int CUTS = Integer.getInteger("riskmap.cuts", 2000);
    /** Cuts that it takes to find out a program that does not force its files. */
    private static final int FOUND_OUT = 300;

    private static final int FILES = 10;
    private static final int WRITINGS = 60;

    private Path workshop;

    @BeforeEach
    void folders() throws Exception {
        workshop = Folders.inMemory("riskmap-settings");
    }

    @AfterEach
    void clean() throws Exception {
        Folders.remove(workshop);
    }

    /** Writes files again and again, each with its own numbers. Arguments: folder, files, writings of each (0: no end), ticks. */
    public static final class Writer {
        private static final OutputStream OUT = new FileOutputStream(FileDescriptor.out);

        private Writer() {}

        public static void main(String[] arguments) {
            int files = Integer.parseInt(arguments[1]);
            for (int i = 0; i < files; i++) {
                int number = i;
                new Thread(() -> write(arguments, number)).start();
            }
        }

        private static void write(String[] arguments, int number) {
            Path file = Path.of(arguments[0], "f" + number + ".json");
            int most = Integer.parseInt(arguments[2]);
            try (OutputStream ticks =
                    arguments.length > 3 ? new FileOutputStream(arguments[3], true) : OutputStream.nullOutputStream()) {
                int first = parsed(file) + 1;
                for (int n = first; most == 0 || n < first + most; n++) {
                    say("TRY " + number + " " + n);
                    SafeFile.write(file, content(n));
                    ticks.write('.');
                    say("ACK " + number + " " + n);
                }
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        private static void say(String line) throws java.io.IOException {
            OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static byte[] content(int number) {
        byte[] content = new byte[200 + number * 37 % 9000];
        Arrays.fill(content, (byte) ('a' + number % 26));
        byte[] head = (number + "\n").getBytes(StandardCharsets.UTF_8);
        System.arraycopy(head, 0, content, 0, head.length);
        return content;
    }

    /** The number in a file; -1 where there is none yet. What is neither is damaged. */
    private static int parsed(Path file) throws java.io.IOException {
        if (!Files.exists(file)) {
            return -1;
        }
        byte[] found = Files.readAllBytes(file);
        String text = new String(found, StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        if (end < 1 || !Arrays.equals(found, content(Integer.parseInt(text.substring(0, end))))) {
            throw new IllegalStateException("damaged: " + file + " " + found.length);
        }
        return Integer.parseInt(text.substring(0, end));
    }

    @Test
    void aKilledProgramLeavesTheOldFileOrTheNewOne() throws Exception {
        Path folder = Files.createDirectory(workshop.resolve("files"));
        List<String> quick = Child.quickStart(
                workshop, Writer.class, List.of(workshop.resolve("training").toString(), "2", "3"));
        Random random = new Random(3);
        int acked = 0;
        int kills = 0;
        for (; kills < KILLS; kills += FILES) {
            Process child = Child.start(Writer.class, quick, Map.of(), folder.toString(), Integer.toString(FILES), "0");
            BufferedReader lines = Child.lines(child);
            List<String> said = new ArrayList<>();
            while (said.isEmpty() || !said.get(said.size() - 1).startsWith("ACK")) {
                String line = lines.readLine();
                if (line == null) {
                    throw new IllegalStateException("the writer ended: " + Child.errors(child));
                }
                said.add(line);
            }
            Thread.sleep(random.nextInt(60));
            child.toHandle().destroyForcibly();
            lines.lines().forEach(said::add);
            child.waitFor();
            TreeMap<Integer, Integer> last = new TreeMap<>();
            for (String line : said) {
                String[] words = line.split(" ");
                if (words[0].equals("ACK")) {
                    last.put(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
                    acked++;
                }
            }
            for (Map.Entry<Integer, Integer> file : last.entrySet()) {
                int found = parsed(folder.resolve("f" + file.getKey() + ".json"));
                assertThat(found).isBetween(file.getValue(), file.getValue() + 1);
            }
        }
        System.out.printf("settings: kills %d in %d processes, writings %d, broken 0%n", kills, kills / FILES, acked);
        assertThat(acked).as("each kill hit a program at work").isGreaterThanOrEqualTo(kills / FILES);
    }

    @Test
    void aPowerCutLeavesTheOldFileOrTheNewOne() throws Exception {
        TreeMap<String, Integer> counts = cutOften(CUTS, event -> true);
        System.out.printf("settings: power cuts %s, writings %d%n", counts, WRITINGS);
        assertThat(counts).containsOnlyKeys("old or new");
    }

    /** The test of the test: a file that is renamed without being forced must be found empty or torn. */
    @Test
    void aFileThatIsNotForcedIsFoundOut() throws Exception {
        TreeMap<String, Integer> counts =
                cutOften(FOUND_OUT, event -> event.kind() != 'S' || Files.isDirectory(Path.of(event.path())));
        System.out.printf("settings: power cuts, files not forced (must lose): %s%n", counts);
        assertThat(counts.getOrDefault("damaged", 0)).isGreaterThan(FOUND_OUT / 20);
    }

    /** The test of the test: names of a folder that is not forced must be found to be the old ones. */
    @Test
    void aFolderThatIsNotForcedIsFoundOut() throws Exception {
        TreeMap<String, Integer> counts =
                cutOften(FOUND_OUT, event -> event.kind() != 'S' || !Files.isDirectory(Path.of(event.path())));
        System.out.printf("settings: power cuts, folder not forced (must lose): %s%n", counts);
        assertThat(counts.getOrDefault("lost", 0)).isGreaterThan(FOUND_OUT / 20);
    }

    /** Cuts the power while a file is written; what did not happen is left out of what the program did. */
    private TreeMap<String, Integer> cutOften(int most, Predicate<Recording.Event> happened) throws Exception {
        Path recorded = Files.createDirectory(workshop.resolve("disk"));
        Path log = workshop.resolve("log");
        SimulatedDisk disk = new SimulatedDisk(recorded);
        Process child = Child.start(
                Writer.class,
                List.of(),
                Recorder.environment(workshop, recorded, log),
                recorded.toString(),
                "1",
                Integer.toString(WRITINGS),
                recorded.resolve("ack").toString());
        child.getInputStream().readAllBytes();
        assertThat(child.waitFor()).as(Child.errors(child)).isZero();
        List<Recording.Event> events =
                Recording.read(log).events().stream().filter(happened).toList();
        Random random = new Random(11);
        Path target = workshop.resolve("left");
        TreeMap<String, Integer> counts = new TreeMap<>();
        int acked = 0;
        int cuts = 0;
        for (int i = 0; i < events.size(); i++) {
            Recording.Event event = events.get(i);
            for (; cuts < (long) most * (i + 1) / events.size(); cuts++) {
                Files.createDirectory(target);
                disk.cut(random, target);
                counts.merge(judge(target.resolve("f0.json"), acked), 1, Integer::sum);
                Folders.remove(target);
            }
            if (event.path().endsWith("/ack")) {
                acked += event.bytes().length;
            } else {
                disk.apply(event);
            }
        }
        assertThat(acked).isEqualTo(WRITINGS);
        return counts;
    }

    private static String judge(Path file, int acked) throws java.io.IOException {
        try {
            int found = parsed(file);
            return found == acked || found == acked - 1 ? "old or new" : "lost";
        } catch (IllegalStateException | NumberFormatException damaged) {
            return "damaged";
        }
    }
}
