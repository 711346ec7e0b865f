package riskmap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import riskmap.app.demo.DemonstrationDistrict;
import riskmap.app.export.ExportRequest;
import riskmap.app.export.Exports;
import riskmap.app.importing.ImportRequest;
import riskmap.app.importing.Imports;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;

/**
 * The power goes while whole files are written: backups, an import into a project, exports, an import that makes a project. Each
 * is there whole or not at all, and there once it was called finished. Recorded and cut as {@link PowerCutTest} does it;
 * {@code -Driskmap.cuts.files=20000} cuts more often.
 */
class PowerCutFilesTest {
    private static final int CUTS = Integer.getInteger("riskmap.cuts.files", 600);
    /** Cuts when all is done. */
    private static final int AFTERWARDS = 40;

    private static final int ROWS = 900;
    private static final String TABLE = "table.csv";
    private static final String FORMER = "former\n";
    private static final int TICKS = 6;

    private Path workshop;
    private Path recorded;

    @BeforeEach
    void folders() throws IOException {
        workshop = Folders.inMemory("riskmap-cut-files");
        recorded = Files.createDirectory(workshop.resolve("disk"));
    }

    @AfterEach
    void clean() throws IOException {
        Folders.remove(workshop);
    }

    /**
     * Two backups with a step before each, an import into the project, an export over a table that is there, one to a
     * shapefile, an import into a new project; a tick after each.
     */
    public static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            Path project = folder.resolve("p.gpkg");
            try (OutputStream ticks = new FileOutputStream(folder.resolve("ack").toFile(), true)) {
                EditModel model = EditProject.fresh();
                try (Workspace open = Workspace.open(project, false, Progress.silent())) {
                    for (String step : new String[] {"+stop:11:1", "+stop:12:2"}) {
                        EditProject.perform(open.edits(), model, EditOperation.parse(step));
                        model.apply(EditOperation.parse(step));
                        open.backups().make(Progress.silent());
                        ticks.write('.');
                    }
                    Imports.run(request(project, arguments[1]), open, Progress.silent());
                    ticks.write('.');
                    for (String name : new String[] {TABLE, "places.shp"}) {
                        Exports.run(ExportRequest.of("places", folder.resolve(name)), open, Progress.silent());
                        ticks.write('.');
                    }
                }
                Imports.run(request(folder.resolve("new.gpkg"), arguments[1]), Progress.silent());
                ticks.write('.');
            }
        }

        private static ImportRequest request(Path project, String source) {
            return ImportRequest.of(project, source).withCrs("EPSG:4550");
        }
    }

    @Test
    void backupsAndImportsAreThereWholeOrNotAtAll() throws Exception {
        SimulatedDisk careless = prepare();
        SimulatedDisk disk = new SimulatedDisk(recorded);
        List<Recording.Event> events = record().events();
        TreeMap<String, Integer> counts = cutOften(disk, events, CUTS);
        System.out.printf("power cuts while files are written: %s%n", counts);
        assertThat(counts.keySet()).allMatch(outcome -> outcome.startsWith("whole"));
        assertThat(counts)
                .containsKeys("whole after 0", "whole after 1", "whole after 3", "whole after 4", "whole after 6");
        mustLose(careless, events);
    }

    /** Writes a demonstration project into a folder. */
    public static final class Demonstration {
        private Demonstration() {}

        public static void main(String[] arguments) {
            new DemonstrationDistrict(DemonstrationDistrict.Size.SMALL).write(Path.of(arguments[0]), Progress.silent());
        }
    }

    @Test
    @Tag("slow")
    void aDemonstrationProjectIsOnTheDiskBeforeItGetsItsName() throws Exception {
        Path log = workshop.resolve("log");
        Process child = Child.start(
                Demonstration.class,
                List.of("-Driskmap.settings=" + workshop.resolve("own")),
                Recorder.environment(workshop, recorded, log),
                recorded.toString());
        Child.lines(child).lines().forEach(line -> {});
        assertThat(child.waitFor()).as(Child.errors(child)).isZero();
        List<Recording.Event> events = Recording.read(log).events();
        String project = recorded.resolve("demo.gpkg").toString();
        int named = IntStream.range(0, events.size())
                .filter(i ->
                        events.get(i).kind() == 'R' && events.get(i).other().equals(project))
                .findFirst()
                .orElseThrow();
        String unfinished = events.get(named).path();
        List<Character> before = events.subList(0, named).stream()
                .filter(event -> event.path().equals(unfinished))
                .map(Recording.Event::kind)
                .toList();
        assertThat(before).contains('W').last().isEqualTo('S');
        assertThat(events.subList(named, events.size()))
                .as("the name lasts")
                .anyMatch(event -> event.kind() == 'S' && event.path().equals(recorded.toString()));
    }

    /** The test of the test: where the database is not forced it must find losses. */
    @Test
    void aWeakerSettingIsFoundOut() throws Exception {
        SimulatedDisk disk = prepare();
        List<Recording.Event> events = record("-Driskmap.synchronous=OFF").events();
        TreeMap<String, Integer> counts = cutOften(disk, events, 80);
        counts.keySet().removeIf(outcome -> outcome.startsWith("whole"));
        assertThat(counts).hasSizeGreaterThan(2);
    }

    /** What a program would have done that forces its databases only; files that it renames are then empty, cut or gone. */
    private void mustLose(SimulatedDisk disk, List<Recording.Event> events) throws IOException {
        List<Recording.Event> careless = events.stream()
                .filter(event -> event.kind() != 'S' || event.path().contains(".gpkg"))
                .toList();
        TreeMap<String, Integer> counts = cutOften(disk, careless, 100);
        System.out.printf("power cuts, files not forced (must lose): %d outcomes%n", counts.size());
        assertThat(counts.keySet()).anyMatch(outcome -> outcome.contains(TABLE));
        assertThat(counts.keySet()).anyMatch(outcome -> outcome.contains("places.dbf"));
    }

    private SimulatedDisk prepare() throws IOException {
        EditProject.create(recorded.resolve("p.gpkg"));
        Files.writeString(recorded.resolve(TABLE), FORMER);
        return new SimulatedDisk(recorded);
    }

    private TreeMap<String, Integer> cutOften(SimulatedDisk disk, List<Recording.Event> events, int cuts)
            throws IOException {
        Random random = new Random(11);
        int[] hits = IntStream.concat(
                        random.ints(cuts, 0, events.size()),
                        IntStream.generate(events::size).limit(AFTERWARDS))
                .sorted()
                .toArray();
        TreeMap<String, Integer> counts = new TreeMap<>();
        Path left = workshop.resolve("left");
        int done = 0;
        int next = 0;
        for (int i = 0; i <= events.size(); i++) {
            for (; next < hits.length && hits[next] == i; next++) {
                Files.createDirectory(left);
                disk.cut(random, left);
                counts.merge(judge(left, recorded, done), 1, Integer::sum);
                Folders.remove(left);
            }
            if (i < events.size() && events.get(i).path().endsWith("/ack")) {
                done += events.get(i).bytes().length;
            } else if (i < events.size()) {
                disk.apply(events.get(i));
            }
        }
        assertThat(done).isEqualTo(TICKS);
        return counts;
    }

    private Recording record(String... options) throws Exception {
        StringBuilder table = new StringBuilder("name,n,x,y\n");
        for (int i = 0; i < ROWS; i++) {
            table.append("点")
                    .append(i)
                    .append(',')
                    .append(i)
                    .append(',')
                    .append(EditProject.x(i))
                    .append(",4141000\n");
        }
        Path source = Files.writeString(workshop.resolve("places.csv"), table);
        Path log = workshop.resolve("log");
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-Driskmap.settings=" + workshop.resolve("own"));
        Process child = Child.start(
                Writer.class,
                all,
                Recorder.environment(workshop, recorded, log),
                recorded.toString(),
                source.toString());
        Child.lines(child).lines().forEach(line -> {});
        assertThat(child.waitFor()).as(Child.errors(child)).isZero();
        return Recording.read(log);
    }

    /** What is left, after so many ticks. */
    private static String judge(Path left, Path recorded, int done) throws IOException {
        List<String> problems = new ArrayList<>();
        Path project = left.resolve("p.gpkg");
        Map<String, Integer> rows = rows(project, problems);
        int steps = rows.getOrDefault("stop", -1);
        if (steps < Math.min(done, 2) || steps > Math.min(done + 1, 2)) {
            problems.add("steps " + steps);
        }
        imported(rows, done >= 3, done < 2, problems);
        List<Path> backups = backups(left, problems);
        if (backups.size() < Math.min(done, 2)) {
            problems.add("backups " + backups.size());
        }
        for (Path backup : backups) {
            int number = Integer.parseInt(backup.getFileName().toString().substring(0, 6));
            if (rows(backup, problems).getOrDefault("stop", -1) != number) {
                problems.add("backup " + backup.getFileName());
            }
        }
        Path made = left.resolve("new.gpkg");
        if (Files.exists(made)) {
            imported(rows(made, problems), true, done < 3, problems);
        } else if (done >= TICKS) {
            problems.add("no new project");
        }
        exported(left, recorded, done, problems);
        return problems.isEmpty() ? "whole after " + done : "after " + done + ": " + problems;
    }

    private static void imported(Map<String, Integer> rows, boolean must, boolean mustNot, List<String> problems) {
        Integer found = rows.get("places");
        if (found == null ? must : mustNot || found != ROWS) {
            problems.add("imported " + found);
        }
    }

    /** The table is the former or the new one; of the shapefile each file is whole or not there. */
    private static void exported(Path left, Path recorded, int done, List<String> problems) throws IOException {
        String table = Files.readString(left.resolve(TABLE), StandardCharsets.ISO_8859_1);
        boolean whole = table.equals(Files.readString(recorded.resolve(TABLE), StandardCharsets.ISO_8859_1));
        if (!whole && (done >= 4 || !table.equals(FORMER))) {
            problems.add(TABLE + " " + table.length());
        }
        for (String name : new String[] {"places.shp", "places.shx", "places.dbf", "places.prj", "places.cpg"}) {
            Path file = left.resolve(name);
            boolean there = Files.exists(file);
            if (there ? Files.mismatch(file, recorded.resolve(name)) >= 0 : done >= 5) {
                problems.add(name + " " + (there ? Files.size(file) : "gone"));
            }
        }
    }

    private static List<Path> backups(Path left, List<String> problems) {
        Path folder = left.resolve("p.backups");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".gpkg"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add(e.toString());
            return List.of();
        }
    }

    /** Table → rows and, of its index, entries that must be as many; through a connection that owes the program nothing. */
    private static Map<String, Integer> rows(Path file, List<String> problems) {
        Map<String, Integer> found = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
                Statement statement = connection.createStatement()) {
            String sound = text(statement, "PRAGMA integrity_check(1)");
            if (!sound.equals("ok")) {
                problems.add(file.getFileName() + " " + sound);
            }
            for (String layer : new String[] {"stop", "places"}) {
                if (text(statement, "SELECT count(*) FROM gpkg_contents WHERE table_name='" + layer + "'")
                        .equals("1")) {
                    int count = Integer.parseInt(text(statement, "SELECT count(*) FROM " + layer));
                    int indexed = Integer.parseInt(text(statement, "SELECT count(*) FROM rtree_" + layer + "_geom"));
                    found.put(layer, count == indexed ? count : -indexed);
                }
            }
        } catch (SQLException e) {
            problems.add(file.getFileName() + " " + e.getMessage());
        }
        return found;
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
