package riskmap.risk.model;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.data.Table;
import riskmap.risk.Chart;
import riskmap.risk.Coefficient;
import riskmap.risk.Evidence;
import riskmap.risk.Formula;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskLevel;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskResult;
import riskmap.risk.Workings;
import riskmap.risk.model.result.Columns;
import riskmap.risk.model.result.ResultRows;
import riskmap.risk.social.CrowdLoad;

/**
 * How crowded the crowded places are at their peak (or on a usual day, times a factor): density by Fruin's chart and load
 * against the approved capacity, else the one of their area; the higher level gives the colour ({@link CrowdLoad}).
 */
public final class CrowdModel implements RiskModel {
    private static final String OWNER = "risk.crowd-load";
    private static final String FRUIN = "Fruin (1971), chart as in EPJ Data Science 7";
    private static final String LBT = "LB/T 034-2014";
    private static final String KIND = "crowded_place";
    private static final int WRITTEN = 3;

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
            visitors(checks);
        }
    }

    /** On no usual day are there more people than at the peak: one of the two numbers is wrong, which is told. */
    private static void visitors(InputChecks checks) {
        LayerRows rows = checks.inputs().rows(KIND, Progress.silent());
        String[] names = rows.texts("name");
        double[] peak = rows.numbers("peak_visitors");
        double[] daily = rows.numbers("daily_visitors");
        List<String> wrong = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (daily[row] > peak[row]) {
                wrong.add(rows.called(row, names[row]) + " " + Workings.shown(daily[row]) + " > "
                        + Workings.shown(peak[row]));
            }
        }
        if (!wrong.isEmpty()) {
            int shown = Math.min(WRITTEN, wrong.size());
            checks.warning(
                    KIND,
                    Message.of(
                            "risk.check-visitors",
                            Catalogue.called(KIND),
                            wrong.size(),
                            String.join("; ", wrong.subList(0, shown)) + (shown < wrong.size() ? " …" : "")));
        }
    }

    /** A place, its people and how crowded it is. */
    private record Crowd(
            String name,
            String type,
            String town,
            Geometry shape,
            double people,
            double area,
            double approved,
            double computed,
            CrowdLoad load,
            int level) {
        double capacity() {
            return approved > 0 ? approved : computed;
        }
    }

    @Override
    public RiskResult run(Inputs inputs, ParameterValues values, Progress progress) {
        progress.check();
        if (!inputs.has(KIND)) {
            return RiskResult.nothing("risk.note-no-places");
        }
        progress.report(0.1, Message.of("risk.step-crowds"));
        LayerRows rows = inputs.rows(KIND, progress);
        List<Crowd> crowds = crowds(rows, values);
        ResultRows layer = new ResultRows("crowd_level", rows.crs());
        crowds.forEach(crowd -> add(layer, crowd));
        List<Message> notes = new ArrayList<>();
        notes.add(Message.of(
                "risk.note-crowds",
                crowds.size(),
                Message.of("risk.crowd-load.visitors." + values.text("visitors")),
                Workings.shown(values.number("visitor-factor"))));
        long unknown = crowds.stream().filter(crowd -> crowd.level == 0).count();
        if (unknown > 0) {
            notes.add(Message.of("risk.note-crowds-unknown", unknown));
        }
        notes.addAll(rows.notes(KIND));
        progress.report(1);
        return new RiskResult(
                List.of(layer.features()),
                List.of(),
                List.of(places(crowds), byType(crowds)),
                List.of(),
                notes,
                workings(crowds).lines(),
                List.of(new Chart(
                        "crowds-by-type", Chart.Kind.BAR, "place_type", List.of("red", "orange", "yellow", "blue"))));
    }

    private static List<Crowd> crowds(LayerRows rows, ParameterValues values) {
        String[] names = rows.texts("name");
        String[] types = rows.texts("type");
        String[] towns = rows.texts("town");
        double[] people = rows.numbers(values.text("visitors") + "_visitors");
        double[] areas = rows.numbers("area_m2");
        double[] capacities = rows.numbers("capacity");
        Map<String, Double> room = values.weights("area-per-person");
        List<Crowd> crowds = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            double count = people[row] * values.number("visitor-factor");
            Double each = types[row] == null ? null : room.get(types[row]);
            double computed = each == null ? Double.NaN : CrowdLoad.capacity(areas[row], each);
            double capacity = capacities[row] > 0 ? capacities[row] : computed;
            CrowdLoad load = CrowdLoad.of(count, areas[row], capacity);
            crowds.add(new Crowd(
                    rows.called(row, names[row]),
                    types[row] == null ? "" : types[row],
                    towns[row],
                    rows.geometry(row),
                    count,
                    areas[row],
                    capacities[row],
                    computed,
                    load,
                    load.level(values.numbers("density-breaks"), values.numbers("load-breaks"))));
        }
        crowds.sort(Comparator.comparingInt((Crowd crowd) -> -crowd.level)
                .thenComparingDouble(crowd -> -crowd.load.load())
                .thenComparing(Crowd::name));
        return crowds;
    }

    private static void add(ResultRows layer, Crowd crowd) {
        Point place = crowd.shape == null ? null : crowd.shape.getInteriorPoint();
        SimpleFeature row = place == null ? layer.add() : layer.add(place);
        row.setAttribute("level", (long) crowd.level);
        row.setAttribute("level_name", RiskLevel.signal(crowd.level).text(Language.CHINESE));
        row.setAttribute("name", crowd.name);
        row.setAttribute("visitors", Columns.number(crowd.people));
        row.setAttribute("capacity", Columns.number(crowd.capacity()));
        row.setAttribute("load_percent", Columns.number(100 * crowd.load.load()));
        row.setAttribute("density", Columns.number(crowd.load.density()));
    }

    private static Message type(String type) {
        return Message.of(type.isEmpty() ? "risk.missing" : "risk.crowd-load.area-per-person." + type);
    }

    private static Table places(List<Crowd> crowds) {
        List<List<Object>> rows = new ArrayList<>();
        for (Crowd crowd : crowds) {
            List<Object> row = new ArrayList<>();
            row.add(crowd.name);
            row.add(type(crowd.type));
            row.add(crowd.town);
            row.add(Columns.number(crowd.people));
            row.add(Columns.number(crowd.area));
            row.add(Columns.number(crowd.approved));
            row.add(Columns.number(crowd.computed));
            row.add(Columns.number(100 * crowd.load.load()));
            row.add(Columns.number(crowd.load.density()));
            row.add(RiskLevel.signal(crowd.level));
            rows.add(row);
        }
        return new Table(
                "crowds",
                Message.of("risk.table-crowds"),
                List.of(
                        column("venue", "", 0),
                        column("place-type", "", 0),
                        column("town", "", 0),
                        column("visitors", "人", 0),
                        column("effective-area", "m²", 0),
                        column("capacity-approved", "人", 0),
                        column("capacity-computed", "人", 0),
                        column("load", "%", 1),
                        column("density", "人/m²", 2),
                        column("alarm", "", 0)),
                rows);
    }

    private static Table byType(List<Crowd> crowds) {
        Map<String, long[]> counts = new LinkedHashMap<>();
        crowds.stream().map(Crowd::type).sorted().forEach(type -> counts.putIfAbsent(type, new long[5]));
        crowds.forEach(crowd -> counts.get(crowd.type)[crowd.level]++);
        List<List<Object>> rows = new ArrayList<>();
        counts.forEach(
                (type, count) -> rows.add(List.of(type(type), count[4], count[3], count[2], count[1], count[0])));
        return new Table(
                "crowds-by-type",
                Message.of("risk.table-crowds-by-type"),
                List.of(
                        column("place-type", "", 0),
                        column("red", "", 0),
                        column("orange", "", 0),
                        column("yellow", "", 0),
                        column("blue", "", 0),
                        column("no-data", "", 0)),
                rows);
    }

    private static Workings workings(List<Crowd> crowds) {
        Workings workings = new Workings();
        for (Crowd crowd : crowds.subList(0, Math.min(WRITTEN, crowds.size()))) {
            workings.of(crowd.name);
            if (crowd.area > 0) {
                workings.add(
                        "crowd-density", "ρ = n/A", crowd.load.density(), "人/m²", "%s/%s", crowd.people, crowd.area);
            }
            if (crowd.capacity() > 0) {
                workings.add("crowd-load", "q = n/K", crowd.load.load(), "", "%s/%s", crowd.people, crowd.capacity());
            }
        }
        return workings;
    }
}
