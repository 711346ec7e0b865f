package riskmap.app.demo;

import java.time.LocalDate;
import java.util.List;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.locationtech.jts.geom.Coordinate;

/** Hospitals, fever clinics, isolation sites, weekly health reports. */
final class CareLayers {
    private static final int WEEKS = 26;
    /** Number of the town with an outbreak. */
    private static final int OUTBREAK = 3;
    /** Number of the town that has not reported the last week. */
    private static final int LATE = 7;

    private final Scene scene;
    private final Ground ground;

    CareLayers(Scene scene) {
        this.scene = scene;
        ground = scene.ground;
    }

    List<SimpleFeatureCollection> all() {
        return List.of(hospitals(), feverClinics(), isolationSites(), healthReports());
    }

    private static final String[] BIG = {"演示市立医院", "演示区人民医院", "演示中医院", "演示妇幼保健院", "演示海滨医院"};
    private static final int[] BIG_BEDS = {1500, 620, 480, 320, 260};

    private Coordinate site(int i) {
        // the larger hospitals stand on office buildings' plots of the inner cores
        DistrictPlan.Core core = ground.plan.cores().get(i);
        Coordinate centre = ground.plan.world(core.x(), core.y());
        return new Coordinate(centre.x + 160, centre.y + 120);
    }

    private SimpleFeatureCollection hospitals() {
        LayerBuilder layer = new LayerBuilder(scene, "hospital");
        for (int i = 0; i < BIG.length; i++) {
            boolean top = i == 0;
            hospital(layer, site(i), BIG[i], top ? "tertiary" : "secondary", BIG_BEDS[i])
                    .set("skills", top ? "综合、创伤、烧伤、中毒" : i == 2 ? "中医、骨科" : "综合")
                    .set("icu_beds", BIG_BEDS[i] / 30)
                    .set("ambulances", top ? 12 : 4)
                    .set("blood_bank", i < 2)
                    .set("trauma", i < 3)
                    .set("burns", top)
                    .set("poisoning", i < 2)
                    .set("radiation", top)
                    .set("bone", i < 3);
        }
        for (TownCoverage.Town town : ground.towns.towns()) {
            boolean urban = town.name().endsWith("街道");
            Coordinate place = new Coordinate(town.seat().x - 130, town.seat().y + 90);
            if (ground.territory.contains(place)) {
                String name = Roads.shortName(town) + (urban ? "社区卫生服务中心" : "卫生院");
                int beds = urban ? 20 + town.number() * 2 : 60 + (int) (scene.uniform(town.number(), 490) * 60);
                hospital(layer, place, name, urban ? "community" : "health_centre", beds)
                        .set("skills", "全科")
                        .set("ambulances", urban ? 0 : 1);
            }
        }
        villageClinics(layer);
        return layer.collection();
    }

    /** Clinics in villages spread over the whole district, not the first ones of the list. */
    private void villageClinics(LayerBuilder layer) {
        List<Settlements.Settlement> larger = scene.settlements.villages().stream()
                .filter(village -> village.size() > 0.2)
                .toList();
        int most = scene.small ? 30 : 120;
        int step = Math.max(1, larger.size() / most);
        for (int i = 0; i < larger.size(); i += step) {
            Settlements.Settlement village = larger.get(i);
            Coordinate place = new Coordinate(village.place().x - 25, village.place().y + 18);
            if (ground.territory.contains(place)) {
                hospital(layer, place, village.name() + "卫生室", "clinic", 2).set("skills", "全科");
            }
        }
    }

    private LayerBuilder hospital(LayerBuilder layer, Coordinate place, String name, String grade, int beds) {
        int i = layer.size();
        return layer.add(place)
                .set("name", name)
                .set("grade", grade)
                .set("beds", beds)
                .set("doctors", Math.max(1, (int) (beds * 0.45)))
                .set("nurses", Math.max(1, (int) (beds * 0.62)))
                .set("contact", scene.phone(i + 5000));
    }

