package riskmap.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Geological hazard sites on steep ground beside roads and houses, the treatment project, faults. */
final class SlopeLayers {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    /** Slope from which ground beside a road counts as a cut slope, in degrees. */
    static final double STEEP = 12;
    /** How far from the site people count as threatened, in metres. */
    private static final double REACH = 170;
    /** Least distance between sites, in metres. */
    private static final double APART = 620;
    /** Distance between places looked at along a road, in metres. */
    private static final double STEP = 90;

    private final Scene scene;
    private final Ground ground;
    private final List<Site> sites = new ArrayList<>();

    /** The name of the site with the most people below it, once the layer of sites is made. */
    private String worstName;

    private record Site(Coordinate place, double slope, int people) {}

    private Site worst() {
        return sites.stream().max(Comparator.comparingInt(Site::people)).orElseThrow();
    }

    SlopeLayers(Scene scene) {
        this.scene = scene;
        ground = scene.ground;
        find(scene.small ? 40 : 76);
    }

    List<SimpleFeatureCollection> all() {
        return List.of(hazardSites(), treatment(), faults());
    }

    /** The steepest places beside roads, those with people below first. */
    private void find(int most) {
        List<Site> candidates = new ArrayList<>();
        for (Road road : scene.network.pieces()) {
            LengthIndexedLine line = new LengthIndexedLine(FACTORY.createLineString(road.line()));
            for (double along = 0; along <= line.getEndIndex(); along += STEP) {
                Site site = beside(line.extractPoint(along));
                if (site != null) {
                    candidates.add(site);
                }
            }
        }
        candidates.sort(Comparator.comparingDouble((Site site) -> -site.slope()
                        - Math.min(60, site.people()) * 0.4
                        - 7 * scene.uniform(Math.round(site.place().x + site.place().y), 419))
                .thenComparing(Site::place));
        for (Site site : candidates) {
            boolean free = sites.stream().noneMatch(other -> other.place().distance(site.place()) < APART);
            if (free && sites.size() < most) {
                sites.add(site);
            }
        }
    }

    private Site beside(Coordinate road) {
        Coordinate best = null;
        double steepest = STEEP;
        for (int k = 0; k < 16; k++) {
            double turn = StrictMath.PI * k / 8;
            double away = k % 2 == 0 ? 60 : 110;
            Coordinate place =
                    new Coordinate(road.x + away * StrictMath.cos(turn), road.y + away * StrictMath.sin(turn));
            double slope = ground.slope(place);
            if (slope > steepest && slope < 80 && ground.territory.contains(place) && !ground.isWater(place)) {
                steepest = slope;
                best = place;
            }
        }
        return best == null ? null : new Site(best, steepest, scene.residentsWithin(best, REACH));
    }

