package riskmap.risk.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import riskmap.analysis.CountingRule;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.risk.Coefficient;
import riskmap.risk.Evidence;
import riskmap.risk.Formula;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.model.count.Tally;
import riskmap.risk.model.impact.ImpactDisplaced;
import riskmap.risk.model.impact.ImpactOfCells;
import riskmap.risk.model.impact.ImpactRaster;
import riskmap.risk.model.impact.ImpactTables;
import riskmap.risk.model.impact.ImpactTowns;
import riskmap.risk.model.impact.ImpactZones;
import riskmap.risk.model.zone.ZoneClasses;
import riskmap.risk.model.zone.ZoneParts;

/**
 * Who and what of any layer lies in which zone of which town: features counted, fields added up, areas or lengths measured
 * under one named rule ({@link ZoneParts}), by the classes of any layer of zones or of a raster, with the proof that nothing
 * was lost ({@link Tally}). What is counted may also be a raster of amounts ({@link ImpactOfCells}).
 *
 * <p><b>Source:</b> counting rules after InaSAFE (Australian Government and BNPB), whose published answers they reproduce.
 */
public final class ImpactModel implements RiskModel {
    private static final String ITB = "ITB (2012), as in InaSAFE 4";
    private static final String PAGER = "Jaiswal et al., USGS OFR 2009-1136, as in InaSAFE 4";

    @Override
    public String id() {
        return "impact";
    }

    @Override
    public String version() {
        return "5";
    }

    @Override
    public List<String> sources() {
        return List.of("InaSAFE 3.5 and 4.4 (counting rules and their published answers)");
    }

    @Override
    public Optional<String> mainLayer() {
        return Optional.empty();
    }

    @Override
    public List<LayerNeed> needs() {
        return needs(ParameterValues.of(parameters(), java.util.Map.of()));
    }

