package riskmap.app.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static riskmap.app.check.QualityProject.box;
import static riskmap.app.check.QualityProject.line;
import static riskmap.app.check.QualityProject.row;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Changes;
import riskmap.data.RowChange;
import riskmap.edit.check.CheckReport;
import riskmap.edit.check.Excuses;
import riskmap.edit.check.Finding;
import riskmap.edit.check.FixKind;
import riskmap.edit.check.MissingKind;
import riskmap.edit.check.Scope;

/** Check, fix, excuse and sign off in an open project; what is kept survives reopening and dies with what it is about. */
class QualityDeskTest {
    private static final Progress SILENT = Progress.silent();

    @TempDir
    Path folder;

    private Workspace workspace;
    private QualityDesk desk;

    @BeforeEach
    void open() {
        workspace = QualityProject.create(folder);
        QualityProject.add(
                workspace,
                "town",
                row(box(0, 0, 1000, 1000), "name", "甲镇", "code", "371002101"),
                row(box(1000, 0, 2000, 1000), "name", "乙镇", "code", "371002102"));
        desk = new QualityDesk(workspace);
    }

    @AfterEach
    void close() {
        desk.close();
        workspace.close();
    }

    private List<Finding> found(String layer, String rule) {
        return desk.report()
                .orElseThrow()
                .findings()
                .filter(finding ->
                        finding.layer().equals(layer) && finding.rule().key().equals(rule))
                .toList();
    }

    private List<Finding> check(String layer, String rule) {
        desk.check(Scope.layers(List.of(layer)), SILENT);
        return found(layer, rule);
    }

    private void edit(RowChange... rows) {
        workspace.edits().commit(Changes.of(Message.of("app.quality-fixing"), rows), SILENT);
    }

    @Test
    void aLayerTheSurveyLacksIsNoLongerMissingOnceItHasARowAndIsAgainWhenThatIsTaken() {
        QualityProject.add(workspace, "shelter");
        desk.check(Scope.all(), SILENT);
        assertThat(missing()).contains("shelter", "district").doesNotContain("town");
        edit(RowChange.added(
                "shelter",
                1,
                Map.of(
                        "uuid",
                        "u1",
                        "name",
                        "一",
                        "kind",
                        "emergency",
                        "area_m2",
                        900.0,
                        "capacity_people",
                        500,
                        "geom",
                        QualityProject.geometry("POINT(500500 4140500)"))));
        desk.catchUp(SILENT);
        assertThat(missing()).contains("district").doesNotContain("shelter");
        workspace.edits().undo(SILENT);
        desk.catchUp(SILENT);
        assertThat(missing()).contains("shelter", "district");
    }

    private List<String> missing() {
        return missing(desk.report().orElseThrow());
    }

    private static List<String> missing(CheckReport report) {
        return report.missing().stream().map(missing -> missing.kind().key()).toList();
    }

    @Test
    void aLayerThatCameAfterTheCheckOfTheProjectIsCheckedWithTheFirstEditAndIsAChangeOfTheLastCheck() {
        QualityProject.add(workspace, "shelter");
        desk.check(Scope.all(), SILENT);
        desk.writeLayer(SILENT);
        QualityProject.add(workspace, "farmland", row(box(10, 10, 20, 20), "name", "一片"));
        edit(RowChange.changed("town", 1, "name", "甲镇", "甲"));
        desk.catchUp(SILENT);
        assertThat(found("farmland", "town_place")).hasSize(1);
        assertThat(desk.report().orElseThrow().layer("farmland").orElseThrow().rows())
                .isEqualTo(1);

        reopen();
        LastCheck last = desk.last(SILENT).orElseThrow();
        assertThat(missing(last.report())).contains("shelter", "district").doesNotContain("town");
        assertThat(last.report().missing())
                .filteredOn(MissingKind::empty)
                .extracting(MissingKind::layer)
                .containsExactly("shelter");
        assertThat(last.report().findings())
                .noneMatch(finding -> finding.rule().type().equals(MissingKind.PRESENT));
        assertThat(last.changed()).containsExactly("farmland", "town");
        // a check of one layer says nothing of the others
        desk.check(Scope.layers(List.of("town", "shelter")), SILENT);
        desk.writeLayer(SILENT);
        reopen();
        assertThat(missing(desk.last(SILENT).orElseThrow().report())).contains("shelter", "district");
    }

