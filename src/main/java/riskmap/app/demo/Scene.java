package riskmap.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.geo.crs.Crs;

/** Everything that stands in the district, before it becomes layers. */
final class Scene {
    private static final long SEED = 371002;

    final Ground ground;
    final Zoning zoning;
    final PlaceNames names;
    final Settlements settlements;
    final Streets streets;
    final RoadNetwork network;
    final Buildings buildings;
    /** Residents by town, in the order of the towns. */
    final int[] residents;
    /** Whether only a share of the buildings, stands and fields is made. */
    final boolean small;

    private final STRtree index = new STRtree();

    Scene(boolean small, Progress progress) {
        this.small = small;
        progress.report(0, Message.of("app.demo-ground"));
        // waking the CRSs takes as long as reading the plan
        CompletableFuture<CoordinateReferenceSystem> crs = CompletableFuture.supplyAsync(() -> Crs.of("EPSG:4550"));
        DistrictPlan plan = DistrictPlan.read();
        ground = new Ground(plan, crs.join(), SEED, progress.part(0, 0.35));
        CompletableFuture<Catalogue> catalogue = CompletableFuture.supplyAsync(Catalogue::standard);
        zoning = new Zoning(ground.plan, ground.noise);
        names = new PlaceNames(ground.plan, ground.noise);
        settlements = new Settlements(ground, zoning, names);
        progress.report(0.4, Message.of("app.demo-roads"));
        List<Road> roads = new ArrayList<>(new Roads(ground, settlements, progress.part(0.4, 0.6)).roads());
        streets = new Streets(ground, zoning, names);
        roads.addAll(streets.roads());
        network = new RoadNetwork(roads, ground.territory);
        progress.report(0.7, Message.of("app.demo-buildings"));
        buildings =
                new Buildings(ground, zoning, settlements, streets, network, small ? 0.3 : 1, progress.part(0.7, 0.95));
        residents = new int[ground.towns.towns().size()];
        for (Building building : buildings.all()) {
            index.insert(new Envelope(building.centre()), building);
            if (building.use().isDwelling()) {
                residents[ground.towns.at(building.centre()).number()] += building.people();
            }
        }
        index.build();
        catalogue.join();
        progress.report(1);
    }

    /** Residents of the dwellings whose centre lies within a distance. */
    int residentsWithin(Coordinate place, double metres) {
        Envelope around = new Envelope(place);
        around.expandBy(metres);
        int sum = 0;
        for (Object item : index.query(around)) {
            Building building = (Building) item;
            if (building.use().isDwelling() && building.centre().distance(place) <= metres) {
                sum += building.people();
            }
        }
        return sum;
    }

    /** The use of the buildings within a distance, nearest first is not promised. */
    List<Building> buildingsWithin(Coordinate place, double metres) {
        Envelope around = new Envelope(place);
        around.expandBy(metres);
        List<Building> result = new ArrayList<>();
        for (Object item : index.query(around)) {
            if (((Building) item).centre().distance(place) <= metres) {
                result.add((Building) item);
            }
        }
        return result;
    }

    /** A number in [0, 1) for a thing of this purpose. */
    double uniform(long number, long purpose) {
        return ground.noise.uniform(number, purpose + 7_000_000);
    }

    double between(long number, long purpose, double low, double high) {
        return low + uniform(number, purpose) * (high - low);
    }

    /** One of some codes. */
    String pick(long number, long purpose, String... codes) {
        return codes[(int) (uniform(number, purpose) * codes.length)];
    }

    /** A telephone number that belongs to nobody. */
    String phone(long number) {
        return "0631-000" + String.format("%04d", (int) (uniform(number, 990) * 10000));
    }
}
