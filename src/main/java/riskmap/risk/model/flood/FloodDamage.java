package riskmap.risk.model.flood;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.geo.overlay.AreaIndex;
import riskmap.geo.raster.Grid;
import riskmap.risk.Evidence;
import riskmap.risk.Formula;
import riskmap.risk.InputChecks;
import riskmap.risk.flood.DepthDamage;

/**
 * Damage to buildings by the depth of the water at their centroid: percent by the depth–damage curve, loss = percent ×
 * floor area × value of a m². Floor area is that of the survey, else the ground plan times the floors (1 where unknown).
 * Buildings outside all towns are told apart, as the water there is ({@link DepthZones}); of a town whose ground is not
 * known at all nothing is said.
 */
public final class FloodDamage {
    public static final String FAST = "FEMA Hazus FAST, building curve 105 (one floor, no basement)";

    /** Curve 105 with its feet in metres. */
    private static final String CURVE = "0,18;0.3048,22;0.6096,25;0.9144,28;1.2192,30;1.524,31;1.8288,40";

    private final List<Table> tables;
    private final List<Message> notes;

    private FloodDamage(List<Table> tables, List<Message> notes) {
        this.tables = tables;
        this.notes = notes;
    }

    /** By town: buildings in water, their people, floor area, mean damage and loss; nothing without buildings. */
    public List<Table> tables() {
        return tables;
    }

    /** What stands in water outside all towns. */
    public List<Message> notes() {
        return notes;
    }

    public static List<Parameter> parameters(String owner) {
        return List.of(
                Parameter.bounded(owner, "damage-curve", Parameter.Type.TABLE, "", CURVE, 0.0, 1000.0),
                Parameter.number(owner, "building-value", "元/m²", 1500, 0, 1e6).asUnverified());
    }

    public static Formula formula() {
        return new Formula("flood-loss", "L = d(h)/100 · A · v", FAST, Evidence.PUBLISHED);
    }

    public static void check(InputChecks checks) {
        double[][] rows = checks.values().rows("damage-curve");
        boolean sound = rows.length > 0 && rows[0].length == 2;
        for (int i = 0; sound && i < rows.length; i++) {
            sound = rows[i][1] <= 100 && (i == 0 || rows[i][0] > rows[i - 1][0] && rows[i][1] >= rows[i - 1][1]);
        }
        if (!sound) {
            checks.problem(
                    "damage-curve",
                    Message.of("risk.check-damage-curve", checks.values().text("damage-curve")));
        }
        checks.notNegative("building", "floor_area_m2", "people");
    }

    /**
     * The damage.
     *
     * @param depths of the water, in the towns and beyond them
     * @param zones the same water cut at the towns
     */
    public static FloodDamage of(
            Inputs inputs, ParameterValues values, Grid depths, DepthZones zones, Progress progress) {
        if (!inputs.has("building")) {
            return new FloodDamage(List.of(), List.of());
        }
        LayerRows rows = inputs.rows("building", progress).in(depths.geometry().crs(), progress);
        LayerRows towns = inputs.has("town")
                ? inputs.rows("town", progress).in(depths.geometry().crs(), progress)
                : null;
        AreaIndex index = towns == null ? null : new AreaIndex(towns.geometries());
        int count = towns == null ? 1 : towns.size();
        double[][] sums = new double[count][5];
        double[] beyond = new double[5];
        DepthDamage curve = new DepthDamage(values.rows("damage-curve"));
        double[] floorAreas = rows.numbers("floor_area_m2");
        double[] floors = rows.numbers("floors");
        double[] people = rows.numbers("people");
        double value = values.number("building-value");
        for (int row = 0; row < rows.size(); row++) {
            Geometry shape = rows.geometry(row);
            if (shape == null) {
                continue;
            }
            Point centre = shape.getCentroid();
            float depth = depths.at(centre.getX(), centre.getY());
            if (depth > 0) {
                double floor = floors[row] >= 1 ? floors[row] : 1;
                double area = floorAreas[row] > 0 ? floorAreas[row] : shape.getArea() * floor;
                double percent = curve.percent(depth);
                int town = index == null ? 0 : index.first(centre.getX(), centre.getY());
                double[] sum = town < 0 ? beyond : sums[town];
                sum[0]++;
                sum[1] += Double.isNaN(people[row]) ? 0 : people[row];
                sum[2] += area;
                sum[3] += percent * area;
                sum[4] += percent / 100 * area * value / 1e4;
            }
        }
        return new FloodDamage(
                List.of(table(towns, sums, zones)),
                beyond[0] == 0
                        ? List.of()
                        : List.of(Message.of(
                                "risk.note-buildings-outside", Math.round(beyond[0]), Math.round(beyond[1]))));
    }

    private static Table table(LayerRows towns, double[][] sums, DepthZones zones) {
        List<List<Object>> rows = new ArrayList<>();
        String[] names = towns == null ? new String[0] : towns.texts("name");
        for (int i = 0; i < sums.length; i++) {
            boolean known = zones.isKnown(i);
            List<Object> row = new ArrayList<>();
            row.add(towns == null ? Message.of("risk.whole-area") : names[i]);
            row.add(known ? Math.round(sums[i][0]) : null);
            row.add(known ? sums[i][1] : null);
            row.add(known ? sums[i][2] : null);
            row.add(sums[i][2] == 0 ? null : (Object) (sums[i][3] / sums[i][2]));
            row.add(known ? sums[i][4] : null);
            rows.add(row);
        }
        return new Table(
                "flood-damage",
                Message.of("risk.table-flood-damage"),
                List.of(
                        column("town", "", 0),
                        column("wet-buildings", "", 0),
                        column("people", "人", 0),
                        column("floor-area", "m²", 0),
                        column("mean-damage", "%", 1),
                        column("loss", "万元", 0)),
                rows);
    }
}
