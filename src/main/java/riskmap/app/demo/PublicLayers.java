package riskmap.app.demo;

import java.util.ArrayList;
import java.util.List;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.locationtech.jts.geom.Coordinate;

/** Schools, crowded places, large venues. */
final class PublicLayers {
    private final Scene scene;
    private final Ground ground;

    PublicLayers(Scene scene) {
        this.scene = scene;
        ground = scene.ground;
    }

    List<SimpleFeatureCollection> all() {
        return List.of(schools(), crowdedPlaces(), venues());
    }

    /** Open blocks that are parks (or schools), in the order of the blocks. */
    static List<Streets.Block> open(Scene scene, boolean school) {
        List<Streets.Block> blocks = new ArrayList<>();
        for (Buildings.OpenBlock open : scene.buildings.openBlocks()) {
            if (open.school() == school) {
                blocks.add(open.block());
            }
        }
        return blocks;
    }

    static String shortTown(Ground ground, Coordinate place) {
        TownCoverage.Town town = ground.towns.at(place);
        return town == null ? "环翠" : Roads.shortName(town);
    }

    /** What a school on a block, or a village's primary school, is called: the same for the school and its shelter. */
    static String schoolName(Scene scene, Streets.Block block) {
        String[] types = {"实验小学", "中学", "小学", "高级中学", "第一中学", "中心幼儿园", "九年一贯制学校"};
        String community = scene.settlements.nearest(block.centre()).name().replaceAll("村$|社区$", "");
        return community + types[block.number() % types.length] + "（" + block.number() + "号）";
    }

    private static String schoolType(int number) {
        return new String[] {"primary", "junior", "primary", "senior", "junior", "kindergarten", "nine_year"}
                [number % 7];
    }

    private SimpleFeatureCollection schools() {
        LayerBuilder layer = new LayerBuilder(scene, "school");
        for (Streets.Block block : open(scene, true)) {
            int i = layer.size();
            String type = schoolType(block.number());
            int students = (int) scene.between(
                    i, 470, type.equals("kindergarten") ? 150 : 600, type.equals("kindergarten") ? 420 : 2600);
            layer.add(block.centre())
                    .set("name", schoolName(scene, block))
                    .set("type", type)
                    .set("students", students)
                    .set("boarders", type.equals("senior") ? students * 0.6 : 0)
                    .set("staff", students / 12)
                    .set("floor_area_m2", students * 9.0, 0)
                    .set("yard_m2", block.side() * block.side() * 0.4, 0)
                    .set("is_shelter", !type.equals("kindergarten"))
                    .set("contact", scene.phone(i + 3000));
        }
        for (TownCoverage.Town town : ground.towns.towns()) {
            Coordinate place = new Coordinate(town.seat().x + 140, town.seat().y - 60);
            if (ground.territory.contains(place)) {
                int students = 500 + (int) (scene.uniform(town.number(), 471) * 900);
                layer.add(place)
                        .set("name", Roads.shortName(town) + "中心学校")
                        .set("type", "nine_year")
                        .set("students", students)
                        .set("boarders", town.name().endsWith("镇") ? students / 4 : 0)
                        .set("staff", students / 11)
                        .set("floor_area_m2", students * 8.5, 0)
                        .set("yard_m2", 9000)
                        .set("is_shelter", true)
                        .set("contact", scene.phone(town.number() + 3600));
            }
        }
        return layer.collection();
    }

    private SimpleFeatureCollection crowdedPlaces() {
        LayerBuilder layer = new LayerBuilder(scene, "crowded_place");
        String[] types = {"market", "mall", "hotel", "mall", "cinema", "welfare", "religious"};
        String[] titles = {"农贸市场", "购物中心", "大酒店", "超市", "影城", "敬老院", "教堂"};
        int seen = 0;
        for (Building building : scene.buildings.all()) {
            if (building.use() == Building.Use.COMMERCIAL && seen++ % (scene.small ? 24 : 11) == 0) {
                int i = layer.size();
                int k = (int) (scene.uniform(i, 480) * types.length);
                String near =
                        scene.settlements.nearest(building.centre()).name().replaceAll("村$|社区$", "");
                place(layer, building.centre(), layer.distinct(near, titles[k]), types[k], building.floorArea());
            }
        }
        for (Streets.Block park : open(scene, false)) {
            String near = scene.settlements.nearest(park.centre()).name().replaceAll("村$|社区$", "");
            place(layer, park.centre(), near + "公园（" + park.number() + "号）", "square", park.side() * park.side() * 0.7);
        }
        String[] beaches = {"国滨浴场", "半月湾浴场", "金海湾浴场"};
        double[][] at = {{20.4, 33.4}, {28.2, 35.0}, {12.0, 28.8}};
        for (int i = 0; i < beaches.length; i++) {
            Coordinate shore = CoastLayers.ashore(ground, ground.plan.world(at[i][0], at[i][1]));
            place(layer, shore, beaches[i] + "（演示）", "beach", 42_000);
        }
        return layer.collection();
    }

    private void place(LayerBuilder layer, Coordinate at, String name, String type, double area) {
        int i = layer.size();
        double perPerson = type.equals("welfare") || type.equals("hotel") ? 30 : type.equals("beach") ? 5 : 4;
        int capacity = (int) Math.max(60, area / perPerson);
        int daily = (int) (capacity * scene.between(i, 481, 0.2, 0.7));
        int peak = (int) (daily * scene.between(i, 482, 1.1, 2));
        double load = (double) peak / capacity;
        layer.add(at)
                .set("name", name)
                .set("type", type)
                .set("capacity", capacity)
                .set("area_m2", area, 0)
                .set("daily_visitors", daily)
                .set("peak_visitors", peak)
                .set("exits", 2 + capacity / 900)
                .set("level", load > 1 ? 4 : load > 0.8 ? 3 : load > 0.5 ? 2 : 1)
                .set("contact", scene.phone(i + 4000));
    }

    private SimpleFeatureCollection venues() {
        LayerBuilder layer = new LayerBuilder(scene, "large_venue");
        String[] names = {"区体育馆", "会展中心", "市民大剧院", "综合仓储中心", "体育场"};
        String[] types = {"gymnasium", "exhibition", "theatre", "warehouse", "stadium"};
        double[] areas = {5200, 16500, 3600, 9800, 12000};
        List<Streets.Block> parks = open(scene, false);
        for (int i = 0; i < names.length; i++) {
            Streets.Block park = parks.get((i * 5 + 2) % parks.size());
            layer.add(park.at(park.side() * 0.25, -park.side() * 0.25))
                    .set("name", names[i] + "（演示）")
                    .set("type", types[i])
                    .set("floor_area_m2", areas[i])
                    .set("seats", types[i].equals("warehouse") ? 0 : (int) (areas[i] / 2.4))
                    .set("convertible_beds", (int) (areas[i] / 12))
                    .set("power_kva", areas[i] / 10, 0)
                    .set("manager", "区文化和旅游局")
                    .set("contact", scene.phone(i + 4500));
        }
        return layer.collection();
    }
}
