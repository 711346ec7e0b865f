package riskmap.print;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;
import riskmap.geo.crs.TurnedCrs;
import riskmap.map.Box;
import riskmap.map.GridLines;
import riskmap.map.LineStyle;
import riskmap.map.TextStyle;

/**
 * Draws lines of equal longitude, latitude, easting and northing over a map frame: fine lines inside, ticks and labels
 * outside. Labels that would touch one already set are left out.
 */
final class GridPainter {
    /** Round intervals in minutes of arc. */
    /** Least room between labels of two grids, in millimetres: closer ones read as one number. */
    private static final double APART = 2.5;

    private static final double[] MINUTES = {0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 1800};
    /** Lines stand at least this far apart, in millimetres. */
    private static final double MIN_SPACING = 38;
    /** Pieces a curved line is drawn with. */
    private static final int PIECES = 48;

    /** More lines than any page has room for. */
    private static final int MOST_LINES = 2000;

    private static final double TICK = 1.2;
    private static final double LABEL_GAP = 0.5;

    private final Sheet sheet;
    private final FrameView view;
    private final Box box;
    /** Ends of labels set so far along each edge: top, bottom, left, right. */
    private final List<List<double[]>> taken =
            List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    GridPainter(Sheet sheet, FrameView view) {
        this.sheet = sheet;
        this.view = view;
        this.box = view.item().box();
    }

    void paint(GridLines grid) {
        if (grid.kind() == GridLines.Kind.KILOMETRE) {
            kilometres(grid);
        } else {
            degrees(grid);
        }
    }

    private void degrees(GridLines grid) {
        Envelope seen = seen(view.toDegrees());
        seen.expandBy(1e-4);
        CrsTransform toMap = view.fromDegrees();
        double minutes = grid.interval() > 0 ? grid.interval() : roundMinutes(seen);
        double step = minutes / 60;
        if (!(Math.max(seen.getWidth(), seen.getHeight()) <= MOST_LINES * step)) {
            // degrees of what is no place on the earth have no end
            return;
        }
        for (double lon = Math.ceil(seen.getMinX() / step) * step; lon <= seen.getMaxX(); lon += step) {
            double[] line = new double[2 * (PIECES + 1)];
            for (int i = 0; i <= PIECES; i++) {
                line[2 * i] = lon;
                line[2 * i + 1] = seen.getMinY() + seen.getHeight() * i / PIECES;
            }
            toMap.apply(line, PIECES + 1);
            draw(line, grid, degreeLabel(lon, "E", "W", minutes), true);
        }
        for (double lat = Math.ceil(seen.getMinY() / step) * step; lat <= seen.getMaxY(); lat += step) {
            double[] line = new double[2 * (PIECES + 1)];
            for (int i = 0; i <= PIECES; i++) {
                line[2 * i] = seen.getMinX() + seen.getWidth() * i / PIECES;
                line[2 * i + 1] = lat;
            }
            toMap.apply(line, PIECES + 1);
            draw(line, grid, degreeLabel(lat, "N", "S", minutes), false);
        }
    }

    private void kilometres(GridLines grid) {
        CrsTransform toFrame = Crs.transform(view.mapCrs(), view.crs());
        Envelope extent = seen(Crs.transform(view.crs(), view.mapCrs()));
        double spacing = MIN_SPACING / box.width() * view.extent().getWidth() / 1000;
        double step = 1000 * (grid.interval() > 0 ? grid.interval() : FrameView.round(spacing));
        for (double x = Math.ceil(extent.getMinX() / step) * step; x <= extent.getMaxX(); x += step) {
            double[] line = {x, extent.getMinY(), x, extent.getMaxY()};
            toFrame.apply(line, 2);
            draw(line, grid, kilometreLabel(x), true);
        }
        for (double y = Math.ceil(extent.getMinY() / step) * step; y <= extent.getMaxY(); y += step) {
            double[] line = {extent.getMinX(), y, extent.getMaxX(), y};
            toFrame.apply(line, 2);
            draw(line, grid, kilometreLabel(y), false);
        }
    }

