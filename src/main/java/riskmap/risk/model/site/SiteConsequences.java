package riskmap.risk.model.site;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.geo.polygonize.Polygonizer;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.Reclassification;
import riskmap.risk.Chart;
import riskmap.risk.RiskLevel;
import riskmap.risk.RiskResult;
import riskmap.risk.Workings;
import riskmap.risk.chemical.FootprintShape;
import riskmap.risk.chemical.Scenario;
import riskmap.risk.model.count.ZoneExposure;
import riskmap.risk.model.result.ResultRows;

/** The zones, the individual risk and the tables of the accidents at hazardous sites, gathered while they are computed. */
public final class SiteConsequences {
    /** Sites whose computation is written down. */
    private static final int SHOWN = 5;

    private final Inputs inputs;
    private final ParameterValues values;
    private final HazardousSites sites;
    private final ResultRows rows;
    private final List<Geometry> areas = new ArrayList<>();
    private final List<Integer> levels = new ArrayList<>();
    private final List<RiskResult.NamedGrid> grids = new ArrayList<>();

    public SiteConsequences(Inputs inputs, ParameterValues values, HazardousSites sites) {
        this.inputs = inputs;
        this.values = values;
        this.sites = sites;
        this.rows = new ResultRows("consequence_zone", sites.crs());
    }

    /** The ground each accident reaches, from the widest to the nearest limit. */
    public void zones(Progress progress) {
        double from = values.text("wind-direction").equals("any") ? Double.NaN : values.number("wind-from");
        for (HazardousSites.Site site : sites.sites()) {
            progress.check();
            for (Scenario scenario : site.scenarios()) {
                for (int level = 1; level <= RiskLevel.COUNT; level++) {
                    double limit = scenario.limits().get(level - 1);
                    Polygon area = FootprintShape.of(
                            scenario.footprint(),
                            limit,
                            site.x(),
                            site.y(),
                            from,
                            scenario.kind().drifts());
                    if (area != null) {
                        zone(area, level, site.name(), scenario, limit);
                        areas.add(area);
                        levels.add(level);
                    }
                }
            }
        }
    }

    private void zone(Polygon area, int level, String site, Scenario scenario, double limit) {
        SimpleFeature row = row(area, level);
        row.setAttribute("site", site);
        row.setAttribute("scenario", scenario.kind().title().text(Language.CHINESE));
        row.setAttribute("limit_value", limit);
        row.setAttribute("limit_unit", scenario.kind().unit());
        row.setAttribute("distance_m", scenario.reach(level));
    }

    private SimpleFeature row(Polygon area, int level) {
        SimpleFeature row = rows.add(area);
        row.setAttribute("level", (long) level);
        row.setAttribute("level_name", RiskLevel.title(level).text(Language.CHINESE));
        row.setAttribute("area_m2", area.getArea());
        return row;
    }

    /** Contours of the individual risk at the four breaks. */
    public void individualRisk(Progress progress) {
        Grid risk = new IndividualRisk(sites, towns(progress), values).grid(progress.part(0, 0.8));
        if (risk == null) {
            return;
        }
        grids.add(new RiskResult.NamedGrid("individual_risk", risk));
        double[] breaks = values.numbers("risk-breaks");
        Grid classes = Reclassification.counting(breaks).of(risk, progress.part(0.8, 0.9));
        for (Polygonizer.Zone zone : Polygonizer.polygonize(classes, progress.part(0.9, 1))) {
            if (zone.value() >= 1) {
                int level = (int) zone.value();
                SimpleFeature row = row(zone.polygon(), level);
                row.setAttribute(
                        "scenario", Message.of("risk.scenario-individual-risk").text(Language.CHINESE));
                row.setAttribute("limit_value", breaks[level - 1]);
                row.setAttribute("limit_unit", "1/a");
            }
        }
    }

