package riskmap.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import riskmap.geo.crs.Crs;

class MapViewModelTest {
    private long now;
    private final MapViewModel map = new MapViewModel(() -> now);

    @BeforeEach
    void showADistrict() {
        map.resize(1000, 500);
        Envelope district = new Envelope(500_000, 520_000, 4_100_000, 4_110_000);
        map.show(Crs.of("EPSG:4550"), district, district);
    }

    @Test
    void theFirstViewHoldsTheWholeExtentAtTheAspectOfTheWindow() {
        Envelope extent = map.view().get().extent();
        assertThat(extent.contains(new Envelope(500_000, 520_000, 4_100_000, 4_110_000)))
                .isTrue();
        assertThat(extent.getWidth() / extent.getHeight()).isCloseTo(2, within(1e-9));
    }

    @Test
    void zoomingKeepsThePlaceUnderThePointer() {
        View before = map.view().get();
        map.zoomBy(4, 123, 77);
        View after = map.view().get();
        assertThat(after.unitsPerPixel()).isCloseTo(before.unitsPerPixel() / 4, within(1e-12));
        assertThat(after.world(123, 77).distance(before.world(123, 77))).isCloseTo(0, within(1e-6));
    }

    @Test
    void whatIsNewIsShownWithItsSurroundingsWhenItIsTinyOrElsewhereAndLeadsBackAgain() {
        View before = map.view().get();
        Envelope fire = new Envelope(510_000, 510_900, 4_105_000, 4_105_200);
        assertThat(map.bringIntoSight(fire)).isTrue();
        Envelope seen = map.view().get().extent();
        assertThat(seen.contains(fire)).isTrue();
        assertThat(seen.getWidth()).isBetween(1_800.0, 4_000.0);
        // nearer than that it is large enough, and stays where it is
        assertThat(map.bringIntoSight(fire)).isFalse();
        assertThat(map.bringIntoSight(new Envelope(516_000, 516_000, 4_101_000, 4_101_000)))
                .isTrue();
        assertThat(map.view().get().extent().getWidth()).isGreaterThanOrEqualTo(400);
        map.back();
        map.back();
        assertThat(map.view().get()).isEqualTo(before);
    }

    @Test
    void whatIsNewAndLargeOrReachesIntoTheViewDoesNotMoveTheMap() {
        View before = map.view().get();
        assertThat(map.bringIntoSight(new Envelope(500_000, 540_000, 4_100_000, 4_110_000)))
                .isFalse();
        assertThat(map.bringIntoSight(new Envelope(508_000, 510_000, 4_104_000, 4_104_010)))
                .isFalse();
        assertThat(map.bringIntoSight(new Envelope())).isFalse();
        assertThat(map.view().get()).isEqualTo(before);
    }

    @Test
    void draggingMovesTheMapWithThePointer() {
        View before = map.view().get();
        map.panBy(30, -40);
        View after = map.view().get();
        assertThat(after.viewX(before.world(100, 100).x, before.world(100, 100).y))
                .isCloseTo(130, within(1e-6));
        assertThat(after.viewY(before.world(100, 100).x, before.world(100, 100).y))
                .isCloseTo(60, within(1e-6));
    }

    @Test
    void aDragIsOneStepBackHoweverManyEventsItHas() {
        Envelope start = map.view().get().extent();
        now += 1_000_000_000L;
        map.beginDrag();
        for (int i = 0; i < 20; i++) {
            now += 900_000_000L;
            map.panBy(5, 5);
        }
        map.endDrag();
        map.back();
        assertThat(map.view().get().extent().getMinX()).isCloseTo(start.getMinX(), within(1e-6));
        assertThat(map.canGoBack().get()).isFalse();
        assertThat(map.canGoForth().get()).isTrue();
    }

    @Test
    void aTurnOfTheWheelIsOneStepBack() {
        Envelope start = map.view().get().extent();
        now += 1_000_000_000L;
        for (int i = 0; i < 5; i++) {
            now += 100_000_000L;
            map.zoomBy(1.4, 10, 10);
        }
        map.back();
        assertThat(map.view().get().extent().getMinX()).isCloseTo(start.getMinX(), within(1e-6));
    }

    @Test
    void forthUndoesBackAndAnewMoveForgetsTheWayForth() {
        now += 1_000_000_000L;
        map.zoomBy(2);
        Envelope zoomed = map.view().get().extent();
        map.back();
        map.forth();
        assertThat(map.view().get().extent().getMaxY()).isCloseTo(zoomed.getMaxY(), within(1e-6));
        map.back();
        now += 1_000_000_000L;
        map.panBy(1, 1);
        assertThat(map.canGoForth().get()).isFalse();
    }

    @Test
    void aTypedScaleIsTheScaleShown() {
        map.setScaleDenominator(25_000);
        assertThat(map.scaleDenominator()).isCloseTo(25_000, within(1e-6));
        // 1 pixel = 0.0254/96 m on the screen
        assertThat(map.view().get().unitsPerPixel()).isCloseTo(25_000 * 0.0254 / 96, within(1e-9));
    }

    @Test
    void aPointIsShownWithItsSurroundings() {
        map.zoomTo(new Envelope(510_000, 510_000, 4_105_000, 4_105_000));
        Envelope extent = map.view().get().extent();
        assertThat(extent.getWidth()).isBetween(50.0, 500.0);
        assertThat(extent.centre().x).isCloseTo(510_000, within(1e-6));
    }

    @Test
    void aNewWindowSizeKeepsMiddleAndScale() {
        View before = map.view().get();
        map.resize(640, 480);
        View after = map.view().get();
        assertThat(after.centreX()).isEqualTo(before.centreX());
        assertThat(after.unitsPerPixel()).isEqualTo(before.unitsPerPixel());
        assertThat(after.width()).isEqualTo(640);
    }

    @Test
    void zoomStopsAtTheLimits() {
        for (int i = 0; i < 100; i++) {
            map.zoomBy(4);
        }
        assertThat(map.view().get().unitsPerPixel()).isBetween(0.9e-4, 1.1e-4);
    }

    @Test
    void withoutAProjectTheMapIsEmpty() {
        map.show(null, new Envelope(), new Envelope());
        assertThat(map.isEmpty().get()).isTrue();
        assertThat(map.canGoBack().get()).isFalse();
    }
}