    @Test
    void anEmptyTownIsFilledFromThePlaceAsOneUndoableStepAndANamedOneIsLeftToLookAt() {
        QualityProject.add(
                workspace,
                "farmland",
                row(box(10, 10, 20, 20), "name", "一片"),
                row(box(1010, 10, 1020, 20), "name", "二片"),
                row(box(30, 10, 40, 20), "name", "三片", "town", "乙镇"));
        List<Finding> findings = check("farmland", "town_place");
        assertThat(findings).hasSize(3);
        FixOutcome outcome = desk.fix(findings, false, SILENT);
        assertThat(outcome.fixed()).hasSize(2);
        assertThat(outcome.steps()).isEqualTo(1);
        assertThat(outcome.left())
                .singleElement()
                .satisfies(left -> assertThat(left.finding().fid()).isEqualTo(3L));
        assertThat(QualityProject.values(workspace, "farmland", 2, "town")).containsEntry("town", "乙镇");
        assertThat(found("farmland", "town_place")).hasSize(1);
        assertThat(workspace.edits().undoName().orElseThrow().text()).contains("2");
        workspace.edits().undo(SILENT);
        desk.catchUp(SILENT);
        assertThat(found("farmland", "town_place")).hasSize(3);
    }

    @Test
    void aCheckIsKeptUntilTheFileIsWrittenAndAnUndoMakesItBeCheckedAgain() {
        ZonedDateTime first = ZonedDateTime.parse("2026-11-28T08:00:00Z");
        KeptCheck made = KeptCheck.of(workspace, first, SILENT);
        assertThat(KeptCheck.of(workspace, first.plusHours(1), SILENT)).isSameAs(made);
        assertThat(made.at()).isEqualTo(first);

        QualityProject.add(workspace, "farmland", row(box(1010, 10, 1020, 20), "name", "二片"));
        KeptCheck appended = KeptCheck.of(workspace, first.plusHours(2), SILENT);
        assertThat(appended.at()).isEqualTo(first.plusHours(2));
        assertThat(appended.report().rows()).isEqualTo(made.report().rows() + 1);

        desk.fix(check("farmland", "town_place"), false, SILENT);
        KeptCheck fixed = KeptCheck.of(workspace, first.plusHours(3), SILENT);
        assertThat(fixed.report().count()).isLessThan(appended.report().count());
        workspace.edits().undo(SILENT);
        KeptCheck undone = KeptCheck.of(workspace, first.plusHours(4), SILENT);
        assertThat(undone.at()).isEqualTo(first.plusHours(4));
        assertThat(undone.report().count()).isEqualTo(appended.report().count());
    }

    @Test
    void theFindingsOfTheLastCheckAreThereAfterReopeningAndSayWhetherTheDataHasChanged() {
        QualityProject.add(
                workspace,
                "farmland",
                row(box(10, 10, 20, 20), "name", "一片"),
                row(box(1010, 10, 1020, 20), "name", "二片"));
        List<Finding> before = check("farmland", "town_place");
        desk.excuse(before.subList(0, 1), "界上", "张三", SILENT);
        desk.writeLayer(SILENT);
        reopen();
        LastCheck last = desk.last(SILENT).orElseThrow();
        assertThat(last.changed()).isEmpty();
        List<Finding> kept = last.report()
                .findings()
                .filter(finding -> finding.rule().key().equals("town_place"))
                .toList();
        assertThat(kept)
                .extracting(Finding::key)
                .containsExactlyElementsOf(before.stream().map(Finding::key).toList());
        assertThat(kept).extracting(Finding::fix).containsOnly(FixKind.TOWN);
        assertThat(kept)
                .extracting(finding -> finding.message().text())
                .containsExactlyElementsOf(
                        before.stream().map(finding -> finding.message().text()).toList());
        assertThat(desk.excuses().of(kept.get(0))).isEqualTo(Excuses.State.EXCUSED);

        edit(RowChange.changed("farmland", 2, "name", "二片", "改名"));
        assertThat(desk.last(SILENT).orElseThrow().changed()).containsExactly("farmland");
        assertThat(desk.last(SILENT).orElseThrow().since().text()).contains("1");
        // what is only remembered is checked again before it is fixed
        assertThat(desk.fix(kept, false, SILENT).fixed()).hasSize(2);
        assertThat(desk.last(SILENT)).isEmpty();
        desk.writeLayer(SILENT);
        reopen();
        assertThat(desk.last(SILENT).orElseThrow().changed()).isEmpty();
        assertThat(desk.last(SILENT).orElseThrow().report().findings())
                .noneMatch(finding -> finding.rule().key().equals("town_place"));
    }

    private void reopen() {
        Path file = workspace.file();
        desk.close();
        workspace.close();
        workspace = Workspace.open(file, false, SILENT);
        desk = new QualityDesk(workspace);
    }

