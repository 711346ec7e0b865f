package riskmap.risk.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.MessageList;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.risk.Chart;
import riskmap.risk.Coefficient;
import riskmap.risk.Evidence;
import riskmap.risk.Formula;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.Workings;
import riskmap.risk.model.people.CrowdPlaces;
import riskmap.risk.model.result.AlarmCounts;
import riskmap.risk.social.CrowdLoad;

/**
 * How crowded the crowded places are at their peak (or on a usual day, times a factor): density by Fruin's chart and load
 * against the approved capacity, else the one of their area; the higher level gives the colour ({@link CrowdLoad}).
 */
public final class CrowdModel implements RiskModel {
    private static final String OWNER = "risk.crowd-load";
    private static final String FRUIN = "Fruin (1971), chart as in EPJ Data Science 7";
    private static final String LBT = "LB/T 034-2014";
    private static final String KIND = CrowdPlaces.KIND;
    /** People/m² at which a standing crowd is critical, the densest of Fruin's chart. */
    private static final double DENSEST = 7.1;

    @Override
    public String id() {
        return "crowd-load";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public List<String> sources() {
        return List.of(FRUIN, LBT + " (capacity)", "alarm at 80 % of the capacity: to be checked against the standard");
    }

    @Override
    public List<LayerNeed> needs() {
        return List.of(new LayerNeed(KIND, true), new LayerNeed("town", false));
    }

    @Override
    public Optional<String> mainLayer() {
        return Optional.of("crowd_level");
    }

    @Override
    public Optional<String> intensity() {
        return Optional.of("visitor-factor");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice(OWNER, "visitors", "peak", "peak", "daily"),
                Parameter.number(OWNER, "visitor-factor", "", 1, 0, 100),
                Parameter.bounded(OWNER, "density-breaks", Parameter.Type.NUMBERS, "人/m²", "2,3.57,5.55", 0.01, 20.0),
                Parameter.bounded(OWNER, "load-breaks", Parameter.Type.NUMBERS, "", "0.8,1,1.2", 0.01, 10.0)
                        .asUnverified(),
                Parameter.bounded(
                                OWNER,
                                "area-per-person",
                                Parameter.Type.WEIGHTS,
                                "m²",
                                "market=2,mall=2,station=1.5,scenic=5,religious=2,hotel=10,cinema=1,square=1,beach=5,welfare=10",
                                0.1,
                                1000.0)
                        .asUnverified());
    }

    @Override
    public List<Formula> formulas() {
        return List.of(
                new Formula("crowd-density", "ρ = n/A", FRUIN, Evidence.PUBLISHED),
                new Formula("crowd-capacity", "K = A/a", LBT, Evidence.PUBLISHED),
                new Formula("crowd-load", "q = n/K", LBT, Evidence.PUBLISHED));
    }

    @Override
    public List<Coefficient> coefficients() {
        return List.of(new Coefficient("fruin", "0.43, 2, 3.57, 5.55, 7.1", "人/m²", FRUIN, Evidence.PUBLISHED));
    }

    @Override
    public void check(InputChecks checks) {
        checks.notEmpty(KIND)
                .notNegative(KIND, "capacity", "area_m2", "peak_visitors", "daily_visitors")
                .ascendingNumbers("density-breaks")
                .ascendingNumbers("load-breaks");
        checks.howMany("density-breaks", 3);
        checks.howMany("load-breaks", 3);
        if (checks.inputs().has(KIND)) {
            LayerRows rows = checks.inputs().rows(KIND, Progress.silent());
            visitors(checks, rows);
            crammed(checks, rows);
        }
    }

    /** On no usual day are there more people than at the peak: one of the two numbers is wrong, which is told. */
    private static void visitors(InputChecks checks, LayerRows rows) {
        String[] names = rows.texts("name");
        double[] peak = rows.numbers("peak_visitors");
        double[] daily = rows.numbers("daily_visitors");
        List<Message> wrong = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (daily[row] > peak[row]) {
                wrong.add(Message.of(
                        "risk.check-more-visitors",
                        rows.called(row, names[row]),
                        Workings.shown(daily[row]),
                        Workings.shown(peak[row])));
            }
        }
        warn(checks, "risk.check-visitors", wrong);
    }

    /** Denser than the densest crowd of the chart: a survey that has the visitors of a day, or an area that is too small. */
    private static void crammed(InputChecks checks, LayerRows rows) {
        String[] names = rows.texts("name");
        double[] people = rows.numbers(CrowdPlaces.visitors(checks.values()));
        double[] areas = rows.numbers("area_m2");
        List<Message> crammed = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            double density = CrowdLoad.of(people[row], areas[row], Double.NaN).density();
            if (density > DENSEST) {
                crammed.add(Message.of("risk.check-density", rows.called(row, names[row]), Workings.shown(density)));
            }
        }
        warn(checks, "risk.check-crammed", crammed);
    }

    private static void warn(InputChecks checks, String key, List<Message> places) {
        if (!places.isEmpty()) {
            checks.warning(KIND, Message.of(key, Catalogue.called(KIND), places.size(), MessageList.of(places)));
        }
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        if (!inputs.has(KIND)) {
            return RiskResult.nothing("risk.note-no-places");
        }
        progress.report(0.1, Message.of("risk.step-crowds"));
        CrowdPlaces places = new CrowdPlaces(inputs.rows(KIND, progress), values);
        progress.report(1);
        return new RiskResult(
                List.of(places.layer().features()),
                List.of(),
                List.of(places.table(), places.byType()),
                List.of(),
                places.notes(),
                places.workings().lines(),
                List.of(new Chart("crowds-by-type", Chart.Kind.BAR, "place_type", AlarmCounts.COLOURS)));
    }
}
