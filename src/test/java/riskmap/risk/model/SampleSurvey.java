package riskmap.risk.model;

import java.time.LocalDate;
import java.util.Map;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Layers;
import riskmap.data.LayerData;

/** What the models of forest fire, crowds, health and enterprises read of the sample district. */
final class SampleSurvey {
    private SampleSurvey() {}

    static void add(Map<String, LayerData> layers) {
        layers.put("weather_station", stations().data());
        layers.put("weather_day", weather().data());
        layers.put(
                "fire_water_store",
                Layers.of("fire_water_store", Point.class, "name:String", "state:String")
                        .row(SampleDistrict.point(2600, 1300), "一号池", "built")
                        .row(SampleDistrict.point(3800, 1900), "二号池", "planned")
                        .data());
        layers.put(
                "fire_lane",
                Layers.of("fire_lane", LineString.class, "name:String", "state:String", "length_m:Double")
                        .row(SampleDistrict.line(3000, 1100, 3000, 2000), "东山通道", "built", 900.0)
                        .data());
        layers.put(
                "station_point",
                Layers.of("station_point", Point.class, "name:String", "type:String", "tower_m:Double")
                        .row(SampleDistrict.point(3500, 1500), "东山瞭望塔", "lookout", 20.0)
                        .row(SampleDistrict.point(1000, 1000), "派出所", "police", null)
                        .data());
        layers.put(
                "crowded_place",
                Layers.of(
                                "crowded_place",
                                Point.class,
                                "name:String",
                                "type:String",
                                "capacity:Integer",
                                "area_m2:Double",
                                "peak_visitors:Integer",
                                "daily_visitors:Integer")
                        .row(SampleDistrict.point(1000, 800), "市场", "market", 1000, 300.0, 900, 400)
                        .row(SampleDistrict.point(3000, 800), "浴场", "beach", null, 5000.0, null, 10)
                        .data());
        layers.put("health_report", reports().data());
        layers.put("risk_point", riskPoints().data());
    }

    /** A small reservoir with a dam at the upper end of the valley. */
    static void addReservoir(Map<String, LayerData> layers) {
        layers.put("reservoir", reservoir(27).data());
    }

    /** The same reservoir with a design level, whose flood limit is 26 m. */
    static Layers reservoir(double designLevel) {
        return reservoirs()
                .row(
                        SampleDistrict.box(1150, 1700, 1260, 1800),
                        "鲸园水库",
                        100.0,
                        60.0,
                        12.0,
                        26.0,
                        designLevel,
                        28.0,
                        29.0,
                        10.0,
                        26.0,
                        3.2);
    }

    /** A layer of reservoirs without rows. */
    static Layers reservoirs() {
        return Layers.of(
                "reservoir",
                Polygon.class,
                "name:String",
                "capacity_10k_m3:Double",
                "useful_10k_m3:Double",
                "dam_height_m:Double",
                "flood_limit_level_m:Double",
                "design_level_m:Double",
                "check_level_m:Double",
                "crest_level_m:Double",
                "spillway_width_m:Double",
                "spillway_level_m:Double",
                "catchment_km2:Double");
    }

    private static Layers stations() {
        Layers stations = Layers.of("weather_station", Point.class, "name:String", "station_code:String");
        double[][] places = {{500, 500}, {3500, 1700}, {2000, 1000}, {700, 1700}, {3600, 300}};
        for (int i = 0; i < places.length; i++) {
            stations.row(SampleDistrict.point(places[i][0], places[i][1]), (i + 1) + "站", "S" + (i + 1));
        }
        return stations;
    }

    /** Ten dry days after a rain; the fifth station lacks its wind on the last day. */
    private static Layers weather() {
        Layers weather = Layers.of(
                "weather_day",
                null,
                "station_code:String",
                "observed_on:String",
                "noon_temperature_c:Double",
                "noon_humidity:Double",
                "noon_wind_m_s:Double",
                "rain_24h_mm:Double",
                "max_temperature_c:Double",
                "min_humidity:Double",
                "max_wind_m_s:Double");
        for (int station = 1; station <= 5; station++) {
            for (int day = 0; day < 10; day++) {
                boolean last = station == 5 && day == 9;
                weather.row(
                        "S" + station,
                        LocalDate.of(2022, 4, 1).plusDays(day).toString(),
                        14.0 + day,
                        50.0 - 2 * day,
                        3.0 + 0.5 * station,
                        day == 0 ? 4.0 : 0.0,
                        16.0 + day,
                        40.0 - 2 * day,
                        last ? null : (Object) (6.0 + station));
            }
        }
        return weather;
    }

    /** Ten weeks of influenza in one town, nine in the other. */
    private static Layers reports() {
        Layers reports =
                Layers.of("health_report", null, "town:String", "week_start:String", "disease:String", "cases:Integer");
        for (int week = 0; week < 10; week++) {
            String start = LocalDate.of(2022, 1, 3).plusWeeks(week).toString();
            reports.row("鲸园街道", start, "influenza", week == 9 ? 30 : 5 + week % 3);
            if (week != 9) {
                reports.row("温泉镇", start, "influenza", 4);
            }
        }
        return reports;
    }

    private static Layers riskPoints() {
        return Layers.of(
                        "risk_point",
                        Point.class,
                        "enterprise:String",
                        "name:String",
                        "lec_likelihood:Double",
                        "lec_exposure:Double",
                        "lec_consequence:Double",
                        "matrix_likelihood:Integer",
                        "matrix_severity:Integer")
                .row(SampleDistrict.point(1900, 1000), "化工公司", "储罐区", 3.0, 10.0, 15.0, null, null)
                .row(SampleDistrict.point(1910, 1000), "化工公司", "配电室", 1.0, 6.0, 15.0, null, null)
                .row(SampleDistrict.point(900, 400), "冲压厂", "压力机", null, null, null, 3, 3)
                .row(null, "冲压厂", "叉车", null, null, null, null, null);
    }
}
