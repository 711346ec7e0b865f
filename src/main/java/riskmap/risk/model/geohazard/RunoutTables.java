package riskmap.risk.model.geohazard;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.MultiPolygon;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.data.Table;
import riskmap.risk.RiskLevel;
import riskmap.risk.Workings;
import riskmap.risk.model.geohazard.RunoutSites.Site;
import riskmap.risk.model.result.ResultRows;

/** What is said of the run-out of each site: its bands as areas, tables by site and by type, the first of them worked out. */
public final class RunoutTables {
    /** Sites whose length is written down. */
    private static final int WRITTEN = 3;

    private final RunoutSites sites;
    private final ParameterValues values;

    public RunoutTables(RunoutSites sites, ParameterValues values) {
        this.sites = sites;
        this.values = values;
    }

    public ResultRows layer() {
        ResultRows rows = new ResultRows("runout_zone", sites.lattice().crs());
        for (Site site : sites.sites()) {
            for (int level = 1; level <= RiskLevel.COUNT; level++) {
                MultiPolygon area = site.areas().get(level - 1);
                if (!area.isEmpty()) {
                    SimpleFeature row = rows.addArea(area);
                    row.setAttribute("level", (long) level);
                    row.setAttribute(
                            "level_name",
                            Message.of("risk.runout-level-" + level).text(Language.CHINESE));
                    row.setAttribute("site", site.name());
                    row.setAttribute("site_type", title(site.type()).text(Language.CHINESE));
                    row.setAttribute("angle_deg", site.angle() + values.numbers("angle-steps")[level - 1]);
                    row.setAttribute("distance_m", site.reach());
                    row.setAttribute("area_m2", area.getArea());
                    row.setAttribute("buildings", Math.round(site.count().buildings(level - 1)));
                    row.setAttribute("people", site.count().people(level - 1));
                }
            }
        }
        return rows;
    }

    private static Message title(String type) {
        return Message.of("risk.geohazard-runout.reach-angles." + type);
    }

    /** Each site: how far it runs, who and what is in the way, and the surveyor's own figure. */
    public Table table() {
        List<List<Object>> rows = new ArrayList<>();
        for (Site site : sites.sites()) {
            List<Object> row = new ArrayList<>();
            row.add(site.name());
            row.add(title(site.type()));
            row.add(site.angle());
            row.add(site.reach());
            row.add(site.drop());
            row.add(site.area() / 1e4);
            row.add(site.count().buildings());
            row.add(site.count().people());
            row.add(Double.isNaN(site.surveyed()) ? null : (Object) site.surveyed());
            row.add(
                    Double.isNaN(site.surveyed())
                            ? null
                            : (Object) (site.count().people() - site.surveyed()));
            rows.add(row);
        }
        return new Table(
                "runout-sites",
                Message.of("risk.table-runout-sites"),
                List.of(
                        column("site", "", 0),
                        column("site-type", "", 0),
                        column("reach-angle", "°", 0),
                        column("reach", "m", 0),
                        column("drop", "m", 1),
                        column("area-ha", "ha", 2),
                        column("buildings", "栋", 0),
                        column("people", "人", 0),
                        column("surveyed-people", "人", 0),
                        column("less-surveyed", "人", 0)),
                rows);
    }

    /** Sums by type; whoever lies in the way of two sites counts twice. */
    public Table byType() {
        Map<String, double[]> sums = new LinkedHashMap<>();
        values.weights("reach-angles").keySet().forEach(type -> sums.put(type, new double[5]));
        for (Site site : sites.sites()) {
            double[] sum = sums.get(site.type());
            sum[0]++;
            sum[1] += site.area() / 1e4;
            sum[2] += site.count().buildings();
            sum[3] += site.count().people();
            sum[4] += Double.isNaN(site.surveyed()) ? 0 : site.surveyed();
        }
        List<List<Object>> rows = new ArrayList<>();
        sums.forEach((type, sum) ->
                rows.add(List.of(title(type), (long) sum[0], sum[1], sum[2], sum[3], sum[4], sum[3] - sum[4])));
        return new Table(
                "runout-by-type",
                Message.of("risk.table-runout-by-type"),
                List.of(
                        column("site-type", "", 0),
                        column("sites", "", 0),
                        column("area-ha", "ha", 2),
                        column("buildings", "栋", 0),
                        column("people", "人", 0),
                        column("surveyed-people", "人", 0),
                        column("less-surveyed", "人", 0)),
                rows);
    }

    public Workings workings() {
        Workings workings = new Workings();
        for (Site site :
                sites.sites().subList(0, Math.min(WRITTEN, sites.sites().size()))) {
            workings.of(site.name());
            double way = site.drop() / Math.tan(Math.toRadians(site.angle()));
            workings.add("runout-length", "L ≤ ΔH/tan φ", way, "m", "%s/tan %s°", site.drop(), site.angle());
        }
        return workings;
    }
}
