package riskmap.geo.polygonize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/**
 * Polygons of the zones (cells of one value connected over their sides) of a grid.
 *
 * <p>What is promised: the polygons are valid, cover every cell with data exactly once, and their boundaries match vertex
 * for vertex (a vertex stands at every corner of any zone), so that they are a coverage as JTS' {@code coverage} package
 * defines it. Areas are exactly those of the cells. Outlines run counter-clockwise, holes clockwise.
 *
 * <p>Zones are those of {@code gdal_polygonize} with its default, 4-connected.
 *
 * <p>Example: a grid of the values {@code 1 2 / 2 1} gives four zones, not two.
 */
public final class Polygonizer {
    private static final GeometryFactory FACTORY =
            new GeometryFactory(new PrecisionModel(), 0, PackedCoordinateSequenceFactory.DOUBLE_FACTORY);

    private final Grid grid;
    private final GridGeometry geometry;
    private final List<RingTracer> tracers = new ArrayList<>();

    /** All rings in the order of their first cells: the tracer and the number of the ring there. */
    private int[] tracerOf;

    private int[] ringOf;

    private Polygonizer(Grid grid) {
        this.grid = grid;
        this.geometry = grid.geometry();
    }

    /**
     * A zone.
     *
     * @param value value of its cells
     * @param cells how many cells
     * @param polygon its outline with holes
     */
    public record Zone(float value, long cells, Polygon polygon) {}

    /** The zones in the order of their first cells; cells without data belong to none. */
    public static List<Zone> polygonize(Grid grid, Progress progress) {
        Polygonizer polygonizer = new Polygonizer(grid);
        polygonizer.trace(progress);
        return polygonizer.assemble(progress.part(0.7, 1));
    }

    private void trace(Progress progress) {
        ZoneLabels zones = ZoneLabels.of(grid, progress.part(0, 0.3));
        long[] sides = RingTracer.upperSides(zones, geometry, progress.part(0.3, 0.4));
        int height = geometry.height();
        int bands = Math.max(1, Math.min(2 * Runtime.getRuntime().availableProcessors(), height / 64));
        for (int band = 0; band < bands; band++) {
            int from = (int) ((long) height * band / bands);
            int to = (int) ((long) height * (band + 1) / bands);
            tracers.add(new RingTracer(zones, sides, geometry.width(), from, to));
        }
        Parallel.items(bands, 1, progress.part(0.4, 0.7), (from, to) -> {
            for (int band = from; band < to; band++) {
                tracers.get(band).trace(progress);
            }
        });
        int rings = tracers.stream().mapToInt(RingTracer::rings).sum();
        tracerOf = new int[rings];
        ringOf = new int[rings];
        int next = 0;
        for (int band = 0; band < bands; band++) {
            int count = tracers.get(band).rings();
            Arrays.fill(tracerOf, next, next + count, band);
            for (int ring = 0; ring < count; ring++) {
                ringOf[next++] = ring;
            }
        }
    }

    private List<Zone> assemble(Progress progress) {
        int[] outlines =
                IntStream.range(0, ringOf.length).filter(this::isOutline).toArray();
        int[] labels = Arrays.stream(outlines).map(this::label).toArray();
        int[] holes = IntStream.range(0, ringOf.length)
                .filter(ring -> !isOutline(ring))
                .toArray();
        // outlines come in the order of their labels: a label is the place of the first cell
        int[] zoneOfHole = Arrays.stream(holes)
                .map(hole -> Arrays.binarySearch(labels, label(hole)))
                .toArray();
        int[] holeEnds = new int[outlines.length + 1];
        for (int zone : zoneOfHole) {
            holeEnds[zone + 1]++;
        }
        Arrays.parallelPrefix(holeEnds, Integer::sum);
        int[] holesByZone = new int[holes.length];
        int[] next = holeEnds.clone();
        for (int i = 0; i < holes.length; i++) {
            holesByZone[next[zoneOfHole[i]]++] = holes[i];
        }
        Zone[] zones = new Zone[outlines.length];
        Parallel.items(zones.length, 1024, progress, (from, to) -> {
            for (int zone = from; zone < to; zone++) {
                int[] inner = Arrays.copyOfRange(holesByZone, holeEnds[zone], holeEnds[zone + 1]);
                zones[zone] = zone(outlines[zone], inner);
            }
        });
        return Arrays.asList(zones);
    }

    private Zone zone(int outline, int[] holes) {
        long cells = tracer(outline).area(ringOf[outline]);
        LinearRing[] inner = new LinearRing[holes.length];
        for (int i = 0; i < holes.length; i++) {
            inner[i] = ring(holes[i]);
            cells += tracer(holes[i]).area(ringOf[holes[i]]);
        }
        RingTracer tracer = tracer(outline);
        int first = tracer.firstVertex(ringOf[outline]);
        float value = grid.get(tracer.column(first), tracer.row(first));
        return new Zone(value, cells, FACTORY.createPolygon(ring(outline), inner));
    }

    private LinearRing ring(int number) {
        RingTracer tracer = tracer(number);
        int first = tracer.firstVertex(ringOf[number]);
        int end = tracer.endVertex(ringOf[number]);
        double[] xy = new double[2 * (end - first)];
        int at = 0;
        // backwards: the walk goes clockwise around zones
        for (int vertex = end - 1; vertex >= first; vertex--) {
            xy[at++] = geometry.minX() + tracer.column(vertex) * geometry.cellWidth();
            xy[at++] = geometry.maxY() - tracer.row(vertex) * geometry.cellHeight();
        }
        return FACTORY.createLinearRing(new PackedCoordinateSequence.Double(xy, 2, 0));
    }

    private RingTracer tracer(int ring) {
        return tracers.get(tracerOf[ring]);
    }

    private int label(int ring) {
        return tracer(ring).label(ringOf[ring]);
    }

    private boolean isOutline(int ring) {
        return tracer(ring).start(ringOf[ring]) == label(ring);
    }
}
