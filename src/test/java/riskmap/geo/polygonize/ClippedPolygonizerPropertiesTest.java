package riskmap.geo.polygonize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;
import riskmap.base.Progress;
import riskmap.geo.overlay.Coverage;
import riskmap.geo.overlay.Overlay;
import riskmap.geo.raster.GridGeometry;

class ClippedPolygonizerPropertiesTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Property(tries = 120)
    void piecesFillTheAreasOnceWithoutGaps(
            @ForAll @IntRange(min = 1, max = 1_000_000) int seed,
            @ForAll @IntRange(min = 2, max = 9) int areaCount,
            @ForAll boolean roundVertices) {
        Random random = new Random(seed);
        GridGeometry lattice = new GridGeometry(14, 11, 500, 1000, 10, 10, null);
        byte[] classes = new byte[lattice.cellCount()];
        int classCount = 1 + random.nextInt(4);
        for (int i = 0; i < classes.length; i++) {
            // neighbours tend to agree, as zones do
            classes[i] = i > 14 && random.nextInt(3) > 0
                    ? classes[i - (random.nextBoolean() ? 1 : 14)]
                    : (byte) (1 + random.nextInt(classCount));
        }
        Geometry[] areas = voronoi(random, areaCount, roundVertices);

        List<ClippedPolygonizer.Piece> pieces =
                new ClippedPolygonizer(lattice, classes).pieces(areas, Progress.silent());

        double wanted = 0;
        for (Geometry area : areas) {
            wanted += area.getArea();
        }
        double sum = 0;
        List<Geometry> polygons = new ArrayList<>();
        for (var piece : pieces) {
            assertThat(piece.polygon().isValid()).isTrue();
            sum += piece.polygon().getArea();
            polygons.add(piece.polygon());
            var inside = piece.polygon().getInteriorPoint();
            assertThat(classes[lattice.row(inside.getY()) * 14 + lattice.column(inside.getX())])
                    .isEqualTo(piece.value());
        }
        assertThat(sum).isCloseTo(wanted, within(1e-6));
        assertThat(Coverage.isValid(polygons)).isTrue();
    }

    @Test
    void areasThatRunAlongTheLatticeKeepTheirCells() {
        GridGeometry lattice = new GridGeometry(4, 4, 0, 40, 10, 10, null);
        byte[] classes = {1, 1, 2, 2, 1, 1, 2, 2, 1, 2, 1, 2, 1, 1, 1, 1};
        Geometry[] areas = {
            FACTORY.toGeometry(new Envelope(10, 30, 10, 30)), FACTORY.toGeometry(new Envelope(30, 40, 10, 30))
        };
        var pieces = new ClippedPolygonizer(lattice, classes).pieces(areas, Progress.silent());
        assertThat(pieces).hasSize(5);
        assertThat(pieces.stream()
                        .mapToDouble(piece -> piece.polygon().getArea())
                        .sum())
                .isEqualTo(600);
        assertThat(Coverage.isValid(
                        pieces.stream().map(ClippedPolygonizer.Piece::polygon).toList()))
                .isTrue();
    }

    @Test
    void cellsWithoutAClassAreLeftOut() {
        GridGeometry lattice = new GridGeometry(3, 1, 0, 10, 10, 10, null);
        Geometry[] areas = {FACTORY.toGeometry(new Envelope(2, 28, 2, 8))};
        var pieces = new ClippedPolygonizer(lattice, new byte[] {1, 0, 1}).pieces(areas, Progress.silent());
        assertThat(pieces).extracting(piece -> piece.polygon().getArea()).containsExactly(48.0, 48.0);
    }

    private static Geometry[] voronoi(Random random, int count, boolean round) {
        List<Coordinate> sites = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sites.add(new Coordinate(510 + random.nextDouble() * 120, 900 + random.nextDouble() * 90));
        }
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(sites);
        builder.setClipEnvelope(new Envelope(510, 630, 900, 990));
        Geometry cells = builder.getDiagram(FACTORY).copy();
        List<Geometry> areas = new ArrayList<>();
        Envelope frame = new Envelope(505, 635, 895, 995);
        for (int i = 0; i < cells.getNumGeometries(); i++) {
            Geometry cell = Overlay.intersection(cells.getGeometryN(i), FACTORY.toGeometry(frame))
                    .copy();
            if (round) {
                // vertices on lattice lines and corners; rounding a coverage's vertices keeps it one unless it folds
                cell.apply((org.locationtech.jts.geom.CoordinateFilter) coordinate -> {
                    coordinate.x = Math.rint(coordinate.x / 5) * 5;
                    coordinate.y = Math.rint(coordinate.y / 5) * 5;
                });
                cell.geometryChanged();
            }
            areas.add(cell);
        }
        boolean good = areas.stream().allMatch(Geometry::isValid) && Coverage.isValid(areas);
        return good ? areas.toArray(new Geometry[0]) : new Geometry[] {FACTORY.toGeometry(frame)};
    }
}
