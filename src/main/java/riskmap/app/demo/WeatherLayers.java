package riskmap.app.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.locationtech.jts.geom.Coordinate;

/** Weather stations in every town and on some hills; events of the last year. */
final class WeatherLayers {
    private final Scene scene;
    private final Ground ground;

    WeatherLayers(Scene scene) {
        this.scene = scene;
        ground = scene.ground;
    }

    List<SimpleFeatureCollection> all() {
        SimpleFeatureCollection stations = stations();
        WeatherDays days = new WeatherDays(scene, stations);
        return List.of(stations, days.days(), days.startCodes(), events());
    }

    private SimpleFeatureCollection stations() {
        LayerBuilder layer = new LayerBuilder(scene, "weather_station");
        for (TownCoverage.Town town : ground.towns.towns()) {
            station(
                    layer,
                    new Coordinate(town.seat().x + 330, town.seat().y + 250),
                    Roads.shortName(town) + "站",
                    town.number() == 0 ? "national" : "regional");
        }
        for (DistrictPlan.Massif massif : ground.plan.massifs().subList(0, 6)) {
            Coordinate place = ground.plan.world(massif.x(), massif.y());
            station(layer, new Coordinate(place.x + 200, place.y), massif.name() + "林区站", "forest");
        }
        return layer.collection();
    }

    private void station(LayerBuilder layer, Coordinate wanted, String name, String type) {
        Coordinate place = ground.territory.contains(wanted) && !Double.isNaN(ground.height(wanted))
                ? wanted
                : new Coordinate(wanted.x - 330, wanted.y - 250);
        int i = layer.size();
        layer.add(place)
                .set("name", name)
                .set("station_code", "D" + String.format("%04d", 4100 + i))
                .set("station_type", type)
                .set("elevation_m", ground.height(place), 1)
                .set("observes_rain", true)
                .set("observes_wind", true)
                .set("observes_temperature", true)
                .set("since", LocalDate.of(2005, 1, 1).plusDays((int) (scene.uniform(i, 530) * 5000)))
                .set("max_24h_rain_mm", scene.between(i, 531, 180, 320), 1)
                .set("max_wind_m_s", scene.between(i, 532, 19, 34), 1);
    }

    private SimpleFeatureCollection events() {
        LayerBuilder layer = new LayerBuilder(scene, "event_report");
        String[][] kinds = {
            {"natural", "暴雨积水"},
            {"natural", "山体落石"},
            {"accident", "企业火情"},
            {"accident", "道路交通事故"},
            {"health", "聚集性腹泻"},
            {"social", "聚集上访"},
            {"natural", "海上大风"}
        };
        Instant start = Instant.parse("2022-01-01T00:00:00Z");
        for (int i = 0; i < 24; i++) {
            String[] kind = kinds[(int) (scene.uniform(i, 540) * kinds.length)];
            List<Settlements.Settlement> places = scene.settlements.all();
            Settlements.Settlement place = places.get((int) (scene.uniform(i, 541) * places.size()));
            Instant at = start.plus((long) (scene.uniform(i, 542) * 360 * 24 * 60), ChronoUnit.MINUTES);
            boolean handled = i % 8 != 7;
            int injured = kind[0].equals("accident") ? (int) (scene.uniform(i, 545) * 4) : 0;
            layer.add(place.place())
                    .set("name", place.name() + kind[1] + "（演示）")
                    .set("category", kind[0])
                    .set("level", scene.uniform(i, 543) < 0.85 ? 1 : 2)
                    .set("occurred_at", at)
                    .set("people_involved", injured + (int) (scene.uniform(i, 544) * 40))
                    .set("deaths", 0)
                    .set("injured", injured)
                    .set("loss_cny10k", scene.between(i, 546, 0, 60), 1)
                    .set("handled", handled)
                    .set(
                            "closed_on",
                            handled
                                    ? at.atOffset(java.time.ZoneOffset.UTC)
                                            .toLocalDate()
                                            .plusDays(2)
                                    : null);
        }
        return layer.collection();
    }
}
