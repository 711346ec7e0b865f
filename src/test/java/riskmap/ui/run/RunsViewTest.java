package riskmap.ui.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import riskmap.app.Tasks;
import riskmap.app.project.Workspace;
import riskmap.app.run.RiskRuns;
import riskmap.app.run.RunRecord;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.risk.model.SampleDistrict;
import riskmap.ui.Fx;
import riskmap.ui.look.Texts;
import riskmap.ui.task.TasksViewModel;

/** The recorded runs as the window lists them. */
@Timeout(120)
class RunsViewTest {
    private static final String READINGS = "1.8,2.2,2.6,2.9,3.6,3.8,3.7,-,4.6,4.8,4.4,3.9,3.3";

    @TempDir
    Path folder;

    /** What is to happen on the window's thread waits here until the test lets it. */
    private final LinkedBlockingQueue<Runnable> later = new LinkedBlockingQueue<>();

    private final Tasks runner = new Tasks();
    private Workspace project;
    private RunsView view;

    @BeforeAll
    static void screen() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "no screen");
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void oneRun() throws Exception {
        Fx.run(() -> Texts.use(Language.CHINESE));
        project = Workspace.create(folder.resolve("区.gpkg"), "试验区", "EPSG:4550");
    }

    @AfterEach
    void close() {
        runner.close();
        project.close();
    }

    @Test
    void thatTheRunsAreBeingReadIsNotTakenForNone() throws Exception {
        open();
        assertThat(none().getText()).isEqualTo(Message.of("ui.runs-reading").text());
        finish();
        assertThat(none().getText()).isEqualTo(Message.of("ui.runs-none").text());
    }

    @Test
    void valuesAreToldInWordsWithTheirUnitAndWhole() throws Exception {
        RiskRuns.run(project, "monitoring-alarm", Map.of("readings", READINGS), Progress.silent());
        open();
        finish();
        assertThat(none()).isNull();
        List<String> shown = Fx.onWindowThread(() -> Stream.concat(
                        view.lookupAll(".field-lines").stream()
                                .map(Label.class::cast)
                                .map(Label::getText),
                        view.lookupAll(".field-value").stream()
                                .map(TextField.class::cast)
                                .map(TextField::getText))
                .toList());
        assertThat(shown).contains(READINGS, "近岸海浪（有效波高，m）", "30 min").doesNotContain("waves-near-shore");
        Fx.run(() -> {
            Label lines = view.lookupAll(".field-lines").stream()
                    .map(Label.class::cast)
                    .filter(label -> label.getText().equals(READINGS))
                    .findFirst()
                    .orElseThrow();
            assertThat(lines.getHeight()).isGreaterThanOrEqualTo(lines.prefHeight(lines.getWidth()) - 1);
            assertThat(lines.getWidth()).isLessThan(320);
        });
    }

    @Test
    void whatARunMadeIsToldByItsTitlesAndThatItReadNoLayerIsSaid() throws Exception {
        RunRecord run = RiskRuns.run(project, "monitoring-alarm", Map.of("readings", READINGS), Progress.silent());
        for (Language language : Language.values()) {
            Fx.run(() -> Texts.use(language));
            open();
            finish();
            List<String> labels = labels();
            run.tables().forEach(table -> assertThat(labels)
                    .contains(table.title().text(language))
                    .doesNotContain(table.id()));
            assertThat(labels).contains(Message.of("ui.runs-no-inputs").text(language));
        }
    }

    @Test
    void whatARunReadIsToldByTheTitlesOfTheLayers() throws Exception {
        for (String name : List.of("town", "shelter", "building")) {
            SimpleFeatureCollection layer =
                    SampleDistrict.inputs(1).features(name).getFeatures();
            project.store().createLayer(layer.getSchema(), name);
            project.store().append(name, layer, Progress.silent());
        }
        RiskRuns.run(project, "shelter-allocation", Map.of(), Progress.silent());
        open();
        finish();
        assertThat(labels())
                .contains(Catalogue.standard().kind("shelter").title().text())
                .doesNotContain(
                        "shelter",
                        "building",
                        "town",
                        Message.of("ui.runs-no-inputs").text());
    }

    private List<String> labels() throws Exception {
        return Fx.onWindowThread(() -> view.lookupAll(".label").stream()
                .map(Label.class::cast)
                .map(Label::getText)
                .toList());
    }

    private void open() throws Exception {
        RunsViewModel model = new RunsViewModel(new TasksViewModel(runner, later::add), project);
        Fx.run(() -> {
            view = new RunsView(model, new Nothing());
            new Scene(view, 320, 700);
        });
    }

    /** Lets happen what waits for the window's thread, until the runs are read. */
    private void finish() throws Exception {
        String reading = Message.of("ui.runs-reading").text();
        Label at = none();
        while (at != null && at.getText().equals(reading)) {
            Runnable next = later.poll(20, TimeUnit.SECONDS);
            assertThat(next).isNotNull();
            Fx.run(next);
            at = none();
        }
        Fx.run(() -> {
            view.applyCss();
            view.layout();
        });
    }

    private Label none() throws Exception {
        return Fx.onWindowThread(() -> {
            view.applyCss();
            view.layout();
            return (Label) view.lookup("#runs-none");
        });
    }

    private static final class Nothing implements RunsView.Actions {
        @Override
        public void showTables(RunRecord run) {
            throw new AssertionError();
        }

        @Override
        public void repeat(RunRecord run) {
            throw new AssertionError();
        }

        @Override
        public void takeOver(RunRecord run) {
            throw new AssertionError();
        }

        @Override
        public void export(RunRecord run) {
            throw new AssertionError();
        }

        @Override
        public void repeatFile() {
            throw new AssertionError();
        }
    }
}
