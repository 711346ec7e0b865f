package riskmap.risk.model;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Table;
import riskmap.risk.Chart;
import riskmap.risk.Coefficient;
import riskmap.risk.Formula;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskLevel;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.chemical.Conditions;
import riskmap.risk.chemical.Scenario;
import riskmap.risk.chemical.SiteScenarios;
import riskmap.risk.chemical.Stability;
import riskmap.risk.chemical.Substance;
import riskmap.risk.chemical.Substances;
import riskmap.risk.model.result.ResultRows;
import riskmap.risk.model.site.AccidentParameters;
import riskmap.risk.model.site.HazardousSites;
import riskmap.risk.model.site.SiteConsequences;

/**
 * One accident with a hazardous substance, at a surveyed site or anywhere (a tanker on a road): how far explosion, fireball,
 * fire and gas reach at four limits under the wind and stability of the hour, who and what is within, and how far the gas
 * would reach in every class of stability and wind.
 *
 * <p>Scenarios and formulas are those of {@link HazardousSitesModel}.
 */
public final class AccidentModel implements RiskModel {
    static final String OWNER = "risk.accident";
    private static final int NAMED = 8;
    private static final List<String> EXPOSED =
            List.of("town", "building", "village", "school", "hospital", "crowded_place", "shelter");
    private static final HazardousSitesModel SITES = new HazardousSitesModel();

    @Override
    public String id() {
        return "accident";
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
        return SITES.sources();
    }

    @Override
    public List<LayerNeed> needs() {
        List<LayerNeed> needs = new ArrayList<>();
        needs.add(new LayerNeed("hazardous_site", false));
        EXPOSED.forEach(kind -> needs.add(new LayerNeed(kind, false)));
        return needs;
    }

    @Override
    public Map<String, Named> named() {
        return Map.of("site", new Named("hazardous_site", "name"));
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(List.of(
                Parameter.of(OWNER, "site", Parameter.Type.TEXT, null).asOptional(),
                Parameter.bounded(OWNER, "x", Parameter.Type.EASTING, "m", null, null, null)
                        .asOptional(),
                Parameter.bounded(OWNER, "y", Parameter.Type.NORTHING, "m", null, null, null)
                        .asOptional(),
                Parameter.of(OWNER, "substance", Parameter.Type.TEXT, "液氨"),
                Parameter.number(OWNER, "amount", "t", 20, 0.001, 1e6),
                Parameter.choice(OWNER, "storage", "tank", "tank", "sphere", "cylinder", "warehouse"),
                Parameter.number(OWNER, "pressure", "MPa", 0.8, 0, 100).asUnverified(),
                Parameter.bounded(OWNER, "winds", Parameter.Type.NUMBERS, "m/s", "1,2,3,5,8", 0.5, 30.0)));
        parameters.addAll(AccidentParameters.of(OWNER));
        return parameters;
    }

    @Override
    public List<Formula> formulas() {
        return SITES.formulas().stream()
                .filter(formula ->
                        !List.of("major-hazard", "individual-risk", "probit").contains(formula.key()))
                .toList();
    }

    @Override
    public List<Coefficient> coefficients() {
        return SITES.coefficients().stream()
                .filter(each -> !each.key().startsWith("probit"))
                .toList();
    }

    @Override
    public void check(InputChecks checks) {
        AccidentParameters.check(checks);
        checks.ascendingNumbers("winds");
        ParameterValues values = checks.values();
        Substances known = Substances.standard();
        if (known.find(null, values.text("substance")).isEmpty()) {
            List<String> names =
                    known.all().stream().map(each -> each.names().get(0)).toList();
            checks.problem(
                    "substance", Message.of("risk.check-substance", values.text("substance"), NameList.of(names)));
        }
        if (values.has("x") != values.has("y")) {
            checks.problem("x", Message.of("risk.check-coordinates"));
        }
        if (values.has("x") && values.has("y") && checks.inputs().has("town")) {
            LayerRows towns = checks.inputs().rows("town", Progress.silent());
            Coordinate place = new Coordinate(values.number("x"), values.number("y"));
            boolean near = Arrays.stream(towns.geometries())
                    .anyMatch(town -> town != null && town.getEnvelopeInternal().contains(place));
            if (!near) {
                checks.warning("x", Message.of("risk.check-place-away", values.text("x"), values.text("y")));
            }
        }
        if (checks.inputs().has("hazardous_site")) {
            checks.projected("hazardous_site");
            LayerRows rows = checks.inputs().rows("hazardous_site", Progress.silent());
            if (values.has("site") && row(rows, values.text("site")) < 0) {
                checks.problem("site", Message.of("risk.check-site", values.text("site"), names(rows)));
            }
        }
        if (!values.has("site") && !values.has("x") && only(checks.inputs(), Progress.silent()) < 0) {
            NameList sites = checks.inputs().has("hazardous_site")
                    ? names(checks.inputs().rows("hazardous_site", Progress.silent()))
                    : NameList.of(List.of());
            checks.problem(
                    "site",
                    Message.of("risk.check-accident-place", sites.named().isEmpty() ? "–" : sites));
        }
    }

