package riskmap.risk.model.capacity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.geo.Parallel;
import riskmap.geo.overlay.AreaIndex;
import riskmap.risk.Conservation;
import riskmap.risk.model.combination.CombinationAreas;
import riskmap.risk.model.count.TownProof;

/** What lies in each town, by centroid: places, beds, teams, stores and goods; and who is within reach of a shelter. */
public final class TownCapacity {
    public static final List<String> INDICATORS = List.of("shelter", "service", "beds", "rescuers", "relief");

    private final Inputs inputs;
    private final ParameterValues values;
    private final LayerRows towns;
    private final String[] names;
    private final double[] population;
    private final AreaIndex index;
    private final List<Message> notes = new ArrayList<>();
    private final List<Conservation> proofs = new ArrayList<>();
    private final Map<String, double[]> sums = new LinkedHashMap<>();
    private final Map<String, double[]> stock = new LinkedHashMap<>();
    private ShelterPlaces places;

    private TownCapacity(Inputs inputs, ParameterValues values, LayerRows towns) {
        this.inputs = inputs;
        this.values = values;
        this.towns = towns;
        this.names = CombinationAreas.names(towns);
        this.population = towns.numbers("population");
        this.index = new AreaIndex(towns.geometries());
    }

    public static TownCapacity of(Inputs inputs, ParameterValues values, Progress progress) {
        TownCapacity capacity = new TownCapacity(inputs, values, inputs.rows("town", progress));
        withoutPeople(capacity.towns).ifPresent(capacity.notes::add);
        capacity.shelters(progress.part(0, 0.1));
        capacity.add("hospital", "hospital", null, progress);
        capacity.add("beds", "hospital", "beds", progress);
        capacity.add("team", "rescue_team", null, progress);
        capacity.add("rescuers", "rescue_team", "people", progress);
        capacity.add("store", "supply_store", null, progress);
        capacity.stock(progress.part(0.1, 0.2));
        capacity.service(progress.part(0.2, 1));
        return capacity;
    }

    private double[] column(String key) {
        return sums.computeIfAbsent(key, none -> new double[names.length]);
    }

    /** Of a town; 0 where there is no layer of it. */
    double sum(String key, int town) {
        return column(key)[town];
    }

    int count() {
        return names.length;
    }

    String name(int town) {
        return names[town];
    }

    LayerRows towns() {
        return towns;
    }

    /** People by the layer of towns, NaN where it does not say. */
    double population(int town) {
        return population[town];
    }

    /** What is to be known of towns without people, whose figures a head cannot be told; empty where there are none. */
    public static Optional<Message> withoutPeople(LayerRows towns) {
        String[] names = CombinationAreas.names(towns);
        double[] population = towns.numbers("population");
        List<String> without = IntStream.range(0, names.length)
                .filter(town -> !(population[town] > 0))
                .mapToObj(town -> names[town])
                .toList();
        return without.isEmpty()
                ? Optional.empty()
                : Optional.of(Message.of("risk.check-no-people-coping", NameList.of(without)));
    }

    List<Message> notes() {
        return notes;
    }

    /** That nothing of what was counted by town is lost. */
    List<Conservation> proofs() {
        return proofs;
    }

    /** The shelters, none where there is no layer of them. */
    List<ShelterPlaces.Shelter> shelters() {
        return places == null ? List.of() : places.shelters();
    }

    /** Goods in the stores of a town. */
    double inStock(String item, int town) {
        return stock.getOrDefault(item, new double[names.length])[town];
    }

    /** The least share of what displaced people need that is in stock in the town, over the goods; NaN for no people. */
    double relief(int town) {
        double displaced = displaced(town);
        double least = Double.POSITIVE_INFINITY;
        for (Map.Entry<String, Double> need : values.weights("relief-per-head").entrySet()) {
            double needed = need.getValue() * displaced;
            if (needed > 0) {
                least = Math.min(least, inStock(need.getKey(), town) / needed);
            }
        }
        return Double.isInfinite(least) ? Double.NaN : least;
    }

    /** People who may have to leave their homes. */
    double displaced(int town) {
        return population[town] * values.number("displaced-share");
    }

    /** An indicator of a town, NaN where it cannot be told. */
    double indicator(String key, int town) {
        double people = population[town];
        return switch (key) {
            case "shelter" -> people > 0 ? sum("places", town) / people : Double.NaN;
            case "service" -> sum("housed", town) > 0 ? sum("served", town) / sum("housed", town) : Double.NaN;
            case "beds" -> people > 0 ? 1000 * sum("beds", town) / people : Double.NaN;
            case "rescuers" -> people > 0 ? 10_000 * sum("rescuers", town) / people : Double.NaN;
            default -> relief(town);
        };
    }

