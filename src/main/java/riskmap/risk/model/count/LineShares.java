package riskmap.risk.model.count;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.raster.GridGeometry;
import riskmap.risk.RiskLevel;
import riskmap.risk.model.zone.StudyArea;
import riskmap.risk.model.zone.ZoneLayer;

/**
 * Length of lines by town and level. Lines are cut at the borders of the cells; a piece belongs to the level of its cell
 * and to the town its middle lies in. Lengths are whole millimetres, rounded along each line so that its pieces add up to
 * the rounded line.
 */
final class LineShares {
    private static final int SLOTS = RiskLevel.COUNT + 1;

    private final StudyArea area;
    private final ZoneLayer zones;
    private final GridGeometry lattice;
    private final AtomicLongArray sums;
    private final AtomicLongArray others = new AtomicLongArray(2);

    private LineShares(StudyArea area, ZoneLayer zones) {
        this.area = area;
        this.zones = zones;
        this.lattice = area.lattice();
        this.sums = new AtomicLongArray(area.townNames().length * SLOTS);
    }

    static LineShares of(Geometry[] lines, StudyArea area, ZoneLayer zones, Progress progress) {
        LineShares shares = new LineShares(area, zones);
        Parallel.items(lines.length, 256, progress, (from, to) -> {
            for (int i = from; i < to; i++) {
                if (lines[i] != null) {
                    for (Object line : LinearComponentExtracter.getLines(lines[i])) {
                        shares.add(((LineString) line).getCoordinateSequence());
                    }
                }
            }
        });
        return shares;
    }

    long millimetres(int town, int level) {
        return sums.get(town * SLOTS + level);
    }

    long outsideMillimetres() {
        return others.get(0);
    }

    /** Of the lines themselves, not the sum of the pieces. */
    long totalMillimetres() {
        return others.get(1);
    }

    private void add(CoordinateSequence line) {
        double along = 0;
        long counted = 0;
        for (int i = 1; i < line.size(); i++) {
            double x0 = line.getX(i - 1);
            double y0 = line.getY(i - 1);
            double dx = line.getX(i) - x0;
            double dy = line.getY(i) - y0;
            double length = Math.sqrt(dx * dx + dy * dy);
            double[] cuts = cuts(x0, y0, dx, dy);
            for (int n = 1; n < cuts.length; n++) {
                double middle = (cuts[n - 1] + cuts[n]) / 2;
                long reached = Math.round(1000 * (along + length * cuts[n]));
                count(x0 + middle * dx, y0 + middle * dy, reached - counted);
                counted = reached;
            }
            along += length;
        }
        others.addAndGet(1, Math.round(1000 * along));
    }

    private void count(double x, double y, long millimetres) {
        int cell = area.cellAt(x, y);
        int town = cell < 0 ? -1 : town(cell, x, y);
        if (town < 0) {
            others.addAndGet(0, millimetres);
        } else {
            sums.addAndGet(town * SLOTS + zones.level(cell), millimetres);
        }
    }

    /** The town of a place; without a search where all cells around belong to one town. */
    private int town(int cell, double x, double y) {
        int width = lattice.width();
        int here = area.townOfCell(cell);
        boolean rim =
                cell < width || cell >= lattice.cellCount() - width || cell % width == 0 || cell % width == width - 1;
        if (!rim) {
            boolean same = true;
            for (int row = -width; row <= width && same; row += width) {
                same = area.townOfCell(cell + row - 1) == here
                        && area.townOfCell(cell + row) == here
                        && area.townOfCell(cell + row + 1) == here;
            }
            if (same && here >= 0) {
                return here;
            }
        }
        return area.townAt(x, y);
    }

    /** Fractions of a segment at which it leaves a cell, with 0 and 1. */
    private double[] cuts(double x0, double y0, double dx, double dy) {
        double[] result = new double[16];
        int size = 0;
        result[size++] = 0;
        double fromX = (x0 - lattice.minX()) / lattice.cellWidth();
        double toX = (x0 + dx - lattice.minX()) / lattice.cellWidth();
        for (double line = Math.floor(Math.min(fromX, toX)) + 1; line < Math.max(fromX, toX); line++) {
            result = size + 2 > result.length ? Arrays.copyOf(result, 2 * size) : result;
            result[size++] = (line - fromX) / (toX - fromX);
        }
        double fromY = (lattice.maxY() - y0) / lattice.cellHeight();
        double toY = (lattice.maxY() - y0 - dy) / lattice.cellHeight();
        for (double line = Math.floor(Math.min(fromY, toY)) + 1; line < Math.max(fromY, toY); line++) {
            result = size + 2 > result.length ? Arrays.copyOf(result, 2 * size) : result;
            result[size++] = (line - fromY) / (toY - fromY);
        }
        Arrays.sort(result, 0, size);
        result = size + 1 > result.length ? Arrays.copyOf(result, size + 1) : result;
        result[size++] = 1;
        return Arrays.copyOf(result, size);
    }
}
