package riskmap.geo.overlay;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * How large the part is that two areas have in common, without finding that part: each area is the sum of what lies below
 * its edges, counted negative where the edge runs the other way, and what lies below two edges is an integral over their
 * common stretch of x. There is no predicate in it that could fall the wrong way: rounding a corner onto an edge or beside
 * it changes the sum by rounding only. So it tells what an overlay lost, whichever way that overlay was computed.
 *
 * <p>Of areas that cross themselves, what is enclosed several times counts several times.
 */
final class CommonArea {
    /** More pairs of edges than this, and a second overlay is no slower. */
    private static final long MOST_PAIRS = 1 << 18;

    /** Numbers of a stretch: from and to in x, height at both, 1 or −1. */
    private static final int NUMBERS = 5;

    private final Envelope box;
    private final double top;
    /** Stretches of both areas within the box, heights above its lower side. */
    private final Stretches a;

    private final Stretches b;

    private CommonArea(Geometry one, Geometry other, Envelope box) {
        this.box = box;
        top = box.getHeight();
        a = stretches(one);
        b = stretches(other);
    }

    /** The area in square units; nothing where there are too many edges for comparing all of one with all of the other. */
    static OptionalDouble of(Geometry one, Geometry other) {
        Envelope box = one.getEnvelopeInternal().intersection(other.getEnvelopeInternal());
        if (box.isNull()) {
            return OptionalDouble.of(0);
        }
        if ((long) one.getNumPoints() + other.getNumPoints() > MOST_PAIRS) {
            return OptionalDouble.empty();
        }
        CommonArea common = new CommonArea(one, other, box);
        boolean few = (long) common.a.count * common.b.count <= MOST_PAIRS;
        return few ? OptionalDouble.of(common.sum()) : OptionalDouble.empty();
    }

    private double sum() {
        double sum = 0;
        double[] one = a.numbers;
        double[] other = b.numbers;
        for (int i = 0, endOfOne = NUMBERS * a.count; i < endOfOne; i += NUMBERS) {
            double from = one[i];
            double to = one[i + 1];
            double part = 0;
            for (int k = 0, endOfOther = NUMBERS * b.count; k < endOfOther; k += NUMBERS) {
                double left = Math.max(from, other[k]);
                double right = Math.min(to, other[k + 1]);
                if (left < right) {
                    part += other[k + 4] * below(one, i, other, k, left, right);
                }
            }
            sum += one[i + 4] * part;
        }
        return sum;
    }

    /** The area below the lower of two stretches, from left to right. */
    private static double below(double[] one, int i, double[] other, int k, double left, double right) {
        double oneLeft = height(one, i, left);
        double oneRight = height(one, i, right);
        double otherLeft = height(other, k, left);
        double otherRight = height(other, k, right);
        double width = right - left;
        double atLeft = otherLeft - oneLeft;
        double atRight = otherRight - oneRight;
        if (atLeft >= 0 && atRight >= 0) {
            return width * (oneLeft + oneRight) / 2;
        }
        if (atLeft <= 0 && atRight <= 0) {
            return width * (otherLeft + otherRight) / 2;
        }
        // they cross in between: below one of them, less the triangle by which it is too high
        double share = atLeft / (atLeft - atRight);
        return atLeft > 0
                ? width * (oneLeft + oneRight + (1 - share) * atRight) / 2
                : width * (oneLeft + oneRight + share * atLeft) / 2;
    }

    private static double height(double[] stretch, int at, double x) {
        double from = stretch[at];
        double to = stretch[at + 1];
        if (x <= from) {
            return stretch[at + 2];
        }
        if (x >= to) {
            return stretch[at + 3];
        }
        double share = (x - from) / (to - from);
        return stretch[at + 2] + share * (stretch[at + 3] - stretch[at + 2]);
    }

    private Stretches stretches(Geometry area) {
        Stretches stretches = new Stretches();
        Coverage.forEachRing(area, (ring, shell) -> {
            Envelope extent = ring.getEnvelopeInternal();
            if (!ring.isEmpty() && extent.intersects(box)) {
                add(ring.getCoordinateSequence(), shell, extent, stretches);
            }
        });
        return stretches;
    }

    /** Adds the edges of a ring, turned so that what lies below its upper edges counts positive for a shell. */
    private void add(CoordinateSequence ring, boolean shell, Envelope extent, Stretches stretches) {
        int first = stretches.count;
        double middle = extent.getMinY() + extent.getHeight() / 2 - box.getMinY();
        double enclosed = 0;
        double toX = ring.getX(0) - box.getMinX();
        double toY = ring.getY(0) - box.getMinY();
        for (int i = 1, size = ring.size(); i < size; i++) {
            double fromX = toX;
            double fromY = toY;
            toX = ring.getX(i) - box.getMinX();
            toY = ring.getY(i) - box.getMinY();
            enclosed += (toX - fromX) * (fromY - middle + (toY - middle));
            if (fromX < toX) {
                cut(fromX, fromY, toX, toY, 1, stretches);
            } else if (toX < fromX) {
                cut(toX, toY, fromX, fromY, -1, stretches);
            }
        }
        if (enclosed > 0 != shell) {
            stretches.turn(first);
        }
    }

    /** Adds what of an edge, running to the right, stands over the box: no higher than its top, nothing below it. */
    private void cut(double x0, double y0, double x1, double y1, int sign, Stretches stretches) {
        double from = Math.max(0, x0);
        double to = Math.min(box.getWidth(), x1);
        if (from >= to || y0 <= 0 && y1 <= 0) {
            return;
        }
        double slope = (y1 - y0) / (x1 - x0);
        double low = from == x0 ? y0 : y0 + (from - x0) * slope;
        double high = to == x1 ? y1 : y0 + (to - x0) * slope;
        double at = from;
        double height = low;
        // where it crosses the two sides of the box, in the order along the edge
        boolean up = high > low;
        for (double side : up ? new double[] {0, top} : new double[] {top, 0}) {
            if (up ? low < side && side < high : high < side && side < low) {
                double there = Math.min(to, Math.max(at, from + (side - low) / (high - low) * (to - from)));
                stretches.add(at, there, clamp(height), side, sign);
                at = there;
                height = side;
            }
        }
        stretches.add(at, to, clamp(height), clamp(high), sign);
    }

    private double clamp(double height) {
        return Math.min(top, Math.max(0, height));
    }

    /** Stretches, one after the other. */
    private static final class Stretches {
        private double[] numbers = new double[64 * NUMBERS];
        private int count;

        void add(double from, double to, double heightFrom, double heightTo, int sign) {
            if (from >= to || heightFrom <= 0 && heightTo <= 0) {
                return;
            }
            int at = NUMBERS * count++;
            if (at + NUMBERS > numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * numbers.length);
            }
            numbers[at] = from;
            numbers[at + 1] = to;
            numbers[at + 2] = heightFrom;
            numbers[at + 3] = heightTo;
            numbers[at + 4] = sign;
        }

        void turn(int first) {
            for (int stretch = first; stretch < count; stretch++) {
                numbers[NUMBERS * stretch + 4] = -numbers[NUMBERS * stretch + 4];
            }
        }
    }
}
