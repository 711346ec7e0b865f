package riskmap.app.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Hazardous material sites in the parks and filling stations on main roads; lifelines along roads; animal farms. */
final class IndustryLayers {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Substance, CAS number, class, critical quantity in t (GB 18218-2018), typical quantity in t, storage, MPa, °C. */
    private record Substance(
            String name,
            String cas,
            String type,
            double critical,
            double usual,
            String storage,
            double pressure,
            double celsius) {}

    private static final List<Substance> SUBSTANCES = List.of(
            new Substance("液化石油气", "68476-85-7", "flammable_gas", 50, 60, "sphere", 1.6, 20),
            new Substance("氨", "7664-41-7", "toxic_gas", 10, 18, "tank", 1.5, 20),
            new Substance("汽油", "86290-81-5", "flammable_liquid", 200, 900, "tank", 0.1, 20),
            new Substance("甲醇", "67-56-1", "flammable_liquid", 500, 380, "tank", 0.1, 20),
            new Substance("氯", "7782-50-5", "toxic_gas", 5, 4, "cylinder", 0.9, 20),
            new Substance("硝酸铵", "6484-52-2", "oxidizer", 50, 40, "warehouse", 0.1, 20),
            new Substance("天然气", "74-82-8", "flammable_gas", 50, 30, "tank", 0.6, -160),
            new Substance("环氧丙烷", "75-56-9", "flammable_liquid", 10, 15, "tank", 0.2, 15),
            new Substance("盐酸", "7647-01-0", "corrosive", 0, 120, "tank", 0.1, 20));

    /** Ends of lines this near are one, in metres. */
    private static final double MEETS = 1;

    private final Scene scene;
    private final Ground ground;

    IndustryLayers(Scene scene) {
        this.scene = scene;
        ground = scene.ground;
    }

    List<SimpleFeatureCollection> all() {
        SimpleFeatureCollection sites = hazardousSites();
        return List.of(sites, new RiskPoints(scene).at(sites), lifelines(), animalFarms());
    }

    private SimpleFeatureCollection hazardousSites() {
        LayerBuilder layer = new LayerBuilder(scene, "hazardous_site");
        for (Building building : scene.buildings.all()) {
            boolean industrial = building.use() == Building.Use.INDUSTRIAL || building.use() == Building.Use.STORAGE;
            int park = industrial ? scene.zoning.industry(building.centre().x, building.centre().y) : -1;
            if (park >= 0) {
                DistrictPlan.Industry place = ground.plan.industry().get(park);
                long key = Math.round(building.centre().x * 3 + building.centre().y);
                double share = (place.chemical() ? 0.085 : 0.02) * (scene.small ? 1.6 : 1);
                if (scene.uniform(key, 440) < share) {
                    plant(layer, building.centre(), place);
                }
            }
        }
        fillingStations(layer);
        return layer.collection();
    }

    private void plant(LayerBuilder layer, Coordinate place, DistrictPlan.Industry park) {
        int i = layer.size();
        Substance substance = SUBSTANCES.get((int) (scene.uniform(i, 441) * SUBSTANCES.size()));
        boolean cold = substance.name().equals("氨") && scene.uniform(i, 442) < 0.6;
        String stem = scene.names.person(i + 300).substring(0, 1)
                + scene.pick(i, 443, "海", "鑫", "泰", "源", "盛", "和", "通", "宏")
                + scene.pick(i, 444, "化工", "新材料", "能源", "涂料", "仓储");
        site(
                layer,
                place,
                layer.distinct(park.name().replace("工业园", "") + (cold ? "水产冷藏" : stem), "公司（演示）"),
                substance,
                cold ? "cold_store" : scene.pick(i, 445, "production", "storage", "use"));
    }

    private void site(LayerBuilder layer, Coordinate place, String name, Substance substance, String type) {
        int i = layer.size();
        double quantity = Math.round(substance.usual() * scene.between(i, 446, 0.3, 2.2) * 10) / 10.0;
        int people = scene.residentsWithin(place, 500);
        double ratio = substance.critical() > 0 ? quantity / substance.critical() : 0;
        boolean major = ratio >= 1;
        double weight =
                substance.type().equals("toxic_gas") ? 3 : substance.type().equals("flammable_gas") ? 1.5 : 1;
        double exposure = people >= 100 ? 2 : people >= 50 ? 1.5 : people >= 30 ? 1.2 : people >= 1 ? 1 : 0.5;
        double r = ratio * weight * exposure;
        layer.add(place)
                .set("name", name)
                .set("site_type", type)
                .set("substance", substance.name())
                .set("cas", substance.cas())
                .set("hazard_class", substance.type())
                .set("quantity_t", quantity)
                .set("critical_quantity_t", substance.critical())
                .set("storage", substance.storage())
                .set("pressure", substance.pressure())
                .set("temperature_c", substance.celsius())
                .set("major_hazard", major)
                .set("major_hazard_level", major ? r >= 100 ? 1 : r >= 50 ? 2 : r >= 10 ? 3 : 4 : null)
                .set("dust", scene.uniform(i, 447) < 0.15)
                .set("ammonia_refrigeration", type.equals("cold_store"))
                .set("confined_space", scene.uniform(i, 448) < 0.55)
                .set("employees", 8 + (int) (scene.uniform(i, 449) * 220))
                .set("people_within_500m", people)
                .set("insured", scene.uniform(i, 450) < 0.8)
                .set("level", !major ? type.equals("retail") ? 2 : 1 + i % 2 : r >= 10 ? 4 : 3)
                .set("contact", scene.phone(i + 1700));
    }

