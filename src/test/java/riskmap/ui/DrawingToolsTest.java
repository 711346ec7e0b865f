package riskmap.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Changes;
import riskmap.data.RowChange;

/** Every drawing and editing tool in the real window, by mouse and keyboard; after each test all is undone. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@ExtendWith(ShotOnFailure.class)
class DrawingToolsTest {
    private static final double W = SmallProject.WEST;
    private static final double S = SmallProject.SOUTH;

    @TempDir
    private static Path folder;

    private static DrawingDesk desk;
    private static WindowDriver driver;

    @BeforeAll
    static void openTheProject() throws Exception {
        desk = DrawingDesk.open(folder);
        driver = desk.driver();
    }

    @AfterAll
    static void close() throws Exception {
        if (desk != null) {
            desk.close();
        }
    }

    @BeforeEach
    void restAids() throws Exception {
        desk.restAids();
    }

    @AfterEach
    void undoEverything() throws Exception {
        desk.undoEverything();
    }

    @Test
    void aPointIsDrawnWithAClickAndItsFormIsFilledInAtOnce() throws Exception {
        driver.edit("shelter");
        driver.zoomTo(W + 3_000, S + 1_000, W + 3_800, S + 1_400);
        driver.keys(KeyCode.ALT, KeyCode.D);
        driver.click(W + 3_300, S + 1_200);
        driver.await(() -> driver.model().forms().isNew());
        // another click while the form waits changes nothing: the point would give way to it
        driver.click(W + 3_500, S + 1_300);
        driver.await(() -> driver.model().tasks().news().get() != null);
        assertThat(driver.get(() -> driver.model().tasks().news().get().text())).contains("先保存或放弃");
        desk.storeShelter();
        assertThat(driver.value("shelter", desk.drawn("shelter"), "name")).isEqualTo("新避难所");
        Geometry point = driver.geometry("shelter", desk.drawn("shelter"));
        assertThat(point.getCoordinate().distance(DrawingDesk.at(3_300, 1_200))).isLessThan(2 * driver.pixel());
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
        desk.storeRoad();
        Coordinate[] drawn = driver.geometry("road", desk.drawn("road")).getCoordinates();
        assertThat(drawn).hasSize(3);
        assertThat(drawn[0].distance(DrawingDesk.at(3_100, 1_100))).isLessThan(1e-6);
        assertThat(drawn[1].distance(DrawingDesk.at(3_300, 1_100))).isLessThan(1e-6);
        assertThat(drawn[2].distance(DrawingDesk.at(3_300, 1_150))).isLessThan(1e-6);
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
        desk.storeFlood();
        assertThat(driver.geometry("flood_zone", desk.drawn("flood_zone")).getCoordinates())
                .contains(DrawingDesk.at(320, 290));
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
        desk.storeFlood();
        Geometry traced = driver.geometry("flood_zone", desk.drawn("flood_zone"));
        assertThat(traced.getCoordinates()).contains(DrawingDesk.at(200, 200), DrawingDesk.at(320, 200));
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
        desk.await(() -> driver.get(
                () -> driver.model().editing().history().get().steps().get(0).seq() > desk.first()
                        && driver.model().editing().history().get().redo() == null));
        Coordinate corner = null;
        for (long town = 1; town <= 4; town++) {
            Geometry now = driver.geometry("town", town);
            assertThat(now.isValid()).isTrue();
            Coordinate nearest = Arrays.stream(now.getCoordinates())
                    .min(java.util.Comparator.comparingDouble(c -> c.distance(DrawingDesk.at(4_310, 4_190))))
                    .orElseThrow();
            corner = corner == null ? nearest : corner;
            assertThat(nearest).isEqualTo(corner);
        }
        assertThat(corner.distance(DrawingDesk.at(4_310, 4_190))).isLessThan(12 * driver.pixel());
    }

    @Test
    void aSharedCornerSnapsToANeighboursCornerAndCtrlZBringsItBack() throws Exception {
        driver.edit("town");
        driver.zoomTo(W + 3_000, S + 3_500, W + 5_000, S + 4_500);
        driver.run(() -> driver.model().selection().only("town", Set.of(1L)));
        driver.settle();
        List<Geometry> before = towns();
        // south-west corner of the building that stands just north-east of where the four towns meet
        Coordinate goal = DrawingDesk.at(4_100, 4_100);
        driver.keys(KeyCode.ALT, KeyCode.V);
        double off = 5 * driver.pixel();
        driver.drag(W + 4_000, S + 4_000, goal.x - off, goal.y - off);
        // to the bit, in every town that met there; the old corner is left by all
        desk.await(() -> towns().stream()
                .allMatch(town -> Arrays.asList(town.getCoordinates()).contains(goal)));
        assertThat(towns()).allMatch(Geometry::isValid).noneMatch(town -> Arrays.asList(town.getCoordinates())
                .contains(DrawingDesk.at(4_000, 4_000)));
        assertThat(towns().stream().mapToDouble(Geometry::getArea).sum())
                .isCloseTo(before.stream().mapToDouble(Geometry::getArea).sum(), within(1e-3));
        desk.await(() -> driver.get(
                () -> driver.model().editing().history().get().steps().get(0).seq() > desk.first()
                        && driver.model().editing().history().get().redo() == null));
        driver.keys(KeyCode.CONTROL, KeyCode.Z);
        desk.await(() -> sameAs(before));
    }

    private static List<Geometry> towns() throws Exception {
        List<Geometry> towns = new ArrayList<>();
        for (long town = 1; town <= 4; town++) {
            towns.add(driver.geometry("town", town));
        }
        return towns;
    }

    private static boolean sameAs(List<Geometry> before) throws Exception {
        List<Geometry> now = towns();
        return IntStream.range(0, 4).allMatch(i -> now.get(i).equalsExact(before.get(i)));
    }

    @Test
    void anOutlineThatWouldCrossItselfIsRefusedAndTheRefusalGoesWithTheNextEdit() throws Exception {
        desk.selectFirstBuilding();
        Geometry whole = driver.geometry("building", 1);
        driver.command("snapping", false);
        driver.keys(KeyCode.ALT, KeyCode.V);
        driver.drag(W + 200, S + 200, W + 380, S + 245);
        driver.await(() -> driver.model().tasks().news().get() != null);
        assertThat(driver.geometry("building", 1).equalsExact(whole)).isTrue();
        driver.drag(W + 200, S + 200, W + 170, S + 180);
        desk.await(() -> desk.area("building", 1) > whole.getArea() + 1_000);
        driver.await(() -> driver.model().tasks().news().get() == null);
    }

    @Test
    void verticesAreAddedByDoubleClickAndTakenByAltClick() throws Exception {
        desk.selectFirstBuilding();
        driver.keys(KeyCode.ALT, KeyCode.V);
        driver.robot.moveTo(driver.onScreen(W + 230, S + 200));
        // two clicks count as one double click only where the machine is quick enough
        for (int tries = 0; desk.points("building", 1) != 6; tries++) {
            assertThat(tries).isLessThan(10);
            driver.doubleClick(W + 230, S + 200);
            driver.settle();
        }
        driver.robot.press(KeyCode.ALT);
        driver.click(W + 200, S + 290);
        driver.robot.release(KeyCode.ALT);
        desk.await(() -> desk.points("building", 1) == 5);
        assertThat(driver.geometry("building", 1).isValid()).isTrue();
    }

    @Test
    void aBuildingIsSplitAndMergedAgain() throws Exception {
        desk.selectFirstBuilding();
        double area = driver.geometry("building", 1).getArea();
        driver.keys(KeyCode.ALT, KeyCode.X);
        driver.click(W + 260, S + 160);
        driver.click(W + 260, S + 340);
        driver.robot.type(KeyCode.ENTER);
        desk.await(() -> desk.selected("building") == 2);
        assertThat(driver.geometry("building", 1).getArea()).isLessThan(area * 0.6);
        driver.run(() -> driver.model().tool().set(Tool.SELECT));
        driver.keys(KeyCode.ALT, KeyCode.U);
        desk.await(() -> desk.selected("building") == 1);
        long left = driver.get(
                () -> driver.model().selection().of("building").iterator().next());
        assertThat(driver.geometry("building", left).getArea()).isCloseTo(area, within(1e-6));
    }

    /** The house next door gets a vertex where the line ends; selected, it would be deleted with a piece. */
    @Test
    void aNeighbourThatGetsAVertexIsNotSelectedWithThePieces() throws Exception {
        Geometry house = driver.geometry("building", 1);
        Geometry next = AffineTransformation.translationInstance(
                        0, house.getEnvelopeInternal().getHeight())
                .transform(house);
        Workspace workspace = driver.model().project().workspace().get();
        RowChange moved =
                new RowChange("building", 2, Map.of("geom", driver.geometry("building", 2)), Map.of("geom", next));
        workspace.edits().commit(Changes.of(Message.of("ui.filling"), moved), Progress.silent());
        driver.run(driver.model().editing()::readHistory);
        desk.selectFirstBuilding();
        driver.keys(KeyCode.ALT, KeyCode.X);
        driver.click(W + 260, S + 160);
        driver.click(W + 260, S + 330);
        driver.robot.type(KeyCode.ENTER);
        desk.await(() -> desk.selected("building") == 2);
        assertThat(driver.geometry("building", 2).getNumPoints()).isEqualTo(next.getNumPoints() + 1);
        assertThat(driver.get(() -> driver.model().selection().of("building")))
                .contains(1L)
                .doesNotContain(2L);
    }

    @Test
    void aHoleIsCutAndFilledAgain() throws Exception {
        desk.selectFirstBuilding();
        Geometry whole = driver.geometry("building", 1);
        driver.keys(KeyCode.ALT, KeyCode.H);
        driver.click(W + 240, S + 230);
        driver.click(W + 280, S + 230);
        driver.click(W + 280, S + 260);
        driver.robot.type(KeyCode.ENTER);
        desk.await(() -> desk.area("building", 1) < whole.getArea() - 100);
        driver.keys(KeyCode.ALT, KeyCode.F);
        driver.click(W + 272, S + 238);
        desk.await(() -> desk.area("building", 1) > whole.getArea() - 1e-6);
        assertThat(driver.geometry("building", 1).equalsTopo(whole)).isTrue();
    }

    @Test
    void aPartIsAddedTheWholeIsMovedTurnedAndReshaped() throws Exception {
        desk.selectFirstBuilding();
        double area = driver.geometry("building", 1).getArea();
        driver.keys(KeyCode.ALT, KeyCode.P);
        driver.click(W + 380, S + 320);
        driver.click(W + 420, S + 320);
        driver.click(W + 420, S + 350);
        driver.robot.type(KeyCode.ENTER);
        desk.await(() -> driver.geometry("building", 1).getNumGeometries() == 2);
        double both = driver.geometry("building", 1).getArea();
        assertThat(both).isGreaterThan(area);
        Coordinate centre = driver.geometry("building", 1).getCentroid().getCoordinate();
        driver.keys(KeyCode.ALT, KeyCode.M);
        driver.command("snapping", false);
        driver.drag(W + 250, S + 240, W + 300, S + 250);
        desk.await(() ->
                driver.geometry("building", 1).getCentroid().getCoordinate().distance(centre) > 30);
        assertThat(driver.geometry("building", 1).getArea()).isCloseTo(both, within(1e-6));
        driver.keys(KeyCode.ALT, KeyCode.O);
        driver.click(W + 300, S + 250);
        driver.enter("90");
        desk.await(() -> driver.geometry("building", 1).getEnvelopeInternal().getHeight() > 200);
        assertThat(driver.geometry("building", 1).getArea()).isCloseTo(both, within(1e-6));
    }

    @Test
    void aFeatureIsCopiedIntoAnotherLayer() throws Exception {
        desk.selectFirstBuilding();
        driver.keys(KeyCode.CONTROL, KeyCode.C);
        driver.settle();
        driver.edit("flood_zone");
        driver.keys(KeyCode.CONTROL, KeyCode.V);
        desk.storeFlood();
        assertThat(driver.geometry("flood_zone", desk.drawn("flood_zone")).equalsTopo(driver.geometry("building", 1)))
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
            desk.enter("structure", "steel");
            desk.enter("use", "residential");
            desk.enter("floors", "2");
            desk.enter("people", "3");
        });
        desk.store();
        Geometry drawn = driver.geometry("building", desk.drawn("building"));
        assertThat(drawn.intersection(driver.geometry("building", 1)).getArea()).isLessThan(1e-6);
        assertThat(drawn.getEnvelopeInternal().getMinX()).isCloseTo(W + 320, within(1e-6));
        assertThat(drawn.getArea()).isCloseTo(drawn.getEnvelope().getArea(), within(drawn.getArea() * 0.02));
    }

    @Test
    void anOutlineIsReshapedAlongADrawnLine() throws Exception {
        desk.selectFirstBuilding();
        driver.keys(KeyCode.ALT, KeyCode.E);
        // out through the north edge and in again: what the line encloses comes to the building
        driver.click(W + 230, S + 270);
        driver.click(W + 230, S + 330);
        driver.click(W + 290, S + 330);
        driver.click(W + 290, S + 270);
        driver.robot.type(KeyCode.ENTER);
        desk.await(() -> desk.area("building", 1) > 120 * 90 + 1_000);
        assertThat(driver.geometry("building", 1).isValid()).isTrue();
        assertThat(desk.area("building", 1)).isCloseTo(120 * 90 + 60 * 40, within(200 * driver.pixel()));
    }

    @Test
    void aRectangleIsDrawnInAnyDirectionFromASideAndItsWidth() throws Exception {
        driver.edit("flood_zone");
        driver.zoomTo(W + 100, S + 100, W + 500, S + 400);
        driver.keys(KeyCode.ALT, KeyCode.R);
        driver.click(W + 350, S + 150);
        driver.click(W + 450, S + 175);
        driver.click(W + 440, S + 230);
        desk.storeFlood();
        Geometry drawn = driver.geometry("flood_zone", desk.drawn("flood_zone"));
        assertThat(drawn.getNumPoints()).isEqualTo(5);
        // near the origin: by lines through coordinates of millions the least rectangle is only good to 0.03 m²
        Geometry box = MinimumAreaRectangle.getMinimumRectangle(
                AffineTransformation.translationInstance(-W, -S).transform(drawn));
        assertThat(drawn.getArea()).isCloseTo(box.getArea(), within(0.01));
        Coordinate[] corners = drawn.getCoordinates();
        assertThat(corners[0].distance(corners[1]) * corners[1].distance(corners[2]))
                .isCloseTo(drawn.getArea(), within(0.01));
        // 55 m across and 10 m back on a side that rises 1 in 4
        assertThat(drawn.getArea()).isCloseTo(100 * 55 + 25 * 10, within(300 * driver.pixel()));
    }

    @Test
    void aCircleIsDrawnFromItsCentreAndAPlaceOnIt() throws Exception {
        driver.edit("flood_zone");
        driver.zoomTo(W + 100, S + 100, W + 500, S + 400);
        driver.keys(KeyCode.ALT, KeyCode.C);
        driver.click(W + 400, S + 300);
        driver.click(W + 440, S + 300);
        desk.storeFlood();
        Geometry drawn = driver.geometry("flood_zone", desk.drawn("flood_zone"));
        Coordinate centre = drawn.getCentroid().getCoordinate();
        assertThat(centre.distance(DrawingDesk.at(400, 300))).isLessThan(2 * driver.pixel());
        assertThat(drawn.getCoordinates()).hasSize(73);
        double radius = centre.distance(drawn.getCoordinate());
        assertThat(radius).isCloseTo(40, within(2 * driver.pixel()));
        assertThat(drawn.getCoordinates()).allMatch(c -> Math.abs(centre.distance(c) - radius) < 1e-6);
    }

    @Test
    void aFeatureOfTwoPartsIsDrawnInOneGo() throws Exception {
        driver.edit("flood_zone");
        driver.zoomTo(W + 100, S + 100, W + 500, S + 400);
        driver.keys(KeyCode.ALT, KeyCode.D);
        driver.click(W + 350, S + 150);
        driver.click(W + 390, S + 150);
        driver.click(W + 370, S + 180);
        driver.keys(KeyCode.SHIFT, KeyCode.ENTER);
        driver.click(W + 430, S + 150);
        driver.click(W + 470, S + 150);
        driver.click(W + 450, S + 180);
        driver.robot.type(KeyCode.ENTER);
        desk.storeFlood();
        Geometry drawn = driver.geometry("flood_zone", desk.drawn("flood_zone"));
        assertThat(drawn.getNumGeometries()).isEqualTo(2);
        assertThat(drawn.isValid()).isTrue();
        assertThat(drawn.getGeometryN(0).getEnvelopeInternal().getMaxX()).isLessThan(W + 400);
        assertThat(drawn.getGeometryN(1).getEnvelopeInternal().getMinX()).isGreaterThan(W + 420);
    }

    @Test
    void aPointLandsWhereTheBoundariesOfTwoLayersCross() throws Exception {
        driver.edit("shelter");
        // the west bank of the flood zone crosses the boundary of two towns here, and neither has a vertex
        driver.zoomTo(W + 1_400, S + 3_930, W + 1_600, S + 4_070);
        driver.keys(KeyCode.ALT, KeyCode.D);
        driver.click(W + 1_500 + 5 * driver.pixel(), S + 4_000 - 4 * driver.pixel());
        desk.storeShelter();
        assertThat(driver.geometry("shelter", desk.drawn("shelter"))
                        .getCoordinate()
                        .distance(DrawingDesk.at(1_500, 4_000)))
                .isLessThan(1e-6);
    }

    @Test
    void edgesHaveTheLengthThatWasFixed() throws Exception {
        driver.edit("road");
        driver.zoomTo(W + 3_000, S + 1_000, W + 3_800, S + 1_400);
        driver.keys(KeyCode.ALT, KeyCode.K);
        driver.await(() -> Fx.find("#fixed-length", TextField.class) != null);
        driver.run(() -> Fx.find("#fixed-length", TextField.class).setText("75.5"));
        driver.run(() -> Fx.find(".dialog-pane", DialogPane.class)
                .lookupButton(ButtonType.OK)
                .setId("fixed-length-good"));
        Fx.click("#fixed-length-good");
        driver.await(() -> Fx.find("#fixed-length", TextField.class) == null);
        driver.keys(KeyCode.ALT, KeyCode.D);
        driver.click(W + 3_100, S + 1_100);
        driver.click(W + 3_400, S + 1_150);
        driver.click(W + 3_170, S + 1_300);
        driver.robot.type(KeyCode.ENTER);
        desk.storeRoad();
        Coordinate[] drawn = driver.geometry("road", desk.drawn("road")).getCoordinates();
        assertThat(drawn).hasSize(3);
        assertThat(drawn[0].distance(drawn[1])).isCloseTo(75.5, within(1e-6));
        assertThat(drawn[1].distance(drawn[2])).isCloseTo(75.5, within(1e-6));
        assertThat(drawn[1].y - drawn[0].y).isCloseTo((drawn[1].x - drawn[0].x) / 6, within(2 * driver.pixel()));
    }
}
