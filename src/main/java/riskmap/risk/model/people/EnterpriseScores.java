package riskmap.risk.model.people;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.geo.overlay.AreaIndex;
import riskmap.risk.RiskLevel;
import riskmap.risk.Workings;
import riskmap.risk.model.result.Columns;
import riskmap.risk.model.result.ResultRows;
import riskmap.risk.model.zone.ClassBreaks;
import riskmap.risk.weighting.LecScore;
import riskmap.risk.weighting.RiskMatrix;

/** The risk points with their scores, and the enterprises by their worst point. */
public final class EnterpriseScores {
    public static final String POINTS = "risk_point";

    private static final int WRITTEN = 3;

    /**
     * A risk point.
     *
     * @param lec D, NaN when a score of it is missing
     * @param matrix level by the matrix, 0 when a class is missing
     * @param byLec whether LEC decides the level
     * @param level 1 to 4, 0 when it has no score of the method
     */
    private record Scored(
            String enterprise,
            String name,
            Geometry shape,
            double l,
            double e,
            double c,
            double lec,
            int matrix,
            boolean byLec,
            int level) {}

    /** An enterprise with its points, the worst first. */
    private record Enterprise(String name, Point place, String town, List<Scored> points) {
        Scored worst() {
            return points.get(0);
        }
    }

    private final List<Enterprise> enterprises = new ArrayList<>();
    private final List<Message> notes = new ArrayList<>();
    private final ParameterValues values;
    private final LayerRows rows;
    private int pointCount;
    private int unscored;

    public EnterpriseScores(Inputs inputs, ParameterValues values, Progress progress) {
        this.values = values;
        this.rows = inputs.rows(POINTS, progress);
        Map<String, List<Scored>> byName = new TreeMap<>();
        for (Scored point : score()) {
            byName.computeIfAbsent(point.enterprise, key -> new ArrayList<>()).add(point);
        }
        Map<String, Point> sites = sites(inputs, progress);
        TownNames towns = TownNames.of(inputs, rows, progress);
        byName.forEach((name, points) -> {
            points.sort(Comparator.comparingInt((Scored point) -> -point.level)
                    .thenComparingDouble(point -> Double.isNaN(point.lec) ? 0 : -point.lec)
                    .thenComparing(Scored::name));
            Point place = points.stream()
                    .filter(point -> point.shape != null)
                    .findFirst()
                    .map(point -> point.shape.getCentroid())
                    .orElse(sites.get(name));
            enterprises.add(new Enterprise(name, place, towns.at(place), points));
        });
        enterprises.sort(Comparator.comparingInt((Enterprise each) -> -each.worst().level)
                .thenComparingDouble(each -> Double.isNaN(each.worst().lec) ? 0 : -each.worst().lec)
                .thenComparing(Enterprise::name));
        notes.add(Message.of(
                "risk.note-enterprises",
                enterprises.size(),
                pointCount,
                Message.of("risk.enterprise-risk.method." + values.text("method"))));
        if (unscored > 0) {
            notes.add(Message.of("risk.note-points-unscored", unscored));
        }
        notes.addAll(rows.notes(POINTS));
    }