    private void fillingStations(LayerBuilder layer) {
        List<Coordinate> stations = new ArrayList<>();
        for (Road road : scene.network.pieces()) {
            boolean main = road.type() == Road.Class.NATIONAL
                    || road.type() == Road.Class.PROVINCIAL
                    || road.type() == Road.Class.COUNTY;
            Coordinate a = road.line()[0];
            Coordinate b = road.line()[1];
            double length = a.distance(b);
            if (main && length > 30) {
                Coordinate place = new Coordinate(
                        (a.x + b.x) / 2 - (b.y - a.y) / length * 32, (a.y + b.y) / 2 + (b.x - a.x) / length * 32);
                boolean free = stations.stream().noneMatch(other -> other.distance(place) < 3300);
                if (free && ground.slope(place) < 6 && ground.territory.contains(place) && !ground.isWater(place)) {
                    stations.add(place);
                    site(layer, place, layer.distinct(road.name(), "加油站（演示）"), SUBSTANCES.get(2), "retail");
                }
            }
        }
    }

    private SimpleFeatureCollection lifelines() {
        LayerBuilder layer = new LayerBuilder(scene, "lifeline");
        String[] types = {"water", "gas", "power"};
        Map<Long, Coordinate> ends = new HashMap<>();
        for (Road road : scene.network.pieces()) {
            Road.Class type = road.type();
            boolean carries = type == Road.Class.URBAN_TRUNK
                    || type == Road.Class.NATIONAL
                    || type == Road.Class.PROVINCIAL
                    || type == Road.Class.COUNTY;
            if (!carries || FACTORY.createLineString(road.line()).getLength() < 120) {
                continue;
            }
            LineString line = FACTORY.createLineString(joined(road.line(), ends));
            int i = layer.size();
            String kind = types[(int) Math.floorMod(road.name().hashCode() + type.ordinal(), types.length)];
            boolean power = kind.equals("power");
            layer.add(line)
                    .set("name", road.name() + (power ? "10 kV 线路" : kind.equals("gas") ? "中压燃气管" : "供水干管"))
                    .set("type", kind)
                    .set("operator", power ? "供电公司（演示）" : kind.equals("gas") ? "燃气公司（演示）" : "水务公司（演示）")
                    .set(
                            "diameter_mm",
                            power
                                    ? null
                                    : scene.pick(i, 452, "200", "300", "400", "600")
                                                    .length()
                                            * 100)
                    .set("voltage_kv", power ? 10 : null)
                    .set("pressure_mpa", power ? null : 0.4)
                    .set("material", power ? "cable" : kind.equals("gas") ? "pe" : "ductile_iron")
                    .set("depth_m", power ? 0.9 : scene.between(i, 453, 1.1, 1.8), 1)
                    .set("built_year", 1992 + (int) (scene.uniform(i, 454) * 29))
                    .set("customers", scene.residentsWithin(line.getCoordinateN(line.getNumPoints() / 2), 400))
                    .set("length_m", line.getLength(), 0);
        }
        return layer.collection();
    }

    /** The line with ends that all but meet another's moved onto it. */
    private static Coordinate[] joined(Coordinate[] line, Map<Long, Coordinate> ends) {
        Coordinate[] result = line.clone();
        result[0] = end(line[0], ends);
        result[line.length - 1] = end(line[line.length - 1], ends);
        return result;
    }

    private static Coordinate end(Coordinate place, Map<Long, Coordinate> ends) {
        long column = Math.round(place.x / MEETS);
        long row = Math.round(place.y / MEETS);
        for (long r = row - 1; r <= row + 1; r++) {
            for (long c = column - 1; c <= column + 1; c++) {
                Coordinate known = ends.get(r * 100_000_000 + c);
                if (known != null && known.distance(place) <= MEETS) {
                    return known;
                }
            }
        }
        ends.put(row * 100_000_000 + column, place);
        return place;
    }

    private SimpleFeatureCollection animalFarms() {
        LayerBuilder layer = new LayerBuilder(scene, "animal_farm");
        List<Settlements.Settlement> villages = scene.settlements.villages();
        for (int v = 0; v < villages.size(); v += 3) {
            Settlements.Settlement village = villages.get(v);
            double turn = scene.between(v, 455, 0, 6.28);
            Coordinate place = new Coordinate(
                    village.place().x + 620 * StrictMath.cos(turn), village.place().y + 620 * StrictMath.sin(turn));
            if (!ground.territory.contains(place) || ground.isWater(place) || ground.slope(place) > 12) {
                continue;
            }
            String species = scene.pick(v, 456, "pig", "poultry", "poultry", "cattle", "sheep", "mink");
            boolean scale = scene.uniform(v, 457) < 0.6;
            int base =
                    switch (species) {
                        case "poultry" -> 8000;
                        case "mink" -> 2500;
                        case "pig" -> 480;
                        case "sheep" -> 120;
                        default -> 60;
                    };
            layer.add(place)
                    .set("name", layer.distinct(village.name().replaceAll("村$", ""), "养殖场"))
                    .set("species", species)
                    .set("animals", base * (scale ? scene.between(v, 458, 1, 5) : 0.1))
                    .set("scale", scale ? "scale" : "household")
                    .set("vaccinated_percent", scene.between(v, 459, 82, 100), 0)
                    .set("dead_pit", scale)
                    .set("owner", scene.names.person(v + 2000))
                    .set("contact", scene.phone(v + 2000));
        }
        return layer.collection();
    }
}
