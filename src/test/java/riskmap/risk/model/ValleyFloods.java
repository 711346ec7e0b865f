package riskmap.risk.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;

/** A valley whose floods can be computed by hand: 1 km wide, 2 km long, its floor falls 10 m to the south. */
abstract class ValleyFloods {
    static final double X = 410_000;
    static final double Y = 4_140_000;

    final Map<String, LayerData> layers = new HashMap<>();

    ValleyFloods() {
        layers.put("dem", new LayerData.Raster(valley()));
        layers.put(
                "town",
                Layers.of("town", Polygon.class, "name:String")
                        .row(box(0, 0, 1000, 1000), "下村镇")
                        .row(box(0, 1000, 1000, 2000), "上村镇")
                        .data());
        layers.put(
                "river",
                Layers.of("river", LineString.class, "name:String")
                        .row("LINESTRING(" + at(505, 1995) + ", " + at(505, 5) + ")", "清河")
                        .data());
        layers.put(
                "building",
                Layers.of("building", Polygon.class, "people:Integer", "floors:Integer", "floor_area_m2:Double")
                        .row(box(540, 300, 550, 310), 4, 2, null)
                        .row(box(900, 300, 910, 310), 7, 1, null)
                        .row(box(520, 1500, 530, 1510), 10, 1, 300.0)
                        .row(null, 3, 1, null)
                        .data());
        layers.put(
                "reservoir",
                SampleSurvey.reservoirs()
                        .row(
                                box(450, 1700, 560, 1800),
                                "东山水库",
                                100.0,
                                60.0,
                                12.0,
                                26.0,
                                27.0,
                                28.0,
                                29.0,
                                10.0,
                                26.0,
                                3.2)
                        .row(
                                box(450, 1900, 560, 1950),
                                "无坝高水库",
                                100.0,
                                60.0,
                                null,
                                26.0,
                                27.0,
                                28.0,
                                29.0,
                                10.0,
                                26.0,
                                3.2)
                        .data());
    }

    /** Floor of 10 m at the south end to 20 m at the north, walls that rise 1 m in 20. */
    static Grid valley() {
        Grid grid =
                Grid.filled(GridGeometry.covering(new Envelope(X, X + 1000, Y, Y + 2000), 10, Crs.of("EPSG:4550")), 0);
        for (int row = 0; row < 200; row++) {
            for (int column = 0; column < 100; column++) {
                grid.set(column, row, (float) (20 - 0.05 * row + 0.5 * Math.abs(column - 50)));
            }
        }
        return grid;
    }

    static String at(double east, double north) {
        return (X + east) + " " + (Y + north);
    }

    static String box(double west, double south, double east, double north) {
        return "POLYGON((" + at(west, south) + ", " + at(east, south) + ", " + at(east, north) + ", " + at(west, north)
                + ", " + at(west, south) + "))";
    }

    RiskResult run(RiskModel model, String... given) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < given.length; i += 2) {
            values.put(given[i], given[i + 1]);
        }
        return model.run(new Inputs(layers), ParameterValues.of(model.parameters(), values), Progress.silent());
    }

    static List<String> english(RiskResult result) {
        return result.notes().stream().map(note -> note.text(Language.ENGLISH)).toList();
    }
}
