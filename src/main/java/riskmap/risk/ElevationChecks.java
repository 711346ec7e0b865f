package riskmap.risk;

import java.util.Arrays;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.geo.Crs;
import riskmap.geo.Grid;
import riskmap.geo.GridGeometry;
import riskmap.geo.Voids;

/**
 * Whether an elevation can be what a model takes it for: heights in metres on cells in metres, without many holes.
 *
 * <p>Feet are found out by heights no ground has, and by the reservoirs of the project: a crest lies at the height of the
 * ground around it, so ground three times as high is in feet.
 */
final class ElevationChecks {
    /** Height of the highest ground on earth with room to spare, in metres. */
    private static final double HIGHEST = 9000;

    /** The lowest dry ground lies at −430 m; models of the sea floor are no ground. */
    private static final double LOWEST = -500;

    /** Share of the cells that may be holes. */
    private static final double MOST_VOIDS = 0.01;

    /** Ground over crest level, of the reservoir in the middle, that says feet (3.28 feet are a metre). */
    private static final double FEET_FROM = 2.6;

    private static final double FEET_TO = 4.0;

    private final InputChecks checks;

    ElevationChecks(InputChecks checks) {
        this.checks = checks;
    }

    void run(Grid dem, Progress progress) {
        GridGeometry geometry = dem.geometry();
        if (geometry.crs() == null) {
            checks.problem("dem", Message.of("risk.check-no-crs", "dem"));
            return;
        }
        if (Crs.isGeographic(geometry.crs())) {
            checks.problem("dem", Message.of("risk.check-degrees", "dem", Crs.title(geometry.crs())));
            return;
        }
        Voids voids = Voids.of(dem, progress);
        if (voids.cells() == voids.missing()) {
            checks.problem("dem", Message.of("risk.check-empty", "dem"));
            return;
        }
        if (voids.inside() > 0) {
            boolean many = voids.inside() > MOST_VOIDS * (voids.cells() - voids.missing());
            Message message = Message.of(
                    many ? "risk.check-voids" : "risk.check-few-voids",
                    voids.inside(),
                    Workings.shown(Math.rint(geometry.x(voids.first() % geometry.width()))),
                    Workings.shown(Math.rint(geometry.y(voids.first() / geometry.width()))));
            if (many) {
                checks.problem("dem", message);
            } else {
                checks.warning("dem", message);
            }
        }
        if (voids.highest() > HIGHEST || voids.lowest() < LOWEST) {
            checks.problem(
                    "dem",
                    Message.of("risk.check-heights", Workings.shown(voids.lowest()), Workings.shown(voids.highest())));
        } else {
            feet(dem, progress);
        }
    }

    private void feet(Grid dem, Progress progress) {
        if (!checks.inputs().has("reservoir")) {
            return;
        }
        LayerRows reservoirs =
                checks.inputs().rows("reservoir", progress).in(dem.geometry().crs(), progress);
        double[] crests = reservoirs.numbers("crest_level_m");
        double[] ratios = new double[crests.length];
        int known = 0;
        for (int row = 0; row < crests.length; row++) {
            Geometry shape = reservoirs.geometry(row);
            if (shape != null && crests[row] > 1) {
                var place = shape.getCentroid().getCoordinate();
                double ground = dem.at(place.x, place.y);
                if (!Double.isNaN(ground)) {
                    ratios[known++] = ground / crests[row];
                }
            }
        }
        if (known > 0) {
            Arrays.sort(ratios, 0, known);
            double middle = ratios[known / 2];
            if (middle >= FEET_FROM && middle <= FEET_TO) {
                checks.problem("dem", Message.of("risk.check-feet", Workings.shown(middle), known));
            }
        }
    }
}