    @Override
    public List<LayerNeed> needs(ParameterValues values) {
        List<LayerNeed> needs = new ArrayList<>();
        needs.add(new LayerNeed(values.text("exposure"), true));
        needs.add(new LayerNeed(values.text("zones"), true));
        if (values.has("towns")) {
            needs.add(new LayerNeed(values.text("towns"), false));
        }
        return needs.stream().distinct().toList();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(ImpactZones.OWNER, "exposure", Parameter.Type.LAYER, "building"),
                Parameter.of(ImpactZones.OWNER, "fields", Parameter.Type.FIELDS, "people")
                        .asOptional(),
                Parameter.of(ImpactZones.OWNER, "per-hectare", Parameter.Type.FIELDS, null)
                        .asOptional(),
                Parameter.of(ImpactZones.OWNER, "zones", Parameter.Type.LAYER, "risk_zone"),
                Parameter.of(ImpactZones.OWNER, "zone-field", Parameter.Type.FIELD, "level"),
                Parameter.of(ImpactZones.OWNER, "zone-order", Parameter.Type.TEXT, null)
                        .asOptional(),
                Parameter.choice(
                        ImpactZones.OWNER,
                        "rule",
                        CountingRule.CENTROID_WITHIN.key(),
                        CountingRule.CENTROID_WITHIN.key(),
                        CountingRule.INTERSECTS.key(),
                        ImpactZones.HIGHEST,
                        CountingRule.AREA_SHARE.key(),
                        CountingRule.LENGTH_SHARE.key(),
                        ImpactZones.BILINEAR,
                        ImpactZones.NEAREST,
                        ImpactZones.NEAREST_WITHIN),
                Parameter.bounded(ImpactZones.OWNER, "breaks", Parameter.Type.NUMBERS, "", "0.5,1,2,3", null, null),
                Parameter.choice(
                        ImpactZones.OWNER,
                        "bounds",
                        ImpactZones.LOWER_INCLUDED,
                        ImpactZones.LOWER_INCLUDED,
                        ImpactZones.UPPER_INCLUDED),
                Parameter.of(ImpactZones.OWNER, "unaffected", Parameter.Type.TEXT, null)
                        .asOptional(),
                Parameter.of(ImpactZones.OWNER, "towns", Parameter.Type.LAYER, "town")
                        .asOptional(),
                Parameter.of(ImpactZones.OWNER, "town-field", Parameter.Type.FIELD, "name")
                        .asOptional(),
                Parameter.of(ImpactZones.OWNER, "population-field", Parameter.Type.FIELD, "population")
                        .asOptional(),
                Parameter.of(ImpactZones.OWNER, "fatalities", Parameter.Type.TEXT, null)
                        .asOptional(),
                Parameter.of(ImpactZones.OWNER, "displaced", Parameter.Type.TEXT, null)
                        .asOptional(),
                Parameter.of(ImpactZones.OWNER, "groups", Parameter.Type.TEXT, null)
                        .asOptional(),
                Parameter.of(ImpactZones.OWNER, "weekly-needs", Parameter.Type.TEXT, null)
                        .asOptional());
    }

    @Override
    public List<Formula> formulas() {
        return List.of(
                new Formula("conservation", "Σ in + Σ out + Σ ∅ = Σ", "InaSAFE 3.5; own proof", Evidence.PUBLISHED),
                new Formula("area-share", "n = N·A(f ∩ z)/A(f)", "InaSAFE 3.5", Evidence.PUBLISHED),
                new Formula("per-hectare", "P = p·A/10⁴", "InaSAFE 4", Evidence.PUBLISHED),
                new Formula("fatalities", "F = Σ f(z)·N(z)", "InaSAFE 4", Evidence.PUBLISHED),
                new Formula("fatalities-itb", "f = 10^(0.62275231·I − 8.03314466), I ≥ 4", ITB, Evidence.PUBLISHED),
                new Formula("fatalities-pager", "f = Φ(ln(I/13.249)/0.151), I ≥ 4", PAGER, Evidence.PUBLISHED),
                new Formula("displaced", "D = Σ r(z)·(N(z) − F(z))", "InaSAFE 4", Evidence.PUBLISHED),
                new Formula("group", "G = Σ s(t)·D(t)", "InaSAFE 4", Evidence.PUBLISHED));
    }

    @Override
    public List<Coefficient> coefficients() {
        return List.of(new Coefficient(
                "fatalities-itb-bayesian",
                "VI 0.0000341733, VII 0.000387804, VIII 0.00185145, IX 0.00787294, X 0.0314512",
                "",
                "Sengara et al. (ITB), as in InaSAFE 4",
                Evidence.PUBLISHED));
    }

    @Override
    public void check(InputChecks checks) {
        ParameterValues values = checks.values();
        Inputs inputs = checks.inputs();
        String exposure = values.text("exposure");
        String zones = values.text("zones");
        if (!inputs.has(exposure) || !inputs.has(zones)) {
            return;
        }
        boolean ofRaster = inputs.isGrid(zones);
        if (ImpactZones.isSampled(values) && !ofRaster) {
            checks.problem(
                    zones,
                    Message.of(
                            "risk.check-rule-raster",
                            zones,
                            Message.of(ImpactZones.OWNER + ".rule." + values.text("rule"))));
            return;
        }
        checks.notEmpty(exposure).overlap(exposure, zones).ascendingNumbers("breaks");
        if (inputs.isGrid(exposure)) {
            if (values.has("per-hectare")) {
                checks.problem(
                        "per-hectare", Message.of("risk.check-hectares-cells", values.called("per-hectare"), exposure));
            }
            ImpactOfCells.check(checks, exposure, values.text("rule"));
        } else {
            rows(checks, exposure);
        }
        if (!ofRaster) {
            checks.notEmpty(zones).hasField(zones, values.text("zone-field")).dimension(zones, 2);
        }
        if (values.has("towns")) {
            checks.towns(
                    values.text("towns"),
                    values.has("town-field") ? values.text("town-field") : "name",
                    values.has("population-field") ? values.text("population-field") : "");
        }
        List<String> classes = ofRaster ? numbers(values) : written(checks, zones);
        if (!ofRaster && checks.inputs().rows(zones, Progress.silent()).hasAttribute(values.text("zone-field"))) {
            ZoneClasses.known(checks, "zone-order", values.names("zone-order"), classes);
            ImpactZones.checkClasses(checks, inputs.rows(zones, Progress.silent()));
        }
        ImpactDisplaced.check(checks, classes, ofRaster);
    }

    /** The classes of a raster of zones as a user writes them: by their number from the lowest. */
    private static List<String> numbers(ParameterValues values) {
        return IntStream.rangeClosed(1, values.numbers("breaks").length)
                .mapToObj(Integer::toString)
                .toList();
    }

    private static List<String> written(InputChecks checks, String zones) {
        LayerRows rows = checks.inputs().rows(zones, Progress.silent());
        String field = checks.values().text("zone-field");
        return rows.hasAttribute(field) ? ZoneClasses.texts(rows, field) : List.of();
    }

    private static void rows(InputChecks checks, String exposure) {
        ParameterValues values = checks.values();
        values.names("fields").forEach(field -> checks.hasField(exposure, field).hasNumbers(exposure, field));
        checks.notNegative(exposure, values.names("fields").toArray(String[]::new));
        values.names("per-hectare").forEach(field -> checks.hasField(exposure, field)
                .hasNumbers(exposure, field)
                .notNegative(exposure, field)
                .dimension(exposure, 2));
        int dimension = values.text("rule").equals(CountingRule.AREA_SHARE.key())
                ? 2
                : values.text("rule").equals(CountingRule.LENGTH_SHARE.key()) ? 1 : -1;
        checks.dimension(exposure, dimension);
    }

    /** The rows; where shares of their areas count, with areas that have some. */
    private static LayerRows whole(LayerRows rows, ParameterValues values, Progress progress) {
        return values.text("rule").equals(CountingRule.AREA_SHARE.key())
                ? rows.validAreas(progress.part(0.2, 0.2))
                : rows;
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        String exposure = values.text("exposure");
        String zones = values.text("zones");
        if (!inputs.has(exposure) || !inputs.has(zones)) {
            return RiskResult.of(List.of(), List.of(Message.of("risk.note-no-impact")), List.of(), List.of());
        }
        progress.report(0, Message.of("risk.step-reading"));
        List<Message> ofCells = new ArrayList<>();
        LayerRows rows = inputs.isGrid(exposure)
                ? ImpactOfCells.rows(inputs.grid(exposure), values, ofCells, progress.part(0, 0.2))
                : whole(inputs.rows(exposure, progress.part(0, 0.2)), values, progress);
        ImpactTowns towns = ImpactTowns.of(
                inputs,
                values,
                values.has("town-field") ? values.text("town-field") : "name",
                rows.crs(),
                progress.part(0.2, 0.3));
        progress.report(0.3, Message.of("risk.step-counting"));
        ImpactZones where = inputs.isGrid(zones)
                ? new ImpactRaster(inputs.grid(zones), values).zones(rows, towns, progress.part(0.3, 0.8))
                : ImpactZones.ofAreas(inputs, rows, towns, values, progress.part(0.3, 0.8));
        progress.report(0.8, Message.of("risk.step-tables"));
        return new ImpactTables(rows, towns, where, values, ofCells).result();
    }
}