    @Test
    void aGapAndAnOverlapBetweenTownsAreClosed() {
        workspace.close();
        workspace = Workspace.create(folder.resolve("b.gpkg"), "b", "EPSG:4550");
        desk = new QualityDesk(workspace);
        QualityProject.add(
                workspace,
                "town",
                // a gap of 40 m² between the first two, closed by a third; an overlap of 50 m² with the fourth
                row(box(0, 0, 100, 100), "name", "甲", "code", "371002101"),
                row(box(100, 0, 200, 100), "name", "乙", "code", "371002102"),
                row(
                        "POLYGON((500000 4140100,500095 4140100,500100 4140108,500105 4140100,500200 4140100,"
                                + "500200 4140200,500000 4140200,500000 4140100))",
                        "name",
                        "丙",
                        "code",
                        "371002103"),
                row(box(199.5, 0, 300, 100), "name", "丁", "code", "371002104"));
        List<Finding> gaps = check("town", "gap");
        assertThat(gaps).singleElement().satisfies(gap -> assertThat(gap.place().getArea())
                .isEqualTo(40));
        assertThat(desk.fix(gaps, false, SILENT).fixed()).hasSize(1);
        assertThat(found("town", "gap")).isEmpty();
        List<Finding> overlaps = found("town", "overlap");
        assertThat(overlaps).hasSize(1);
        // the same from what the project remembers after it was opened again
        desk.check(Scope.all(), SILENT);
        desk.writeLayer(SILENT);
        reopen();
        List<Finding> kept = desk.last(SILENT)
                .orElseThrow()
                .report()
                .findings()
                .filter(finding -> finding.rule().key().equals("overlap"))
                .toList();
        assertThat(kept).hasSize(1);
        assertThat(desk.plan(kept.get(0), SILENT).isPossible()).isTrue();
        assertThat(desk.fix(kept, false, SILENT).fixed()).hasSize(1);
        assertThat(desk.plan(kept.get(0), SILENT).isPossible()).as("it is gone").isFalse();
        assertThat(found("town", "overlap")).isEmpty();
        assertThat(check("town", "gap")).isEmpty();
    }

    @Test
    void aFieldThatCrossesItselfIsRepairedAndAWrongAreaIsMeasured() {
        QualityProject.add(
                workspace,
                "farmland",
                row(
                        "POLYGON((500010 4140010,500110 4140110,500110 4140010,500010 4140110,500010 4140010))",
                        "name",
                        "结"),
                row(box(200, 0, 300, 200), "name", "错", "town", "甲镇", "area_ha", 7.0));
        List<Finding> crossing = check("farmland", "geometry_valid");
        assertThat(crossing).singleElement().satisfies(finding -> assertThat(finding.fid())
                .isEqualTo(1L));
        assertThat(desk.fix(crossing, true, SILENT).fixed()).hasSize(1);
        assertThat(found("farmland", "geometry_valid")).isEmpty();
        Geometry repaired = (Geometry)
                QualityProject.values(workspace, "farmland", 1, "geom").get("geom");
        assertThat(repaired.isValid()).isTrue();
        assertThat(repaired.getArea()).isEqualTo(5000);
        List<Finding> areas = found("farmland", "measure_area_ha").stream()
                .filter(finding -> finding.fid() == 2)
                .toList();
        assertThat(desk.fix(areas, true, SILENT).fixed()).hasSize(1);
        assertThat(QualityProject.values(workspace, "farmland", 2, "area_ha")).containsEntry("area_ha", 2.0);
        workspace.edits().undo(SILENT);
        assertThat(QualityProject.values(workspace, "farmland", 2, "area_ha")).containsEntry("area_ha", 7.0);
    }

    @Test
    void aSpikeIsCutOffAndALooseEndIsJoined() {
        QualityProject.add(
                workspace,
                "building",
                row(
                        "POLYGON((500010 4140010,500020 4140010,500020 4140015,500090 4140015.1,500020 4140015.2,"
                                + "500020 4140020,500010 4140020,500010 4140010))",
                        "name",
                        "尖"));
        List<Finding> spikes = check("building", "spike");
        assertThat(desk.fix(spikes, false, SILENT).fixed()).hasSize(1);
        assertThat(found("building", "spike")).isEmpty();
        QualityProject.add(
                workspace, "road", row(line(0, 0, 100, 0), "name", "甲路"), row(line(50, 2, 50, 90), "name", "乙路"));
        List<Finding> ends = check("road", "dangle");
        assertThat(desk.fix(ends, false, SILENT).fixed()).hasSize(1);
        Geometry joined =
                (Geometry) QualityProject.values(workspace, "road", 2, "geom").get("geom");
        assertThat(joined.distance(QualityProject.geometry(line(0, 0, 100, 0)))).isZero();
    }

