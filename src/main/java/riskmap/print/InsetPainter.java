package riskmap.print;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Language;
import riskmap.geo.crs.CrsTransform;
import riskmap.map.Box;
import riskmap.map.LayoutItem;
import riskmap.map.LineStyle;
import riskmap.map.TextStyle;
import riskmap.style.ColourScheme;

/** Draws where the mapped area lies: schematic land of the region in longitude and latitude, the map's extent on it. */
final class InsetPainter {
    private final Sheet sheet;
    private final LayoutItem.Inset item;
    private final ColourScheme colours;
    private final Box box;
    private final double west;
    private final double north;
    private final double perLongitude;
    private final double perLatitude;

    InsetPainter(Sheet sheet, LayoutItem.Inset item, ColourScheme colours) {
        this.colours = colours;
        this.sheet = sheet;
        this.item = item;
        this.box = item.box();
        List<Double> extent = item.extent();
        double middle = Math.toRadians((extent.get(1) + extent.get(3)) / 2);
        double width = (extent.get(2) - extent.get(0)) * Math.cos(middle);
        double height = extent.get(3) - extent.get(1);
        // Degrees of longitude are shorter by the cosine of the middle latitude; the region is centred in the box.
        this.perLatitude = Math.max(box.width() / width, box.height() / height);
        this.perLongitude = perLatitude * Math.cos(middle);
        this.west = (extent.get(0) + extent.get(2)) / 2 - box.width() / 2 / perLongitude;
        this.north = (extent.get(1) + extent.get(3)) / 2 + box.height() / 2 / perLatitude;
    }

    void paint(FrameView view, Fields fields, Language language) {
        Sheet inside = sheet.clipped(box);
        inside.fill(box, in(item.colours().sea()));
        for (List<Double> ring : item.land()) {
            Path2D path = path(ring);
            inside.fill(path, in(item.colours().land()));
            inside.draw(path, new LineStyle(in(item.colours().shore()), 0.2, null));
        }
        meridians(inside);
        mark(inside, view);
        for (LayoutItem.Place place : item.names()) {
            TextStyle style = place.style().withAlign(TextStyle.Align.CENTRE);
            inside.haloText(
                    place.text().text(language),
                    x(place.longitude()),
                    y(place.latitude()) + style.size() * Sheet.POINT * Sheet.CAPITAL / 2,
                    style,
                    new Color(255, 255, 255, 150),
                    0.25);
        }
        double letters = item.style().size() * Sheet.POINT;
        String title = fields.fill(item.title().text(language), item.id());
        if (!title.isEmpty()) {
            inside.haloText(
                    title,
                    box.x() + 0.55 * letters,
                    box.y() + 1.4 * letters,
                    item.style(),
                    new Color(255, 255, 255, 200),
                    0.15 * letters);
        }
        inside.graphics().dispose();
        sheet.draw(Sheet.rectangle(box), new LineStyle(item.colours().edge(), 0.25, null));
    }

    /** Lines of whole degrees, fine, with their values at the edges. */
    private void meridians(Sheet inside) {
        LineStyle line = new LineStyle(faint(item.colours().edge(), "40"), 0.08, null);
        TextStyle style = TextStyle.of(item.style().size() * 0.6).withColour("#5b7083");
        double letters = style.size() * Sheet.POINT;
        double east = west + box.width() / perLongitude;
        double south = north - box.height() / perLatitude;
        for (int lon = (int) Math.ceil(west); lon <= east; lon++) {
            inside.line(x(lon), box.y(), x(lon), box.bottom(), line);
            double x = x(lon) + 0.25 * letters;
            if (x + Sheet.width(lon + "°E", style) < box.right()) {
                inside.text(lon + "°E", x, box.bottom() - 0.4 * letters, style);
            }
        }
        for (int lat = (int) Math.ceil(south); lat <= north; lat++) {
            inside.line(box.x(), y(lat), box.right(), y(lat), line);
            if (y(lat) - 2 * letters > box.y()) {
                inside.text(
                        lat + "°N",
                        box.right() - 0.3 * letters,
                        y(lat) - 0.25 * letters,
                        style.withAlign(TextStyle.Align.RIGHT));
            }
        }
    }

    /** The extent of the map, at least large enough to be seen. */
    private void mark(Sheet inside, FrameView view) {
        Envelope extent = view.extent();
        double[] corners = {
            extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMinY(),
            extent.getMaxX(), extent.getMaxY(), extent.getMinX(), extent.getMaxY()
        };
        CrsTransform toDegrees = view.toDegrees();
        toDegrees.apply(corners, 4);
        Path2D path = new Path2D.Double();
        for (int i = 0; i < 4; i++) {
            if (i == 0) {
                path.moveTo(x(corners[0]), y(corners[1]));
            } else {
                path.lineTo(x(corners[2 * i]), y(corners[2 * i + 1]));
            }
        }
        path.closePath();
        String mark = in(item.colours().mark());
        inside.fill(path, faint(mark, "33"));
        inside.draw(path, new LineStyle(mark, 0.4, null));
    }

    /** The colour, seen through; whatever it was before. */
    private static String faint(String colour, String alpha) {
        return colour.substring(0, 7) + alpha;
    }

    private String in(String colour) {
        return colours == null ? colour : colours.exchanged(colour);
    }

    private Path2D path(List<Double> ring) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i + 1 < ring.size(); i += 2) {
            double x = x(ring.get(i));
            double y = y(ring.get(i + 1));
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }

    private double x(double longitude) {
        return box.x() + (longitude - west) * perLongitude;
    }

    private double y(double latitude) {
        return box.y() + (north - latitude) * perLatitude;
    }
}
