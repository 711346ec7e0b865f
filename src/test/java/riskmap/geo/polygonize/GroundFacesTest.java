package riskmap.geo.polygonize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import riskmap.base.Progress;

/** Ground cut by outlines that overlap, touch and share their sides. */
class GroundFacesTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private static Geometry box(double west, double east, double south, double north) {
        return FACTORY.toGeometry(new Envelope(west, east, south, north));
    }

    @Test
    void boxesThatShareSidesCoverTheGroundOnceAndNoFaceIsCrossed() {
        Random random = new Random(7);
        List<Geometry> boxes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int west = random.nextInt(20);
            int south = random.nextInt(20);
            boxes.add(box(west, west + 1 + random.nextInt(6), south, south + 1 + random.nextInt(6)));
        }
        boxes.add(boxes.get(0));
        List<Polygon> faces = GroundFaces.of(boxes, Progress.silent());
        double inside = 0;
        for (Polygon face : faces) {
            assertThat(face.isValid()).isTrue();
            Geometry point = face.getInteriorPoint();
            boolean covered = false;
            for (Geometry box : boxes) {
                boolean over = box.covers(point);
                covered |= over;
                assertThat(over ? box.covers(face) : !box.relate(face, "T********"))
                        .isTrue();
            }
            inside += covered ? face.getArea() : 0;
        }
        assertThat(inside).isCloseTo(OverlayNGRobust.union(boxes).getArea(), within(1e-9));
    }

    @Test
    void anIslandThatNothingMeetsIsAFaceAndAHole() {
        List<Polygon> faces =
                GroundFaces.of(List.of(box(0, 10, 0, 10), box(4, 6, 4, 6), box(4, 6, 4, 6)), Progress.silent());
        assertThat(faces).extracting(Polygon::getArea).containsExactlyInAnyOrder(96.0, 4.0);
    }

    @Test
    void whatTwoOutlinesShareIsFollowedOnce() {
        Coordinate[] west = box(0, 1, 0, 1).getCoordinates();
        Coordinate[] east = box(1, 2, 0, 1).getCoordinates();
        List<Coordinate[]> chains = OutlineChains.of(List.of(west, east));
        assertThat(chains).extracting(chain -> chain.length).containsExactlyInAnyOrder(2, 4, 4);
        assertThat(OutlineChains.of(List.<Coordinate[]>of(west))).hasSize(1);
        assertThat(OutlineChains.of(List.of())).isEmpty();
    }
}