    /** Draws a line given in the map's CRS, with ticks and labels where it leaves the frame. */
    private void draw(double[] line, GridLines grid, String label, boolean upright) {
        // on a map turned by more than 45° meridians leave through the sides
        boolean steep = upright == Math.abs(Math.cos(Math.toRadians(TurnedCrs.degrees(view.crs())))) > Math.sqrt(0.5);
        Path2D path = new Path2D.Double();
        double lastX = 0;
        double lastY = 0;
        for (int i = 0; i < line.length; i += 2) {
            double x = view.pageX(line[i]);
            double y = view.pageY(line[i + 1]);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
                if (steep) {
                    crossing(lastY, y, box.y(), lastX, x, at -> mark(grid, label, at, 0));
                    crossing(lastY, y, box.bottom(), lastX, x, at -> mark(grid, label, at, 1));
                } else {
                    crossing(lastX, x, box.x(), lastY, y, at -> mark(grid, label, at, 2));
                    crossing(lastX, x, box.right(), lastY, y, at -> mark(grid, label, at, 3));
                }
            }
            lastX = x;
            lastY = y;
        }
        if (grid.lines()) {
            Sheet inside = sheet.clipped(box);
            inside.draw(path, grid.line());
            inside.graphics().dispose();
        }
    }

    private static void crossing(
            double from, double to, double edge, double a, double b, java.util.function.DoubleConsumer found) {
        // A line that ends on the edge counts there, not once more on the next piece.
        double low = Math.min(from, to);
        double high = Math.max(from, to);
        if (low - 1e-6 <= edge && edge < high || Math.abs(high - edge) <= 1e-6 && high > low) {
            found.accept(a + (b - a) * (edge - from) / (to - from));
        }
    }

    /** Sets tick and label where a line meets an edge (0 top, 1 bottom, 2 left, 3 right). */
    private void mark(GridLines grid, String label, double at, int edge) {
        boolean level = edge < 2;
        double low = level ? box.x() : box.y();
        double high = level ? box.right() : box.bottom();
        double half = Sheet.width(label, grid.label()) / 2;
        if (at - half < low || at + half > high || isTaken(edge, at - half - APART, at + half + APART)) {
            return;
        }
        taken.get(edge).add(new double[] {at - half, at + half});
        LineStyle tick = new LineStyle(grid.label().colour(), 0.15, null);
        TextStyle style = grid.label().withAlign(TextStyle.Align.CENTRE);
        double capital = style.size() * Sheet.POINT * Sheet.CAPITAL;
        switch (edge) {
            case 0 -> {
                sheet.line(at, box.y(), at, box.y() - TICK, tick);
                sheet.text(label, at, box.y() - TICK - LABEL_GAP, style);
            }
            case 1 -> {
                sheet.line(at, box.bottom(), at, box.bottom() + TICK, tick);
                sheet.text(label, at, box.bottom() + TICK + LABEL_GAP + capital, style);
            }
            case 2 -> {
                sheet.line(box.x(), at, box.x() - TICK, at, tick);
                turned(label, box.x() - TICK - LABEL_GAP, at, style);
            }
            default -> {
                sheet.line(box.right(), at, box.right() + TICK, at, tick);
                turned(label, box.right() + TICK + LABEL_GAP + capital, at, style);
            }
        }
    }

    private void turned(String label, double x, double y, TextStyle style) {
        Graphics2D graphics = sheet.graphics();
        AffineTransform kept = graphics.getTransform();
        graphics.translate(x, y);
        graphics.rotate(-Math.PI / 2);
        sheet.text(label, 0, 0, style);
        graphics.setTransform(kept);
    }

    private boolean isTaken(int edge, double from, double to) {
        return taken.get(edge).stream().anyMatch(span -> span[0] < to && from < span[1]);
    }

    /** Coordinates of another CRS that the frame sees: its edges, sampled. */
    private Envelope seen(CrsTransform there) {
        Envelope extent = view.extent();
        double[] edge = new double[8 * (PIECES + 1)];
        for (int i = 0; i <= PIECES; i++) {
            double x = extent.getMinX() + extent.getWidth() * i / PIECES;
            double y = extent.getMinY() + extent.getHeight() * i / PIECES;
            double[] points = {x, extent.getMinY(), x, extent.getMaxY(), extent.getMinX(), y, extent.getMaxX(), y};
            System.arraycopy(points, 0, edge, 8 * i, 8);
        }
        there.apply(edge, edge.length / 2);
        Envelope seen = new Envelope();
        for (int i = 0; i < edge.length; i += 2) {
            seen.expandToInclude(edge[i], edge[i + 1]);
        }
        return seen;
    }

    private double roundMinutes(Envelope seen) {
        double wanted = MIN_SPACING / box.height() * seen.getHeight() * 60;
        for (double minutes : MINUTES) {
            if (minutes >= wanted) {
                return minutes;
            }
        }
        return MINUTES[MINUTES.length - 1];
    }

    private static String degreeLabel(double value, String positive, String negative, double interval) {
        long seconds = Math.round(Math.abs(value) * 3600);
        String text = seconds / 3600 + "°" + String.format(Locale.ROOT, "%02d′", seconds / 60 % 60);
        if (interval < 1) {
            text += String.format(Locale.ROOT, "%02d″", seconds % 60);
        }
        return text + (value < 0 ? negative : positive);
    }

    private static String kilometreLabel(double metres) {
        double kilometres = metres / 1000;
        return kilometres == Math.rint(kilometres)
                ? Long.toString((long) kilometres)
                : Double.toString(Math.round(kilometres * 1000) / 1000.0);
    }
}
