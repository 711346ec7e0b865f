package riskmap.ui.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.analysis.Operations;
import riskmap.analysis.ShapeKind;
import riskmap.app.Tasks;
import riskmap.app.project.Workspace;
import riskmap.app.tool.ToolRuns;
import riskmap.base.Language;
import riskmap.base.Parameter;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.data.LayerKind;
import riskmap.ui.feature.SurveyProject;
import riskmap.ui.form.LayerSource;
import riskmap.ui.task.TasksViewModel;

/** The form of a tool without the toolkit: layers to choose, what keeps it from running, runs over several layers. */
class ToolViewModelTest {
    @TempDir
    private Path folder;

    private Workspace project;
    private ToolSources sources;
    private final Tasks tasks = new Tasks();
    private final List<ToolViewModel.Done> told = new ArrayList<>();

    @BeforeEach
    void open() {
        project = Workspace.open(SurveyProject.write(folder), false, Progress.silent());
        sources = ToolSources.of(project);
    }

    @AfterEach
    void close() {
        tasks.close();
        project.close();
    }

    private ToolViewModel form(String tool) {
        return new ToolViewModel(
                Operations.byId(tool),
                sources,
                new TasksViewModel(tasks, Runnable::run),
                (request, progress) -> ToolRuns.run(project, request, progress),
                told::addAll);
    }

    @Test
    void titlesAndFieldsAreKnownWithoutReadingTheProjectAgain() {
        String shown = sources.shown(sources.find("#building").orElseThrow());
        List<String> fields = sources.titles().fields("building");
        project.close();
        assertThat(shown).contains("building").isNotEqualTo("building");
        assertThat(sources.shown(sources.find("#building").orElseThrow())).isEqualTo(shown);
        assertThat(sources.titles().field("building", "floors")).isNotEmpty();
        assertThat(sources.titles().fields("building")).isEqualTo(fields).contains("floors");
    }

    @Test
    void anUnfitInputOrValueOrATakenNameKeepsItFromRunningAndSaysWhy() {
        ToolViewModel slope = form("slope");
        assertThat(slope.hindrance().text())
                .contains(slope.inputs().get(0).title().text());
        ToolViewModel dissolve = form("dissolve");
        dissolve.form().value("by").set("no_such_field");
        assertThat(dissolve.hindrance().text()).contains("no_such_field");
        ToolViewModel select = form("select");
        select.form().value("where").set("no_such_field > 3");
        assertThat(select.hindrance().text()).contains("no_such_field");
        ToolViewModel buffer = form("buffer");
        assertThat(buffer.hindrance()).isNull();
        buffer.form().value("distance").set("far");
        assertThat(buffer.hindrance()).isNotNull();
        buffer.form().value("distance").set("20");
        buffer.result().set("Building");
        assertThat(buffer.hindrance().text()).contains("Building");
        buffer.result().set("缓冲");
        assertThat(buffer.canRun().get()).isTrue();
    }

    @Test
    void twoInputsBeginWithDifferentLayersWhereThereAreTwo() {
        for (String tool : List.of("join-nearest", "spatial-join", "select-by-location", "clip")) {
            ToolViewModel form = form(tool);
            List<Parameter> inputs = form.inputs();
            for (LayerSource preferred : form.fitting(inputs.get(0))) {
                form.prefer(preferred);
                boolean two = form.fitting(inputs.get(1)).stream().anyMatch(source -> !source.equals(preferred));
                assertThat(form.input(inputs.get(0).key()).get()).isEqualTo(preferred);
                if (two) {
                    assertThat(form.input(inputs.get(1).key()).get())
                            .as(tool)
                            .isNotNull()
                            .isNotEqualTo(preferred);
                }
            }
        }
    }

