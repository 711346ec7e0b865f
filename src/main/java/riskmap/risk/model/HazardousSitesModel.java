package riskmap.risk.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import riskmap.analysis.Inputs;
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
import riskmap.risk.chemical.Scenario;
import riskmap.risk.model.site.AccidentParameters;
import riskmap.risk.model.site.HazardousSites;
import riskmap.risk.model.site.SiteConsequences;

/**
 * Accidents at hazardous sites: level of the major hazard, how far explosion, fireball, fire and toxic cloud reach at four
 * limits, who and what is within, which sites can set off another, and the individual risk of all scenarios together.
 *
 * <p>Scenarios by class of substance: {@link riskmap.risk.chemical.SiteScenarios}. Distances are straight, over open
 * ground. The individual risk of a place is the sum over all scenarios of frequency × share of people killed there,
 * drifting clouds averaged over sixteen wind directions; per year, for a person who is there all the time, outdoors.
 */
public final class HazardousSitesModel implements RiskModel {
    static final String OWNER = "risk.hazardous-sites";
    private static final String PROBITS = "Eisenberg (1975), as in HyRAM+ (Sandia) and in NeqSim (Equinor)";
    private static final String BLAST_SOURCE = "GB/T 37243; GB 6722";
    private static final String CCPS = "CCPS, Guidelines for Consequence Analysis of Chemical Releases (1999)";
    private static final List<String> EXPOSED =
            List.of("town", "building", "village", "school", "hospital", "crowded_place", "shelter");

    @Override
    public String id() {
        return "hazardous-sites";
    }

    @Override
    public String version() {
        return "3";
    }

    @Override
    public Optional<String> mainLayer() {
        return Optional.of("consequence_zone");
    }

    @Override
    public List<String> sources() {
        return List.of(
                "SAWS, interim provisions on major hazard installations, annex 1",
                "GB 18218 (critical amounts; to be checked against the printed standard)",
                BLAST_SOURCE + " (overpressure; to be checked against the printed standard)",
                CCPS,
                "Briggs (1973); Britter and McQuaid (1988), EPA TSCREEN",
                "SAWS notice 13/2014; GB 36894 (acceptable individual risk)");
    }

    @Override
    public List<LayerNeed> needs() {
        List<LayerNeed> needs = new ArrayList<>();
        needs.add(new LayerNeed("hazardous_site", true));
        EXPOSED.forEach(kind -> needs.add(new LayerNeed(kind, false)));
        return needs;
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(AccidentParameters.of(OWNER));
        parameters.addAll(List.of(
                Parameter.number(OWNER, "domino-overpressure", "kPa", 22, 1, 1000)
                        .asUnverified(),
                Parameter.number(OWNER, "domino-heat", "kW/m²", 37.5, 1, 1000).asUnverified(),
                Parameter.bounded(
                                OWNER,
                                "frequencies",
                                Parameter.Type.WEIGHTS,
                                "1/a",
                                "explosion=1e-6,vapour-cloud=1e-6,fireball=1e-6,pool-fire=1e-5,toxic-cloud=1e-5",
                                0.0,
                                1.0)
                        .asUnverified(),
                Parameter.bounded(
                        OWNER, "risk-breaks", Parameter.Type.NUMBERS, "1/a", "3e-7,3e-6,1e-5,3e-5", 1e-12, 1.0),
                Parameter.number(OWNER, "cell-size", "m", 25, 5, 500),
                Parameter.number(OWNER, "sensitive-distance", "m", 1000, 0, 10_000)));
        return parameters;
    }

    @Override
    public List<Formula> formulas() {
        return List.of(
                new Formula("major-hazard", "R = α Σ βᵢ qᵢ/Qᵢ", "SAWS, annex 1; GB 18218-2018", Evidence.PUBLISHED),
                new Formula(
                        "overpressure",
                        "Δp = 14/Z³ + 4.3/Z² + 1.1/Z (10⁵ Pa), Z = R/W^⅓",
                        BLAST_SOURCE,
                        Evidence.UNVERIFIED),
                new Formula("tnt", "W = a·M·H_c/H_TNT", CCPS, Evidence.UNVERIFIED),
                new Formula(
                        "fireball",
                        "D = 5.8 M^⅓, q = 350·X(D/2)²/(X² + (D/2)²)^1.5 (kW/m²)",
                        "CCPS, BLEVE guidelines",
                        Evidence.PUBLISHED),
                new Formula("pool-fire", "q = χ·ṁ·A·H_c/(4πX²)", "Crowl and Louvar", Evidence.UNVERIFIED),
                new Formula("liquid-release", "G = C·A·√(2ρ(p − pₐ))", CCPS + ", p. 40", Evidence.PUBLISHED),
                new Formula(
                        "plume",
                        "c = Q/(2πuσyσz)·e^(−y²/2σy²)·(e^(−(z−h)²/2σz²) + e^(−(z+h)²/2σz²))",
                        CCPS + ", p. 97",
                        Evidence.PUBLISHED),
                new Formula(
                        "dense-plume",
                        "β = f(α), α = lg((g₀²V/u⁵)^⅕), β = lg(x/√(V/u))",
                        "Britter and McQuaid (1988), EPA TSCREEN",
                        Evidence.PUBLISHED),
                new Formula("individual-risk", "IR = Σ f·P(death)", "SAWS notice 13/2014", Evidence.PUBLISHED),
                new Formula("probit", "P = Φ(a + b·ln dose − 5)", PROBITS, Evidence.PUBLISHED));
    }

    @Override
    public List<Coefficient> coefficients() {
        return List.of(
                new Coefficient("tnt-heat", "4500", "kJ/kg", "GB/T 37243", Evidence.UNVERIFIED),
                new Coefficient("emissive-power", "350", "kW/m²", "CCPS", Evidence.PUBLISHED),
                new Coefficient(
                        "substances",
                        "maps/profiles/substances.csv",
                        "",
                        "maps/profiles/substance-sources.csv",
                        Evidence.UNVERIFIED),
                new Coefficient("probit-heat", "−14.9 + 2.56 ln(t·I^(4/3)/10⁴)", "", PROBITS, Evidence.PUBLISHED),
                new Coefficient("probit-lung", "−77.1 + 6.91 ln p", "", PROBITS, Evidence.PUBLISHED));
    }

    @Override
    public void check(InputChecks checks) {
        checks.notEmpty("hazardous_site")
                .projected("hazardous_site")
                .notNegative("hazardous_site", "quantity_t", "critical_quantity_t", "pressure", "people_within_500m")
                .near("hazardous_site", "town", Scenario.FARTHEST_METRES)
                .ascendingNumbers("risk-breaks");
        AccidentParameters.check(checks);
        checks.howMany("risk-breaks", 4);
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        progress.report(0, Message.of("risk.step-scenarios"));
        HazardousSites sites = HazardousSites.of(inputs, values, progress.part(0, 0.2));
        SiteConsequences output = new SiteConsequences(inputs, values, sites);
        progress.report(0.2, Message.of("risk.step-zones"));
        output.zones(progress.part(0.2, 0.4));
        progress.report(0.4, Message.of("risk.step-individual-risk"));
        output.individualRisk(progress.part(0.4, 0.8));
        progress.report(0.8, Message.of("risk.step-impact"));
        return output.finish(progress.part(0.8, 1));
    }
}
