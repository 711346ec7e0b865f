package riskmap.risk.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/** Two towns of 2 × 2 km with a slanting common boundary, everything the combined model reads, and some bad rows. */
public final class SampleDistrict {
    public static final double X = 410_003.7;
    public static final double Y = 4_140_001.3;

    private SampleDistrict() {}

    /** The district with its hazards at a strength from 0 to 1. */
    public static Inputs inputs(double strength) {
        Map<String, LayerData> layers = new LinkedHashMap<>();
        layers.put("town", towns(true).data());
        layers.put("dem", new LayerData.Raster(dem()));
        layers.put(
                "flood_zone",
                Layers.of("flood_zone", Polygon.class, "return_period_years:Integer", "depth_m:Double")
                        .row(box(200, 200, 1500, 700), 20, 2.5 * strength)
                        .row(box(900, 500, 3300, 900), 100, null)
                        .row(null, 50, 1.0)
                        .data());
        layers.put(
                "risk_zone",
                Layers.of("risk_zone", Polygon.class, "level:Integer")
                        .row(box(0, 0, 1000, 2000), 3)
                        .row(box(1000, 0, 2500, 2000), 4)
                        .data());
        layers.put(
                "waterlogging_point",
                Layers.of("waterlogging_point", Point.class, "depth_m:Double")
                        .row(point(700, 1200), 0.6 * strength)
                        .row(point(2900, 300), 0.3 * strength)
                        .data());
        layers.put(
                "geohazard_site",
                Layers.of(
                                "geohazard_site",
                                Point.class,
                                "volume:Double",
                                "stability:String",
                                "name:String",
                                "type:String",
                                "threatened_people:Integer")
                        .row(point(3200, 1700), 2e6 * strength, "unstable", "东山滑坡", "landslide", 30)
                        .row(point(400, 1800), null, null, null, null, null)
                        .data());
        layers.put(
                "forest_stand",
                Layers.of("forest_stand", Polygon.class, "fuel_type:String")
                        .row(box(2500, 1200, 3900, 1950), strength > 0.7 ? "conifer" : "broadleaf")
                        .data());
        layers.put(
                "hazardous_site",
                Layers.of("hazardous_site", Point.class, "quantity_t:Double", "hazard_class:String")
                        .row(point(1900, 1000), 10 * strength, "flammable_gas")
                        .data());
        layers.put(
                "road",
                Layers.of("road", LineString.class, "name:String")
                        .row(line(-500, 1000, 2100, 1033.3, 4500, 700), "滨海路")
                        .row(null, "没有几何")
                        .data());
        layers.put("building", buildings().data());
        layers.put(
                "shelter",
                Layers.of("shelter", Point.class, "capacity_people:Integer")
                        .row(point(1000, 1000), 800)
                        .row(point(3000, 1000), 300)
                        .data());
        layers.put("school", points("school", "students:Integer", 500));
        layers.put("hospital", points("hospital", "beds:Integer", 120));
        layers.put("rescue_team", points("rescue_team", "people:Integer", 30));
        SampleSurvey.add(layers);
        return new Inputs(layers);
    }

    /** The district at full strength, and a reservoir in its valley. */
    public static Inputs withReservoir() {
        Inputs district = inputs(1);
        Map<String, LayerData> layers = new LinkedHashMap<>();
        for (String name : district.names()) {
            layers.put(
                    name,
                    district.isGrid(name)
                            ? new LayerData.Raster(district.grid(name))
                            : new LayerData.Features(district.features(name)));
        }
        SampleSurvey.addReservoir(layers);
        return new Inputs(layers);
    }

    /** The reservoir alone, with a design level of its own. */
    public static Layers reservoir(double designLevel) {
        return SampleSurvey.reservoir(designLevel);
    }

    /** Only a town layer without rows. */
    public static Inputs empty() {
        return new Inputs(Map.of("town", towns(false).data()));
    }

    static double townArea() {
        return 2000 * 4000.0;
    }

    private static Layers towns(boolean filled) {
        Layers towns = Layers.of("town", Polygon.class, "name:String", "population:Integer", "elderly:Integer");
        if (filled) {
            towns.row(polygon(0, 0, 1900, 0, 2150, 2000, 0, 2000), "鲸园街道", 3000, 900)
                    .row(polygon(1900, 0, 4000, 0, 4000, 2000, 2150, 2000), "温泉镇", 1500, null);
        }
        return towns;
    }

    private static Layers buildings() {
        Layers buildings = Layers.of(
                "building",
                Polygon.class,
                "people:Integer",
                "structure:String",
                "built_year:Integer",
                "danger_grade:String",
                "retrofitted:Boolean");
        Random random = new Random(4);
        String[] structures = {"reinforced_concrete", "brick_concrete", "brick_wood", "earth", null};
        for (int i = 0; i < 400; i++) {
            int x = random.nextInt(4300) - 150;
            int y = random.nextInt(2000);
            Object people = i % 17 == 0 ? null : (Object) random.nextInt(40);
            Object shape = i % 50 == 7 ? null : i % 50 == 8 ? "POLYGON EMPTY" : box(x, y, x + 15, y + 12);
            buildings.row(shape, people, structures[i % 5], 1970 + i % 50, i % 29 == 0 ? "D" : "A", i % 9 == 0);
        }
        return buildings;
    }

    private static LayerData points(String kind, String field, int value) {
        return Layers.of(kind, Point.class, field)
                .row(point(1200, 900), value)
                .row(point(3100, 1100), value)
                .row(point(9000, 1100), value)
                .data();
    }

    /** A shallow valley that falls to the south, with a hollow of six metres in it; hills in the east. */
    private static Grid dem() {
        GridGeometry geometry =
                GridGeometry.covering(new Envelope(X - 100, X + 4100, Y - 100, Y + 2100), 10, Crs.of("EPSG:4550"));
        Grid dem = Grid.filled(geometry, 0);
        for (int row = 0; row < dem.height(); row++) {
            for (int column = 0; column < dem.width(); column++) {
                double east = Math.max(0, column * 10 - 2400);
                double valley = 0.02 * Math.abs(column * 10 - 1200) + 0.005 * 10 * (dem.height() - row);
                double hollow = 6 * Math.max(0, 1 - Math.hypot(column * 10 - 800, row * 10 - 1000) / 100);
                dem.set(column, row, (float) (5 + east * east / 2500 + valley - hollow));
            }
        }
        return dem;
    }

    static String box(double west, double south, double east, double north) {
        return polygon(west, south, east, south, east, north, west, north);
    }

    private static String polygon(double... xy) {
        return "POLYGON((" + text(xy) + ", " + text(xy[0], xy[1]) + "))";
    }

    static String line(double... xy) {
        return "LINESTRING(" + text(xy) + ")";
    }

    static String point(double x, double y) {
        return "POINT(" + text(x, y) + ")";
    }

    private static String text(double... xy) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < xy.length; i += 2) {
            text.append(i > 0 ? ", " : "").append(X + xy[i]).append(' ').append(Y + xy[i + 1]);
        }
        return text.toString();
    }
}
