package riskmap.risk.model;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.geo.raster.Grid;
import riskmap.geo.terrain.Sinks;
import riskmap.geo.terrain.WaterFlow;
import riskmap.risk.Chart;
import riskmap.risk.Evidence;
import riskmap.risk.Formula;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.Workings;
import riskmap.risk.flood.CurveNumber;
import riskmap.risk.model.count.ZoneExposure;
import riskmap.risk.model.flood.DepthZones;
import riskmap.risk.model.flood.FloodDamage;
import riskmap.risk.model.flood.LowPlaceWater;
import riskmap.risk.model.flood.RunoffSteps;
import riskmap.risk.model.zone.CellSpread;

/**
 * Urban waterlogging: low places near buildings that water cannot run out of, filled by the runoff of the ground that
 * drains into each, less what drains take away, up to the brim. Each place by itself: what runs over its brim is lost, not
 * passed on.
 */
public final class WaterloggingModel implements RiskModel {
    private static final String OWNER = "risk.waterlogging";
    private static final List<String> EXPOSED = List.of("building", "village", "school", "hospital", "crowded_place");
    private static final int WRITTEN = 3;

    @Override
    public String id() {
        return "waterlogging";
    }

    @Override
    public String version() {
        return "6";
    }

    @Override
    public List<String> sources() {
        return List.of(
                RunoffModel.SCS,
                "Barnes, Lehman, Mulla, Computers & Geosciences 62 (2014) (low places)",
                "GB 50014, 室外排水设计标准 (depth classes; to be checked against the printed standard)",
                FloodDamage.FAST);
    }

    @Override
    public List<LayerNeed> needs() {
        List<LayerNeed> needs = new ArrayList<>();
        needs.add(new LayerNeed("dem", true));
        needs.add(new LayerNeed("town", false));
        needs.add(new LayerNeed("waterlogging_point", false));
        EXPOSED.forEach(kind -> needs.add(new LayerNeed(kind, false)));
        return needs;
    }

    @Override
    public Optional<String> mainLayer() {
        return Optional.of("flood_depth");
    }

    @Override
    public Optional<String> intensity() {
        return Optional.of("rain");
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(List.of(
                Parameter.number(OWNER, "rain", "mm", 100, 0, 3000),
                Parameter.number(OWNER, "hours", "h", 3, 0.1, 72),
                RunoffModel.curveNumber(OWNER, 92),
                RunoffModel.ratio(OWNER),
                Parameter.number(OWNER, "drainage", "mm/h", 15, 0, 200).asUnverified(),
                Parameter.number(OWNER, "least-depth", "m", 0.3, 0.01, 100),
                Parameter.number(OWNER, "least-area", "m²", 2000, 0, 1e8),
                Parameter.number(OWNER, "near-buildings", "m", 100, 0, 10_000),
                InundationModel.breaks(OWNER, "0.15,0.3,0.5,1")));
        all.addAll(FloodDamage.parameters(OWNER));
        return all;
    }

    @Override
    public List<Formula> formulas() {
        List<Formula> all = new ArrayList<>(RunoffModel.curveNumberFormulas());
        all.add(new Formula(
                "sink-water",
                "W = min(V, max(0, Q − q·T)·A/1000)",
                "own balance of each low place",
                Evidence.RECOMPUTED));
        all.add(new Formula(
                "sink-level", "z: Σ max(0, z − zᵢ)·a = W", "own balance of each low place", Evidence.RECOMPUTED));
        all.add(FloodDamage.formula());
        return all;
    }

    @Override
    public void check(InputChecks checks) {
        checks.elevation().ascendingNumbers("depth-breaks").notEmpty("town").overlap("dem", "town");
        checks.overlap("dem", "building").overlap("dem", "waterlogging_point");
        FloodDamage.check(checks);
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        if (!inputs.has("dem")) {
            return InundationModel.nothing();
        }
        Grid ground = inputs.grid("dem");
        progress.report(0, Message.of("risk.step-water"));
        WaterFlow flow = WaterFlow.of(ground, progress.part(0, 0.4));
        Sinks sinks = Sinks.of(
                ground,
                flow.surface(),
                flow.directions(),
                values.number("least-depth"),
                flow.cells(values.number("least-area")),
                progress.part(0.4, 0.5));
        CurveNumber curve = new CurveNumber(values.number("curve-number"), values.number("abstraction-ratio"));
        List<LowPlaceWater.Filled> filled =
                LowPlaceWater.fill(inputs, values, flow, sinks, curve, progress.part(0.5, 0.6));
        Grid depths = LowPlaceWater.depths(ground, filled);
        progress.report(0.6, Message.of("risk.step-zones"));
        DepthZones zones = new DepthZones(inputs, depths, values.numbers("depth-breaks"), 0, progress.part(0.6, 0.85));
        ZoneExposure exposure = zones.exposure(inputs, progress.part(0.85, 0.95));
        List<LowPlaceWater.Filled> here = reaching(zones.inside(), filled);
        List<Table> tables = new ArrayList<>(List.of(places(ground, flow, here), zones.areas()));
        tables.addAll(exposure.tables());
        FloodDamage damage = FloodDamage.of(inputs, values, depths, zones, progress.part(0.95, 1));
        tables.addAll(damage.tables());
        List<Chart> charts =
                new ArrayList<>(List.of(new Chart("low-places", Chart.Kind.BAR, "place", List.of("depth"))));
        CellSpread.ofDepths(zones.inside(), values.numbers("depth-breaks"), zones::title)
                .ifPresent(spread -> spread.addTo(tables, charts));
        List<Message> notes = new ArrayList<>();
        notes.add(Message.of("risk.note-waterlogging", here.size(), values.number("rain"), values.number("hours")));
        known(inputs, sinks, filled, ground, progress).ifPresent(notes::add);
        notes.addAll(zones.notes());
        notes.addAll(damage.notes());
        notes.addAll(exposure.notes());
        return new RiskResult(
                List.of(zones.layer(Message.of("risk.family-waterlogging")).features()),
                List.of(new RiskResult.NamedGrid("flood_depth", zones.inside())),
                tables,
                exposure.conservation(),
                notes,
                workings(values, flow, here, curve).lines(),
                charts);
    }