    private Envelope towns(Progress progress) {
        Envelope extent = new Envelope();
        if (inputs.has("town")) {
            for (Geometry town :
                    inputs.rows("town", progress).in(sites.crs(), progress).geometries()) {
                if (town != null) {
                    extent.expandToInclude(town.getEnvelopeInternal());
                }
            }
        }
        return extent;
    }

    /** Counts what lies in the zones and puts everything together. */
    public RiskResult finish(Progress progress) {
        ZoneExposure exposure = new ZoneExposure(inputs, sites.crs(), areas, levels, progress);
        SiteTables tables = new SiteTables(sites, values, exposure);
        List<Table> all = new ArrayList<>();
        List<Message> notes = new ArrayList<>(sites.notes());
        if (!sites.sites().isEmpty()) {
            all.add(tables.majorHazards());
            all.add(tables.consequences());
            all.add(tables.domino());
            all.add(tables.sensitiveTargets());
            all.addAll(exposure.tables());
            notes.addAll(ofTheFormulas());
            notes.addAll(exposure.notes());
        }
        return result(all, exposure, tables, notes, List.of());
    }

    /** The same of a single accident: with tables of its own, without what needs several sites. */
    public RiskResult finishOne(List<Table> more, List<Chart> charts, Progress progress) {
        ZoneExposure exposure = new ZoneExposure(inputs, sites.crs(), areas, levels, progress);
        SiteTables tables = new SiteTables(sites, values, exposure);
        List<Table> all = new ArrayList<>();
        all.add(tables.consequences());
        all.addAll(more);
        all.addAll(exposure.tables());
        List<Message> notes = new ArrayList<>();
        notes.addAll(ofTheFormulas());
        notes.addAll(exposure.notes());
        List<Chart> drawn = charts.stream()
                .filter(chart -> all.stream().anyMatch(table -> table.id().equals(chart.table())))
                .toList();
        return result(all, exposure, tables, notes, drawn);
    }

    /** What the formulas leave out, and where they are used beyond what was measured. */
    private List<Message> ofTheFormulas() {
        List<Message> notes = new ArrayList<>(List.of(Message.of("risk.note-accidents")));
        long far = sites.sites().stream()
                .flatMap(site -> site.scenarios().stream())
                .filter(scenario -> scenario.kind() == Scenario.Kind.TOXIC_CLOUD)
                .filter(scenario -> scenario.reach(1) >= Scenario.FARTHEST_METRES)
                .count();
        if (far > 0) {
            notes.add(Message.of("risk.note-beyond", far, Workings.shown(Scenario.FARTHEST_METRES / 1000)));
        }
        if (sites.sites().stream().flatMap(site -> site.scenarios().stream()).anyMatch(scenario -> scenario.footprint()
                .isDense())) {
            notes.add(Message.of("risk.note-dense-gas"));
        }
        if (sites.sites().stream().flatMap(site -> site.scenarios().stream()).anyMatch(scenario -> scenario.footprint()
                .isBeyondCurves())) {
            notes.add(Message.of("risk.note-beyond-curves"));
        }
        return notes;
    }

    private RiskResult result(
            List<Table> all, ZoneExposure exposure, SiteTables tables, List<Message> notes, List<Chart> more) {
        Workings workings = new Workings();
        sites.sites().stream().limit(SHOWN).forEach(site -> tables.workings(site, workings));
        SubstanceTable substances = new SubstanceTable(sites);
        if (!substances.isEmpty()) {
            all.add(substances.table());
            notes.add(substances.note());
        }
        List<Chart> charts = new ArrayList<>();
        if (!all.isEmpty()) {
            String across = sites.sites().size() == 1 ? "scenario" : "site";
            charts.add(new Chart(
                    "consequences", Chart.Kind.BAR, across, List.of("level_4", "level_3", "level_2", "level_1")));
        }
        charts.addAll(more);
        return new RiskResult(
                List.of(rows.features()), grids, all, exposure.conservation(), notes, workings.lines(), charts);
    }
}
