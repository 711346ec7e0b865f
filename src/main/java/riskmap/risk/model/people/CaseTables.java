package riskmap.risk.model.people;

import static riskmap.risk.model.result.Columns.column;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import riskmap.analysis.Inputs;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.risk.Workings;
import riskmap.risk.model.count.ConservationTable;
import riskmap.risk.model.result.Columns;
import riskmap.risk.model.result.ResultRows;

/** Alerts by town and by week as tables and as a layer. */
public final class CaseTables {
    private final Inputs inputs;
    private final CaseWeeks weeks;
    private final ParameterValues values;
    private final List<CaseWeeks.State> states = new ArrayList<>();
    private final String[] names;

    public CaseTables(Inputs inputs, CaseWeeks weeks, ParameterValues values) {
        this.inputs = inputs;
        this.weeks = weeks;
        this.values = values;
        this.names = weeks.towns().texts("name");
        for (int town = 0; town < names.length; town++) {
            names[town] = names[town] == null ? weeks.towns().id(town) : names[town];
            states.add(weeks.state(town, weeks.chosen()));
        }
    }

    private static Message colour(int level) {
        return switch (level) {
            case CaseWeeks.MISSING -> Message.of("risk.not-reported");
            case CaseWeeks.NO_BASELINE -> Message.of("risk.no-baseline");
            default -> Message.of("risk.signal-" + level);
        };
    }

    public ResultRows layer() {
        ResultRows rows = new ResultRows("case_alert", weeks.towns().crs());
        for (int town = 0; town < names.length; town++) {
            CaseWeeks.State state = states.get(town);
            SimpleFeature row = rows.addArea(weeks.towns().geometry(town));
            row.setAttribute("level", (long) state.level());
            row.setAttribute("level_name", colour(state.level()).text(Language.CHINESE));
            row.setAttribute("town", names[town]);
            row.setAttribute("week_start", weeks.chosen());
            row.setAttribute(
                    "disease",
                    Message.of("risk.case-rates.disease." + values.text("disease"))
                            .text(Language.CHINESE));
            row.setAttribute("cases", Double.isNaN(state.cases()) ? null : (Object) Math.round(state.cases()));
            row.setAttribute("rate", Columns.number(state.rate()));
            row.setAttribute("baseline", Columns.number(state.baseline().mean()));
        }
        return rows;
    }

    /** The chosen week by town, the highest level first. */
    public Table towns() {
        List<Integer> order = new ArrayList<>();
        for (int town = 0; town < names.length; town++) {
            order.add(town);
        }
        order.sort(Comparator.comparingInt(
                        (Integer town) -> rank(states.get(town).level()))
                .thenComparingDouble(town -> Double.isNaN(states.get(town).rate())
                        ? 0
                        : -states.get(town).rate()));
        List<List<Object>> rows = new ArrayList<>();
        for (int town : order) {
            CaseWeeks.State state = states.get(town);
            List<Object> row = new ArrayList<>();
            row.add(names[town]);
            row.add(weeks.chosen().toString());
            row.add(Columns.number(weeks.residents(town)));
            row.add(Columns.number(state.cases()));
            row.add(Columns.number(state.rate()));
            row.add((long) state.baseline().weeks());
            row.add(Columns.number(state.baseline().mean()));
            row.add(Columns.number(state.baseline().deviation()));
            row.add(Columns.number(state.baseline().limit(-2)));
            row.add(Columns.number(state.baseline().limit(2)));
            row.add(colour(state.level()));
            rows.add(row);
        }
        return new Table(
                "case-towns",
                Message.of("risk.table-case-towns", weeks.chosen().toString()),
                List.of(
                        column("town", "", 0),
                        column("week", "", 0),
                        column("residents", "人", 0),
                        column("cases", "例", 0),
                        column("rate", "1/10万", 2),
                        column("case-weeks", "", 0),
                        column("case-mean", "1/10万", 2),
                        column("case-deviation", "1/10万", 2),
                        column("case-lower", "1/10万", 2),
                        column("case-upper", "1/10万", 2),
                        column("alarm", "", 0)),
                rows);
    }

    /** Levels first, from the highest; then what is not known. */
    private static int rank(int level) {
        return level >= 1 && level <= 4 ? 4 - level : level == CaseWeeks.MISSING ? 10 : 11;
    }

    /** The district and the towns at each level, week by week. */
    public Table byWeek() {
        List<List<Object>> rows = new ArrayList<>();
        LocalDate last = weeks.chosen();
        for (LocalDate week = weeks.weeks().get(0); !week.isAfter(last); week = week.plusWeeks(1)) {
            long[] counts = new long[6];
            for (int town = 0; town < names.length; town++) {
                counts[weeks.state(town, week).level()]++;
            }
            CaseWeeks.State district = weeks.district(week);
            List<Object> row = new ArrayList<>();
            row.add(week.toString());
            row.add(counts[CaseWeeks.MISSING] == names.length ? null : (Object) district.cases());
            row.add(Columns.number(district.rate()));
            row.add(Columns.number(district.baseline().mean()));
            row.add(Columns.number(district.baseline().limit(2)));
            for (int level : new int[] {4, 3, 2, 1, CaseWeeks.MISSING, CaseWeeks.NO_BASELINE}) {
                row.add(counts[level]);
            }
            rows.add(row);
        }
        return new Table(
                "case-weeks",
                Message.of("risk.table-case-weeks"),
                List.of(
                        column("week", "", 0),
                        column("cases", "例", 0),
                        column("rate", "1/10万", 2),
                        column("case-mean", "1/10万", 2),
                        column("case-upper", "1/10万", 2),
                        column("red", "", 0),
                        column("orange", "", 0),
                        column("yellow", "", 0),
                        column("blue", "", 0),
                        column("not-reported", "", 0),
                        column("no-baseline", "", 0)),
                rows);
    }

    public List<Message> notes() {
        List<Message> notes = new ArrayList<>();
        long missing = states.stream()
                .filter(state -> state.level() == CaseWeeks.MISSING)
                .count();
        notes.add(Message.of(
                "risk.note-cases",
                Message.of("risk.case-rates.disease." + values.text("disease")),
                weeks.chosen().toString(),
                states.size() - missing,
                missing));
        notes.add(Message.of("risk.note-threshold-" + values.text("threshold")));
        notes.add(ConservationTable.note(weeks.conservation()));
        notes.addAll(inputs.rows("town", Progress.silent()).notes("town"));
        return notes;
    }

    /** The town with the highest level. */
    public Workings workings() {
        Workings workings = new Workings();
        int worst = -1;
        for (int town = 0; town < names.length; town++) {
            int level = states.get(town).level();
            boolean known = level >= 1 && level <= 4;
            if (known && (worst < 0 || level > states.get(worst).level())) {
                worst = town;
            }
        }
        if (worst >= 0) {
            CaseWeeks.State state = states.get(worst);
            workings.of(names[worst]);
            workings.add(
                    "case-rate",
                    "r = n/P·10⁵",
                    state.rate(),
                    "1/10万",
                    "%s/%s × 10⁵",
                    state.cases(),
                    weeks.residents(worst));
            if (state.baseline().weeks() > 0) {
                double upper = state.baseline().limit(2);
                workings.add(
                        "case-limit",
                        "m + 2σ",
                        upper,
                        "1/10万",
                        "%s + 2 × %s",
                        state.baseline().mean(),
                        state.baseline().deviation());
            }
        }
        return workings;
    }
}
