package riskmap.risk.model;

import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.data.Table;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;

/** A square of ground of one town to run models on, and looks into their tables. */
final class Ground {
    static final double X = 410_000;
    static final double Y = 4_140_000;

    final Map<String, LayerData> layers = new HashMap<>();

    /** Height at a place in metres from the south-west corner. */
    interface Height {
        double at(double east, double north);
    }

    /** A square of some metres, its heights on cells of 10 m and 100 m farther on all sides. */
    Ground(double side, Height height) {
        Grid dem = Grid.filled(
                GridGeometry.covering(
                        new Envelope(X - 100, X + side + 100, Y - 100, Y + side + 100), 10, Crs.of("EPSG:4550")),
                0);
        for (int row = 0; row < dem.height(); row++) {
            for (int column = 0; column < dem.width(); column++) {
                double east = dem.geometry().x(column) - X;
                double north = dem.geometry().y(row) - Y;
                dem.set(column, row, (float) height.at(east, north));
            }
        }
        layers.put("dem", new LayerData.Raster(dem));
        layers.put(
                "town",
                Layers.of("town", Polygon.class, "name:String", "code:String", "population:Integer")
                        .row(box(0, 0, side, side), "一镇", "371002001", 50_000)
                        .data());
    }

    Ground with(String kind, Layers rows) {
        layers.put(kind, rows.data());
        return this;
    }

    static String box(double west, double south, double east, double north) {
        return "POLYGON((" + at(west, south) + ", " + at(east, south) + ", " + at(east, north) + ", " + at(west, north)
                + ", " + at(west, south) + "))";
    }

    static String point(double east, double north) {
        return "POINT(" + at(east, north) + ")";
    }

    static String line(double east, double north, double toEast, double toNorth) {
        return "LINESTRING(" + at(east, north) + ", " + at(toEast, toNorth) + ")";
    }

    static String at(double east, double north) {
        return (X + east) + " " + (Y + north);
    }

    RiskResult run(RiskModel model, String... given) {
        return model.run(new Inputs(layers), values(model, given), Progress.silent());
    }

    /** What is found wrong before a run. */
    java.util.List<InputChecks.Finding> check(RiskModel model, String... given) {
        InputChecks checks = new InputChecks(new Inputs(layers), values(model, given), Progress.silent());
        model.check(checks);
        return checks.findings();
    }

    private static ParameterValues values(RiskModel model, String... given) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < given.length; i += 2) {
            values.put(given[i], given[i + 1]);
        }
        return ParameterValues.of(model.parameters(), values);
    }

    static Table table(RiskResult result, String id) {
        return result.tables().stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Object cell(Table table, int row, String column) {
        int at = table.columns().stream().map(Table.Column::key).toList().indexOf(column);
        return table.rows().get(row).get(at);
    }

    static double number(Table table, int row, String column) {
        return ((Number) cell(table, row, column)).doubleValue();
    }

    static double sum(Table table, String column) {
        double sum = 0;
        for (int row = 0; row < table.rows().size(); row++) {
            sum += cell(table, row, column) == null ? 0 : number(table, row, column);
        }
        return sum;
    }
}
