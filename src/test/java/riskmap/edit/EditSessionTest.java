package riskmap.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static riskmap.edit.SurveyFile.name;
import static riskmap.edit.SurveyFile.row;
import static riskmap.edit.SurveyFile.square;
import static riskmap.edit.SurveyFile.wkt;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Changes;
import riskmap.data.EditStep;
import riskmap.data.RowChange;
import riskmap.data.gpkg.GeoPackage;

/** A surveyor's steps on a real file. */
class EditSessionTest {
    @TempDir
    Path folder;

    private GeoPackage file;
    private EditSession edits;

    @BeforeEach
    void open() {
        file = SurveyFile.create(folder.resolve("区.gpkg"), "building", "place");
        edits = SurveyFile.session(file);
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void aDrawnBuildingIsInTheFileWithItsIdAndWhoDrewIt() throws Exception {
        long fid = draw(0);
        SimpleFeature drawn = only("building");
        assertThat(RowChange.key(drawn)).isEqualTo(fid);
        assertThat((String) drawn.getAttribute("uuid")).hasSize(36);
        assertThat(drawn.getAttribute("surveyor")).isEqualTo("王芳");
        assertThat(drawn.getAttribute("source")).isEqualTo("外业调查");
        assertThat(drawn.getAttribute("surveyed_on")).isInstanceOf(LocalDate.class);
        assertThat(rows("building", "BBOX(geom, 420005, 4141005, 420006, 4141006)"))
                .hasSize(1);
        assertThat(file.verify(Progress.silent())).isEmpty();
    }

    @Test
    void undoTakesBackTheLastStepOfAnyLayerAndRedoBringsItBackTheSame() throws Exception {
        long fid = draw(0);
        commit("点", RowChange.added("place", edits.newFid("place"), row("geom", wkt("POINT(1 2)"), "name", "东山")));
        commit("层数", RowChange.changed("building", fid, "floors", 3L, 12L));
        assertThat(edits.undoName()).map(Message::key).contains("层数");
        Map<String, Object> before = values(only("building"));

        assertThat(edits.undo(Progress.silent()).orElseThrow().rows())
                .containsExactly(RowChange.changed("building", fid, "floors", 12L, 3L));
        assertThat(only("building").getAttribute("floors")).isEqualTo(3L);
        assertThat(edits.undo(Progress.silent())).isPresent();
        assertThat(rows("place", "INCLUDE")).isEmpty();
        assertThat(edits.undo(Progress.silent())).isPresent();
        assertThat(rows("building", "INCLUDE")).isEmpty();
        assertThat(edits.undo(Progress.silent())).isEmpty();

        assertThat(edits.redoName()).map(Message::key).contains("画房屋 0");
        edits.redo(Progress.silent());
        edits.redo(Progress.silent());
        edits.redo(Progress.silent());
        assertThat(edits.redo(Progress.silent())).isEmpty();
        assertThat(values(only("building"))).isEqualTo(before);
        assertThat(rows("place", "INCLUDE")).hasSize(1);
    }

    @Test
    void theHistoryOutlivesTheProgram() throws Exception {
        long fid = draw(0);
        commit("层数", RowChange.changed("building", fid, "floors", 3L, 12L));
        edits.undo(Progress.silent());
        file.close();

        file = GeoPackage.open(folder.resolve("区.gpkg"), false);
        edits = SurveyFile.session(file);
        assertThat(edits.undoName()).map(Message::key).contains("画房屋 0");
        assertThat(edits.redoName()).map(Message::key).contains("层数");
        edits.redo(Progress.silent());
        assertThat(only("building").getAttribute("floors")).isEqualTo(12L);
        edits.undo(Progress.silent());
        edits.undo(Progress.silent());
        assertThat(rows("building", "INCLUDE")).isEmpty();
    }

    @Test
    void doingSomethingElseAfterUndoKeepsTheAbandonedStepsToBeReadButNotRedone() {
        long fid = draw(0);
        commit("十二层", RowChange.changed("building", fid, "floors", 3L, 12L));
        edits.undo(Progress.silent());
        commit("五层", RowChange.changed("building", fid, "floors", 3L, 5L));
        assertThat(edits.redoName()).isEmpty();
        assertThat(edits.history(10))
                .extracting(step -> step.name().key(), EditStep::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("五层", EditStep.State.DONE),
                        org.assertj.core.groups.Tuple.tuple("十二层", EditStep.State.ABANDONED),
                        org.assertj.core.groups.Tuple.tuple("画房屋 0", EditStep.State.DONE));
        EditStep abandoned = edits.history(10).get(1);
        assertThat(edits.changes(abandoned).rows())
                .containsExactly(RowChange.changed("building", fid, "floors", 3L, 12L));
        assertThat(abandoned.user()).isEqualTo("王芳");
        assertThat(abandoned.device()).isEqualTo("平板 3");
    }

    @Test
    void aStepThatBreaksARuleIsRefusedWholeAndNamesLayerRowAndField() throws Exception {
        long good = edits.newFid("building");
        long bad = edits.newFid("building");
        assertThatThrownBy(() -> commit(
                        "两栋",
                        RowChange.added("building", good, building(0)),
                        RowChange.added("building", bad, changed(building(1), "floors", 500L))))
                .isInstanceOfSatisfying(RuleViolations.class, refused -> {
                    assertThat(refused.list()).singleElement().satisfies(violation -> {
                        assertThat(violation.layer()).isEqualTo("building");
                        assertThat(violation.fid()).isEqualTo(bad);
                        assertThat(violation.field()).isEqualTo("floors");
                    });
                    assertThat(refused.userMessage().text()).contains("building", Long.toString(bad), "500", "150");
                });
        assertThat(rows("building", "INCLUDE")).isEmpty();
        assertThat(edits.history(10)).isEmpty();
    }

    @Test
    void aRowThatSomebodyElseChangedIsNotOverwritten() throws Exception {
        long fid = draw(0);
        try (GeoPackage other = GeoPackage.open(folder.resolve("区.gpkg"), false)) {
            EditSession colleague = SurveyFile.session(other);
            colleague.commit(
                    Changes.of(name("同事"), RowChange.changed("building", fid, "floors", 3L, 7L)), Progress.silent());
        }
        assertThatThrownBy(() -> commit("层数", RowChange.changed("building", fid, "floors", 3L, 12L)))
                .isInstanceOf(RiskMapException.class)
                .satisfies(refused -> assertThat(
                                ((RiskMapException) refused).userMessage().text())
                        .contains("building." + fid, "floors"));
        assertThat(only("building").getAttribute("floors")).isEqualTo(7L);
        assertThat(edits.history(10)).hasSize(2);
    }

    @Test
    void listenersHearWhatEachStepDidToTheRows() {
        List<Changes> heard = new ArrayList<>();
        edits.addListener(heard::add);
        long fid = draw(0);
        edits.undo(Progress.silent());
        assertThat(heard).hasSize(2);
        assertThat(heard.get(0).rows()).singleElement().satisfies(change -> {
            assertThat(change.isAdded()).isTrue();
            assertThat(change.fid()).isEqualTo(fid);
            assertThat(change.after()).containsKey("uuid");
        });
        assertThat(heard.get(1).rows().get(0).isRemoved()).isTrue();
    }

    @Test
    void savingNamesThePresentState() {
        draw(0);
        draw(1);
        edits.save("上午");
        draw(2);
        assertThat(edits.checkpoints()).singleElement().satisfies(point -> {
            assertThat(point.name()).isEqualTo("上午");
            assertThat(point.seq()).isEqualTo(2);
            assertThat(file.edits().doneSince(point.seq())).isEqualTo(1);
        });
    }

    private long draw(int n) {
        long fid = edits.newFid("building");
        commit("画房屋 " + n, RowChange.added("building", fid, building(n)));
        return fid;
    }

    private Changes commit(String name, RowChange... rows) {
        return edits.commit(Changes.of(name(name), rows), Progress.silent());
    }

    private static Map<String, Object> building(int n) {
        return row(
                "geom",
                square(420_000 + 20 * n, 4_141_000, 10),
                "floors",
                3L,
                "structure",
                "reinforced_concrete",
                "use",
                "residential",
                "people",
                12L);
    }

    private static Map<String, Object> changed(Map<String, Object> row, String column, Object value) {
        row.put(column, value);
        return row;
    }

    private SimpleFeature only(String layer) throws Exception {
        List<SimpleFeature> found = rows(layer, "INCLUDE");
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<SimpleFeature> rows(String layer, String filter) throws Exception {
        List<SimpleFeature> result = new ArrayList<>();
        Query query = new Query(layer, ECQL.toFilter(filter));
        try (SimpleFeatureIterator features =
                file.dataStore().getFeatureSource(layer).getFeatures(query).features()) {
            while (features.hasNext()) {
                result.add(features.next());
            }
        }
        return result;
    }

    private static Map<String, Object> values(SimpleFeature feature) {
        Map<String, Object> values = new java.util.LinkedHashMap<>();
        feature.getProperties()
                .forEach(property -> values.put(
                        property.getName().getLocalPart(),
                        property.getValue() instanceof org.locationtech.jts.geom.Geometry geometry
                                ? geometry.toText()
                                : property.getValue()));
        return values;
    }
}