    /** The low places that hold water within the towns. */
    private static List<LowPlaceWater.Filled> reaching(Grid inside, List<LowPlaceWater.Filled> filled) {
        return filled.stream()
                .filter(each -> Arrays.stream(each.sink().cells()).anyMatch(cell -> inside.cells()[cell] > 0))
                .toList();
    }

    private static Table places(Grid ground, WaterFlow flow, List<LowPlaceWater.Filled> filled) {
        List<List<Object>> rows = new ArrayList<>();
        for (LowPlaceWater.Filled each : filled) {
            int cell = each.sink().lowest();
            rows.add(List.of(
                    (long) rows.size() + 1,
                    ground.geometry().x(cell % ground.width()),
                    ground.geometry().y(cell / ground.width()),
                    each.level() - ground.cells()[cell],
                    each.sink().depth(ground),
                    each.sink().catchment() * flow.cellArea() / 1e6,
                    each.water() * flow.cellArea(),
                    each.sink().volume() * flow.cellArea()));
        }
        return new Table(
                "low-places",
                Message.of("risk.table-low-places"),
                List.of(
                        column("place", "", 0),
                        column("x", "m", 0),
                        column("y", "m", 0),
                        column("depth", "m", 2),
                        column("depth-full", "m", 2),
                        column("catchment", "km²", 3),
                        column("water-m3", "m³", 0),
                        column("volume-m3", "m³", 0)),
                rows);
    }

    /** How many of the places known to be waterlogged lie in or beside a filled low place. */
    private static Optional<Message> known(
            Inputs inputs, Sinks sinks, List<LowPlaceWater.Filled> filled, Grid ground, Progress progress) {
        if (!inputs.has("waterlogging_point")) {
            return Optional.empty();
        }
        boolean[] wet = new boolean[sinks.all().size()];
        filled.forEach(each -> wet[each.sink().number()] = true);
        LayerRows rows =
                inputs.rows("waterlogging_point", progress).in(ground.geometry().crs(), progress);
        int found = 0;
        for (Geometry shape : rows.geometries()) {
            if (shape != null) {
                Point centre = shape.getCentroid();
                int column = ground.geometry().column(centre.getX());
                int row = ground.geometry().row(centre.getY());
                boolean hit = false;
                for (int r = row - 1; r <= row + 1; r++) {
                    for (int c = column - 1; c <= column + 1; c++) {
                        int sink = ground.geometry().contains(c, r) ? sinks.at(r * ground.width() + c) : -1;
                        hit |= sink >= 0 && wet[sink];
                    }
                }
                found += hit ? 1 : 0;
            }
        }
        return Optional.of(Message.of("risk.note-known-places", found, rows.size()));
    }

    private static Workings workings(
            ParameterValues values, WaterFlow flow, List<LowPlaceWater.Filled> filled, CurveNumber curve) {
        Workings workings = new Workings();
        double runoff = RunoffSteps.written(workings, curve, values.number("rain"));
        for (LowPlaceWater.Filled each : filled.subList(0, Math.min(WRITTEN, filled.size()))) {
            double catchment = each.sink().catchment() * flow.cellArea();
            workings.of("#" + (filled.indexOf(each) + 1));
            workings.add(
                    "sink-water",
                    "W = min(V, max(0, Q − q·T)·A/1000)",
                    each.water() * flow.cellArea(),
                    "m³",
                    "min(%s, (%s − %s × %s) × %s/1000)",
                    each.sink().volume() * flow.cellArea(),
                    runoff,
                    values.number("drainage"),
                    values.number("hours"),
                    catchment);
            workings.add("sink-level", "z: Σ max(0, z − zᵢ)·a = W", each.level(), "m", "");
        }
        return workings;
    }
}
