package riskmap.edit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import riskmap.base.Progress;
import riskmap.data.QualityRule;

/** Ends of lines that miss another line of the layer by less than {@code tolerance} metres. */
final class DangleCheck implements LayerCheck {
    /** An end this near to a line lies on it, metres: rounding of stored coordinates. */
    private static final double ON_LINE = 1e-3;

    private final QualityRule rule;
    private final double tolerance;

    /** An end and the row it misses. */
    private record Loose(Point end, int other, double metres) {}

    private DangleCheck(QualityRule rule) {
        this.rule = rule;
        this.tolerance = rule.number("tolerance", 1);
    }

    static Optional<Check> of(Checks.Ground ground) {
        return ground.hasShapes() ? Optional.of(new DangleCheck(ground.rule())) : Optional.empty();
    }

    @Override
    public boolean wholeLayer() {
        return false;
    }

    @Override
    public void check(LayerRows rows, Found found, Progress progress) {
        List<List<Loose>> loose =
                Pairs.each(rows, tolerance, progress, (row, neighbours) -> loose(rows, row, neighbours));
        for (int row = 0; row < rows.size(); row++) {
            for (Loose end : Objects.requireNonNullElse(loose.get(row), List.<Loose>of())) {
                found.in(rows, row, rule)
                        .place(end.end())
                        .with(rows.fid(end.other()))
                        .evidence(end.end(), rows.shape(end.other()))
                        .fix(FixKind.SNAP)
                        .say("edit.check-dangle", Long.toString(rows.fid(end.other())), Said.number(end.metres()));
            }
        }
    }

    private List<Loose> loose(LayerRows rows, int row, int[] neighbours) {
        List<Loose> found = new ArrayList<>();
        Geometry shape = rows.shape(row);
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof LineString line && !line.isClosed()) {
                loose(rows, row, neighbours, line.getStartPoint(), found);
                loose(rows, row, neighbours, line.getEndPoint(), found);
            }
        }
        return found;
    }

    private void loose(LayerRows rows, int row, int[] neighbours, Point end, List<Loose> found) {
        int nearest = -1;
        double least = tolerance;
        Coordinate at = end.getCoordinate();
        for (int other : neighbours) {
            if (rows.shape(other).getEnvelopeInternal().distance(end.getEnvelopeInternal()) <= least) {
                double metres = rows.shape(other).distance(end);
                if (metres < least || metres <= ON_LINE) {
                    least = metres;
                    nearest = other;
                }
            }
        }
        boolean wanted = nearest >= 0 && (rows.isSubject(row) || rows.isSubject(nearest));
        if (wanted && least > ON_LINE && !meetsOwnPart(rows.shape(row), at)) {
            found.add(new Loose(end, nearest, least));
        }
    }

    /** Whether the end meets another part of its own line. */
    private static boolean meetsOwnPart(Geometry shape, Coordinate at) {
        int there = 0;
        for (Coordinate vertex : shape.getNumGeometries() > 1 ? shape.getCoordinates() : new Coordinate[0]) {
            there += vertex.equals2D(at) ? 1 : 0;
        }
        return there > 1;
    }
}