    @Test
    void aFixThatTurnedOutWrongIsTakenBackToTheLastVertexAndTheFindingIsOpenAgain() {
        QualityProject.add(
                workspace,
                "farmland",
                row(
                        "POLYGON((500000 4140000,500100 4140000,500100 4140050,500160 4140050.2,500100 4140050.4,"
                                + "500100 4140100,500000 4140100,500000 4140000))",
                        "name",
                        "尖",
                        "town",
                        "甲镇"),
                row(box(200, 0, 300, 100), "name", "旁", "town", "甲镇"));
        List<Finding> spikes = check("farmland", "spike");
        Geometry surveyed = (Geometry)
                QualityProject.values(workspace, "farmland", 1, "geom").get("geom");
        List<String> all = keys();
        assertThat(desk.fix(spikes, true, SILENT).fixed()).hasSize(1);
        edit(RowChange.changed("farmland", 2, "name", "旁", "边"));
        List<String> fixed = afterwards();
        assertThat(fixed)
                .doesNotContainAnyElementsOf(spikes.stream().map(Finding::key).toList());

        assertThat(workspace.edits().undoName()).isPresent();
        workspace.edits().undo(SILENT);
        workspace.edits().undo(SILENT);
        Geometry back = (Geometry)
                QualityProject.values(workspace, "farmland", 1, "geom").get("geom");
        assertThat(back.equalsExact(surveyed)).isTrue();
        assertThat(afterwards()).isEqualTo(all);

        workspace.edits().redo(SILENT);
        workspace.edits().redo(SILENT);
        assertThat(afterwards()).isEqualTo(fixed);
    }

    /** What the desk says is wrong, which is what a check of everything says. */
    private List<String> afterwards() {
        desk.catchUp(SILENT);
        List<String> now = keys();
        desk.check(Scope.layers(List.of("farmland")), SILENT);
        assertThat(now).isEqualTo(keys());
        return now;
    }

    private List<String> keys() {
        return desk.report().orElseThrow().findings().map(Finding::key).toList();
    }

    @Test
    void aDuplicateIsRemovedOnlyWhereAllItSaysIsTheSame() {
        QualityProject.add(
                workspace,
                "farmland",
                row(box(10, 10, 20, 20), "name", "同", "town", "甲镇"),
                row(box(10, 10, 20, 20), "name", "同", "town", "甲镇"),
                row(box(10, 10, 20, 20), "name", "异", "town", "甲镇"));
        FixOutcome outcome = desk.fix(check("farmland", "duplicate"), false, SILENT);
        assertThat(outcome.fixed()).extracting(Finding::fid).containsExactly(2L);
        assertThat(outcome.left()).extracting(left -> left.finding().fid()).containsExactly(3L);
        assertThat(found("farmland", "duplicate")).extracting(Finding::fid).containsExactly(3L);
    }

    @Test
    void aSecondUuidAndAValueWrittenOtherwiseAreMended() {
        String uuid = "11111111-1111-4111-8111-111111111111";
        QualityProject.add(
                workspace, "farmland", row(box(10, 10, 20, 20), "uuid", uuid), row(box(30, 10, 40, 20), "uuid", uuid));
        FixOutcome unique = desk.fix(check("farmland", "uuid_unique"), false, SILENT);
        assertThat(unique.fixed()).as("%s", unique.left()).hasSize(1);
        assertThat(found("farmland", "uuid_unique")).isEmpty();
        QualityProject.add(workspace, "shelter", row("POINT(500010 4140010)", "name", "所", "kind", "紧急避难场所"));
        List<Finding> domain = check("shelter", "domain");
        if (!domain.isEmpty() && domain.get(0).fix() == FixKind.VALUE) {
            desk.fix(domain, false, SILENT);
            assertThat(found("shelter", "domain")).isEmpty();
        }
        assertThat(desk.fix(found("shelter", "required"), false, SILENT).fixed())
                .isEmpty();
    }

