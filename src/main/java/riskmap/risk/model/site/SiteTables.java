package riskmap.risk.model.site;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.data.Table;
import riskmap.risk.RiskLevel;
import riskmap.risk.Workings;
import riskmap.risk.chemical.MajorHazard;
import riskmap.risk.chemical.Scenario;
import riskmap.risk.model.count.Placement;
import riskmap.risk.model.count.ZoneExposure;

/** What the accidents at hazardous sites mean, as tables. */
final class SiteTables {
    private static final double NEAR_METRES = 500;
    private static final List<String> SENSITIVE = List.of("school", "hospital", "crowded_place");

    private final HazardousSites sites;
    private final ParameterValues values;
    private final ZoneExposure exposure;

    SiteTables(HazardousSites sites, ParameterValues values, ZoneExposure exposure) {
        this.sites = sites;
        this.values = values;
        this.exposure = exposure;
    }

    /** Score and level of each site as a major hazard, beside the level of the survey. */
    Table majorHazards() {
        List<List<Object>> rows = new ArrayList<>();
        for (HazardousSites.Site site : sites.sites()) {
            MajorHazard.Stock stock = site.stock();
            long people = people(site);
            List<Object> row = new ArrayList<>();
            row.add(site.name());
            row.add(site.substanceName());
            row.add(number(site.tonnes()));
            row.add(number(site.critical()));
            row.add(stock == null ? null : MajorHazard.ratio(List.of(stock)));
            row.add(people);
            double score = stock == null ? Double.NaN : MajorHazard.score(List.of(stock), people);
            boolean major = stock != null && MajorHazard.ratio(List.of(stock)) >= 1;
            row.add(number(score));
            row.add(major ? (Object) Long.valueOf(MajorHazard.level(score)) : Message.of("risk.not-major"));
            row.add(number(site.surveyedLevel()));
            rows.add(row);
        }
        return new Table(
                "major-hazards",
                Message.of("risk.table-major-hazards"),
                List.of(
                        column("site", "", 0),
                        column("substance", "", 0),
                        column("amount", "t", 1),
                        column("critical-amount", "t", 1),
                        column("ratio", "", 2),
                        column("people-500m", "人", 0),
                        column("score", "", 2),
                        column("major-level", "", 0),
                        column("surveyed-level", "", 0)),
                rows);
    }

    /** People within 500 m: by the survey, else those of the buildings. */
    private long people(HazardousSites.Site site) {
        return site.people() >= 0 ? site.people() : Math.round(peopleWithin(site, NEAR_METRES));
    }

    private double peopleWithin(HazardousSites.Site site, double metres) {
        LayerRows buildings = exposure.rows("building");
        if (buildings == null) {
            return 0;
        }
        double[] people = buildings.numbers("people");
        Placement places = exposure.places("building");
        double sum = 0;
        for (int row = 0; row < people.length; row++) {
            if (people[row] > 0
                    && buildings.geometry(row) != null
                    && Math.hypot(places.x(row) - site.x(), places.y(row) - site.y()) <= metres) {
                sum += people[row];
            }
        }
        return sum;
    }

    /** How far each accident reaches at each level. */
    Table consequences() {
        List<List<Object>> rows = new ArrayList<>();
        for (HazardousSites.Site site : sites.sites()) {
            for (Scenario scenario : site.scenarios()) {
                List<Object> row = new ArrayList<>();
                row.add(site.name());
                row.add(scenario.kind().title());
                row.add(scenario.mass());
                row.add(Message.of(scenario.kind().drifts() ? "risk.unit-rate" : "risk.unit-mass"));
                for (int level = RiskLevel.COUNT; level >= 1; level--) {
                    row.add(scenario.reach(level));
                }
                row.add(peopleWithin(site, scenario.reach(3)));
                rows.add(row);
            }
        }
        return new Table(
                "consequences",
                Message.of("risk.table-consequences"),
                List.of(
                        column("site", "", 0),
                        column("scenario", "", 0),
                        column("mass", "", 1),
                        column("mass-unit", "", 0),
                        column("level-4", "m", 0),
                        column("level-3", "m", 0),
                        column("level-2", "m", 0),
                        column("level-1", "m", 0),
                        column("people-level-3", "人", 0)),
                rows);
    }

