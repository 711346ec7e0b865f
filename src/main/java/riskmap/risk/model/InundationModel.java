package riskmap.risk.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import riskmap.analysis.Inputs;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.data.Table;
import riskmap.geo.raster.Grid;
import riskmap.risk.Chart;
import riskmap.risk.Evidence;
import riskmap.risk.Formula;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.Workings;
import riskmap.risk.model.count.ZoneExposure;
import riskmap.risk.model.flood.DepthZones;
import riskmap.risk.model.flood.FloodDamage;
import riskmap.risk.model.flood.ReservoirData;
import riskmap.risk.model.flood.WaterSources;
import riskmap.risk.model.zone.CellSpread;

/**
 * What a river stage, a reservoir level or a sea level puts under water: depth per cell of the elevation, zones of depth,
 * who and what lies in them by town, damage to buildings.
 *
 * <p>A river rises by a stage above its bed everywhere: depth = stage − HAND (height above the nearest drainage). A
 * reservoir or the sea stands at a level: connected ground below it is covered ({@link riskmap.geo.terrain.Inundation}).
 */
public final class InundationModel implements RiskModel {
    private static final String OWNER = "risk.inundation";
    private static final String HAND = "Nobre et al., J. Hydrology 404 (2011) 13–29; NOAA-OWP inundation mapping";
    static final List<String> EXPOSED =
            List.of("building", "village", "school", "hospital", "shelter", "crowded_place", "hazardous_site");

    @Override
    public String id() {
        return "inundation";
    }

    @Override
    public String version() {
        return "6";
    }

    @Override
    public List<String> sources() {
        return List.of(
                HAND,
                "Barnes, Lehman, Mulla, Computers & Geosciences 62 (2014) (depressions, flats)",
                "SL 483, 洪水风险图编制导则 (depth classes; to be checked against the printed standard)",
                FloodDamage.FAST);
    }

    @Override
    public List<LayerNeed> needs() {
        List<LayerNeed> needs = new ArrayList<>();
        needs.add(new LayerNeed("dem", true));
        for (String kind : List.of("town", "river", "reservoir", "sea")) {
            needs.add(new LayerNeed(kind, false));
        }
        EXPOSED.forEach(kind -> needs.add(new LayerNeed(kind, false)));
        return needs;
    }

    @Override
    public Optional<String> mainLayer() {
        return Optional.of("flood_depth");
    }

    @Override
    public Optional<String> intensity() {
        return Optional.of("stage");
    }

    @Override
    public Map<String, Named> named() {
        return Map.of("reservoir", new Named("reservoir", "name"));
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(List.of(
                Parameter.choice(OWNER, "water", "river", "river", "reservoir", "sea"),
                Parameter.number(OWNER, "stage", "m", 3, 0, 100).onlyFor("water", "river"),
                Parameter.choice(OWNER, "streams", "layer", "layer", "terrain").onlyFor("water", "river"),
                Parameter.number(OWNER, "stream-area", "km²", 0.5, 0.001, 10_000)
                        .onlyFor("streams", "terrain"),
                Parameter.number(OWNER, "sea-level", "m", 2.5, -10, 50).onlyFor("water", "sea"),
                Parameter.of(OWNER, "reservoir", Parameter.Type.TEXT, null)
                        .asOptional()
                        .onlyFor("water", "reservoir"),
                Parameter.choice(OWNER, "reservoir-level", "check", "limit", "design", "check", "crest")
                        .onlyFor("water", "reservoir"),
                breaks(OWNER, "0.5,1,2,3"),
                Parameter.number(OWNER, "minimum-zone-area", "m²", 2000, 0, 1e8)));
        all.addAll(FloodDamage.parameters(OWNER));
        return all;
    }

    /** Depths between the classes. */
    static Parameter breaks(String owner, String value) {
        return Parameter.bounded(owner, "depth-breaks", Parameter.Type.NUMBERS, "m", value, 0.001, 100.0)
                .asUnverified();
    }

    @Override
    public List<Formula> formulas() {
        return List.of(
                new Formula("hand", "HAND = z − z(D8 → drainage)", HAND, Evidence.PUBLISHED),
                new Formula("stage-depth", "h = s − HAND, h > 0", HAND, Evidence.PUBLISHED),
                new Formula("level-depth", "h = z_w − z, z < z_w", HAND, Evidence.PUBLISHED),
                FloodDamage.formula());
    }

