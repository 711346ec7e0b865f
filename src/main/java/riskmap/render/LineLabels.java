package riskmap.render;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The positions where a label may stand along a line: letters follow the line's bends, upright for a reader, never
 * where the line turns more sharply than allowed. A label with a symbol behind it stands straight, turned as the line is.
 */
final class LineLabels {
    /** Positions tried on either side of the middle. */
    private static final int TRIES = 8;

    private final PaintTarget target;

    LineLabels(PaintTarget target) {
        this.target = target;
    }

    List<PlacedLabel> candidates(Label label) {
        List<PlacedLabel> result = new ArrayList<>();
        PathBuilder paths = new PathBuilder(label.layer(), target);
        double[] widths = widths(label.text(), label.look());
        double length = 0;
        for (double width : widths) {
            length += width;
        }
        for (int part = label.layer().firstPart(label.row());
                part < label.layer().endPart(label.row());
                part++) {
            for (LinePath path : LinePath.shown(
                    paths.points(part), target, label.look().font().getSize2D() / 3)) {
                along(label, path, widths, length, result);
            }
        }
        return result;
    }

    private static double[] widths(String text, TextLook look) {
        int[] letters = text.codePoints().toArray();
        double[] widths = new double[letters.length];
        double before = 0;
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < letters.length; i++) {
            written.appendCodePoint(letters[i]);
            double now = PointLabels.width(written.toString(), look.font());
            widths[i] = now - before + (bends(look) ? look.spacing() : 0);
            before = now;
        }
        return widths;
    }

    /** Whether letters follow the line: a symbol behind them cannot be bent, and a label that has one stands straight on it. */
    private static boolean bends(TextLook look) {
        return look.place().follow() && look.shield() == null;
    }

    private void along(Label label, LinePath path, double[] widths, double length, List<PlacedLabel> result) {
        double room = path.length() - length;
        if (room < 0) {
            return;
        }
        double repeat = label.look().place().repeat();
        double step = Math.max(label.look().font().getSize2D(), room / 2 / TRIES);
        if (repeat > 0) {
            step = Math.min(step, repeat / 3);
        }
        double middle = room / 2;
        List<PlacedLabel> bent = new ArrayList<>();
        for (double away = 0; away <= room / 2; away += step) {
            add(label, path, middle + away, widths, length, path.bent(middle + away, length) ? bent : result);
            if (away > 0) {
                add(label, path, middle - away, widths, length, path.bent(middle - away, length) ? bent : result);
            }
        }
        // across a corner only where there is no other place
        result.addAll(bent);
    }

    private void add(
            Label label, LinePath path, double from, double[] widths, double length, List<PlacedLabel> result) {
        double[] start = path.at(from);
        double[] end = path.at(from + length);
        boolean backwards = start[0] > end[0];
        LinePath upright = backwards ? path.reversed() : path;
        double begin = backwards ? path.length() - from - length : from;
        PlacedLabel placed =
                bends(label.look()) ? letters(label, upright, begin, widths) : straight(label, upright, begin, length);
        if (placed != null) {
            result.add(placed);
        }
    }

    private static PlacedLabel letters(Label label, LinePath path, double from, double[] widths) {
        double size = label.look().font().getSize2D();
        // letters are centred across the line: the base line lies a third of their size below it
        double down = size * (PointLabels.ASCENT - 0.5) - label.look().place().dy();
        double limit = Math.toRadians(label.look().place().maxAngle());
        int[] letters = label.text().codePoints().toArray();
        List<PlacedLabel.Run> runs = new ArrayList<>();
        List<Rectangle2D> boxes = new ArrayList<>();
        double before = Double.NaN;
        double distance = from;
        for (int i = 0; i < letters.length; i++) {
            double[] a = path.at(distance);
            double[] b = path.at(distance + widths[i]);
            double angle = Math.atan2(b[1] - a[1], b[0] - a[0]);
            double turn = Math.abs(Math.IEEEremainder(angle - before, 2 * Math.PI));
            if (turn > limit) {
                return null;
            }
            before = angle;
            double cx = (a[0] + b[0]) / 2;
            double cy = (a[1] + b[1]) / 2;
            double x = cx - Math.cos(angle) * widths[i] / 2 - Math.sin(angle) * down;
            double y = cy - Math.sin(angle) * widths[i] / 2 + Math.cos(angle) * down;
            runs.add(new PlacedLabel.Run(Character.toString(letters[i]), x, y, angle));
            boxes.add(box(label, cx, cy, angle, widths[i]));
            distance += widths[i];
        }
        return new PlacedLabel(label.text(), label.look(), runs, boxes, null);
    }

    private static Rectangle2D box(Label label, double cx, double cy, double angle, double width) {
        double size = label.look().font().getSize2D();
        double up = label.look().place().dy();
        double margin = label.look().haloRadius() + label.look().place().space();
        double w = Math.abs(Math.cos(angle)) * width + Math.abs(Math.sin(angle)) * size + 2 * margin;
        double h = Math.abs(Math.sin(angle)) * width + Math.abs(Math.cos(angle)) * size + 2 * margin;
        double x = cx + Math.sin(angle) * up;
        double y = cy - Math.cos(angle) * up;
        return new Rectangle2D.Double(x - w / 2, y - h / 2, w, h);
    }

    private static PlacedLabel straight(Label label, LinePath path, double from, double length) {
        double[] a = path.at(from);
        double[] b = path.at(from + length);
        double angle = Math.atan2(b[1] - a[1], b[0] - a[0]);
        double size = label.look().font().getSize2D();
        double down = size * (PointLabels.ASCENT - 0.5) - label.look().place().dy();
        double cx = (a[0] + b[0]) / 2;
        double cy = (a[1] + b[1]) / 2;
        double x = cx - Math.cos(angle) * length / 2 - Math.sin(angle) * down;
        double y = cy - Math.sin(angle) * length / 2 + Math.cos(angle) * down;
        double up = label.look().place().dy();
        Rectangle2D text = new Rectangle2D.Double(cx - length / 2, cy - up - size / 2, length, size);
        PlacedLabel.Behind behind =
                PlacedLabel.Behind.of(label, text, AffineTransform.getRotateInstance(angle, cx, cy));
        return new PlacedLabel(
                label.text(),
                label.look(),
                List.of(new PlacedLabel.Run(label.text(), x, y, angle)),
                List.of(PlacedLabel.Behind.with(behind, box(label, cx, cy, angle, length))),
                behind);
    }
}
