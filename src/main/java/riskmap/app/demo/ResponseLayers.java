package riskmap.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Shelters, rescue teams, stores and what lies in them, stations. */
final class ResponseLayers {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    /** Shelters that stand in a flood zone, for the checks to find. */
    private static final int MISPLACED = 3;

    private final Scene scene;
    private final Ground ground;

    private final List<PreparedGeometry> floods = new ArrayList<>();
    private int inFlood;

    /** @param zones the flood zones: shelters keep out of them, but for a few that a survey has to find */
    ResponseLayers(Scene scene, SimpleFeatureCollection zones) {
        this.scene = scene;
        ground = scene.ground;
        try (SimpleFeatureIterator features = zones.features()) {
            while (features.hasNext()) {
                SimpleFeature zone = features.next();
                boolean counts = ((Number) zone.getAttribute("return_period_years")).intValue() <= 100
                        && ((Number) zone.getAttribute("depth_m")).doubleValue() > 0.5;
                if (counts) {
                    floods.add(PreparedGeometryFactory.prepare((Geometry) zone.getDefaultGeometry()));
                }
            }
        }
    }

    private boolean floods(Coordinate place) {
        Point point = FACTORY.createPoint(place);
        return floods.stream().anyMatch(zone -> zone.intersects(point));
    }

    /** Whether an open place is fit for a shelter: dry, or one of the few that were put into a flood zone. */
    private boolean fit(Coordinate place) {
        return !floods(place) || ++inFlood <= MISPLACED;
    }

    /** The first dry place in the district on growing rings around a town's seat. */
    private Coordinate drySquare(TownCoverage.Town town) {
        Coordinate first = new Coordinate(town.seat().x + 60, town.seat().y + 110);
        for (int ring = 0; ring < 12; ring++) {
            for (int k = 0; k < 12; k++) {
                double turn = StrictMath.PI * k / 6;
                Coordinate place = new Coordinate(
                        first.x + 120 * ring * StrictMath.cos(turn), first.y + 120 * ring * StrictMath.sin(turn));
                if (ground.territory.contains(place) && !floods(place) && !ground.isWater(place)) {
                    return place;
                }
            }
        }
        return first;
    }

    List<SimpleFeatureCollection> all() {
        return List.of(shelters(), rescueTeams(), stores(), stock(), stations());
    }

    private SimpleFeatureCollection shelters() {
        LayerBuilder layer = new LayerBuilder(scene, "shelter");
        for (Streets.Block park : PublicLayers.open(scene, false)) {
            if (!fit(park.centre())) {
                continue;
            }
            String near = scene.settlements.nearest(park.centre()).name().replaceAll("村$|社区$", "");
            double area = park.side() * park.side() * scene.between(park.number(), 500, 0.3, 0.6);
            boolean fixed = area > 24_000;
            shelter(
                    layer,
                    park.centre(),
                    near + "公园避难场所（" + park.number() + "号）",
                    fixed ? "fixed_medium" : "fixed_short",
                    "park",
                    area,
                    fixed ? 3 : 2);
        }
        for (Streets.Block school : PublicLayers.open(scene, true)) {
            double area = school.side() * school.side() * 0.28;
            shelter(
                    layer,
                    school.at(40, -50),
                    PublicLayers.schoolName(scene, school) + "避难场所",
                    "fixed_short",
                    "school",
                    area,
                    2);
        }
        for (TownCoverage.Town town : ground.towns.towns()) {
            Coordinate place = drySquare(town);
            if (ground.territory.contains(place)) {
                double area = 3000 + 9000 * scene.uniform(town.number(), 501);
                shelter(layer, place, Roads.shortName(town) + "广场避难场所", "fixed_short", "square", area, 2);
            }
        }
        for (Settlements.Settlement village : scene.settlements.villages()) {
            Coordinate place = new Coordinate(village.place().x + 20, village.place().y - 30);
            if (village.number() % 4 == 0 && ground.territory.contains(place) && fit(place)) {
                double area = 500 + 1500 * scene.uniform(village.number(), 502);
                shelter(layer, place, village.name() + "文化广场", "emergency", "square", area, 1);
            }
        }
        return layer.collection();
    }

    private void shelter(
            LayerBuilder layer, Coordinate place, String name, String kind, String on, double area, double perHead) {
        int i = layer.size();
        boolean fixed = !kind.equals("emergency");
        layer.add(place)
                .set("name", name)
                .set("kind", kind)
                .set("place_type", on)
                .set("area_m2", area, 0)
                .set("capacity_people", (int) (Math.floor(area) / perHead))
                // where the yard is flooded, the upper floors of a school are the shelter
                .set("indoor", on.equals("school") && floods(place))
                .set("water_supply", fixed)
                .set("power_supply", fixed)
                .set("medical_point", fixed && scene.uniform(i, 503) < 0.7)
                .set("helipad", area > 30_000)
                .set("built_year", 2008 + (int) (scene.uniform(i, 504) * 14))
                .set("manager", ground.towns.nameAt(place) + "应急办")
                .set("contact", scene.phone(i + 6000));
    }