    private SimpleFeatureCollection feverClinics() {
        LayerBuilder layer = new LayerBuilder(scene, "fever_clinic");
        for (int i = 0; i < BIG.length - 1; i++) {
            Coordinate place = site(i);
            layer.add(new Coordinate(place.x + 60, place.y + 30))
                    .set("name", BIG[i] + "发热门诊")
                    .set("hospital_name", BIG[i])
                    .set("rooms", 2 + BIG_BEDS[i] / 250)
                    .set("observation_beds", 4 + BIG_BEDS[i] / 80)
                    .set("daily_capacity", BIG_BEDS[i] / 3)
                    .set("nucleic_tests", BIG_BEDS[i] * 4)
                    .set("ct", i < 2)
                    .set("round_the_clock", true)
                    .set("contact", scene.phone(i + 5400));
        }
        return layer.collection();
    }

    private SimpleFeatureCollection isolationSites() {
        LayerBuilder layer = new LayerBuilder(scene, "isolation_site");
        String[] names = {"温泉疗养中心", "泊于培训基地", "初村度假酒店"};
        String[] towns = {"温泉镇", "泊于镇", "初村镇"};
        int[] rooms = {220, 140, 90};
        for (int i = 0; i < names.length; i++) {
            DistrictPlan.TownSeat seat = ground.plan.town(towns[i]);
            Coordinate centre = ground.plan.world(seat.x(), seat.y());
            layer.add(new Coordinate(centre.x + 900, centre.y - 500))
                    .set("name", names[i] + "（演示）")
                    .set("type", i == 1 ? "dormitory" : "hotel")
                    .set("rooms", rooms[i])
                    .set("staff", rooms[i] / 6)
                    .set("three_zones", true)
                    .set("state", "reserve")
                    .set("distance_dense_m", scene.between(i, 495, 260, 800), 0)
                    .set("contact", scene.phone(i + 5500));
        }
        return layer.collection();
    }

    /** Now and then a town does not report; one is late with the last week. */
    private boolean isMissing(int town, int week) {
        return week == WEEKS - 1 ? town == LATE : scene.uniform(town * 100L + week, 497) < 0.015;
    }

    /**
     * Half a year of three diseases by town: seasonal, in proportion to residents, with chance; an outbreak of influenza in
     * one town in the last two weeks.
     */
    private SimpleFeatureCollection healthReports() {
        LayerBuilder layer = new LayerBuilder(scene, "health_report");
        String[] diseases = {"influenza", "hfmd", "diarrhoea"};
        double[] perWeek = {9.0, 3.2, 4.1};
        int[] peak = {2, 20, 22};
        for (TownCoverage.Town town : ground.towns.towns()) {
            for (int week = 0; week < WEEKS; week++) {
                for (int d = 0; d < diseases.length; d++) {
                    double season = 1 + 0.9 * StrictMath.cos(2 * StrictMath.PI * (week - peak[d]) / 52.0);
                    long key = (town.number() * 100L + week) * 10 + d;
                    if (isMissing(town.number(), week)) {
                        continue;
                    }
                    double outbreak = town.number() == OUTBREAK && d == 0 ? Math.max(0, 5 * (week - WEEKS + 3)) : 0;
                    double mean = scene.residents[town.number()] / 1e5 * perWeek[d] * season + outbreak;
                    layer.add((org.locationtech.jts.geom.Geometry) null)
                            .set("town_code", town.code())
                            .set("town", town.name())
                            .set("week_start", LocalDate.of(2022, 1, 3).plusWeeks(week))
                            .set("disease", diseases[d])
                            .set("cases", mean * scene.between(key, 496, 0.5, 1.6))
                            .set("deaths", 0)
                            .set("reporter", town.name() + (town.name().endsWith("街道") ? "社区卫生服务中心" : "卫生院"));
                }
            }
        }
        return layer.collection();
    }
}
