package riskmap.risk.model.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.overlay.AreaIndex;
import riskmap.risk.model.zone.ClassBreaks;
import riskmap.risk.weighting.LecScore;
import riskmap.risk.weighting.RiskMatrix;

/** The risk points with their scores, and the enterprises by their worst point. */
public final class EnterpriseScores {
    public static final String POINTS = "risk_point";

    /**
     * A risk point.
     *
     * @param lec D, NaN when a score of it is missing
     * @param likelihood class of the matrix, NaN when it is missing
     * @param severity the same
     * @param matrix level by the matrix, 0 when a class is missing
     * @param byLec whether LEC decides the level
     * @param level 1 to 4, 0 when it has no score of the method
     */
    record Scored(
            String enterprise,
            String name,
            Geometry shape,
            double l,
            double e,
            double c,
            double lec,
            double likelihood,
            double severity,
            int matrix,
            boolean byLec,
            int level) {}

    /** An enterprise with its points, the worst first. */
    record Enterprise(String name, Point place, String town, List<Scored> points) {
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
                    likelihood[row],
                    severity[row],
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

    public List<Message> notes() {
        return notes;
    }

    /** The worst first. */
    List<Enterprise> enterprises() {
        return enterprises;
    }

    CoordinateReferenceSystem crs() {
        return rows.crs();
    }
}