    @Test
    void anExcuseIsKeptInTheProjectAndDiesWithWhatItIsAbout() {
        QualityProject.add(workspace, "farmland", row(box(30, 10, 40, 20), "name", "三片", "town", "乙镇"));
        List<Finding> findings = check("farmland", "town_place");
        assertThatThrownBy(() -> desk.excuse(findings, " ", "张三", SILENT)).isInstanceOf(RiskMapException.class);
        desk.excuse(findings, "飞地", "张三", SILENT);
        Path file = workspace.file();
        desk.close();
        workspace.close();
        workspace = Workspace.open(file, false, SILENT);
        desk = new QualityDesk(workspace);
        Finding again = check("farmland", "town_place").get(0);
        assertThat(desk.excuses().of(again)).isEqualTo(Excuses.State.EXCUSED);
        assertThat(desk.excuses().about(again).orElseThrow().reason()).isEqualTo("飞地");
        edit(RowChange.changed("farmland", 1, "name", "三片", "四片"));
        desk.catchUp(SILENT);
        assertThat(desk.excuses().of(found("farmland", "town_place").get(0))).isEqualTo(Excuses.State.EXCUSED);
        Geometry old = (Geometry)
                QualityProject.values(workspace, "farmland", 1, "geom").get("geom");
        Geometry moved = old.copy();
        moved.apply(org.locationtech.jts.geom.util.AffineTransformation.translationInstance(5, 0));
        edit(RowChange.changed("farmland", 1, "geom", old, moved));
        desk.catchUp(SILENT);
        assertThat(desk.excuses().of(found("farmland", "town_place").get(0))).isEqualTo(Excuses.State.REOPENED);
    }

    @Test
    void aSignOffIsRefusedWhileErrorsAreOpenAndReopenedByAnyEditAndHoldsAgainAfterItsUndo() {
        QualityProject.add(
                workspace,
                "farmland",
                row(box(10, 10, 20, 20), "name", "一片", "town", "甲镇"),
                row(box(1010, 10, 1020, 20), "name", "二片", "town", "乙镇"),
                row(box(1030, 10, 1040, 20), "name", "三片", "town", "三镇"));
        desk.check(Scope.all(), SILENT);
        long errors = desk.report()
                .orElseThrow()
                .findings()
                .filter(finding ->
                        finding.layer().equals("farmland") && finding.town().equals("甲镇"))
                .filter(Finding::isError)
                .count();
        assertThat(errors).as("crop and the like are required").isPositive();
        assertThatThrownBy(() -> desk.sign("farmland", "甲镇", "李四", "", SILENT)).isInstanceOf(RiskMapException.class);
        assertThat(desk.hasSignOffs()).isFalse();
        desk.sign("farmland", "甲镇", "李四", "缺项待补", SILENT);
        desk.sign("farmland", "乙镇", "李四", "缺项待补", SILENT);
        assertThat(desk.signOffs(SILENT)).allMatch(SignState::holds).hasSize(2);
        assertThat(desk.signOffs(SILENT).get(0).signOff().errors()).isPositive();
        edit(RowChange.changed("farmland", 1, "remark", null, "改"));
        assertThat(desk.signOffs(SILENT))
                .extracting(state -> state.signOff().town() + state.holds())
                .containsExactlyInAnyOrder("甲镇false", "乙镇true");
        workspace.edits().undo(SILENT);
        assertThat(desk.signOffs(SILENT)).allMatch(SignState::holds);
    }

    @Test
    void theErrorLayerIsInTheProjectAndOnTheMapAndFollowsTheChecks() throws Exception {
        QualityProject.add(
                workspace,
                "farmland",
                row(box(10, 10, 20, 20), "name", "一片"),
                row(box(1010, 10, 1020, 20), "name", "二片"));
        desk.check(Scope.all(), SILENT);
        desk.writeLayer(SILENT);
        int before = workspace.features(FindingLayer.NAME).getFeatures().size();
        CheckReport report = desk.report().orElseThrow();
        assertThat(report.missing()).isNotEmpty();
        assertThat(before).isEqualTo((int) report.count() + report.missing().size());
        assertThat(workspace.map().layers()).anyMatch(layer -> layer.id().equals(FindingLayer.NAME));
        assertThat(workspace.store().style(FindingLayer.NAME, FindingLayer.NAME))
                .isPresent();
        desk.fix(found("farmland", "town_place"), false, SILENT);
        desk.writeLayer(SILENT);
        assertThat(workspace.features(FindingLayer.NAME).getFeatures().size()).isEqualTo(before - 2);
        desk.check(Scope.rows(Map.of("farmland", Set.of(1L))), SILENT);
        desk.writeLayer(SILENT);
        assertThat(workspace.features(FindingLayer.NAME).getFeatures().size())
                .as("rows that were not checked keep their findings")
                .isEqualTo(before - 2);
        assertThat(desk.check(Scope.all(), SILENT).layer(FindingLayer.NAME)).isEmpty();
    }
}
