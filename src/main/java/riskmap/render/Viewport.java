package riskmap.render;

import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * What part of the world is painted where.
 *
 * @param extent the world rectangle, in units of the CRS; has the same aspect as the target. A turned map is this
 *     rectangle turned about its middle
 * @param width target width in target units (pixels on screen, points on a PDF page)
 * @param height target height in target units
 * @param unitsPerInch target units per inch: 96 on screen, 72 for PDF points, the dpi of an image
 * @param crs the CRS of the map
 * @param rotation degrees by which the map is turned clockwise on the target: at 90 north is to the right
 */
public record Viewport(
        Envelope extent,
        double width,
        double height,
        double unitsPerInch,
        CoordinateReferenceSystem crs,
        double rotation) {

    /** North is up. */
    public Viewport(Envelope extent, double width, double height, double unitsPerInch, CoordinateReferenceSystem crs) {
        this(extent, width, height, unitsPerInch, crs, 0);
    }

    /** Target units per world unit. */
    public double scale() {
        return width / extent.getWidth();
    }

    /** The same map with more of it to the left and right, above and below, in target units. */
    Viewport wider(double beside, double above) {
        Envelope more = new Envelope(extent);
        more.expandBy(beside / scale(), above / scale());
        return new Viewport(more, width + 2 * beside, height + 2 * above, unitsPerInch, crs, rotation);
    }

    public boolean isTurned() {
        return rotation != 0;
    }

    double cos() {
        return Math.cos(Math.toRadians(rotation));
    }

    double sin() {
        return Math.sin(Math.toRadians(rotation));
    }

    /** Target position of a world position. */
    public Coordinate toTarget(double x, double y) {
        if (!isTurned()) {
            return new Coordinate((x - extent.getMinX()) * scale(), (extent.getMaxY() - y) * scale());
        }
        double dx = (x - middleX()) * scale();
        double dy = (y - middleY()) * scale();
        return new Coordinate(width / 2 + cos() * dx + sin() * dy, height / 2 + sin() * dx - cos() * dy);
    }

    /** World position of a target position. */
    public Coordinate toWorld(double targetX, double targetY) {
        if (!isTurned()) {
            return new Coordinate(extent.getMinX() + targetX / scale(), extent.getMaxY() - targetY / scale());
        }
        double dx = (targetX - width / 2) / scale();
        double dy = (targetY - height / 2) / scale();
        return new Coordinate(middleX() + cos() * dx + sin() * dy, middleY() + sin() * dx - cos() * dy);
    }

    /** The smallest upright rectangle of the world that holds a rectangle of the target. */
    public Envelope worldAround(double minX, double minY, double maxX, double maxY) {
        Envelope around = new Envelope(toWorld(minX, minY), toWorld(maxX, maxY));
        if (isTurned()) {
            around.expandToInclude(toWorld(minX, maxY));
            around.expandToInclude(toWorld(maxX, minY));
        }
        return around;
    }

    /** The smallest rectangle of the target that holds an upright rectangle of the world. */
    public Envelope targetAround(Envelope world) {
        Envelope around =
                new Envelope(toTarget(world.getMinX(), world.getMinY()), toTarget(world.getMaxX(), world.getMaxY()));
        if (isTurned()) {
            around.expandToInclude(toTarget(world.getMinX(), world.getMaxY()));
            around.expandToInclude(toTarget(world.getMaxX(), world.getMinY()));
        }
        return around;
    }

    /** The smallest upright rectangle of the world that holds all that is shown. */
    public Envelope shown() {
        return isTurned() ? worldAround(0, 0, width, height) : extent;
    }

    /** Target units per millimetre on the target. */
    public double unitsPerMillimetre() {
        return unitsPerInch / 25.4;
    }

    private double middleX() {
        return (extent.getMinX() + extent.getMaxX()) / 2;
    }

    private double middleY() {
        return (extent.getMinY() + extent.getMaxY()) / 2;
    }
}
