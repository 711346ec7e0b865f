package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import riskmap.app.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.data.Changes;
import riskmap.data.RowChange;
import riskmap.geo.Crs;
import riskmap.map.MapLayer;

/** Every drawing and editing tool in the real window, by mouse and keyboard; after each test all is undone. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith(ShotOnFailure.class)
class DrawingToolsTest {
    private static final double W = SmallProject.WEST;
    private static final double S = SmallProject.SOUTH;

    @TempDir
    private static Path folder;

    private static WindowDriver driver;
    private static String before;
    private static long first;

    @BeforeAll
    static void openTheProject() throws Exception {
        Path project = SmallProject.write(folder);
        try (Workspace workspace = Workspace.open(project, false, Progress.silent())) {
            SimpleFeatureType road = Catalogue.standard().kind("road").featureType("road", Crs.of("EPSG:4550"));
            workspace.store().createLayer(road, null);
            first = completeFirstBuilding(workspace);
            workspace.updateMap(map -> {
                List<MapLayer> layers = new ArrayList<>(map.layers());
                layers.add(new MapLayer("road", "道路", "承灾体", "#road", "", "", true, 1));
                return map.withLayers(layers);
            });
        }
        driver = WindowDriver.open(folder).project(project);
        before = state();
    }

    /** A building that is split is two: both must be complete. */
    private static long completeFirstBuilding(Workspace workspace) {
        Map<String, Object> gaps = new LinkedHashMap<>();
        gaps.put("structure", null);
        gaps.put("use", null);
        RowChange filled =
                new RowChange("building", 1, gaps, Map.of("structure", "brick_concrete", "use", "residential"));
        workspace.edits().commit(Changes.of(Message.of("ui.filling"), filled), Progress.silent());
        return workspace.edits().history(1).get(0).seq();
    }

    @AfterAll
    static void close() throws Exception {
        if (driver != null) {
            driver.close();
        }
    }

    @BeforeEach
    void restAids() throws Exception {
        driver.command("topology", true);
        driver.command("avoid-overlap", false);
        driver.command("orthogonal", false);
        driver.command("trace", false);
        driver.command("snapping", true);
        driver.run(driver.model().selection()::clear);
    }

    @AfterEach
    void undoEverything() throws Exception {
        if (driver.model().forms().isNew()) {
            driver.run(driver.model().forms()::revert);
        }
        driver.run(() -> driver.model().tool().set(Tool.PAN));
        driver.run(() -> driver.model().editing().goTo(first));
        driver.settle();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aPointIsDrawnWithAClickAndItsFormIsFilledInAtOnce() throws Exception {
        driver.edit("shelter");
        driver.zoomTo(W + 3_000, S + 1_000, W + 3_800, S + 1_400);
        driver.keys(KeyCode.ALT, KeyCode.D);
        driver.click(W + 3_300, S + 1_200);
        driver.await(() -> driver.model().forms().isNew());
        driver.run(() -> {
            enter("name", "新避难所");
            enter("kind", "emergency");
            enter("area_m2", "1200");
            enter("capacity_people", "300");
        });
        store();
        assertThat(driver.value("shelter", drawn("shelter"), "name")).isEqualTo("新避难所");
        Geometry point = driver.geometry("shelter", drawn("shelter"));
        assertThat(point.getCoordinate().distance(at(3_300, 1_200))).isLessThan(2 * driver.pixel());
    }

    @Test
    void aLineIsDrawnFromTypedCoordinatesLengthsAndBearings() throws Exception {
        driver.edit("road");
        driver.zoomTo(W + 3_000, S + 1_000, W + 3_800, S + 1_400);
        driver.keys(KeyCode.ALT, KeyCode.D);
        driver.click(W + 3_100, S + 1_100);
        driver.robot.type(KeyCode.BACK_SPACE);
        driver.enter((W + 3_100) + "," + (S + 1_100));
        driver.enter("200<90");
        driver.enter("@0,50");
        driver.robot.type(KeyCode.ENTER);
        driver.await(() -> driver.model().forms().isNew());
        driver.run(() -> {
            enter("name", "新路");
            enter("class", "county");
        });
        store();
        Coordinate[] drawn = driver.geometry("road", drawn("road")).getCoordinates();
        assertThat(drawn).hasSize(3);
        assertThat(drawn[0].distance(at(3_100, 1_100))).isLessThan(1e-6);
        assertThat(drawn[1].distance(at(3_300, 1_100))).isLessThan(1e-6);
        assertThat(drawn[2].distance(at(3_300, 1_150))).isLessThan(1e-6);
    }

    @Test
    void aCornerNearAVertexOfAnotherLayerLandsOnItToTheBit() throws Exception {
        driver.edit("flood_zone");
        driver.zoomTo(W + 100, S + 100, W + 500, S + 400);
        driver.keys(KeyCode.ALT, KeyCode.D);
        double off = 5 * driver.pixel();
        driver.click(W + 320 + off, S + 290 - off);
        driver.click(W + 420, S + 350);
        driver.click(W + 420, S + 250);
        driver.robot.type(KeyCode.ENTER);
        driver.await(() -> driver.model().forms().isNew());
        storeFlood();
        assertThat(driver.geometry("flood_zone", drawn("flood_zone")).getCoordinates())
                .contains(at(320, 290));
    }

    @Test
    void tracingFollowsTheBoundaryBetweenTwoClicks() throws Exception {
        driver.edit("flood_zone");
        driver.zoomTo(W + 100, S + 100, W + 500, S + 400);
        driver.keys(KeyCode.ALT, KeyCode.W);
        driver.keys(KeyCode.ALT, KeyCode.D);
        // round two corners of the first building, from the middle of its west edge to that of its east edge
        driver.click(W + 200, S + 230);
        driver.click(W + 320, S + 230);
        driver.click(W + 360, S + 330);
        driver.click(W + 160, S + 330);
        driver.robot.type(KeyCode.ENTER);
        driver.await(() -> driver.model().forms().isNew());
        storeFlood();
        Geometry traced = driver.geometry("flood_zone", drawn("flood_zone"));
        assertThat(traced.getCoordinates()).contains(at(200, 200), at(320, 200));
        assertThat(traced.isValid()).isTrue();
    }

    @Test
    void aSharedCornerMovesOnceForAllTowns() throws Exception {
        driver.edit("town");
        driver.zoomTo(W + 3_000, S + 3_500, W + 5_000, S + 4_500);
        driver.run(() -> driver.model().selection().only("town", Set.of(1L)));
        driver.settle();
        driver.keys(KeyCode.ALT, KeyCode.V);
        driver.drag(W + 4_000, S + 4_000, W + 4_310, S + 4_190);
        await(() -> driver.get(
                () -> driver.model().editing().history().get().steps().get(0).seq() > first
                        && driver.model().editing().history().get().redo() == null));
        Coordinate corner = null;
        for (long town = 1; town <= 4; town++) {
            Geometry now = driver.geometry("town", town);
            assertThat(now.isValid()).isTrue();
            Coordinate nearest = Arrays.stream(now.getCoordinates())
                    .min(java.util.Comparator.comparingDouble(c -> c.distance(at(4_310, 4_190))))
                    .orElseThrow();
            corner = corner == null ? nearest : corner;
            assertThat(nearest).isEqualTo(corner);
        }
        assertThat(corner.distance(at(4_310, 4_190))).isLessThan(12 * driver.pixel());
    }

    @Test
    void verticesAreAddedByDoubleClickAndTakenByAltClick() throws Exception {
        selectFirstBuilding();
        driver.keys(KeyCode.ALT, KeyCode.V);
        driver.robot.moveTo(driver.onScreen(W + 230, S + 200));
        // two clicks count as one double click only where the machine is quick enough
        for (int tries = 0; points("building", 1) != 6; tries++) {
            assertThat(tries).isLessThan(10);
            driver.doubleClick(W + 230, S + 200);
            driver.settle();
        }
        driver.robot.press(KeyCode.ALT);
        driver.click(W + 200, S + 290);
        driver.robot.release(KeyCode.ALT);
        await(() -> points("building", 1) == 5);
        assertThat(driver.geometry("building", 1).isValid()).isTrue();
    }

    @Test
    void aBuildingIsSplitAndMergedAgain() throws Exception {
        selectFirstBuilding();
        double area = driver.geometry("building", 1).getArea();
        driver.keys(KeyCode.ALT, KeyCode.X);
        driver.click(W + 260, S + 160);
        driver.click(W + 260, S + 340);
        driver.robot.type(KeyCode.ENTER);
        await(() -> selected("building") == 2);
        assertThat(driver.geometry("building", 1).getArea()).isLessThan(area * 0.6);
        driver.run(() -> driver.model().tool().set(Tool.SELECT));
        driver.keys(KeyCode.ALT, KeyCode.U);
        await(() -> selected("building") == 1);
        long left = driver.get(
                () -> driver.model().selection().of("building").iterator().next());
        assertThat(driver.geometry("building", left).getArea()).isCloseTo(area, within(1e-6));
    }

    @Test
    void aHoleIsCutAndFilledAgain() throws Exception {
        selectFirstBuilding();
        Geometry whole = driver.geometry("building", 1);
        driver.keys(KeyCode.ALT, KeyCode.H);
        driver.click(W + 240, S + 230);
        driver.click(W + 280, S + 230);
        driver.click(W + 280, S + 260);
        driver.robot.type(KeyCode.ENTER);
        await(() -> area("building", 1) < whole.getArea() - 100);
        driver.keys(KeyCode.ALT, KeyCode.F);
        driver.click(W + 272, S + 238);
        await(() -> area("building", 1) > whole.getArea() - 1e-6);
        assertThat(driver.geometry("building", 1).equalsTopo(whole)).isTrue();
    }

    @Test
    void aPartIsAddedTheWholeIsMovedTurnedAndReshaped() throws Exception {
        selectFirstBuilding();
        double area = driver.geometry("building", 1).getArea();
        driver.keys(KeyCode.ALT, KeyCode.P);
        driver.click(W + 380, S + 320);
        driver.click(W + 420, S + 320);
        driver.click(W + 420, S + 350);
        driver.robot.type(KeyCode.ENTER);
        await(() -> driver.geometry("building", 1).getNumGeometries() == 2);
        double both = driver.geometry("building", 1).getArea();
        assertThat(both).isGreaterThan(area);
        Coordinate centre = driver.geometry("building", 1).getCentroid().getCoordinate();
        driver.keys(KeyCode.ALT, KeyCode.M);
        driver.command("snapping", false);
        driver.drag(W + 250, S + 240, W + 300, S + 250);
        await(() -> driver.geometry("building", 1).getCentroid().getCoordinate().distance(centre) > 30);
        assertThat(driver.geometry("building", 1).getArea()).isCloseTo(both, within(1e-6));
        driver.keys(KeyCode.ALT, KeyCode.O);
        driver.click(W + 300, S + 250);
        driver.enter("90");
        await(() -> driver.geometry("building", 1).getEnvelopeInternal().getHeight() > 200);
        assertThat(driver.geometry("building", 1).getArea()).isCloseTo(both, within(1e-6));
    }

    @Test
    void aFeatureIsCopiedIntoAnotherLayer() throws Exception {
        selectFirstBuilding();
        driver.keys(KeyCode.CONTROL, KeyCode.C);
        driver.settle();
        driver.edit("flood_zone");
        driver.keys(KeyCode.CONTROL, KeyCode.V);
        driver.await(() -> driver.model().forms().isNew());
        storeFlood();
        assertThat(driver.geometry("flood_zone", drawn("flood_zone")).equalsTopo(driver.geometry("building", 1)))
                .isTrue();
    }

    @Test
    void whatIsDrawnOverANeighbourIsCutBackAndRightAnglesAreHeld() throws Exception {
        driver.edit("building");
        driver.zoomTo(W + 100, S + 100, W + 500, S + 400);
        driver.command("avoid-overlap", true);
        driver.command("orthogonal", true);
        driver.command("snapping", false);
        driver.keys(KeyCode.ALT, KeyCode.D);
        driver.click(W + 280, S + 220);
        driver.click(W + 400, S + 223);
        driver.click(W + 403, S + 280);
        driver.click(W + 280, S + 282);
        driver.robot.type(KeyCode.ENTER);
        driver.await(() -> driver.model().forms().isNew());
        driver.run(() -> {
            enter("structure", "steel");
            enter("use", "residential");
            enter("floors", "2");
            enter("people", "3");
        });
        store();
        Geometry drawn = driver.geometry("building", drawn("building"));
        assertThat(drawn.intersection(driver.geometry("building", 1)).getArea()).isLessThan(1e-6);
        assertThat(drawn.getEnvelopeInternal().getMinX()).isCloseTo(W + 320, within(1e-6));
        assertThat(drawn.getArea()).isCloseTo(drawn.getEnvelope().getArea(), within(drawn.getArea() * 0.02));
    }

    private static void selectFirstBuilding() throws Exception {
        driver.edit("building");
        driver.zoomTo(W + 100, S + 100, W + 500, S + 400);
        driver.run(() -> driver.model().selection().only("building", Set.of(1L)));
        driver.settle();
    }

    private static void enter(String field, String text) {
        driver.model().forms().form().get().input(field).enter(text);
    }

    private static void storeFlood() throws Exception {
        driver.run(() -> {
            enter("name", "新淹没区");
            enter("flood_source", "river");
            enter("return_period_years", "50");
            enter("depth_m", "1");
        });
        store();
    }

    private static void store() throws Exception {
        assertThat(driver.<Object>get(() -> driver.model().forms().form().get().firstWrong() == null
                        ? null
                        : driver.model().forms().form().get().firstWrong().key()))
                .isNull();
        driver.run(driver.model().forms()::store);
        driver.await(() -> !driver.model().forms().isNew());
        driver.settle();
    }

    /** The feature that was drawn just now: it is selected. */
    private static long drawn(String layer) throws Exception {
        return driver.get(() -> driver.model().selection().of(layer).iterator().next());
    }

    private static long selected(String layer) throws Exception {
        return driver.get(() -> (long) driver.model().selection().of(layer).size());
    }

    private static int points(String layer, long fid) throws Exception {
        return driver.geometry(layer, fid).getNumPoints();
    }

    private static double area(String layer, long fid) throws Exception {
        return driver.geometry(layer, fid).getArea();
    }

    private static Coordinate at(double east, double north) {
        return new Coordinate(W + east, S + north);
    }

    /** All geometries of the file. */
    private static String state() throws Exception {
        StringBuilder all = new StringBuilder();
        for (String layer : List.of("town", "flood_zone", "building", "shelter", "road")) {
            try (var rows = driver.model()
                    .project()
                    .workspace()
                    .get()
                    .features(layer)
                    .getFeatures()
                    .features()) {
                while (rows.hasNext()) {
                    var row = rows.next();
                    all.append(row.getID())
                            .append(' ')
                            .append(row.getDefaultGeometry())
                            .append('\n');
                }
            }
        }
        return all.toString();
    }

    /** A condition that reads the file: looked at beside the window's thread. */
    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Thread.sleep(30);
        }
        driver.settle();
    }
}
