package riskmap.app.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Villages and communities, buildings, the population grid. */
final class SettlementLayers {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Scene scene;

    SettlementLayers(Scene scene) {
        this.scene = scene;
    }

    List<SimpleFeatureCollection> all() {
        return List.of(populationGrid(), villages(), buildings());
    }

    private SimpleFeatureCollection villages() {
        Map<String, Integer> people = new HashMap<>();
        for (Building building : scene.buildings.all()) {
            if (building.use().isDwelling() && building.settlement() != null) {
                people.merge(building.settlement(), building.people(), Integer::sum);
            }
        }
        LayerBuilder layer = new LayerBuilder(scene, "village");
        int[] inTown = new int[scene.ground.towns.towns().size()];
        for (Settlements.Settlement settlement : scene.settlements.all()) {
            int residents = people.getOrDefault(settlement.name(), 0);
            int number = settlement.number();
            String code = settlement.town().code()
                    + String.format(
                            "%03d",
                            (settlement.urban() ? 1 : 200)
                                    + inTown[settlement.town().number()]++);
            layer.add(settlement.place())
                    .set("name", settlement.name())
                    .set("code", code)
                    .set("type", settlement.urban() ? "community" : "village")
                    .set("town", settlement.town().name())
                    .set("population", residents)
                    .set("households", residents / (settlement.urban() ? 2.6 : 2.2))
                    .set("elderly", residents * scene.between(number, 5, 0.2, settlement.urban() ? 0.26 : 0.42))
                    .set("service_point", scene.uniform(number, 6) < 0.72)
                    .set("headman", scene.names.person(number + 500))
                    .set("phone", scene.phone(number + 500));
        }
        return layer.collection();
    }

    private SimpleFeatureCollection buildings() {
        LayerBuilder layer = new LayerBuilder(scene, "building");
        List<Building> all = scene.buildings.all();
        for (int i = 0; i < all.size(); i++) {
            Building building = all.get(i);
            int year = year(building, i);
            String structure = structure(building, year, i);
            layer.add(building.shape())
                    .set("floors", building.floors())
                    .set("height_m", building.floors() * building.use().floorHeight + 0.6, 1)
                    .set("floor_area_m2", building.floorArea(), 0)
                    .set("built_year", year)
                    .set("structure", structure)
                    .set("use", building.use().name().toLowerCase(Locale.ROOT))
                    .set("people", building.people())
                    .set("danger_grade", grade(structure, year, i))
                    .set("seismic_designed", year > 2001 && !structure.equals("brick_wood"))
                    .set("retrofitted", year < 2000 && scene.uniform(i, 24) < 0.12)
                    .set("self_built", building.use() == Building.Use.RURAL_HOUSING)
                    .set("village", building.settlement());
        }
        return layer.collection();
    }

    private int year(Building building, int i) {
        double age = scene.uniform(i, 20);
        return switch (building.use()) {
            case RURAL_HOUSING -> 1962 + (int) (age * 56);
            case RESIDENTIAL -> building.floors() > 7 ? 2003 + (int) (age * 19) : 1978 + (int) (age * 34);
            default -> 1985 + (int) (age * 37);
        };
    }

    private String structure(Building building, int year, int i) {
        double choice = scene.uniform(i, 21);
        return switch (building.use()) {
            case RURAL_HOUSING ->
                year < 1975 && choice < 0.3
                        ? "earth"
                        : choice < 0.55 && year < 1995
                                ? "brick_wood"
                                : choice < 0.92 ? "brick_concrete" : "reinforced_concrete";
            case INDUSTRIAL, STORAGE -> choice < 0.75 ? "steel" : "brick_concrete";
            default -> building.floors() > 6 || year > 2005 ? "reinforced_concrete" : "brick_concrete";
        };
    }

    /** Old light buildings are the dangerous ones. */
    private String grade(String structure, int year, int i) {
        double bad = scene.uniform(i, 22)
                + Math.max(0, 1995 - year) * 0.006
                + (structure.equals("earth") ? 0.12 : structure.equals("brick_wood") ? 0.06 : 0);
        return bad > 1.15 ? "D" : bad > 1.06 ? "C" : bad > 0.86 ? "B" : "A";
    }

    private SimpleFeatureCollection populationGrid() {
        double cell = scene.small ? 1000 : 500;
        Map<Long, Integer> people = new TreeMap<>();
        for (Building building : scene.buildings.all()) {
            if (building.use().isDwelling()) {
                long column = (long) Math.floor(building.centre().x / cell);
                long row = (long) Math.floor(building.centre().y / cell);
                people.merge(row * 100_000 + column, building.people(), Integer::sum);
            }
        }
        LayerBuilder layer = new LayerBuilder(scene, "population_grid");
        people.forEach((key, sum) -> {
            double x = key % 100_000 * cell;
            double y = Math.floorDiv(key, 100_000) * cell;
            double away = scene.between(key, 30, 0.7, 1.25);
            layer.add(FACTORY.toGeometry(new Envelope(new Coordinate(x, y), new Coordinate(x + cell, y + cell))))
                    .set("cell_code", String.format("E%dN%d", (long) x, (long) y))
                    .set("population", sum)
                    .set("day_population", sum * away, 0)
                    .set("night_population", sum)
                    .set("cell_m", cell);
        });
        return layer.collection();
    }
}
