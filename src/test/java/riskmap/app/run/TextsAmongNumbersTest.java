package riskmap.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import riskmap.analysis.Inputs;
import riskmap.app.project.Workspace;
import riskmap.app.tool.OperationRuns;
import riskmap.app.tool.ToolPreviews;
import riskmap.app.tool.ToolRuns;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.risk.InputChecks.Finding;
import riskmap.risk.model.SampleDistrict;

/** Texts where numbers belong, which a GeoPackage lets stand: no total is without them unless that was said before. */
class TextsAmongNumbersTest {
    private static final Map<String, String> COARSE = Map.of("cell-size", "40");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void project() throws IOException {
        Language.use(Language.CHINESE);
        file = folder.resolve("区.gpkg");
        Inputs district = SampleDistrict.inputs(1);
        try (Workspace project = Workspace.create(file, "试验区", "EPSG:4550")) {
            for (String name : district.names()) {
                if (!district.isGrid(name)) {
                    SimpleFeatureCollection layer = district.features(name).getFeatures();
                    project.store().createLayer(layer.getSchema(), name);
                    project.store().append(name, layer, Progress.silent());
                }
            }
        }
    }

    /** As other programs write it, past all checks. */
    private void write(String layer, String field, long row, String value) {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = other.createStatement()) {
            // the triggers of the spatial index need functions that only spatial programs have
            List<String> triggers = new ArrayList<>();
            try (var found = sql.executeQuery(
                    "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '" + layer + "'")) {
                while (found.next()) {
                    triggers.add(found.getString(1));
                }
            }
            for (String trigger : triggers) {
                sql.execute("DROP TRIGGER \"" + trigger + "\"");
            }
            assertThat(sql.executeUpdate("UPDATE " + layer + " SET " + field + " = " + value + " WHERE rowid = " + row))
                    .isEqualTo(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private List<Finding> said(String model, Map<String, String> values) {
        try (Workspace project = Workspace.open(file, false, Progress.silent())) {
            return RiskRuns.check(project, model, values, Progress.silent());
        }
    }

    @Test
    void anAmountThatIsATextKeepsAModelFromStartingAndIsToldWithItsRow() {
        write("building", "people", 2, "'12 人'");
        write("building", "people", 5, "'1,234'");
        assertThat(said("combined", COARSE))
                .filteredOn(Finding::fatal)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message().text(Language.CHINESE))
                        .contains("房屋建筑", "2 行", "building.2 “12 人”、building.5 “1,234”"));
        try (Workspace project = Workspace.open(file, false, Progress.silent())) {
            assertThatThrownBy(() -> RiskRuns.run(project, "combined", COARSE, Progress.silent()))
                    .isInstanceOf(RiskMapException.class)
                    .hasMessageContaining("analysis.not-numbers");
        }
    }

    @Test
    void aTextInAnotherFieldOfNumbersIsToldBeforeTheRunAndStaysInItsRecord() {
        write("building", "built_year", 3, "'2026-05-01'");
        assertThat(said("combined", COARSE)).noneMatch(Finding::fatal);
        List<Message> steps = new ArrayList<>();
        Progress heard = new Progress() {
            @Override
            public void report(double fraction, Message step) {
                if (step != null) {
                    steps.add(step);
                }
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
        try (Workspace project = Workspace.open(file, false, Progress.silent())) {
            RunRecord run = RiskRuns.run(project, "combined", COARSE, heard);
            assertThat(run.notes())
                    .extracting(Message::text)
                    .anyMatch(note -> note.contains("building.3 “2026-05-01”") && note.contains("空值"));
        }
        assertThat(steps).extracting(Message::text).anyMatch(step -> step.contains("building.3 “2026-05-01”"));
    }

    @Test
    void theFieldThatImpactAddsUpIsLookedAtWhateverItsName() {
        write("building", "built_year", 1, "'NaN'");
        Map<String, String> values = Map.of(
                "exposure",
                "building",
                "fields",
                "people,built_year",
                "zones",
                "town",
                "zone-field",
                "name",
                "towns",
                "");
        assertThat(said("impact", values))
                .filteredOn(Finding::fatal)
                .extracting(finding -> finding.message().text(Language.CHINESE))
                .singleElement()
                .asString()
                .contains("building.1 “NaN”");
    }

    @Test
    void aToolTellsOfThemBeforeItRunsAndWithItsResult() {
        write("building", "people", 2, "'12 人'");
        List<String> steps = new ArrayList<>();
        Progress heard = new Progress() {
            @Override
            public void report(double fraction, Message step) {
                steps.add(step == null ? "" : step.text());
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
        String text = OperationRuns.run(
                        "statistics", Map.of("features", file + "#building"), Map.of("field", "people"), null, heard)
                .text();
        assertThat(text).contains("1 行的值不是数", "building.2 “12 人”");
        assertThat(steps).anyMatch(step -> step.contains("building.2 “12 人”"));
        assertThat(OperationRuns.run(
                                "select",
                                Map.of("features", file + "#building"),
                                Map.of("where", "PEOPLE > 3"),
                                folder.resolve("r.gpkg").toString(),
                                Progress.silent())
                        .text())
                .contains("building.2 “12 人”");
        try (Workspace project = Workspace.open(file, false, Progress.silent())) {
            ToolRuns.Request request = new ToolRuns.Request(
                    "count-in-zones",
                    Map.of("zones", "#town", "features", "#building"),
                    Map.of("sum", "people"),
                    "counted");
            assertThat(ToolPreviews.run(
                                    project,
                                    request,
                                    new Envelope(400_000, 500_000, 4_000_000, 4_300_000),
                                    Crs.of("EPSG:4550"),
                                    Progress.silent())
                            .notes())
                    .extracting(Message::text)
                    .anyMatch(note -> note.contains("building.2 “12 人”"));
            assertThat(ToolRuns.run(project, request, Progress.silent())
                            .output()
                            .notes())
                    .extracting(Message::text)
                    .anyMatch(note -> note.contains("building.2 “12 人”"));
        }
    }

    @Test
    void valuesBeyondAllNumbersAreToldWhereATotalIsWithoutThem() {
        write("building", "people", 2, "9e999");
        write("building", "people", 3, "-9e999");
        assertThat(OperationRuns.run(
                                "count-in-zones",
                                Map.of("zones", file + "#town", "features", file + "#building"),
                                Map.of("sum", "people"),
                                folder.resolve("r.gpkg").toString(),
                                Progress.silent())
                        .text())
                .contains("2 个值是无穷大", "building.2、building.3");
    }

    @Test
    void aFieldOfTextsIsNotAddedUpToNought() {
        assertThatThrownBy(() -> OperationRuns.run(
                        "count-in-zones",
                        Map.of("zones", file + "#town", "features", file + "#building"),
                        Map.of("sum", "structure"),
                        folder.resolve("r.gpkg").toString(),
                        Progress.silent()))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("analysis.field-no-numbers");
    }
}