    private SimpleFeatureCollection rescueTeams() {
        LayerBuilder layer = new LayerBuilder(scene, "rescue_team");
        Object[][] teams = {
            {"区消防救援大队", "national", "fire", 86, 18, 4, 0},
            {"区森林消防专业大队", "professional", "forest_fire", 60, 9, 0, 3},
            {"港区危化品救援队", "enterprise", "chemical", 32, 6, 0, 2},
            {"区防汛抗旱应急队", "professional", "flood", 40, 7, 12, 1},
            {"海上搜救志愿队", "social", "sea", 35, 4, 8, 0},
            {"地质灾害应急队", "professional", "geology", 18, 3, 0, 6},
            {"公路抢险救援队", "professional", "road", 30, 11, 0, 11},
            {"区紧急医学救援队", "professional", "medical", 26, 5, 0, 1},
            {"疾控应急小分队", "professional", "disease", 15, 3, 0, 0},
            {"溢油处置队", "enterprise", "oil_spill", 22, 4, 5, 2},
            {"蓝天救援队（演示）", "social", "flood", 48, 6, 9, 3},
            {"隧道救援队", "enterprise", "tunnel", 20, 4, 0, 11},
            {"应急通信保障队", "enterprise", "comms", 12, 4, 0, 0}
        };
        for (Object[] team : teams) {
            DistrictPlan.Core core = ground.plan.cores().get((int) team[6]);
            Coordinate centre = ground.plan.world(core.x(), core.y());
            int i = layer.size();
            team(
                            layer,
                            new Coordinate(centre.x - 240 + 35 * i, centre.y - 210),
                            (String) team[0],
                            (String) team[1],
                            (String) team[2],
                            (int) team[3])
                    .set("vehicles", team[4])
                    .set("boats", team[5]);
        }
        for (TownCoverage.Town town : ground.towns.towns()) {
            Coordinate place = new Coordinate(town.seat().x - 60, town.seat().y - 120);
            if (ground.territory.contains(place)) {
                String skill = town.name().endsWith("镇") ? "forest_fire" : "flood";
                team(
                                layer,
                                place,
                                Roads.shortName(town) + "综合应急救援队",
                                "grassroots",
                                skill,
                                12 + (int) (scene.uniform(town.number(), 510) * 20))
                        .set("vehicles", 2)
                        .set("boats", 0);
            }
        }
        return layer.collection();
    }

    private LayerBuilder team(
            LayerBuilder layer, Coordinate place, String name, String type, String skill, int people) {
        int i = layer.size();
        return layer.add(place)
                .set("name", name)
                .set("type", type)
                .set("skill", skill)
                .set("people", people)
                .set("response_min", type.equals("national") ? 1 : scene.between(i, 511, 10, 45), 0)
                .set("leader", scene.names.person(i + 6500))
                .set("contact", scene.phone(i + 6500));
    }

    private SimpleFeatureCollection stores() {
        LayerBuilder layer = new LayerBuilder(scene, "supply_store");
        DistrictPlan.Industry base = ground.plan.industry().get(3);
        store(layer, ground.plan.world(base.x(), base.y()), "区级综合应急物资储备库", "district", 6200);
        for (TownCoverage.Town town : ground.towns.towns()) {
            Coordinate place = new Coordinate(town.seat().x + 30, town.seat().y - 40);
            if (ground.territory.contains(place)) {
                store(
                        layer,
                        place,
                        Roads.shortName(town) + "应急物资库",
                        "town",
                        150 + 350 * scene.uniform(town.number(), 520));
            }
        }
        return layer.collection();
    }

    private void store(LayerBuilder layer, Coordinate place, String name, String level, double area) {
        int i = layer.size();
        layer.add(place)
                .set("name", name)
                .set("code", storeCode(i))
                .set("level", level)
                .set("kind", "government")
                .set("area_m2", area, 0)
                .set("volume_m3", area * 4, 0)
                .set("serves_people", (int) (area * 1.6))
                .set("manager", i == 0 ? "区应急管理局" : ground.towns.nameAt(place))
                .set("contact", scene.phone(i + 7000));
    }

    private static String storeCode(int i) {
        return "WZ371002" + String.format("%03d", i + 1);
    }

