package riskmap.risk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.terrain.Voids;

/**
 * Whether an elevation can be what a model takes it for: heights in metres on cells in metres, without many holes.
 *
 * <p>Feet are found out by heights no ground has, and by the places whose height the survey knows: weather stations, ponds
 * for fire fighting, and reservoirs, whose crest lies at the height of the ground around it. Ground three times as high is in
 * feet.
 */
final class ElevationChecks {
    /** Height of the highest ground on earth with room to spare, in metres. */
    private static final double HIGHEST = 9000;

    /** The lowest dry ground lies at −430 m; models of the sea floor are no ground. */
    private static final double LOWEST = -500;

    /** Share of the cells that may be holes. */
    private static final double MOST_VOIDS = 0.01;

    /** The layers that know a height of the ground, and the field they have it in. */
    static final Map<String, String> WITNESSES = witnesses();

    /** Ground over the height known, of the place in the middle, that says feet (3.28 feet are a metre). */
    private static final double FEET_FROM = 2.6;

    private static final double FEET_TO = 4.0;

    private final InputChecks checks;

    private static Map<String, String> witnesses() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("reservoir", "crest_level_m");
        fields.put("weather_station", "elevation_m");
        fields.put("fire_water_store", "elevation_m");
        return fields;
    }

    ElevationChecks(InputChecks checks) {
        this.checks = checks;
    }

    void run(Grid dem, Progress progress) {
        GridGeometry geometry = dem.geometry();
        if (geometry.crs() == null) {
            checks.problem("dem", Message.of("risk.check-no-crs", InputChecks.called("dem")));
            return;
        }
        if (Crs.isGeographic(geometry.crs())) {
            checks.problem("dem", InputChecks.degrees("dem", geometry.crs(), geometry.envelope(), true));
            return;
        }
        if (!Crs.isInGroundMetres(geometry.crs())) {
            checks.problem("dem", InputChecks.notMetres("dem", geometry.crs(), geometry.envelope(), true));
            return;
        }
        Voids voids = Voids.of(dem, progress);
        if (voids.cells() == voids.missing()) {
            checks.problem("dem", Message.of("risk.check-empty", InputChecks.called("dem")));
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
        double[] ratios = new double[0];
        for (Map.Entry<String, String> witness : WITNESSES.entrySet()) {
            if (checks.inputs().has(witness.getKey()) && !checks.inputs().isGrid(witness.getKey())) {
                ratios = DoubleStream.concat(
                                Arrays.stream(ratios),
                                Arrays.stream(ratios(dem, witness.getKey(), witness.getValue(), progress)))
                        .toArray();
            }
        }
        if (ratios.length > 0) {
            Arrays.sort(ratios);
            double middle = ratios[ratios.length / 2];
            if (middle >= FEET_FROM && middle <= FEET_TO) {
                checks.problem("dem", Message.of("risk.check-feet", Workings.shown(middle), ratios.length));
            }
        }
    }

    /** The ground of the grid over the height a layer knows, wherever it knows one of more than a metre. */
    private double[] ratios(Grid dem, String kind, String field, Progress progress) {
        LayerRows given = checks.inputs().rows(kind, progress);
        if (given.crs() == null) {
            return new double[0];
        }
        LayerRows rows = given.in(dem.geometry().crs(), progress);
        double[] heights = rows.numbers(field);
        double[] ratios = new double[heights.length];
        int known = 0;
        for (int row = 0; row < heights.length; row++) {
            Geometry shape = rows.geometry(row);
            if (shape != null && heights[row] > 1) {
                var place = shape.getCentroid().getCoordinate();
                double ground = dem.at(place.x, place.y);
                if (!Double.isNaN(ground)) {
                    ratios[known++] = ground / heights[row];
                }
            }
        }
        return Arrays.copyOf(ratios, known);
    }
}