    /** Σ w·min(1, value/target)/Σ w over the indicators that can be told. */
    double score(int town) {
        Map<String, Double> weights = values.weights("indicators");
        Map<String, Double> targets = values.weights("targets");
        double sum = 0;
        double weight = 0;
        for (String key : INDICATORS) {
            double value = indicator(key, town);
            double w = weights.getOrDefault(key, 0.0);
            if (w > 0 && !Double.isNaN(value)) {
                sum += w * Math.min(1, value / targets.getOrDefault(key, 1.0));
                weight += w;
            }
        }
        return weight > 0 ? sum / weight : Double.NaN;
    }

    private void shelters(Progress progress) {
        if (!inputs.has("shelter")) {
            return;
        }
        places = ShelterPlaces.of(inputs, values, towns.crs(), progress);
        notes.addAll(places.notes());
        TownProof proof = new TownProof();
        for (ShelterPlaces.Shelter shelter : places.shelters()) {
            int town = index.first(shelter.x(), shelter.y());
            proof.add(1, town);
            if (town >= 0) {
                column("places")[town] += shelter.capacity();
                column("shelter")[town]++;
            }
        }
        LayerRows rows = inputs.rows("shelter", progress);
        proof.withoutPlace(rows.withoutGeometry());
        proofs.add(proof.of("shelter", "count", rows.size()));
    }

    private void add(String key, String kind, String field, Progress progress) {
        if (!inputs.has(kind)) {
            return;
        }
        LayerRows rows = inputs.rows(kind, progress).in(towns.crs(), progress);
        double[] numbers = field == null ? null : rows.numbers(field);
        int outside = 0;
        TownProof proof = new TownProof();
        for (int row = 0; row < rows.size(); row++) {
            int town = town(rows.geometry(row));
            double amount = numbers == null ? 1 : numbers[row];
            proof.add(amount, rows.geometry(row), town);
            if (town >= 0 && amount > 0) {
                column(key)[town] += amount;
            }
            outside += town < 0 ? 1 : 0;
        }
        proofs.add(proof.of(kind, field == null ? "count" : field));
        if (outside > 0 && field == null) {
            notes.add(Message.of("risk.note-outside-towns", Catalogue.called(kind), outside, rows.size()));
        }
    }

    private int town(Geometry shape) {
        if (shape == null) {
            return -1;
        }
        Point centre = shape.getCentroid();
        return index.first(centre.getX(), centre.getY());
    }

    /** Goods go to the town of their store. */
    private void stock(Progress progress) {
        if (!inputs.has("supply_stock") || !inputs.has("supply_store")) {
            return;
        }
        LayerRows stores = inputs.rows("supply_store", progress).in(towns.crs(), progress);
        String[] codes = stores.texts("code");
        Map<String, Integer> townOfStore = new HashMap<>();
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] != null) {
                townOfStore.put(codes[row], town(stores.geometry(row)));
            }
        }
        LayerRows goods = inputs.rows("supply_stock", progress);
        String[] store = goods.texts("store_code");
        String[] items = goods.texts("item");
        double[] quantity = goods.numbers("quantity");
        int lost = 0;
        for (int row = 0; row < goods.size(); row++) {
            int town = store[row] == null ? -1 : townOfStore.getOrDefault(store[row], -1);
            if (town < 0) {
                lost++;
            } else if (items[row] != null && quantity[row] > 0) {
                stock.computeIfAbsent(items[row], none -> new double[names.length])[town] += quantity[row];
            }
        }
        if (lost > 0) {
            notes.add(Message.of("risk.note-stock-lost", lost, goods.size()));
        }
    }

    /** People of buildings, and those of them within reach of a shelter by straight line. */
    private void service(Progress progress) {
        if (!inputs.has("building")) {
            return;
        }
        LayerRows rows = inputs.rows("building", progress).in(towns.crs(), progress);
        double[] people = rows.numbers("people");
        List<ShelterPlaces.Shelter> open =
                shelters().stream().filter(shelter -> shelter.capacity() > 0).toList();
        int[] town = new int[rows.size()];
        boolean[] served = new boolean[rows.size()];
        Parallel.items(town.length, 1024, progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                Geometry shape = rows.geometry(row);
                town[row] = town(shape);
                if (shape != null) {
                    Point centre = shape.getCentroid();
                    served[row] = open.stream()
                            .anyMatch(shelter -> Math.hypot(centre.getX() - shelter.x(), centre.getY() - shelter.y())
                                    <= shelter.reach());
                }
            }
        });
        TownProof proof = new TownProof();
        for (int row = 0; row < town.length; row++) {
            proof.add(people[row], rows.geometry(row), town[row]);
            if (town[row] >= 0 && people[row] > 0) {
                column("housed")[town[row]] += people[row];
                column("served")[town[row]] += served[row] ? people[row] : 0;
            }
        }
        proofs.add(proof.of("building", "people"));
        notes.addAll(rows.notes("building"));
    }
}
