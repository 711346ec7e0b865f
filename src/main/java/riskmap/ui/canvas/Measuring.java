package riskmap.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import riskmap.base.Message;
import riskmap.geo.Crs;

/**
 * A line or area being measured on the map. Lengths and areas are planar, in the map's projected CRS, and say so; on a
 * geographic map there are none.
 */
public final class Measuring {
    private final boolean area;
    private final List<Coordinate> points = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Message> result = new ReadOnlyObjectWrapper<>();

    Measuring(boolean area) {
        this.area = area;
    }

    boolean isArea() {
        return area;
    }

    List<Coordinate> points() {
        return points;
    }

    /** What has been measured so far, null for nothing. */
    ReadOnlyObjectProperty<Message> result() {
        return result.getReadOnlyProperty();
    }

    void add(double x, double y) {
        points.add(new Coordinate(x, y));
    }

    void clear() {
        points.clear();
        result.set(null);
    }

    /** Measures up to a place that is pointed at but not yet clicked; null for the clicked points alone. */
    void measure(Coordinate pointedAt, CoordinateReferenceSystem crs) {
        List<Coordinate> all = new ArrayList<>(points);
        if (pointedAt != null) {
            all.add(pointedAt);
        }
        if (Crs.isGeographic(crs)) {
            result.set(Message.of("ui.measure-geographic"));
        } else if (all.size() < 2) {
            result.set(Message.of(area ? "ui.measure-area-start" : "ui.measure-distance-start"));
        } else if (area) {
            result.set(Message.of("ui.measure-area", areaText(areaOf(all)), lengthText(lengthOf(all) + closing(all))));
        } else {
            result.set(Message.of("ui.measure-distance", lengthText(lengthOf(all))));
        }
    }

    /** Length of the line through the points. */
    public static double lengthOf(List<Coordinate> points) {
        double length = 0;
        for (int i = 1; i < points.size(); i++) {
            length += points.get(i).distance(points.get(i - 1));
        }
        return length;
    }

    /** Area of the closed ring through the points (shoelace formula), never negative. */
    public static double areaOf(List<Coordinate> points) {
        double twice = 0;
        Coordinate origin = points.get(0);
        for (int i = 0; i < points.size(); i++) {
            Coordinate a = points.get(i);
            Coordinate b = points.get((i + 1) % points.size());
            twice += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y);
        }
        return Math.abs(twice) / 2;
    }

    private static double closing(List<Coordinate> points) {
        return points.get(points.size() - 1).distance(points.get(0));
    }

    /** Metres, or kilometres from 1000 m on. */
    public static String lengthText(double metres) {
        return metres < 1000
                ? String.format(Locale.ROOT, "%.1f m", metres)
                : String.format(Locale.ROOT, "%.3f km", metres / 1000);
    }

    /** Square metres, or square kilometres from 0.1 km² on. */
    public static String areaText(double squareMetres) {
        return squareMetres < 1e5
                ? String.format(Locale.ROOT, "%.0f m²", squareMetres)
                : String.format(Locale.ROOT, "%.3f km²", squareMetres / 1e6);
    }
}