    private SimpleFeatureCollection stock() {
        LayerBuilder layer = new LayerBuilder(scene, "supply_stock");
        Object[][] items = {
            {"relief", "棉被", "1.5 m × 2 m", "床", 3000, 110.0}, {"relief", "折叠床", "1.9 m", "张", 1500, 95.0},
            {"relief", "帐篷", "12 m²", "顶", 300, 1350.0}, {"flood", "编织袋", "50 cm × 90 cm", "条", 60000, 1.2},
            {"flood", "冲锋舟", "4.6 m", "艘", 12, 32000.0}, {"flood", "移动排水泵车", "1000 m³/h", "台", 4, 480000.0},
            {"forest_fire", "风力灭火机", "EBZ8500", "台", 160, 3200.0}, {"forest_fire", "高压水泵", "便携", "台", 40, 18500.0},
            {"health", "医用外科口罩", "独立包装", "只", 400000, 0.3}, {"health", "防护服", "一次性", "套", 9000, 42.0},
            {"rescue", "生命探测仪", "雷达", "台", 2, 260000.0}, {"rescue", "液压破拆工具组", "", "套", 12, 46000.0},
            {"oil_spill", "围油栏", "900 型", "米", 2400, 180.0}, {"oil_spill", "吸油毡", "PP-2", "千克", 1800, 26.0},
            {"traffic", "装配式钢桥", "321 型", "米", 60, 9000.0}, {"animal_disease", "消毒药品", "戊二醛", "千克", 1200, 38.0}
        };
        int stores = 1 + ground.towns.towns().size();
        for (int s = 0; s < stores; s++) {
            for (int k = 0; k < items.length; k++) {
                double needed = s == 0 ? (int) items[k][4] : Math.floor((int) items[k][4] / 40.0);
                if (needed >= 1) {
                    LocalDate made = LocalDate.of(2018, 6, 1).plusDays((int) (scene.uniform(s * 50L + k, 521) * 1300));
                    boolean perishable = items[k][0].equals("health") || items[k][0].equals("animal_disease");
                    layer.add((org.locationtech.jts.geom.Geometry) null)
                            .set("store_code", storeCode(s))
                            .set("group", items[k][0])
                            .set("item", items[k][1])
                            .set("specification", ((String) items[k][2]).isEmpty() ? null : items[k][2])
                            .set("quantity", Math.floor(needed * scene.between(s * 50L + k, 522, 0.45, 1.15)))
                            .set("unit", items[k][3])
                            .set("standard_quantity", needed)
                            .set("price_cny", items[k][5])
                            .set("produced_on", made)
                            .set("expires_on", perishable ? made.plusYears(3) : null);
                }
            }
        }
        return layer.collection();
    }

    private SimpleFeatureCollection stations() {
        LayerBuilder layer = new LayerBuilder(scene, "station_point");
        List<TownCoverage.Town> towns = ground.towns.towns();
        for (TownCoverage.Town town : towns) {
            Coordinate seat = town.seat();
            String name = Roads.shortName(town);
            station(layer, new Coordinate(seat.x - 200, seat.y - 20), name + "派出所", "police", 28, 4);
            if (town.number() % 2 == 0 || town.name().endsWith("镇")) {
                station(layer, new Coordinate(seat.x + 220, seat.y + 10), name + "消防救援站", "fire", 24, 5);
            } else {
                station(layer, new Coordinate(seat.x + 220, seat.y + 10), name + "微型消防站", "mini_fire", 6, 1);
            }
            station(layer, new Coordinate(seat.x + 10, seat.y + 220), name + "通信基站", "comms", 0, 0)
                    .set("tower_m", 45)
                    .set("radius_km", 3.5)
                    .set("backup_power_h", 8);
        }
        station(
                        layer,
                        new Coordinate(towns.get(0).seat().x + 260, towns.get(0).seat().y - 200),
                        "区应急指挥中心",
                        "command",
                        36,
                        6)
                .set("satellite", true)
                .set("backup_power_h", 72);
        for (int i = 0; i < 8; i++) {
            DistrictPlan.Massif massif = ground.plan.massifs().get(i);
            Coordinate centre = ground.plan.world(massif.x(), massif.y());
            station(layer, highest(centre, massif.r() * 300), massif.name() + "林火视频监控", "lookout", 0, 0)
                    .set("tower_m", 30)
                    .set("radius_km", 5)
                    .set("backup_power_h", 12);
        }
        return layer.collection();
    }

    /** The highest ground of the district looked at around a place. */
    private Coordinate highest(Coordinate centre, double radius) {
        Coordinate best = centre;
        for (int ring = 1; ring <= 12; ring++) {
            for (int k = 0; k < 24; k++) {
                double turn = StrictMath.PI * k / 12;
                double away = radius * ring / 12;
                Coordinate place =
                        new Coordinate(centre.x + away * StrictMath.cos(turn), centre.y + away * StrictMath.sin(turn));
                if (ground.territory.contains(place) && ground.height(place) > ground.height(best)) {
                    best = place;
                }
            }
        }
        return best;
    }

    private LayerBuilder station(
            LayerBuilder layer, Coordinate place, String name, String type, int people, int vehicles) {
        int i = layer.size();
        return layer.add(place)
                .set("name", name)
                .set("type", type)
                .set("people", people)
                .set("vehicles", vehicles)
                .set("satellite", false)
                .set("contact", scene.phone(i + 7500));
    }
}
