package riskmap.edit.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.coverage.CoveragePolygonValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.TopologyException;
import riskmap.base.Progress;
import riskmap.data.QualityRule;
import riskmap.geo.overlay.Coverage;
import riskmap.geo.overlay.Overlay;
import riskmap.geo.overlay.PolygonLocator;

/**
 * Areas of one layer that overlap by more than {@code min} m²; with {@code by} only those that agree in these fields.
 *
 * <p>Areas that share their borders vertex by vertex are told by their edges alone, without computing a common area.
 */
final class OverlapCheck implements LayerCheck {
    private final QualityRule rule;
    private final double least;
    private final List<String> by;

    /** Areas of so many vertices on the average are worth a look at all of them at once. */
    private static final int MANY_VERTICES = 24;

    /** An overlap with a row before it. */
    private record Overlapped(int other, Geometry common) {}

    private OverlapCheck(QualityRule rule) {
        this.rule = rule;
        this.least = rule.number("min", 1);
        this.by = rule.list("by");
    }

    static Optional<Check> of(Checks.Ground ground) {
        boolean can = ground.hasShapes() && ground.has(ground.rule().list("by"));
        return can ? Optional.of(new OverlapCheck(ground.rule())) : Optional.empty();
    }

    @Override
    public boolean wholeLayer() {
        return false;
    }

    @Override
    public List<String> columns() {
        return by;
    }

    @Override
    public void check(LayerRows rows, Found found, Progress progress) {
        BitSet fitting = fitting(rows);
        List<List<Overlapped>> overlaps = Pairs.each(
                rows, 0, progress, (row, neighbours) -> fitting.get(row) ? null : overlaps(rows, row, neighbours));
        for (int row = 0; row < rows.size(); row++) {
            for (Overlapped overlap : Objects.requireNonNullElse(overlaps.get(row), List.<Overlapped>of())) {
                int other = overlap.other();
                found.in(rows, row, rule)
                        .place(Places.of(overlap.common()))
                        .with(rows.fid(other))
                        .evidence(rows.shape(row), rows.shape(other))
                        .fix(FixKind.OVERLAP)
                        .say(
                                "edit.check-overlap",
                                Long.toString(rows.fid(other)),
                                Said.number(overlap.common().getArea()));
            }
        }
    }

    /**
     * The rows of sets whose areas make up one outline, edge by edge, that holds the sum of all of them: then none overlaps
     * another. A zone of thousands of vertices is so looked at once, not once with each of its neighbours.
     */
    private BitSet fitting(LayerRows rows) {
        BitSet fitting = new BitSet();
        for (BitSet set : AreaSets.of(rows, by)) {
            List<Geometry> areas = set.stream().mapToObj(rows::shape).toList();
            long vertices = areas.stream().mapToLong(Geometry::getNumPoints).sum();
            double sum = areas.stream().mapToDouble(Geometry::getArea).sum();
            boolean many = vertices > (long) MANY_VERTICES * areas.size();
            if (many
                    && Coverage.dissolve(areas)
                            .filter(outline -> Math.abs(outline.getArea() - sum) < least)
                            .isPresent()) {
                fitting.or(set);
            }
        }
        return fitting;
    }

    private List<Overlapped> overlaps(LayerRows rows, int row, int[] neighbours) {
        Geometry shape = rows.shape(row);
        List<Integer> before = new ArrayList<>();
        for (int other : neighbours) {
            boolean wanted = rows.isSubject(row) || rows.isSubject(other);
            if (other < row
                    && wanted
                    && rows.shape(other).getDimension() == 2
                    && alike(rows, row, other)
                    && !Apart.are(shape, rows.shape(other))) {
                before.add(other);
            }
        }
        if (before.isEmpty() || shape.getDimension() < 2 || fits(rows, row, before)) {
            return null;
        }
        List<Overlapped> found = new ArrayList<>();
        for (int other : before) {
            Geometry common = Overlay.intersection(shape, rows.shape(other));
            if (common.getArea() > least) {
                found.add(new Overlapped(other, common));
            }
        }
        return found;
    }

    private boolean alike(LayerRows rows, int row, int other) {
        return by.stream().allMatch(column -> Objects.equals(rows.value(row, column), rows.value(other, column)));
    }

    /** Whether no edge of the area runs through a neighbour and none of the two lies within the other. */
    private static boolean fits(LayerRows rows, int row, List<Integer> neighbours) {
        Geometry shape = rows.shape(row);
        Geometry[] adjacent = neighbours.stream().map(rows::shape).toArray(Geometry[]::new);
        try {
            if (!CoveragePolygonValidator.validate(shape, adjacent).isEmpty()) {
                return false;
            }
        } catch (IllegalArgumentException | TopologyException e) {
            // an invalid area: the overlay, which repairs, decides
            return false;
        }
        Envelope extent = shape.getEnvelopeInternal();
        for (int other : neighbours) {
            Envelope around = rows.shape(other).getEnvelopeInternal();
            boolean inside = extent.covers(around) && isInside(rows.locator(row), rows.shape(other))
                    || around.covers(extent) && isInside(rows.locator(other), shape);
            if (inside) {
                return false;
            }
        }
        return true;
    }

    /** Whether an area whose edges do not cross the other's lies within it. */
    private static boolean isInside(PolygonLocator locator, Geometry area) {
        Coordinate place = area.getInteriorPoint().getCoordinate();
        return locator.locate(place.x, place.y) == Location.INTERIOR;
    }
}
