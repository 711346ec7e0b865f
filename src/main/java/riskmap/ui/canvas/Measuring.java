package riskmap.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.geo.Measures;
import riskmap.geo.crs.Crs;
import riskmap.geo.shape.Bearing;

/**
 * A line or area being measured on the map: planar, in the map's projected CRS, and on its ellipsoid, and each says which
 * it is. On a geographic map there are only the ones on the ellipsoid. Of the last edge the bearing is told, in the grid
 * of the map and from true north.
 */
public final class Measuring {
    private static final GeometryFactory FACTORY = new GeometryFactory();

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

    void add(Coordinate place) {
        points.add(place);
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
        while (all.size() > 1 && all.get(all.size() - 1).equals2D(all.get(all.size() - 2))) {
            all.remove(all.size() - 1);
        }
        if (all.size() < 2) {
            result.set(Message.of(area ? "ui.measure-area-start" : "ui.measure-distance-start"));
            return;
        }
        boolean planar = !Crs.isGeographic(crs);
        try {
            Measures onEllipsoid = Measures.on(crs);
            result.set(area ? area(all, onEllipsoid, planar) : distance(all, onEllipsoid, planar));
        } catch (RiskMapException | IllegalArgumentException outside) {
            result.set(Message.of("ui.measure-outside"));
        }
    }

    private static Message area(List<Coordinate> points, Measures onEllipsoid, boolean planar) {
        List<Coordinate> ring = new ArrayList<>(points);
        ring.add(points.get(0));
        Coordinate[] closed = ring.toArray(new Coordinate[0]);
        String perimeter = lengthText(onEllipsoid.length(FACTORY.createLineString(closed)));
        String surface = areaText(closed.length < 4 ? 0 : onEllipsoid.area(FACTORY.createPolygon(closed)));
        return planar
                ? Message.of(
                        "ui.measure-area",
                        areaText(areaOf(points)),
                        lengthText(lengthOf(points) + closing(points)),
                        surface,
                        perimeter)
                : Message.of("ui.measure-area-ellipsoid", surface, perimeter);
    }

    private static Message distance(List<Coordinate> points, Measures onEllipsoid, boolean planar) {
        Coordinate last = points.get(points.size() - 1);
        Coordinate before = points.get(points.size() - 2);
        String azimuth = angle(onEllipsoid.azimuth(before, last));
        String length = lengthText(onEllipsoid.length(FACTORY.createLineString(points.toArray(new Coordinate[0]))));
        return planar
                ? Message.of(
                        "ui.measure-distance",
                        lengthText(lengthOf(points)),
                        length,
                        angle(Bearing.of(before, last)),
                        azimuth)
                : Message.of("ui.measure-distance-ellipsoid", length, azimuth);
    }

    private static String angle(double degrees) {
        double tenths = Math.round(degrees * 10) / 10.0;
        return String.format(Locale.ROOT, "%.1f°", tenths == 360 ? 0 : tenths);
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
