package riskmap.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import riskmap.base.Progress;
import riskmap.geo.overlay.PointGrid;

/** Points find their zones as JTS finds them one by one, on boundaries too, whichever way they are given. */
class ZoneCountPropertiesTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Property(tries = 60)
    void pointsCountForTheZonesTheyLieIn(@ForAll long seed) {
        Random random = new Random(seed);
        Geometry[] areas = new Geometry[1 + random.nextInt(150)];
        for (int i = 0; i < areas.length; i++) {
            areas[i] = random.nextInt(12) == 0 ? null : area(random);
        }
        double[] xy = new double[2 * random.nextInt(random.nextBoolean() ? 100 : 1000)];
        Geometry[] points = new Geometry[xy.length / 2];
        for (int i = 0; i < points.length; i++) {
            boolean there = random.nextInt(20) > 0;
            xy[2 * i] = there ? random.nextInt(21) : Double.NaN;
            xy[2 * i + 1] = there ? random.nextInt(21) : Double.NaN;
            points[i] = there ? FACTORY.createPoint(new Coordinate(xy[2 * i], xy[2 * i + 1])) : null;
        }
        CountingRule rule = List.of(CountingRule.CENTROID_WITHIN, CountingRule.WITHIN, CountingRule.INTERSECTS)
                .get(random.nextInt(3));
        boolean firstOnly = random.nextBoolean();
        ZoneCount packed = ZoneCount.ofPoints(xy, new PointGrid(xy), areas, rule, firstOnly, Progress.silent());
        ZoneCount single = ZoneCount.of(points, areas, rule, firstOnly, Progress.silent());
        for (int i = 0; i < points.length; i++) {
            int[] expected = points[i] == null ? null : zones(points[i].getCoordinate(), areas, rule, firstOnly);
            assertThat(packed.zones(i)).as("point %s", points[i]).isEqualTo(expected);
            assertThat(single.zones(i)).as("point %s", points[i]).isEqualTo(expected);
        }
        List<List<Integer>> named = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            named.add(new ArrayList<>());
        }
        // where a point counts for its first zone only it is asked for one by one
        boolean all = packed.forEachPoint((point, zone) -> named.get(point).add(zone));
        assertThat(all).isNotEqualTo(firstOnly);
        for (int i = 0; all && i < points.length; i++) {
            int[] zones = packed.zones(i);
            assertThat(named.get(i))
                    .isEqualTo(
                            zones == null
                                    ? List.of()
                                    : Arrays.stream(zones).boxed().toList());
        }
    }

    private static Geometry area(Random random) {
        int x = random.nextInt(18);
        int y = random.nextInt(18);
        Geometry box = FACTORY.toGeometry(new Envelope(x, x + 1 + random.nextInt(6), y, y + 1 + random.nextInt(6)));
        Geometry other = FACTORY.toGeometry(new Envelope(x + 1, x + 2, y + 1, y + 2));
        return switch (random.nextInt(4)) {
            case 0 -> box;
            case 1 -> box.difference(other);
            case 2 -> FACTORY.createPoint(new Coordinate(x, y)).buffer(1 + random.nextInt(3), 1);
            // as many positions as take a locator where there are points enough
            default -> FACTORY.createPoint(new Coordinate(x, y)).buffer(2 + random.nextInt(6), 40);
        };
    }

    private static int[] zones(Coordinate point, Geometry[] areas, CountingRule rule, boolean firstOnly) {
        List<Integer> inside = new ArrayList<>();
        List<Integer> boundary = new ArrayList<>();
        for (int i = 0; i < areas.length; i++) {
            int location = areas[i] == null || areas[i].isEmpty()
                    ? Location.EXTERIOR
                    : new SimplePointInAreaLocator(areas[i]).locate(point);
            if (location == Location.INTERIOR || location == Location.BOUNDARY && rule == CountingRule.INTERSECTS) {
                inside.add(i);
            } else if (location == Location.BOUNDARY && rule == CountingRule.CENTROID_WITHIN) {
                boundary.add(i);
            }
        }
        int[] all = inside.stream().mapToInt(Integer::intValue).toArray();
        if (all.length == 0 && !boundary.isEmpty()) {
            return new int[] {boundary.get(0)};
        }
        return firstOnly && all.length > 1 ? Arrays.copyOf(all, 1) : all;
    }
}