    private static NameList names(LayerRows rows) {
        return NameList.of(
                Arrays.stream(rows.texts("name")).filter(Objects::nonNull).toList(), NAMED);
    }

    private static int row(LayerRows rows, String name) {
        String[] names = rows.texts("name");
        for (int row = 0; row < names.length; row++) {
            if (name.equals(names[row]) && rows.geometry(row) != null) {
                return row;
            }
        }
        return -1;
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        progress.report(0, Message.of("risk.step-scenarios"));
        double[] place = place(inputs, values, progress);
        CoordinateReferenceSystem crs = crs(inputs, progress);
        if (place == null) {
            return new RiskResult(
                    List.of(new ResultRows("consequence_zone", crs).features()),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(Message.of("risk.note-no-place")));
        }
        HazardousSites sites = HazardousSites.one(crs, site(values, place, Conditions.of(values)));
        SiteConsequences output = new SiteConsequences(inputs, values, sites);
        progress.report(0.3, Message.of("risk.step-zones"));
        output.zones(progress.part(0.3, 0.5));
        progress.report(0.5, Message.of("risk.step-impact"));
        return output.finishOne(sweeps(values, place), sweepCharts(values), progress.part(0.5, 1));
    }

    private static HazardousSites.Site site(ParameterValues values, double[] place, Conditions conditions) {
        Substance substance = Substances.standard()
                .find(null, values.text("substance"))
                .orElseThrow(() -> RiskMapException.of(
                        "risk.check-substance", values.text("substance"), "maps/profiles/substances.csv"));
        SiteScenarios.Site source = new SiteScenarios.Site(
                null,
                substance,
                1000 * values.number("amount"),
                values.text("storage"),
                1e6 * values.number("pressure"));
        return new HazardousSites.Site(
                values.has("site") ? values.text("site") : substance.names().get(0),
                place[0],
                place[1],
                values.number("amount"),
                substance.criticalTonnes(),
                -1,
                substance,
                substance.names().get(0),
                Double.NaN,
                new SiteScenarios(conditions).of(source));
    }

    /** Where it happens: the coordinates given, else the site of that name, else the only site there is. */
    private static double[] place(Inputs inputs, ParameterValues values, Progress progress) {
        if (values.has("x") && values.has("y")) {
            return new double[] {values.number("x"), values.number("y")};
        }
        if (!inputs.has("hazardous_site")) {
            return null;
        }
        LayerRows rows = inputs.rows("hazardous_site", progress);
        int row = values.has("site") ? row(rows, values.text("site")) : only(inputs, progress);
        if (row < 0) {
            return null;
        }
        var centre = rows.geometry(row).getCentroid();
        return new double[] {centre.getX(), centre.getY()};
    }

    /** The site with a place where there is one only, else −1: of several the user names the one that is meant. */
    private static int only(Inputs inputs, Progress progress) {
        if (!inputs.has("hazardous_site")) {
            return -1;
        }
        LayerRows rows = inputs.rows("hazardous_site", progress);
        int found = -1;
        for (int row = 0; row < rows.size(); row++) {
            if (rows.geometry(row) != null) {
                if (found >= 0) {
                    return -1;
                }
                found = row;
            }
        }
        return found;
    }

    private static CoordinateReferenceSystem crs(Inputs inputs, Progress progress) {
        for (String kind : List.of("hazardous_site", "town", "building")) {
            if (inputs.has(kind)) {
                return inputs.rows(kind, progress).crs();
            }
        }
        return null;
    }

    /** How far the gas reaches at each level, by stability and wind. */
    private static List<Table> sweeps(ParameterValues values, double[] place) {
        List<Table> tables = new ArrayList<>();
        double[] winds = values.numbers("winds");
        for (int level : new int[] {4, 3}) {
            List<List<Object>> rows = new ArrayList<>();
            for (double wind : winds) {
                List<Object> row = new ArrayList<>(List.of(wind));
                for (Stability stability : Stability.values()) {
                    Conditions there = Conditions.of(values).in(wind, stability);
                    site(values, place, there).scenarios().stream()
                            .filter(scenario -> scenario.kind() == Scenario.Kind.TOXIC_CLOUD)
                            .findFirst()
                            .ifPresent(scenario -> row.add(scenario.reach(level)));
                }
                if (row.size() > 1) {
                    rows.add(row);
                }
            }
            if (!rows.isEmpty()) {
                tables.add(sweep(level, rows));
            }
        }
        return tables;
    }

    private static Table sweep(int level, List<List<Object>> rows) {
        List<Table.Column> columns = new ArrayList<>(List.of(column("wind", "m/s", 1)));
        for (Stability stability : Stability.values()) {
            columns.add(
                    new Table.Column(stability.name(), Message.of(OWNER + ".stability." + stability.name()), "m", 0));
        }
        return new Table(
                "reach-by-wind-" + level,
                Message.of("risk.table-reach-by-wind", RiskLevel.title(level)),
                columns,
                rows);
    }

    private static List<Chart> sweepCharts(ParameterValues values) {
        return values.numbers("winds").length < 2
                ? List.of()
                : List.of(new Chart(
                        "reach-by-wind-3",
                        Chart.Kind.LINE,
                        "wind",
                        Arrays.stream(Stability.values()).map(Stability::name).toList()));
    }
}