    /** Sites near enough to another for its explosion or fire to damage them. */
    Table domino() {
        double pascal = 1000 * values.number("domino-overpressure");
        double heat = values.number("domino-heat");
        List<List<Object>> rows = new ArrayList<>();
        for (HazardousSites.Site from : sites.sites()) {
            for (Scenario scenario : from.scenarios()) {
                if (scenario.kind().drifts()) {
                    continue;
                }
                double limit = scenario.kind().unit().equals("Pa") ? pascal : heat;
                double reach = scenario.footprint().reach(limit);
                for (HazardousSites.Site to : sites.sites()) {
                    double distance = Math.hypot(from.x() - to.x(), from.y() - to.y());
                    if (to != from && distance <= reach) {
                        rows.add(List.of(from.name(), to.name(), scenario.kind().title(), distance, reach));
                    }
                }
            }
        }
        return new Table(
                "domino",
                Message.of("risk.table-domino"),
                List.of(
                        column("site", "", 0),
                        column("other-site", "", 0),
                        column("scenario", "", 0),
                        column("distance", "m", 0),
                        column("domino-reach", "m", 0)),
                rows);
    }

    /** Schools, hospitals and crowded places near a site that an accident there can reach, the worst first. */
    Table sensitiveTargets() {
        record Found(String site, String kind, String name, double distance, int level) {}
        List<Found> found = new ArrayList<>();
        for (String kind : SENSITIVE) {
            LayerRows rows = exposure.rows(kind);
            if (rows == null) {
                continue;
            }
            String[] names = rows.texts("name");
            for (int row = 0; row < rows.size(); row++) {
                if (rows.geometry(row) == null) {
                    continue;
                }
                Point target = new GeometryFactory()
                        .createPoint(new Coordinate(
                                exposure.places(kind).x(row),
                                exposure.places(kind).y(row)));
                for (HazardousSites.Site site : sites.sites()) {
                    double distance = Math.hypot(target.getX() - site.x(), target.getY() - site.y());
                    int level = levelAt(site, distance);
                    if (level > 0 && distance <= values.number("sensitive-distance")) {
                        found.add(new Found(site.name(), kind, rows.called(row, names[row]), distance, level));
                    }
                }
            }
        }
        found.sort(Comparator.comparingInt(Found::level)
                .reversed()
                .thenComparingDouble(Found::distance)
                .thenComparing(Found::name));
        List<List<Object>> rows = new ArrayList<>();
        found.forEach(each -> rows.add(List.of(
                each.name(),
                Message.of("risk.measure-" + each.kind().replace('_', '-') + "-count"),
                each.site(),
                each.distance(),
                RiskLevel.title(each.level()))));
        return new Table(
                "sensitive-targets",
                Message.of("risk.table-sensitive-targets"),
                List.of(
                        column("target", "", 0),
                        column("target-kind", "", 0),
                        column("site", "", 0),
                        column("distance", "m", 0),
                        column("level", "", 0)),
                rows);
    }

    /** The highest level that any accident of a site reaches at a distance, in the worst wind. */
    private static int levelAt(HazardousSites.Site site, double distance) {
        int level = 0;
        for (Scenario scenario : site.scenarios()) {
            for (int each = RiskLevel.COUNT; each > level; each--) {
                if (distance <= scenario.reach(each)) {
                    level = each;
                }
            }
        }
        return level;
    }

    /** The computation of a site with its numbers. */
    void workings(HazardousSites.Site site, Workings lines) {
        lines.of(site.name());
        MajorHazard.Stock stock = site.stock();
        if (stock != null) {
            lines.add(
                    "major-hazard",
                    "R = α·β·q/Q",
                    MajorHazard.score(List.of(stock), people(site)),
                    "",
                    "%s·%s·%s/%s",
                    MajorHazard.alpha(people(site)),
                    stock.beta(),
                    stock.amountTonnes(),
                    stock.criticalTonnes());
        }
        for (Scenario scenario : site.scenarios()) {
            String limit = Workings.shown(scenario.limits().get(2)) + " "
                    + scenario.kind().unit();
            lines.of(Message.of("risk.working-of", site.name(), scenario.kind().title()));
            lines.add(
                    "reach",
                    limit,
                    scenario.reach(3),
                    "m",
                    scenario.kind().drifts() ? "%s kg/s" : "%s kg",
                    scenario.mass());
        }
    }

    private static Object number(double value) {
        return Double.isNaN(value) ? null : (Object) value;
    }
}
