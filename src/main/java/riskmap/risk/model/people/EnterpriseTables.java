package riskmap.risk.model.people;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.geotools.api.feature.simple.SimpleFeature;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.data.Table;
import riskmap.risk.RiskLevel;
import riskmap.risk.Workings;
import riskmap.risk.model.people.EnterpriseScores.Enterprise;
import riskmap.risk.model.people.EnterpriseScores.Scored;
import riskmap.risk.model.result.AlarmCounts;
import riskmap.risk.model.result.Columns;
import riskmap.risk.model.result.ResultRows;

/** What is said of enterprises and their risk points, the worst first. */
public final class EnterpriseTables {
    /** Enterprises whose worst point is written down, by what decides its level. */
    private static final int WRITTEN = 3;

    private final EnterpriseScores scores;

    public EnterpriseTables(EnterpriseScores scores) {
        this.scores = scores;
    }

    public ResultRows layer() {
        ResultRows layer = new ResultRows("enterprise_risk", scores.crs());
        for (Enterprise each : scores.enterprises()) {
            SimpleFeature row = each.place() == null ? layer.add() : layer.add(each.place());
            Scored worst = each.worst();
            row.setAttribute("level", (long) worst.level());
            row.setAttribute("level_name", RiskLevel.signal(worst.level()).text(Language.CHINESE));
            row.setAttribute("name", each.name());
            row.setAttribute("worst_point", worst.name());
            row.setAttribute("method", method(worst).text(Language.CHINESE));
            row.setAttribute("score", Columns.number(worst.lec()));
            row.setAttribute("points", (long) each.points().size());
        }
        return layer;
    }

    private static Message method(Scored point) {
        return point.level() == 0
                ? Message.of("risk.missing")
                : Message.of("risk.enterprise-risk.method." + (point.byLec() ? "lec" : "matrix"));
    }

    public Table enterprises() {
        List<List<Object>> lines = new ArrayList<>();
        for (Enterprise each : scores.enterprises()) {
            AlarmCounts counts = new AlarmCounts();
            each.points().forEach(point -> counts.add(point.level()));
            lines.add(counts.row(
                    each.name(),
                    each.town(),
                    RiskLevel.signal(each.worst().level()),
                    each.worst().name(),
                    method(each.worst()),
                    Columns.number(each.worst().lec()),
                    (long) each.points().size()));
        }
        return new Table(
                "enterprises",
                Message.of("risk.table-enterprises"),
                AlarmCounts.columns(
                        column("enterprise", "", 0),
                        column("town", "", 0),
                        column("alarm", "", 0),
                        column("worst-point", "", 0),
                        column("method", "", 0),
                        column("lec-score", "", 1),
                        column("risk-points", "", 0)),
                lines);
    }

    /** Enterprises of each colour by town. */
    public Table byTown() {
        Map<String, AlarmCounts> towns = new TreeMap<>();
        scores.enterprises().forEach(each -> towns.computeIfAbsent(each.town(), key -> new AlarmCounts())
                .add(each.worst().level()));
        List<List<Object>> lines = new ArrayList<>();
        towns.forEach((town, counts) -> lines.add(counts.row(town.isEmpty() ? Message.of("risk.outside") : town)));
        return new Table(
                "enterprises-by-town",
                Message.of("risk.table-enterprises-by-town"),
                AlarmCounts.columns(column("town", "", 0)),
                lines);
    }

    /** The red and orange points of all enterprises. */
    public Table points() {
        List<List<Object>> lines = new ArrayList<>();
        for (Enterprise each : scores.enterprises()) {
            each.points().stream()
                    .filter(point -> point.level() >= 3)
                    .forEach(point -> lines.add(Arrays.asList(
                            each.name(),
                            point.name(),
                            RiskLevel.signal(point.level()),
                            method(point),
                            Columns.number(point.l()),
                            Columns.number(point.e()),
                            Columns.number(point.c()),
                            Columns.number(point.lec()),
                            point.matrix() == 0 ? null : RiskLevel.signal(point.matrix()))));
        }
        return new Table(
                "risk-points",
                Message.of("risk.table-risk-points"),
                List.of(
                        column("enterprise", "", 0),
                        column("risk-point", "", 0),
                        column("alarm", "", 0),
                        column("method", "", 0),
                        column("lec-l", "", 1),
                        column("lec-e", "", 1),
                        column("lec-c", "", 0),
                        column("lec-score", "", 1),
                        column("matrix-level", "", 0)),
                lines);
    }

    public Workings workings() {
        Workings workings = new Workings();
        scores.enterprises().stream()
                .filter(each -> each.worst().level() > 0)
                .limit(WRITTEN)
                .forEach(each -> {
                    Scored worst = each.worst();
                    workings.of(each.name() + " " + worst.name());
                    if (worst.byLec()) {
                        workings.add(
                                "lec", "D = L·E·C", worst.lec(), "", "%s × %s × %s", worst.l(), worst.e(), worst.c());
                    } else {
                        workings.add(
                                "risk-matrix",
                                "R = M(L, S)",
                                worst.level(),
                                "",
                                "M(%s, %s)",
                                worst.likelihood(),
                                worst.severity());
                    }
                });
        return workings;
    }
}