    private List<Scored> score() {
        RiskMatrix matrix = new RiskMatrix(values.rows("matrix"));
        double[] breaks = values.numbers("lec-breaks");
        String method = values.text("method");
        String[] owners = rows.texts("enterprise");
        String[] names = rows.texts("name");
        double[] l = rows.numbers("lec_likelihood");
        double[] e = rows.numbers("lec_exposure");
        double[] c = rows.numbers("lec_consequence");
        double[] likelihood = rows.numbers("matrix_likelihood");
        double[] severity = rows.numbers("matrix_severity");
        List<Scored> points = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            boolean hasLec = !method.equals("matrix") && LecScore.isOnScale(l[row], e[row], c[row]);
            boolean hasMatrix = !method.equals("lec") && matrix.has(likelihood[row], severity[row]);
            double score = hasLec ? LecScore.of(l[row], e[row], c[row]) : Double.NaN;
            int byLec = hasLec ? ClassBreaks.level(score, breaks) : 0;
            int byMatrix = hasMatrix ? matrix.level(likelihood[row], severity[row]) : 0;
            pointCount++;
            unscored += byLec + byMatrix == 0 ? 1 : 0;
            points.add(new Scored(
                    rows.called(row, owners[row]),
                    rows.called(row, names[row]),
                    rows.geometry(row),
                    l[row],
                    e[row],
                    c[row],
                    score,
                    byMatrix,
                    byLec >= byMatrix,
                    Math.max(byLec, byMatrix)));
        }
        return points;
    }

    /** Places of hazardous sites by name, for enterprises whose points have none. */
    private Map<String, Point> sites(Inputs inputs, Progress progress) {
        Map<String, Point> places = new HashMap<>();
        if (inputs.has("hazardous_site")) {
            LayerRows sites = inputs.rows("hazardous_site", progress).in(rows.crs(), progress);
            String[] names = sites.texts("name");
            for (int row = 0; row < sites.size(); row++) {
                if (names[row] != null && sites.geometry(row) != null) {
                    places.putIfAbsent(names[row], sites.geometry(row).getCentroid());
                }
            }
        }
        return places;
    }

    /** Names of the towns by place. */
    private record TownNames(String[] names, AreaIndex index) {
        static TownNames of(Inputs inputs, LayerRows like, Progress progress) {
            if (!inputs.has("town")) {
                return new TownNames(new String[0], null);
            }
            LayerRows towns = inputs.rows("town", progress).in(like.crs(), progress);
            return new TownNames(towns.texts("name"), new AreaIndex(towns.geometries()));
        }

        String at(Point place) {
            int town = place == null || index == null ? -1 : index.first(place.getX(), place.getY());
            return town < 0 || names[town] == null ? "" : names[town];
        }
    }

    public ResultRows layer() {
        ResultRows layer = new ResultRows("enterprise_risk", rows.crs());
        for (Enterprise each : enterprises) {
            SimpleFeature row = each.place == null ? layer.add() : layer.add(each.place);
            Scored worst = each.worst();
            row.setAttribute("level", (long) worst.level);
            row.setAttribute("level_name", RiskLevel.signal(worst.level).text(Language.CHINESE));
            row.setAttribute("name", each.name);
            row.setAttribute("worst_point", worst.name);
            row.setAttribute("method", method(worst).text(Language.CHINESE));
            row.setAttribute("score", Columns.number(worst.lec));
            row.setAttribute("points", (long) each.points.size());
        }
        return layer;
    }

    private static Message method(Scored point) {
        return point.level == 0
                ? Message.of("risk.missing")
                : Message.of("risk.enterprise-risk.method." + (point.byLec ? "lec" : "matrix"));
    }

    public Table enterprises() {
        List<List<Object>> lines = new ArrayList<>();
        for (Enterprise each : enterprises) {
            long[] counts = counts(each.points);
            lines.add(list(
                    each.name,
                    each.town,
                    RiskLevel.signal(each.worst().level),
                    each.worst().name,
                    method(each.worst()),
                    Columns.number(each.worst().lec),
                    (long) each.points.size(),
                    counts[4],
                    counts[3],
                    counts[2],
                    counts[1],
                    counts[0]));
        }
        return new Table(
                "enterprises",
                Message.of("risk.table-enterprises"),
                List.of(
                        column("enterprise", "", 0),
                        column("town", "", 0),
                        column("alarm", "", 0),
                        column("worst-point", "", 0),
                        column("method", "", 0),
                        column("lec-score", "", 1),
                        column("risk-points", "", 0),
                        column("red", "", 0),
                        column("orange", "", 0),
                        column("yellow", "", 0),
                        column("blue", "", 0),
                        column("no-data", "", 0)),
                lines);
    }

    private static List<Object> list(Object... values) {
        return new ArrayList<>(java.util.Arrays.asList(values));
    }

    private static long[] counts(List<Scored> points) {
        long[] counts = new long[5];
        points.forEach(point -> counts[point.level]++);
        return counts;
    }

    /** Enterprises of each colour by town. */
    public Table byTown() {
        Map<String, long[]> towns = new TreeMap<>();
        enterprises.forEach(each -> towns.computeIfAbsent(each.town, key -> new long[5])[each.worst().level]++);
        List<List<Object>> lines = new ArrayList<>();
        towns.forEach((town, counts) -> lines.add(list(
                town.isEmpty() ? Message.of("risk.outside") : town,
                counts[4],
                counts[3],
                counts[2],
                counts[1],
                counts[0])));
        return new Table(
                "enterprises-by-town",
                Message.of("risk.table-enterprises-by-town"),
                List.of(
                        column("town", "", 0),
                        column("red", "", 0),
                        column("orange", "", 0),
                        column("yellow", "", 0),
                        column("blue", "", 0),
                        column("no-data", "", 0)),
                lines);
    }

    /** The red and orange points of all enterprises. */
    public Table points() {
        List<List<Object>> lines = new ArrayList<>();
        for (Enterprise each : enterprises) {
            each.points.stream()
                    .filter(point -> point.level >= 3)
                    .forEach(point -> lines.add(list(
                            each.name,
                            point.name,
                            RiskLevel.signal(point.level),
                            method(point),
                            Columns.number(point.l),
                            Columns.number(point.e),
                            Columns.number(point.c),
                            Columns.number(point.lec),
                            point.matrix == 0 ? null : RiskLevel.signal(point.matrix))));
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

    public List<Message> notes() {
        return notes;
    }

    public Workings workings() {
        Workings workings = new Workings();
        enterprises.stream()
                .filter(each -> !Double.isNaN(each.worst().lec))
                .limit(WRITTEN)
                .forEach(each -> {
                    Scored worst = each.worst();
                    workings.of(each.name + " " + worst.name);
                    workings.add("lec", "D = L·E·C", worst.lec, "", "%s × %s × %s", worst.l, worst.e, worst.c);
                });
        return workings;
    }
}
