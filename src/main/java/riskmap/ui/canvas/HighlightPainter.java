package riskmap.ui.canvas;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Progress;
import riskmap.render.Viewport;

/** Paints selected and pointed-at geometries over the map: cyan and orange, which no risk level uses. */
final class HighlightPainter {
    private static final Color SELECTED = new Color(0x00b8d4);
    private static final Color POINTED_AT = new Color(0xd500f9);

    private HighlightPainter() {}

    static void paint(MapContent.Highlight highlight, Viewport viewport, BufferedImage picture, Progress progress) {
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            paint(highlight.selected(), SELECTED, viewport, graphics, progress);
            paint(highlight.pointedAt(), POINTED_AT, viewport, graphics, progress);
        } finally {
            graphics.dispose();
        }
    }

    private static void paint(
            List<Geometry> geometries, Color colour, Viewport viewport, Graphics2D graphics, Progress progress) {
        float pixel = (float) (viewport.unitsPerInch() / 96);
        for (Geometry geometry : geometries) {
            progress.check();
            if (geometry.getEnvelopeInternal().intersects(viewport.shown())) {
                for (int i = 0; i < geometry.getNumGeometries(); i++) {
                    paint(geometry.getGeometryN(i), colour, viewport, graphics, pixel);
                }
            }
        }
    }

    private static void paint(Geometry part, Color colour, Viewport viewport, Graphics2D graphics, float pixel) {
        Color veil = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 38);
        if (part instanceof Point point && !point.isEmpty()) {
            double radius = 8 * pixel;
            Coordinate place = viewport.toTarget(point.getX(), point.getY());
            double x = place.x;
            double y = place.y;
            Ellipse2D ring = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
            graphics.setColor(veil);
            graphics.fill(ring);
            outline(ring, colour, graphics, pixel);
        } else if (part instanceof Polygon polygon) {
            Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
            append(path, polygon.getExteriorRing(), viewport);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                append(path, polygon.getInteriorRingN(i), viewport);
            }
            graphics.setColor(veil);
            graphics.fill(path);
            outline(path, colour, graphics, pixel);
        } else if (part instanceof LineString line) {
            Path2D path = new Path2D.Double();
            append(path, line, viewport);
            outline(path, colour, graphics, pixel);
        }
    }

    private static void outline(java.awt.Shape shape, Color colour, Graphics2D graphics, float pixel) {
        graphics.setStroke(new BasicStroke(4 * pixel, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setColor(new Color(255, 255, 255, 200));
        graphics.draw(shape);
        graphics.setStroke(new BasicStroke(2 * pixel, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setColor(colour);
        graphics.draw(shape);
    }

    private static void append(Path2D path, LineString line, Viewport viewport) {
        boolean first = true;
        for (Coordinate point : line.getCoordinates()) {
            Coordinate place = viewport.toTarget(point.x, point.y);
            if (first) {
                path.moveTo(place.x, place.y);
                first = false;
            } else {
                path.lineTo(place.x, place.y);
            }
        }
    }
}
