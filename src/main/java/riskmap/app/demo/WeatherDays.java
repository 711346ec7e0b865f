package riskmap.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Geometry;

/**
 * Daily weather of the spring fire season at every station: one weather for the district, warmer by the weeks, with showers
 * and dry spells, cooler and windier uphill; now and then an instrument fails. And the codes of the day before the first.
 */
final class WeatherDays {
    private static final LocalDate FIRST = LocalDate.of(2022, 2, 10);
    private static final int DAYS = 60;
    /** Degrees lost by metre of height. */
    private static final double LAPSE = 0.006;

    private final Scene scene;
    private final List<SimpleFeature> stations = new ArrayList<>();

    WeatherDays(Scene scene, SimpleFeatureCollection stations) {
        this.scene = scene;
        try (SimpleFeatureIterator features = stations.features()) {
            while (features.hasNext()) {
                this.stations.add(features.next());
            }
        }
    }

    SimpleFeatureCollection days() {
        LayerBuilder layer = new LayerBuilder(scene, "weather_day");
        for (int station = 0; station < stations.size(); station++) {
            double height = ((Number) stations.get(station).getAttribute("elevation_m")).doubleValue();
            for (int day = 0; day < DAYS; day++) {
                add(layer, station, day, height);
            }
        }
        return layer.collection();
    }

    private void add(LayerBuilder layer, int station, int day, double height) {
        long key = station * 1000L + day;
        double rain = rain(day) * scene.between(key, 560, 0.5, 1.4);
        double cloud = rain > 0.3 ? 1 : scene.uniform(day, 552);
        double warm = 3
                + 0.24 * day
                + 5 * (scene.uniform(day, 553) - 0.5)
                - 3 * cloud
                - LAPSE * height
                + scene.between(key, 561, -0.8, 0.8);
        double damp = Math.max(14, Math.min(98, 34 + 38 * cloud - 0.12 * day + scene.between(key, 562, -6, 6)));
        double wind = 1.2 + 6.5 * scene.uniform(day, 554) + height / 120 + scene.between(key, 563, -0.6, 0.6);
        boolean failed = scene.uniform(key, 564) < 0.004;
        layer.add((Geometry) null)
                .set("station_code", stations.get(station).getAttribute("station_code"))
                .set("observed_on", FIRST.plusDays(day))
                .set("noon_temperature_c", warm, 1)
                .set("noon_humidity", damp, 0)
                .set("rain_24h_mm", rain, 1)
                .set("max_temperature_c", warm + scene.between(key, 565, 0.4, 2), 1)
                .set("min_humidity", Math.max(8, damp - scene.between(key, 566, 1, 9)), 0);
        if (!failed) {
            layer.set("noon_wind_m_s", Math.max(0.2, wind), 1)
                    .set("max_wind_m_s", Math.max(0.5, wind * scene.between(key, 567, 1.1, 1.6)), 1);
        }
    }

    /** Rain of the district on a day: one day in six has some, mostly little; the last eight days are dry. */
    private double rain(int day) {
        if (day >= DAYS - 8 || scene.uniform(day, 550) > 0.17) {
            return 0;
        }
        return 0.5 + 22 * StrictMath.pow(scene.uniform(day, 551), 3);
    }

    SimpleFeatureCollection startCodes() {
        LayerBuilder layer = new LayerBuilder(scene, "fire_weather_start");
        for (int station = 0; station < stations.size(); station++) {
            layer.add((Geometry) null)
                    .set("station_code", stations.get(station).getAttribute("station_code"))
                    .set("observed_on", FIRST.minusDays(1))
                    .set("ffmc", scene.between(station, 570, 80, 86), 1)
                    .set("dmc", scene.between(station, 571, 4, 8), 1)
                    .set("dc", scene.between(station, 572, 12, 24), 1);
        }
        return layer.collection();
    }
}
