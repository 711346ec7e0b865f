package riskmap.app.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.Filter;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.app.Answer;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.edit.RuleViolations;
import riskmap.ui.feature.SurveyProject;

class FieldFillTest {
    @TempDir
    private Path folder;

    private Path project;
    private Workspace workspace;

    @BeforeEach
    void open() {
        project = SurveyProject.write(folder);
        workspace = Workspace.open(project, false, Progress.silent());
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void anExpressionFillsTheFieldAsOneStepThatCanBeUndone() throws Exception {
        List<Object> before = values("floors");
        FieldFill fill = FieldFill.byExpression(workspace, "building", "floors", "2 + 3");
        FieldFill.Preview preview = fill.preview(Filter.INCLUDE, 5, Progress.silent());
        assertThat(preview.rows()).isEqualTo(30);
        assertThat(preview.changed() + preview.same()).isEqualTo(30);
        assertThat(preview.first()).hasSize(5).allMatch(line -> Long.valueOf(5).equals(line.after()));
        workspace.edits().commit(fill.step(Filter.INCLUDE, Progress.silent()), Progress.silent());
        assertThat(values("floors")).containsOnly(5L);
        assertThat(workspace.edits().undoName().orElseThrow().text()).contains("2 + 3");
        workspace.edits().undo(Progress.silent());
        assertThat(values("floors")).isEqualTo(before);
    }

    @Test
    void onlyTheRowsAskedForAreFilled() throws Exception {
        Filter three = ECQL.toFilter("IN ('building.2', 'building.5', 'building.7')");
        FieldFill fill = FieldFill.withValue(workspace, "building", "people", 1234L);
        workspace.edits().commit(fill.step(three, Progress.silent()), Progress.silent());
        assertThat(values("people").stream().filter(Long.valueOf(1234)::equals).count())
                .isEqualTo(3);
    }

    @Test
    void rowsWithoutAValueKeepTheirsAndAreNamed() throws Exception {
        // floors must lie within the catalogue's range; some of these do not
        FieldFill fill =
                FieldFill.byExpression(workspace, "building", "floors", "if_then_else(greaterThan(people, 20), -7, 3)");
        List<Object> people = values("people");
        long wrong = people.stream().filter(count -> (Long) count > 20).count();
        FieldFill.Preview preview = fill.preview(Filter.INCLUDE, 100, Progress.silent());
        assertThat(preview.wrong()).isEqualTo(wrong).isPositive();
        assertThat(preview.problems().get(0).problem().orElseThrow().text()).contains("-7");
        workspace.edits().commit(fill.step(Filter.INCLUDE, Progress.silent()), Progress.silent());
        assertThat(values("floors")).doesNotContain(-7L);
    }

    @Test
    void aConditionalFieldCannotBeEmptiedForManyEither() {
        FieldFill fill = FieldFill.withValue(workspace, "hazardous_site", "name", null);
        FieldFill.Preview preview = fill.preview(Filter.INCLUDE, 10, Progress.silent());
        assertThat(preview.wrong()).isEqualTo(3);
        FieldFill major = FieldFill.withValue(workspace, "hazardous_site", "major_hazard", true);
        assertThatThrownBy(() ->
                        workspace.edits().commit(major.step(Filter.INCLUDE, Progress.silent()), Progress.silent()))
                .isInstanceOf(RuleViolations.class);
    }

    @Test
    void wrongExpressionsAndFieldsAreRefusedWithTheReason() {
        assertThatThrownBy(() -> FieldFill.byExpression(workspace, "building", "floors", "peple + 1"))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("peple");
        assertThatThrownBy(() -> FieldFill.byExpression(workspace, "building", "geom", "1"))
                .isInstanceOf(RiskMapException.class);
        assertThatThrownBy(() -> FieldFill.byExpression(workspace, "building", "nothing", "1"))
                .isInstanceOf(RiskMapException.class);
    }

    @Test
    void theCommandLineSaysWhatItDoesAndDoesIt() throws Exception {
        workspace.close();
        Answer dry = Calculations.run(project + "#building", "floors", "4", "people > 10", true, Progress.silent());
        assertThat(dry.good()).isTrue();
        Answer done = Calculations.run(project + "#building", "floors", "4", "people > 10", false, Progress.silent());
        assertThat(((java.util.Map<?, ?>) done.facts()).get("changed"))
                .isEqualTo(((java.util.Map<?, ?>) dry.facts()).get("changed"));
        workspace = Workspace.open(project, false, Progress.silent());
        assertThat(values("floors")).contains(4L);
        assertThat(workspace.edits().undoName()).isPresent();
    }

    private List<Object> values(String column) throws IOException {
        List<Object> values = new ArrayList<>();
        try (SimpleFeatureIterator rows =
                workspace.features("building").getFeatures().features()) {
            while (rows.hasNext()) {
                values.add(rows.next().getAttribute(column));
            }
        }
        return values;
    }
}
