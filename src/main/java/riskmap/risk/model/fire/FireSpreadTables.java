package riskmap.risk.model.fire;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.data.Table;
import riskmap.risk.Workings;
import riskmap.risk.model.count.Placement;
import riskmap.risk.model.count.ZoneExposure;
import riskmap.risk.model.result.ResultRows;

/** The rings of a fire as a layer and a table. */
public final class FireSpreadTables {
    private final FireSpreadRun run;
    private final double[] buildings;
    private final double[] people;

    public FireSpreadTables(FireSpreadRun run, ZoneExposure exposure) {
        this.run = run;
        this.buildings = new double[run.ringCount() + 1];
        this.people = new double[run.ringCount() + 1];
        LayerRows rows = exposure.rows("building");
        if (rows != null) {
            count(rows, exposure.places("building"));
        }
    }

    /** By centroid, in or near the first ring that comes within the exposure distance. */
    private void count(LayerRows rows, Placement places) {
        double[] persons = rows.numbers("people");
        for (int row = 0; row < rows.size(); row++) {
            int level = rows.geometry(row) == null ? 0 : places.level(row);
            if (level > 0) {
                int ring = run.ringCount() + 1 - level;
                buildings[ring]++;
                people[ring] += Double.isNaN(persons[row]) ? 0 : persons[row];
            }
        }
    }

    public ResultRows layer() {
        ResultRows rows = new ResultRows("fire_spread", run.ground().geometry().crs());
        for (int ring = 1; ring <= run.ringCount(); ring++) {
            if (!run.burnt(ring).isEmpty()) {
                SimpleFeature row = rows.addArea(run.burnt(ring));
                row.setAttribute("ring", (long) ring);
                row.setAttribute("hours_from", run.hoursFrom(ring));
                row.setAttribute("hours_to", run.hoursTo(ring));
                row.setAttribute("area_m2", run.burnt(ring).getArea());
                row.setAttribute("forest_ha", run.forestHectares(ring));
                row.setAttribute("buildings", (long) buildings[ring]);
                row.setAttribute("people", people[ring]);
            }
        }
        return rows;
    }

    /** What each ring adds, and all up to it. */
    public Table rings() {
        List<List<Object>> rows = new ArrayList<>();
        double area = 0;
        double forest = 0;
        double houses = 0;
        double persons = 0;
        for (int ring = 1; ring <= run.ringCount(); ring++) {
            double more = run.burnt(ring).getArea() / 1e4;
            area += more;
            forest += run.forestHectares(ring);
            houses += buildings[ring];
            persons += people[ring];
            rows.add(List.of(
                    run.title(ring),
                    run.hoursTo(ring),
                    more,
                    area,
                    forest,
                    run.farthest(ring),
                    (long) houses,
                    persons));
        }
        return new Table(
                "fire-rings",
                Message.of("risk.table-fire-rings"),
                List.of(
                        column("ring", "", 0),
                        column("hours-to", "h", 2),
                        column("added-ha", "ha", 2),
                        column("area-ha", "ha", 2),
                        column("forest-ha", "ha", 2),
                        column("reach", "m", 0),
                        column("buildings", "栋", 0),
                        column("people", "人", 0)),
                rows);
    }

    /** The speed with the wind and against it, on level ground, in conifers. */
    public Workings workings() {
        Workings workings = new Workings();
        double wind = run.values().number("wind-speed");
        workings.add(
                "spread-still",
                "R₀ = 0.03T + 0.05W + 0.01(100 − H) − 0.3",
                run.rate().still(),
                "m/min",
                "0.03 × %s + 0.05 × %s + 0.01 × (100 − %s) − 0.3",
                run.values().number("temperature"),
                riskmap.risk.fire.SpreadRate.beaufort(wind),
                run.values().number("humidity"));
        double along = Math.exp(0.1783 * wind);
        workings.add("spread-wind", "Kw = e^(0.1783·v·cos θ)", along, "", "e^(0.1783 × %s × 1)", wind);
        workings.add(
                "spread-rate",
                "R = R₀·Ks·Kw·Kφ",
                run.rate().still() * along,
                "m/min",
                "%s × 1 × %s × 1",
                run.rate().still(),
                along);
        return workings;
    }
}
