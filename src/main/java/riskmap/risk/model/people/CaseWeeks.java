package riskmap.risk.model.people;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.risk.CalendarDay;
import riskmap.risk.Conservation;
import riskmap.risk.InputChecks;
import riskmap.risk.ObservedDates;
import riskmap.risk.model.zone.ClassBreaks;
import riskmap.risk.social.CaseBaseline;

/**
 * Cases of a disease by town and week. A week without a report of a town is missing, not zero; several reports of one town
 * and week (other diseases, other hospitals) are added up.
 */
public final class CaseWeeks {
    public static final String REPORTS = "health_report";

    /** No report of the week. */
    static final int MISSING = 0;
    /** Too few weeks for a baseline. */
    static final int NO_BASELINE = 5;

    /**
     * A town in a week.
     *
     * @param cases NaN when not reported
     * @param rate per 100,000, NaN when cases or residents are not known
     * @param baseline of the weeks before
     * @param level 1 to 4, {@link #MISSING} or {@link #NO_BASELINE}
     */
    record State(double cases, double rate, CaseBaseline baseline, int level) {}

    private final LayerRows towns;
    private final double[] residents;
    private final ParameterValues values;
    private final TreeMap<LocalDate, double[]> byWeek = new TreeMap<>();
    private final LocalDate chosen;
    private double outside;
    /** Reports that are named. */
    private static final int NAMED = 5;

    private double inside;
    private double total;
    private long withoutCases;

    private CaseWeeks(LayerRows towns, LayerRows reports, ParameterValues values) {
        this.towns = towns;
        this.values = values;
        this.residents = towns.numbers("population");
        read(reports);
        chosen = values.has("week") ? CalendarDay.parsed(values.text("week")) : last();
    }

    public static CaseWeeks of(Inputs inputs, ParameterValues values, Progress progress) {
        return new CaseWeeks(inputs.rows("town", progress), inputs.rows(REPORTS, progress), values);
    }

    private void read(LayerRows reports) {
        Map<String, Integer> townOf = new HashMap<>();
        String[] names = towns.texts("name");
        String[] codes = towns.texts("code");
        for (int town = 0; town < towns.size(); town++) {
            if (names[town] != null) {
                townOf.put(names[town], town);
            }
            if (codes[town] != null) {
                townOf.put(codes[town], town);
            }
        }
        String disease = values.text("disease");
        String[] diseases = reports.texts("disease");
        String[] reportTowns = reports.texts("town");
        String[] reportCodes = reports.texts("town_code");
        String[] weeks = reports.texts("week_start");
        double[] cases = reports.numbers("cases");
        for (int row = 0; row < reports.size(); row++) {
            if (!disease.equals("all") && !disease.equals(diseases[row])) {
                continue;
            }
            LocalDate week = week(weeks[row]);
            if (Double.isNaN(cases[row])) {
                withoutCases++;
                continue;
            }
            total += cases[row];
            Integer town = townOf.getOrDefault(reportCodes[row], townOf.get(reportTowns[row]));
            if (week == null || town == null) {
                outside += cases[row];
                continue;
            }
            inside += cases[row];
            double[] all = byWeek.computeIfAbsent(week, key -> none());
            all[town] = Double.isNaN(all[town]) ? cases[row] : all[town] + cases[row];
        }
    }