    /** A density of points began with areas that were shown above the points. */
    @Test
    void aToolBeginsWithTheLayerChosenOtherwiseWithTheFirstShownOfItsShape() {
        ToolViewModel form = form("kernel-density");
        Parameter first = form.inputs().get(0);
        LayerSource areas = of(form.fitting(first), ShapeKind.AREAS);
        LayerSource points = of(form.fitting(first), ShapeKind.POINTS);
        form.begin(List.of(), List.of(areas, points));
        assertThat(form.input(first.key()).get()).isEqualTo(points);
        form.begin(List.of(areas), List.of(areas, points));
        assertThat(form.input(first.key()).get()).isEqualTo(areas);
    }

    private static LayerSource of(List<LayerSource> sources, ShapeKind shapes) {
        return sources.stream()
                .filter(source -> source.shapes() == shapes)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFieldsOfTheChosenLayerAreOffered() {
        ToolViewModel statistics = form("statistics");
        statistics.input("features").set(sources.find("#building").orElseThrow());
        assertThat(statistics.form().fieldNames()).contains("people", "floors").doesNotContain("geom");
    }

    @Test
    void aToolOfTwoLayersOffersTheFieldsOfTheOneAParameterIsAbout() {
        ToolViewModel join = form("spatial-join");
        join.input("features").set(sources.find("#building").orElseThrow());
        join.input("areas").set(sources.find("#hazardous_site").orElseThrow());
        assertThat(join.form().fieldNames("fields")).contains("major_hazard").doesNotContain("floors");
        join.form().value("fields").set("floors");
        assertThat(join.hindrance().text()).contains("floors");
        join.form().value("fields").set("major_hazard");
        assertThat(join.hindrance()).isNull();
    }

    @Test
    void fieldsAndLayersHaveTheirTitlesInTheLanguageOfTheWindowAndTheNameIsWhatIsKept() {
        ToolViewModel dissolve = form("dissolve");
        LayerSource building = sources.find("#building").orElseThrow();
        dissolve.input("features").set(building);
        Parameter by = dissolve.operation().parameters().stream()
                .filter(parameter -> parameter.key().equals("by"))
                .findFirst()
                .orElseThrow();
        Language before = Language.current();
        try {
            for (Language language : Language.values()) {
                Language.use(language);
                LayerKind kind = Catalogue.standard().kind("building");
                assertThat(dissolve.form().fieldTitle(by, "floors"))
                        .isEqualTo(kind.field("floors").orElseThrow().heading())
                        .isNotEqualTo("floors");
                assertThat(dissolve.shown(building)).endsWith("　building");
                assertThat(dissolve.form().titles().layer("susceptibility_zone"))
                        .isEqualTo(Catalogue.standard()
                                .kind("susceptibility_zone")
                                .title()
                                .text());
            }
        } finally {
            Language.use(before);
        }
        assertThat(dissolve.form().fieldTitle(by, "no_such_field")).isEmpty();
        dissolve.form().value("by").set("floors");
        assertThat(dissolve.form().given()).containsEntry("by", "floors");
    }

    @Test
    void overSeveralLayersEachHasItsResultAndOneThatFailsIsNamed() throws Exception {
        ToolViewModel buffer = form("buffer");
        buffer.result().set("缓冲");
        buffer.batch()
                .addAll(
                        sources.find("#hazardous_site").orElseThrow(),
                        sources.find("#building").orElseThrow());
        buffer.form().value("distance-field").set("floors");
        buffer.run();
        for (int i = 0; i < 600 && buffer.running().get(); i++) {
            Thread.sleep(50);
        }
        assertThat(told).hasSize(2);
        // sites have no floors
        assertThat(told.get(0).problem().text()).contains("floors");
        assertThat(told.get(1).outcome().record().output().rows()).isEqualTo(30);
        assertThat(project.layers()).contains("缓冲_building").doesNotContain("缓冲_hazardous_site");
        assertThat(ToolRuns.history(project)).hasSize(1);
    }

    @Test
    void aRecordedRunIsTakenOver() {
        ToolViewModel buffer = form("buffer");
        buffer.take(Map.of("features", "#hazardous_site"), Map.of("distance", "77"));
        assertThat(buffer.input("features").get().name()).isEqualTo("hazardous_site");
        assertThat(buffer.form().value("distance").get()).isEqualTo("77");
    }
}