    private SimpleFeatureCollection hazardSites() {
        LayerBuilder layer = new LayerBuilder(scene, "geohazard_site");
        for (int i = 0; i < sites.size(); i++) {
            Site site = sites.get(i);
            double kind = scene.uniform(i, 420) + site.slope() / 90;
            String type = kind > 0.85
                    ? "rockfall"
                    : kind > 0.42 ? "landslide" : kind > 0.3 ? "debris_flow" : "unstable_slope";
            double volume = Math.round(StrictMath.pow(10, scene.between(i, 421, 2.3, 4.7)) / 10) * 10;
            double unstable = scene.uniform(i, 422) + site.slope() / 80;
            String stability = unstable > 0.85 ? "unstable" : unstable > 0.45 ? "marginal" : "stable";
            int people = site.people() > 0 ? site.people() : (int) (scene.uniform(i, 423) * 6);
            double assets = people * scene.between(i, 424, 8, 22);
            String name = layer.distinct(
                    scene.settlements.nearest(site.place()).name().replaceAll("村$|社区$", ""), title(type));
            if (site.equals(worst())) {
                worstName = name;
            }
            layer.add(site.place())
                    .set("name", name)
                    .set("code", "371002" + String.format("%06d", i + 1))
                    .set("type", type)
                    .set("volume", volume)
                    .set("scale", volume < 100_000 ? "small" : "medium")
                    .set("stability", stability)
                    .set("slope_deg", Math.min(75, site.slope() + scene.between(i, 425, 8, 25)), 0)
                    .set("slope_height_m", scene.between(i, 426, 6, 45), 0)
                    .set("lithology", scene.pick(i, 427, "花岗岩", "片麻岩", "残坡积土", "变粒岩"))
                    .set("trigger", scene.pick(i, 428, "cut_slope", "rain", "rain", "cut_slope", "erosion"))
                    .set("threatened_people", people)
                    .set("threatened_households", people / 2)
                    .set("threatened_assets_cny10k", assets, 0)
                    .set("level", stability.equals("stable") ? 1 : people >= 30 ? 4 : people >= 10 ? 3 : 2)
                    .set("monitored_by", scene.names.person(i + 800))
                    .set("measure", scene.pick(i, 429, "watch", "watch", "instrument", "engineering"));
        }
        return layer.collection();
    }

    private static String title(String type) {
        return switch (type) {
            case "rockfall" -> "崩塌";
            case "landslide" -> "滑坡";
            case "debris_flow" -> "泥石流";
            default -> "不稳定斜坡";
        };
    }

    private SimpleFeatureCollection treatment() {
        LayerBuilder layer = new LayerBuilder(scene, "treatment_project");
        Site worst = worst();
        String place = scene.settlements.nearest(worst.place()).name();
        layer.add(worst.place())
                .set("name", place + "地质灾害综合治理工程")
                .set("type", "geohazard")
                .set("hazard_name", worstName)
                .set("investment_cny10k", 486)
                .set("phase", "accepted")
                .set("started_on", LocalDate.of(2022, 4, 12))
                .set("completed_on", LocalDate.of(2022, 11, 20))
                .set("people_before", worst.people())
                .set("people_after", 0)
                .set("contractor", "演示地质工程公司");
        return layer.collection();
    }

    private SimpleFeatureCollection faults() {
        LayerBuilder layer = new LayerBuilder(scene, "fault_line");
        String[] names = {"演示金牛山断裂", "演示双岛湾断裂", "演示俚埠断裂", "演示海西头断裂"};
        double[][][] lines = {{{6, 8}, {22, 37}}, {{10, 33}, {17, 6}}, {{30, 3}, {44, 22}}, {{2, 17}, {44, 24}}};
        String[] natures = {"strike_slip", "normal", "oblique", "reverse"};
        String[] ages = {"late_pleistocene", "middle_pleistocene", "early_pleistocene", "pre_quaternary"};
        for (int i = 0; i < names.length; i++) {
            Coordinate[] ends = ground.plan.world(lines[i]);
            Coordinate[] line = FractalLine.between(ends[0], ends[1], 0.05, 900, ground.noise);
            Geometry inside = FACTORY.createLineString(line).intersection(ground.territory.area());
            double strike = StrictMath.toDegrees(StrictMath.atan2(ends[1].x - ends[0].x, ends[1].y - ends[0].y));
            layer.add(LineParts.of(inside))
                    .set("name", names[i])
                    .set("code", "F" + (i + 1))
                    .set("nature", natures[i])
                    .set("strike_deg", (strike + 360) % 180, 0)
                    .set("dip_deg", scene.between(i, 430, 55, 85), 0)
                    .set("dip_direction", scene.pick(i, 431, "NW", "SE", "NE"))
                    .set("latest_activity", ages[i])
                    .set("length_km", inside.getLength() / 1000, 1)
                    .set("max_magnitude", scene.between(i, 432, 5.0, 6.3), 1)
                    .set("buffer_m", 100);
        }
        return layer.collection();
    }
}
