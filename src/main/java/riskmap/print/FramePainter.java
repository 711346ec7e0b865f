package riskmap.print;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;
import riskmap.map.LayoutItem;
import riskmap.map.LineStyle;
import riskmap.map.TextStyle;
import riskmap.render.PaintLayer;

/** Draws what lies over the map of a frame: the fade around what matters, outlines of other frames, atlas numbers. */
final class FramePainter {
    private static final String FADE = "#eef1f2b8";
    private static final String OUTLINE = "#12304a";
    private static final String MARK = "#c4291c";
    /** Points closer than this on paper, in millimetres, are one. */
    private static final double FINE = 0.05;

    private final Sheet sheet;
    private final FrameView view;

    private FramePainter(Sheet inside, FrameView view) {
        this.sheet = inside;
        this.view = view;
    }

    /** Draws the fade around what the frame is about: under the labels. */
    static void fade(Sheet page, FrameView view, PageContent content) {
        LayoutItem.MapFrame frame = view.item();
        Sheet inside = page.clipped(frame.box());
        FramePainter painter = new FramePainter(inside, view);
        if (frame.atlas() && content.page() != null) {
            CrsTransform toFrame = Crs.transform(view.mapCrs(), view.crs());
            Shape shape = painter.outline(List.of(toFrame.apply(content.page().shape())));
            painter.fade(shape);
            inside.draw(shape, new LineStyle("#ffffffb0", 1.1 * frame.magnification(), null));
            inside.draw(shape, new LineStyle(MARK, 0.5 * frame.magnification(), null));
        } else if (!frame.mask().isEmpty()) {
            List<Geometry> areas = painter.areas(frame, content);
            if (!areas.isEmpty()) {
                painter.fade(painter.outline(areas));
            }
        }
        inside.graphics().dispose();
    }

    /** Draws what lies over everything: outlines of other frames, numbers of atlas pages. */
    static void marks(Sheet page, FrameView view, PageContent content, Map<String, FrameView> views) {
        LayoutItem.MapFrame frame = view.item();
        Sheet inside = page.clipped(frame.box());
        FramePainter painter = new FramePainter(inside, view);
        for (String other : frame.marks()) {
            painter.mark(views.get(other));
        }
        if (frame.index()) {
            painter.numbers(content.pages(), frame.magnification());
        }
        inside.graphics().dispose();
    }

    private void fade(Shape kept) {
        Path2D around = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        around.append(Sheet.rectangle(view.item().box()), false);
        around.append(kept, false);
        sheet.fill(around, FADE);
    }

    /** The areas of the mask layer, which need not be one that the frame shows. */
    private List<Geometry> areas(LayoutItem.MapFrame frame, PageContent content) {
        List<Geometry> areas = new ArrayList<>();
        for (PaintLayer layer : content.layers(frame)) {
            if (layer.id().equals(frame.mask()) && layer.data() instanceof LayerData.Features features) {
                CrsTransform toFrame =
                        Crs.transform(features.source().getSchema().getCoordinateReferenceSystem(), view.crs());
                try (SimpleFeatureIterator rows =
                        features.source().getFeatures().features()) {
                    while (rows.hasNext()) {
                        if (rows.next().getDefaultGeometry() instanceof Geometry shape && shape.getDimension() == 2) {
                            areas.add(toFrame.apply(shape));
                        }
                    }
                } catch (IOException e) {
                    throw new RiskMapException(Message.of("print.layer-unreadable", content.title(layer.id())), e);
                }
            }
        }
        return areas;
    }

    /** Areas as a shape on the page, without points that nobody could tell apart. */
    private Shape outline(List<Geometry> areas) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (Geometry area : areas) {
            for (Object one : PolygonExtracter.getPolygons(area)) {
                Polygon polygon = (Polygon) one;
                ring(path, polygon.getExteriorRing().getCoordinates());
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    ring(path, polygon.getInteriorRingN(i).getCoordinates());
                }
            }
        }
        return path;
    }

    private void ring(Path2D path, Coordinate[] points) {
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (Coordinate point : points) {
            double x = view.pageX(point.x);
            double y = view.pageY(point.y);
            if (Double.isNaN(lastX)) {
                path.moveTo(x, y);
            } else if (Math.abs(x - lastX) < FINE && Math.abs(y - lastY) < FINE) {
                continue;
            } else {
                path.lineTo(x, y);
            }
            lastX = x;
            lastY = y;
        }
        path.closePath();
    }

    /** The extent of another frame, at least large enough to be seen. */
    private void mark(FrameView other) {
        Envelope e = other.extent();
        double[] corners = {
            e.getMinX(), e.getMinY(), e.getMaxX(), e.getMinY(), e.getMaxX(), e.getMaxY(), e.getMinX(), e.getMaxY()
        };
        Crs.transform(other.crs(), view.crs()).apply(corners, 4);
        Path2D path = new Path2D.Double();
        for (int i = 0; i < 4; i++) {
            double x = view.pageX(corners[2 * i]);
            double y = view.pageY(corners[2 * i + 1]);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        sheet.fill(path, MARK + "26");
        sheet.draw(path, new LineStyle(MARK, 0.45, null));
    }

    private void numbers(List<AtlasPage> pages, double magnification) {
        TextStyle style = TextStyle.of(8 * magnification)
                .withBold(true)
                .withColour(OUTLINE)
                .withAlign(TextStyle.Align.CENTRE);
        double letters = style.size() * Sheet.POINT;
        CrsTransform toFrame = Crs.transform(view.mapCrs(), view.crs());
        for (AtlasPage page : pages) {
            sheet.draw(outline(List.of(toFrame.apply(page.shape()))), new LineStyle(OUTLINE, 0.25, null));
        }
        for (AtlasPage page : pages) {
            Point inside = toFrame.apply(page.shape()).getInteriorPoint();
            double x = view.pageX(inside.getX());
            double y = view.pageY(inside.getY());
            double radius = 0.95 * letters;
            Shape disc = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
            sheet.graphics().setPaint(new Color(255, 255, 255, 225));
            sheet.graphics().fill(disc);
            sheet.draw(disc, new LineStyle(MARK, 0.3, null));
            sheet.text("" + page.number(), x, y + letters * Sheet.CAPITAL / 2, style);
        }
    }
}