    private double[] none() {
        double[] none = new double[towns.size()];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    private static LocalDate week(String text) {
        return text == null || text.length() < 10 ? null : CalendarDay.parsed(text.substring(0, 10));
    }

    public static void check(InputChecks checks) {
        CaseWeeks weeks = of(checks.inputs(), checks.values(), Progress.silent());
        reports(checks, checks.inputs().rows(REPORTS, Progress.silent()));
        weeks.sameDay(checks);
        if (checks.values().has("week") && (weeks.chosen == null || !weeks.byWeek.containsKey(weeks.chosen))) {
            checks.problem(
                    "week",
                    Message.of(
                            "risk.check-week",
                            checks.values().text("week"),
                            String.valueOf(weeks.first()),
                            String.valueOf(weeks.last())));
        }
        if (weeks.byWeek.isEmpty()) {
            checks.problem(
                    REPORTS,
                    Message.of(
                            "risk.check-no-cases",
                            Message.of(
                                    "risk.case-rates.disease." + checks.values().text("disease"))));
        }
        List<String> without = new ArrayList<>();
        String[] names = weeks.towns.texts("name");
        for (int town = 0; town < weeks.residents.length; town++) {
            if (!(weeks.residents[town] > 0)) {
                without.add(names[town] == null ? weeks.towns.id(town) : names[town]);
            }
        }
        if (!without.isEmpty()) {
            checks.warning("town", Message.of("risk.check-no-residents", NameList.of(without)));
        }
        if (weeks.outside > 0) {
            checks.warning(REPORTS, Message.of("risk.check-reports-outside", weeks.outside));
        }
    }

    /** Weeks are compared by their first day: one that begins on another day of the week is compared with none. */
    private void sameDay(InputChecks checks) {
        Map<DayOfWeek, Integer> days = new EnumMap<>(DayOfWeek.class);
        byWeek.keySet().forEach(week -> days.merge(week.getDayOfWeek(), 1, Integer::sum));
        if (days.size() > 1) {
            DayOfWeek usual = days.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
            List<String> others = byWeek.keySet().stream()
                    .filter(week -> week.getDayOfWeek() != usual)
                    .map(LocalDate::toString)
                    .toList();
            checks.problem(
                    REPORTS,
                    Message.of(
                            "risk.check-week-days",
                            Message.of("risk.week-day-" + usual.getValue()),
                            others.size(),
                            NameList.of(others, NAMED)));
        }
    }

    /** Reports of the future, and of one reporter twice: cases that were imported twice would be summed. */
    private static void reports(InputChecks checks, LayerRows reports) {
        String[] weeks = reports.texts("week_start");
        ObservedDates.check(
                checks, REPORTS, Arrays.stream(weeks).map(CaseWeeks::week).toArray(LocalDate[]::new));
        String[] reporters = reports.texts("reporter");
        List<String[]> about = new ArrayList<>();
        for (String field : List.of("town_code", "town", "disease")) {
            about.add(reports.texts(field));
        }
        Set<List<String>> seen = new HashSet<>();
        Set<String> twice = new LinkedHashSet<>();
        int more = 0;
        for (int row = 0; row < weeks.length; row++) {
            LocalDate week = week(weeks[row]);
            if (week != null && reporters[row] != null && !reporters[row].isBlank()) {
                int at = row;
                List<String> report = new ArrayList<>(List.of(week.toString(), reporters[row]));
                about.forEach(texts -> report.add(String.valueOf(texts[at])));
                if (!seen.add(report)) {
                    more++;
                    twice.add(reporters[row] + " " + week);
                }
            }
        }
        if (more > 0) {
            checks.problem(REPORTS, Message.of("risk.check-report-twice", more, NameList.of(twice, NAMED)));
        }
    }

    private LocalDate first() {
        return byWeek.isEmpty() ? null : byWeek.firstKey();
    }

    private LocalDate last() {
        return byWeek.isEmpty() ? null : byWeek.lastKey();
    }

    /** The week that is looked at; null when there is none. */
    public LocalDate chosen() {
        return chosen;
    }

    /** Weeks with a report, from the first. */
    List<LocalDate> weeks() {
        return new ArrayList<>(byWeek.keySet());
    }

    LayerRows towns() {
        return towns;
    }

    double residents(int town) {
        return residents[town];
    }

    /** What a town's week looks like. */
    State state(int town, LocalDate week) {
        double cases = cases(town, week);
        double rate = CaseBaseline.rate(cases, residents[town]);
        int window = (int) values.integer("window");
        double[] before = new double[window];
        for (int back = 1; back <= window; back++) {
            before[back - 1] = CaseBaseline.rate(cases(town, week.minusWeeks(back)), residents[town]);
        }
        return state(cases, rate, CaseBaseline.of(before));
    }

    private State state(double cases, double rate, CaseBaseline baseline) {
        int level;
        if (Double.isNaN(rate)) {
            level = MISSING;
        } else if (values.text("threshold").equals("fixed")) {
            level = ClassBreaks.level(rate, values.numbers("fixed-rates"));
        } else {
            level = baseline.weeks() < values.integer("least-weeks")
                    ? NO_BASELINE
                    : baseline.level(rate, values.numbers("deviations"));
        }
        // one case more than none in a small town is no outbreak
        level = level >= 1 && level <= 4 && cases < values.integer("least-cases") ? 1 : level;
        return new State(cases, rate, baseline, level);
    }

    /** The towns that reported a week together: cases over the residents of those towns. */
    State district(LocalDate week) {
        double[] before = new double[(int) values.integer("window")];
        for (int back = 1; back <= before.length; back++) {
            before[back - 1] = rate(week.minusWeeks(back));
        }
        double cases = 0;
        for (int town = 0; town < residents.length; town++) {
            cases += Double.isNaN(cases(town, week)) ? 0 : cases(town, week);
        }
        return state(cases, rate(week), CaseBaseline.of(before));
    }

    private double rate(LocalDate week) {
        double cases = 0;
        double people = 0;
        for (int town = 0; town < residents.length; town++) {
            double reported = cases(town, week);
            if (!Double.isNaN(reported) && residents[town] > 0) {
                cases += reported;
                people += residents[town];
            }
        }
        return CaseBaseline.rate(cases, people);
    }

    private double cases(int town, LocalDate week) {
        double[] all = byWeek.get(week);
        return all == null ? Double.NaN : all[town];
    }

    /** Cases of known towns and weeks, of others, and all. */
    public Conservation conservation() {
        return new Conservation(
                REPORTS,
                "cases",
                BigDecimal.valueOf(inside),
                BigDecimal.valueOf(outside),
                BigDecimal.ZERO,
                BigDecimal.valueOf(total),
                withoutCases);
    }
}
