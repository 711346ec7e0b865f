package riskmap.risk;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.zonal.ZonalStatistics;

/**
 * How much of each town has an elevation. Where the ground is not known nothing can be flooded, slide or burn: a 0 there
 * would be taken for safety.
 */
public final class TownGround {
    /** From here on the rest is the border's: cells whose centre lies outside, a strip of sea. */
    private static final double WHOLE = 0.95;

    private TownGround() {}

    /**
     * The share of each town's area whose ground is known.
     *
     * @param towns in the CRS of the elevation; null for one without an outline
     * @return from 0 to about 1, by the centres of cells; NaN for a town without an area
     */
    public static double[] known(Grid dem, Geometry[] towns, Progress progress) {
        List<Geometry> outlines = Arrays.stream(towns).filter(Objects::nonNull).toList();
        List<ZonalStatistics.Summary> found =
                ZonalStatistics.of(dem, outlines, ZonalStatistics.Rule.CENTRE, false, progress);
        double[] known = new double[towns.length];
        int next = 0;
        for (int town = 0; town < towns.length; town++) {
            known[town] = towns[town] == null
                    ? Double.NaN
                    : found.get(next++).count() * dem.geometry().cellArea() / towns[town].getArea();
        }
        return known;
    }

    /**
     * Tells of the towns whose ground is known in part or not at all: first of those known in part, whose numbers look like
     * those of whole towns.
     */
    static void check(InputChecks checks) {
        Progress progress = checks.progress();
        Grid dem = checks.inputs().grid("dem");
        LayerRows towns = checks.rows("town").in(dem.geometry().crs(), progress);
        String[] names = towns.texts("name");
        double[] known = known(dem, towns.geometries(), progress);
        List<String> bare = IntStream.range(0, known.length)
                .filter(town -> known[town] < WHOLE)
                .boxed()
                .sorted(Comparator.comparing(town -> known[town] == 0))
                .map(town -> towns.called(town, names[town]) + " " + Math.round(100 * known[town]) + "%")
                .toList();
        if (!bare.isEmpty()) {
            checks.warning("dem", Message.of("risk.check-ground-of-towns", bare.size(), InputChecks.some(bare)));
        }
    }
}
