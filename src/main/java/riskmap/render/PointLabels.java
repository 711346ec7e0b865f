package riskmap.render;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.InteriorPointArea;
import org.locationtech.jts.algorithm.InteriorPointLine;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** The positions where a label at a point, or inside an area, may stand, the best first. */
final class PointLabels {
    static final FontRenderContext METRICS = new FontRenderContext(null, true, true);
    /** Chinese characters fill a square of the font size: this part of it stands above the base line. */
    static final double ASCENT = 0.86;
    /** Distance of base lines. */
    private static final double LEADING = 1.15;
    /** More labels than this get a quick point inside their area, fewer the middle of its widest place. */
    private static final int FEW = 400;
    /** Around a symbol: right, left, above, below, then the corners, as cartographers prefer. */
    private static final int[][] AROUND = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, 1}, {1, -1}, {-1, -1}};

    private final PaintTarget target;
    private int expected;

    PointLabels(PaintTarget target) {
        this.target = target;
    }

    /** Whether so few labels are expected that each gets the middle of its widest place. */
    static boolean isFew(int labels) {
        return labels <= FEW;
    }

    void expect(int labels) {
        expected = labels;
    }

    List<PlacedLabel> candidates(Label label) {
        int dimension = label.layer().dimension(label.row());
        Geometry shown = dimension == 1 ? null : shown(label);
        Coordinate world = dimension == 1 ? first(label) : inside(shown, dimension);
        List<PlacedLabel> result = new ArrayList<>();
        if (world == null) {
            return result;
        }
        Coordinate place = target.viewport().toTarget(world.x, world.y);
        double x = place.x;
        double y = place.y;
        TextLook.Place wish = label.look().place();
        List<String> lines = WrappedText.lines(label.text(), label.look().font(), wish.wrap());
        result.add(at(label, lines, x + wish.dx(), y - wish.dy(), wish.anchorX(), wish.anchorY()));
        if (wish.maxDisplacement() <= 0) {
            return result;
        }
        if (dimension == 1) {
            double gap = Math.max(Math.abs(wish.dx()), Math.abs(wish.dy()));
            for (int[] side : AROUND) {
                double part = side[0] != 0 && side[1] != 0 ? 0.75 : 1;
                double dx = side[0] * gap * part;
                double dy = side[1] * gap * part;
                result.add(at(label, lines, x + dx, y - dy, (1 - side[0]) / 2.0, (1 - side[1]) / 2.0));
            }
        } else {
            double step = label.look().font().getSize2D() * 0.8;
            for (double away = step; away <= wish.maxDisplacement(); away += step) {
                for (int[] side : AROUND) {
                    double dx = wish.dx() + side[0] * away;
                    double dy = wish.dy() + side[1] * away;
                    if (isNear(shown, x + dx, y - dy, label.look().font().getSize2D())) {
                        result.add(at(label, lines, x + dx, y - dy, wish.anchorX(), wish.anchorY()));
                    }
                }
            }
        }
        return result;
    }

    /** Whether a label would be anchored in what it names, or no farther from it than its letters are high. */
    private boolean isNear(Geometry named, double x, double y, double high) {
        Coordinate anchor = target.viewport().toWorld(x, y);
        double near = high / target.viewport().scale();
        return named.getEnvelopeInternal().distance(new Envelope(anchor)) <= near
                && named.isWithinDistance(named.getFactory().createPoint(anchor), near);
    }

    private static Coordinate first(Label label) {
        PackedLayer layer = label.layer();
        int point = layer.firstPoint(layer.firstPart(label.row()));
        return new Coordinate(layer.originX() + layer.xy()[2 * point], layer.originY() + layer.xy()[2 * point + 1]);
    }

    /** The part of the area or line that is shown, as finely as a pixel; the whole where it cannot be cut. */
    private Geometry shown(Label label) {
        Geometry geometry = PackedGeometry.of(label.layer(), label.row());
        try {
            if (geometry.getNumPoints() > 200) {
                geometry = DouglasPeuckerSimplifier.simplify(geometry, pixel());
            }
            if (target.viewport().isTurned()) {
                return geometry.intersection(turnedFrame(geometry.getFactory()));
            }
            Envelope shown = target.viewport().extent();
            return shown.contains(geometry.getEnvelopeInternal())
                    ? geometry
                    : geometry.intersection(geometry.getFactory().toGeometry(shown));
        } catch (IllegalArgumentException | org.locationtech.jts.geom.TopologyException invalid) {
            return geometry;
        }
    }

    /** A point inside an area or on a line; its middle where it is invalid; null where nothing is shown. */
    private Coordinate inside(Geometry geometry, int dimension) {
        if (geometry.isEmpty()) {
            return null;
        }
        try {
            if (dimension == 2) {
                return InteriorPointLine.getInteriorPoint(geometry);
            }
            if (!isFew(expected) || geometry.getArea() < 100 * pixel() * pixel()) {
                return InteriorPointArea.getInteriorPoint(geometry);
            }
            double fine = Math.max(2 * pixel(), Math.sqrt(geometry.getArea()) / 50);
            return MaximumInscribedCircle.getCenter(geometry, fine).getCoordinate();
        } catch (IllegalArgumentException | org.locationtech.jts.geom.TopologyException invalid) {
            Coordinate centre = geometry.getEnvelopeInternal().centre();
            return target.viewport().shown().contains(centre) ? centre : null;
        }
    }

    /** Side of a pixel in the world. */
    private double pixel() {
        return target.pixel() / target.viewport().scale();
    }

    /** The part of the world that a turned map shows. */
    private Geometry turnedFrame(GeometryFactory factory) {
        Viewport viewport = target.viewport();
        Coordinate corner = viewport.toWorld(0, 0);
        return factory.createPolygon(new Coordinate[] {
            corner,
            viewport.toWorld(viewport.width(), 0),
            viewport.toWorld(viewport.width(), viewport.height()),
            viewport.toWorld(0, viewport.height()),
            corner.copy()
        });
    }

    static double width(String text, Font font) {
        return font.getStringBounds(text, METRICS).getWidth();
    }

    /** A line of text as one run, or letter by letter where there is room between them. */
    private static void line(
            String text, TextLook look, double x, double y, AffineTransform turn, List<PlacedLabel.Run> runs) {
        double rotation = Math.toRadians(look.place().rotation());
        int end = text.length();
        for (int i = 0; i < end; i = look.spacing() == 0 ? end : text.offsetByCodePoints(i, 1)) {
            String part = look.spacing() == 0 ? text : Character.toString(text.codePointAt(i));
            double before = i == 0 ? 0 : width(text.substring(0, i), look.font());
            double[] base = {x + before + look.spacing() * text.codePointCount(0, i), y};
            turn.transform(base, 0, base, 0, 1);
            runs.add(new PlacedLabel.Run(part, base[0], base[1], rotation));
        }
    }

    private static PlacedLabel at(Label label, List<String> lines, double x, double y, double anchorX, double anchorY) {
        Font font = label.look().font();
        double size = font.getSize2D();
        double width = 0;
        for (String line : lines) {
            width = Math.max(width, label.look().width(line));
        }
        double height = size * (1 + LEADING * (lines.size() - 1));
        double rotation = Math.toRadians(label.look().place().rotation());
        AffineTransform turn = AffineTransform.getRotateInstance(rotation, x, y);
        double left = x - anchorX * width;
        double top = y - (1 - anchorY) * height;
        List<PlacedLabel.Run> runs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            double indent = (width - label.look().width(lines.get(i))) / 2;
            line(lines.get(i), label.look(), left + indent, top + size * (ASCENT + LEADING * i), turn, runs);
        }
        double margin = label.look().haloRadius() + label.look().place().space();
        Rectangle2D box = new Rectangle2D.Double(left - margin, top - margin, width + 2 * margin, height + 2 * margin);
        PlacedLabel.Behind behind =
                PlacedLabel.Behind.of(label, new Rectangle2D.Double(left, top, width, height), turn);
        Rectangle2D taken =
                PlacedLabel.Behind.with(behind, turn.createTransformedShape(box).getBounds2D());
        return new PlacedLabel(label.text(), label.look(), runs, List.of(taken), behind);
    }
}
