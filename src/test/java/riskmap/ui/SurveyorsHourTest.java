package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static riskmap.ui.Fx.click;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import riskmap.app.check.QualityDesk;
import riskmap.app.check.SignState;
import riskmap.app.export.ExportRequest;
import riskmap.app.export.Exports;
import riskmap.app.importing.ImportRequest;
import riskmap.app.importing.Imports;
import riskmap.app.project.Recovery;
import riskmap.app.project.Verification;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;
import riskmap.data.EditStep;
import riskmap.edit.check.CheckReport;
import riskmap.edit.check.Finding;
import riskmap.edit.check.Scope;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;
import riskmap.ui.importing.ImportViewModel;

/**
 * A surveyor's hour in the real window, one thing after the other: a GBK shapefile comes in, a building is drawn against
 * its neighbours and split, its form is filled in wrongly and rightly, fifty steps are undone and done again, the checks
 * find what is missing and it is filled in, the power goes and all that was finished is there again.
 */
@Timeout(value = 400, unit = TimeUnit.SECONDS)
@ExtendWith(ShotOnFailure.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SurveyorsHourTest {
    private static final double W = SmallProject.WEST;
    private static final double S = SmallProject.SOUTH;
    private static final int STEPS = 50;

    @TempDir
    private static Path folder;

    private static WindowDriver driver;
    private static Path project;
    private static long drawn;

    @BeforeAll
    static void openAnEmptyProject() throws Exception {
        Path source = SmallProject.write(folder);
        Path shapefile = folder.resolve("来件/房屋.shp");
        Files.createDirectories(shapefile.getParent());
        Set<Long> first = LongStream.rangeClosed(1, 60).boxed().collect(Collectors.toSet());
        Exports.run(
                source + "#building",
                ExportRequest.of("building", shapefile).rows(first).in(null, "GB18030"),
                Progress.silent());
        // towns send GBK without saying so
        Files.deleteIfExists(shapefile.resolveSibling("房屋.cpg"));
        assertThat(new String(Files.readAllBytes(shapefile.resolveSibling("房屋.dbf")), Charset.forName("GBK")))
                .contains("试验路0号");
        project = folder.resolve("外业/调查.gpkg");
        Files.createDirectories(project.getParent());
        try (Workspace workspace = Workspace.create(project, "调查", "EPSG:4550")) {
            workspace.updateMap(map -> new MapDocument("调查", "EPSG:4550", List.of(), List.<MapLayer>of()));
        }
        Imports.run(ImportRequest.of(project, source + "#town").into("town", "town"), Progress.silent());
        driver = WindowDriver.open(folder).project(project);
    }

    @AfterAll
    static void close() throws Exception {
        if (driver != null) {
            driver.close();
        }
    }

    @Test
    @Order(1)
    void aGbkShapefileComesIn() throws Exception {
        ImportViewModel assistant =
                driver.get(() -> driver.window().imports().open(List.of(folder.resolve("来件/房屋.shp"))));
        driver.await(() -> !assistant.finding().get()
                && !assistant.entries().isEmpty()
                && assistant.entries().stream()
                        .noneMatch(entry -> entry.reading().get()));
        assertThat(driver.<Object>get(() -> assistant.entries().get(0).kind().get()))
                .isEqualTo("building");
        driver.run(() -> ((Button) lookup("#import-run")).fire());
        driver.await(() -> assistant.outcome().get() != null);
        driver.run(() -> lookup("#import-outcome-head").getScene().getWindow().hide());
        driver.settle();
        assertThat(driver.value("building", 1, "address")).isEqualTo("试验路0号");
        assertThat(driver.model()
                        .project()
                        .workspace()
                        .get()
                        .features("building")
                        .getCount(org.geotools.api.data.Query.ALL))
                .isEqualTo(60);
    }

    @Test
    @Order(2)
    void aBuildingIsDrawnAgainstItsNeighbour() throws Exception {
        driver.edit("building");
        driver.zoomTo(W + 100, S + 100, W + 700, S + 400);
        driver.keys(KeyCode.ALT, KeyCode.D);
        double off = 5 * driver.pixel();
        driver.click(W + 320 + off, S + 200 + off);
        driver.click(W + 420, S + 200);
        driver.click(W + 420, S + 290);
        driver.click(W + 320 + off, S + 290 - off);
        driver.robot.type(KeyCode.ENTER);
        driver.await(() -> driver.model().forms().isNew());
    }

    @Test
    @Order(3)
    void itsFormIsFilledInWronglyAndThenRightly() throws Exception {
        driver.await(() -> lookup("#field-floors") != null);
        type("#field-floors", "900");
        driver.robot.type(KeyCode.ENTER);
        driver.settle();
        assertThat(driver.model().forms().isNew()).as("nothing wrong is stored").isTrue();
        assertThat(driver.get(() -> ((Label) lookup("#problem-floors")).getText()))
                .contains("900");
        type("#field-floors", "3");
        driver.run(() -> {
            input("structure", "brick_concrete");
            input("use", "residential");
            input("people", "12");
            input("name", "新建住宅");
        });
        click("#field-floors").type(KeyCode.ENTER);
        driver.await(() -> !driver.model().forms().isNew());
        driver.settle();
        drawn = driver.get(
                () -> driver.model().selection().of("building").iterator().next());
        assertThat(driver.value("building", drawn, "floors")).isEqualTo(3L);
        assertThat(driver.geometry("building", drawn).getCoordinates())
                .as("corners snapped to the neighbour's, to the bit")
                .contains(new Coordinate(W + 320, S + 200), new Coordinate(W + 320, S + 290));
    }

    @Test
    @Order(4)
    void itIsSplit() throws Exception {
        double whole = driver.geometry("building", drawn).getArea();
        driver.keys(KeyCode.ALT, KeyCode.X);
        driver.click(W + 370, S + 170);
        driver.click(W + 370, S + 320);
        driver.robot.type(KeyCode.ENTER);
        driver.await(() -> driver.model().selection().of("building").size() == 2);
        driver.settle();
        double parts = 0;
        for (long fid : driver.get(() -> driver.model().selection().of("building"))) {
            parts += driver.geometry("building", fid).getArea();
        }
        assertThat(parts).isCloseTo(whole, org.assertj.core.api.Assertions.within(1e-6));
    }

    @Test
    @Order(5)
    void fiftyStepsAreUndoneAndDoneAgain() throws Exception {
        Map<Long, Object> before = people();
        for (int i = 0; i < STEPS; i++) {
            long fid = 1 + i % 25;
            driver.run(() -> driver.model().selection().only("building", java.util.Set.of(fid)));
            driver.await(() -> driver.model().forms().form().get() != null
                    && driver.model().forms().form().get().features().get().size() == 1
                    && driver.model()
                            .forms()
                            .form()
                            .get()
                            .features()
                            .get()
                            .get(0)
                            .getID()
                            .equals("building." + fid)
                    && !driver.model().forms().storing().get());
            String people = Integer.toString(500 + i);
            driver.run(() -> {
                input("people", people);
                driver.model().forms().store();
            });
            driver.settle();
        }
        Map<Long, Object> after = people();
        assertThat(after).isNotEqualTo(before);
        assertThat(driver.get(() -> driver.command("undo").name().getValue().text()))
                .contains("使用人数");
        driver.robot.clickOn("#map", javafx.scene.input.MouseButton.MIDDLE);
        for (int i = 0; i < STEPS; i++) {
            driver.keys(KeyCode.CONTROL, KeyCode.Z);
            driver.settle();
        }
        assertThat(people()).isEqualTo(before);
        for (int i = 0; i < STEPS; i++) {
            driver.keys(KeyCode.CONTROL, KeyCode.Y);
        }
        driver.settle();
        assertThat(people()).isEqualTo(after);
    }

    @Test
    @Order(6)
    void theChecksFindWhatIsMissingItIsFilledInForAllAndATownIsSignedOff() throws Exception {
        QualityDesk desk = new QualityDesk(driver.model().project().workspace().get());
        try (desk) {
            assertThat(missing(desk.check(Scope.layers(List.of("building")), Progress.silent())))
                    .contains("structure", "use");
            driver.run(() -> driver.model().openTable("building"));
            driver.await(() -> lookup("#table-fill") != null);
            driver.settle();
            fill("structure", "'brick_concrete'");
            fill("use", "'residential'");
            assertThat(desk.isBehind()).isTrue();
            assertThat(missing(desk.catchUp(Progress.silent()).orElseThrow())).doesNotContain("structure", "use");
            desk.sign("building", "试验甲镇", "王芳", "其余下月补查", Progress.silent());
            assertThat(desk.signOffs(Progress.silent()))
                    .allMatch(SignState::holds)
                    .hasSize(1);
            driver.run(driver.model().editing()::undo);
            driver.settle();
            assertThat(desk.signOffs(Progress.silent())).as("an edit reopens").noneMatch(SignState::holds);
            driver.run(driver.model().editing()::redo);
            driver.settle();
        }
    }

    private static Set<String> missing(CheckReport report) {
        return report.findings()
                .filter(finding -> finding.message().key().equals("data.value-missing")
                        || finding.message().toString().contains("没有值"))
                .map(Finding::field)
                .collect(Collectors.toSet());
    }

    @Test
    @Order(7)
    void thePowerGoesAndAllThatWasFinishedIsThereAgain() throws Exception {
        Map<Long, Object> people = people();
        Geometry shape = driver.geometry("building", drawn);
        List<EditStep> steps =
                driver.model().project().workspace().get().edits().history(1_000);
        // the disk as it is at this moment: file and log, copied by another program
        Path found = folder.resolve("断电后");
        Files.createDirectories(found);
        try (var files = Files.list(project.getParent())) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().startsWith("调查.gpkg"))
                    .filter(file -> !file.toString().endsWith("-shm")
                            && !file.toString().contains("lock"))
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                int done = new ProcessBuilder("cp", file.toString(), found.toString())
                        .start()
                        .waitFor();
                assertThat(done).isZero();
            }
        }
        Path copy = found.resolve("调查.gpkg");
        assertThat(Verification.verify(copy, Progress.silent()).good()).isTrue();
        // the next start is another process: this one still lives
        String said = NextStart.in(copy, drawn);
        assertThat(said)
                .contains("steps " + seqs(steps))
                .contains("people " + people)
                .contains("shape " + shape);
        assertThat(said).contains("told true", "undone true", "settled true");
    }

    private static List<Long> seqs(List<EditStep> steps) {
        return steps.stream().map(EditStep::seq).toList();
    }

    /** The program starting again on a project that the power left. */
    static final class NextStart {
        private NextStart() {}

        static String in(Path project, long fid) throws Exception {
            Process start = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Djava.awt.headless=true",
                            "-Xmx512m",
                            "-Dstdout.encoding=UTF-8",
                            "-cp",
                            System.getProperty("java.class.path"),
                            NextStart.class.getName(),
                            project.toString(),
                            Long.toString(fid))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(start.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(start.waitFor()).as(said).isZero();
            return said;
        }

        public static void main(String[] arguments) throws Exception {
            try (Workspace workspace = Workspace.open(Path.of(arguments[0]), false, Progress.silent())) {
                Recovery recovery = Recovery.of(workspace).orElseThrow();
                System.out.println("told "
                        + (!recovery.lines().isEmpty() && recovery.steps().size() >= STEPS));
                recovery.goOn(Progress.silent());
                System.out.println("steps " + seqs(workspace.edits().history(1_000)));
                System.out.println("people " + people(workspace));
                System.out.println("shape "
                        + workspace
                                .store()
                                .edits()
                                .values("building", Long.parseLong(arguments[1]), List.of("geom"))
                                .get("geom"));
                System.out.println(
                        "undone " + workspace.edits().undo(Progress.silent()).isPresent());
                System.out.println("settled " + Recovery.of(workspace).isEmpty());
            }
        }
    }

    private static void fill(String field, String expression) throws Exception {
        driver.run(() -> ((javafx.scene.control.Button) lookup("#table-fill")).fire());
        driver.await(() -> lookup("#fill-expression") != null);
        driver.run(() -> {
            @SuppressWarnings("unchecked")
            var fields = (javafx.scene.control.ComboBox<riskmap.ui.feature.FieldText>) lookup("#fill-field");
            fields.getItems().stream()
                    .filter(known -> known.name().equals(field))
                    .findFirst()
                    .ifPresent(fields::setValue);
            ((javafx.scene.control.RadioButton) lookup("#fill-table")).fire();
        });
        click("#fill-expression").write(expression, 10);
        driver.await(() -> !lookup("#fill-apply").isDisabled());
        click("#fill-apply");
        driver.await(() -> lookup("#fill-dialog") == null);
        driver.settle();
    }

    private static void type(String field, String text) throws Exception {
        click(field);
        driver.robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        driver.robot.write(text, 10);
    }

    private static void input(String field, String text) {
        driver.model().forms().form().get().input(field).enter(text);
    }

    /** The first node of this id in any window; on the window's thread. */
    private static Node lookup(String id) {
        for (var open : javafx.stage.Window.getWindows().toArray(javafx.stage.Window[]::new)) {
            Node found =
                    open.getScene() == null ? null : open.getScene().getRoot().lookup(id);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Map<Long, Object> people() throws Exception {
        return people(driver.model().project().workspace().get());
    }

    private static Map<Long, Object> people(Workspace workspace) throws Exception {
        Map<Long, Object> result = new TreeMap<>();
        try (SimpleFeatureIterator rows =
                workspace.features("building").getFeatures().features()) {
            while (rows.hasNext()) {
                var row = rows.next();
                result.put(riskmap.data.RowChange.key(row), String.valueOf(row.getAttribute("people")));
            }
        }
        return result;
    }
}