    @Override
    public void check(InputChecks checks) {
        checks.elevation().ascendingNumbers("depth-breaks").notEmpty("town").overlap("dem", "town");
        String water = checks.values().text("water");
        if (!checks.inputs().has(water) && water.equals("reservoir")) {
            checks.problem(water, Message.of("risk.check-no-water", Catalogue.called(water)));
        }
        if (!water.equals("river")) {
            checks.notEmpty(water);
        } else if (checks.values().text("streams").equals("layer")) {
            river(checks);
        }
        if (water.equals("reservoir")) {
            ReservoirData.checkName(checks);
        }
        checks.overlap("dem", water.equals("river") ? "building" : water);
        checks.ascending("reservoir", "flood_limit_level_m", "design_level_m", "check_level_m", "crest_level_m");
        FloodDamage.check(checks);
    }

    /** Rivers of the survey are the water of a stage: without any, nothing would be flooded. */
    private static void river(InputChecks checks) {
        if (checks.inputs().has("river")) {
            checks.notEmpty("river").overlap("dem", "river");
        } else {
            checks.warning(
                    "streams",
                    Message.of(
                            "risk.check-no-river",
                            Workings.shown(checks.values().number("stream-area"))));
        }
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        if (!inputs.has("dem")) {
            return nothing();
        }
        progress.report(0, Message.of("risk.step-water"));
        List<Message> notes = new ArrayList<>();
        WaterSources sources = new WaterSources(inputs, values, notes);
        Grid depths = sources.depths(progress.part(0, 0.5));
        progress.report(0.5, Message.of("risk.step-zones"));
        DepthZones zones = new DepthZones(
                inputs,
                depths,
                values.numbers("depth-breaks"),
                values.number("minimum-zone-area"),
                progress.part(0.5, 0.8));
        progress.report(0.8, Message.of("risk.step-impact"));
        ZoneExposure exposure = zones.exposure(inputs, progress.part(0.8, 0.95));
        List<Table> tables = new ArrayList<>(List.of(zones.areas()));
        tables.addAll(exposure.tables());
        FloodDamage damage = FloodDamage.of(inputs, values, depths, zones, progress.part(0.95, 1));
        tables.addAll(damage.tables());
        List<Chart> charts =
                new ArrayList<>(List.of(new Chart("flood-areas", Chart.Kind.BAR, "town", List.of("area_km2"))));
        CellSpread.ofDepths(zones.inside(), values.numbers("depth-breaks"), zones::title)
                .ifPresent(spread -> spread.addTo(tables, charts));
        if (!values.text("water").equals("reservoir") && !inputs.has("sea")) {
            sources.seaIn(zones.inside()).ifPresent(notes::add);
        }
        notes.add(Message.of("risk.note-still-water"));
        notes.addAll(zones.notes());
        notes.addAll(damage.notes());
        notes.addAll(exposure.notes());
        return new RiskResult(
                List.of(zones.layer(Message.of("risk.inundation.water." + values.text("water")))
                        .features()),
                List.of(new RiskResult.NamedGrid("flood_depth", zones.inside())),
                tables,
                exposure.conservation(),
                notes,
                workings(zones.inside(), values).lines(),
                charts);
    }

    /** What comes out without an elevation. */
    static RiskResult nothing() {
        return RiskResult.nothing("risk.note-no-elevation");
    }

    /** The deepest cell as an example, and the sums. */
    private static Workings workings(Grid depths, ParameterValues values) {
        Workings workings = new Workings();
        boolean river = values.text("water").equals("river");
        long wet = 0;
        double volume = 0;
        double deepest = 0;
        for (float depth : depths.cells()) {
            if (depth > 0) {
                wet++;
                volume += depth;
                deepest = Math.max(deepest, depth);
            }
        }
        double cell = depths.geometry().cellArea();
        workings.add(
                river ? "stage-depth" : "level-depth",
                river ? "max h = max(s − HAND)" : "max h = max(z_w − z)",
                deepest,
                "m",
                "");
        workings.add("wet-area", "A = n·a", wet * cell / 1e6, "km²", "%s × %s/10⁶", wet, cell);
        workings.add("water-volume", "W = Σ h·a", volume * cell / 1e4, "万m³", "%s × %s/10⁴", volume, cell);
        return workings;
    }
}
