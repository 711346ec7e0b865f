package riskmap.ui.canvas;

import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import riskmap.render.Viewport;

/**
 * Which part of the world the map view shows, how large and how turned.
 *
 * @param centreX easting or longitude of the middle of the view, map CRS
 * @param centreY northing or latitude of the middle of the view, map CRS
 * @param unitsPerPixel map units per pixel of the toolkit
 * @param width width of the view in toolkit pixels
 * @param height height of the view in toolkit pixels
 * @param rotation degrees by which the map is turned clockwise about the middle, from −180 (excluded) to 180
 */
public record View(double centreX, double centreY, double unitsPerPixel, double width, double height, double rotation) {

    /** North is up. */
    public View(double centreX, double centreY, double unitsPerPixel, double width, double height) {
        this(centreX, centreY, unitsPerPixel, width, height, 0);
    }

    /** The view that shows a whole extent in a window of this size, north up. */
    static View showing(Envelope extent, double width, double height) {
        return showing(extent, width, height, 0);
    }

    /** The view that shows a whole extent in a window of this size, turned. */
    static View showing(Envelope extent, double width, double height, double rotation) {
        double cos = Math.abs(Math.cos(Math.toRadians(rotation)));
        double sin = Math.abs(Math.sin(Math.toRadians(rotation)));
        double across = rotation == 0 ? extent.getWidth() : cos * extent.getWidth() + sin * extent.getHeight();
        double down = rotation == 0 ? extent.getHeight() : sin * extent.getWidth() + cos * extent.getHeight();
        Coordinate centre = extent.centre();
        return new View(centre.x, centre.y, Math.max(across / width, down / height), width, height, rotation);
    }

    /** An angle in degrees from −180 (excluded) to 180. */
    static double normal(double degrees) {
        double turned = degrees % 360;
        return turned > 180 ? turned - 360 : turned <= -180 ? turned + 360 : turned + 0.0;
    }

    /** The world rectangle in sight; of a turned view the smallest upright one that holds it. */
    public Envelope extent() {
        Envelope own = ownRectangle();
        return rotation == 0 ? own : viewport(1, null).shown();
    }

    /** The rectangle that, turned about its middle, is in sight. */
    Envelope ownRectangle() {
        double halfWidth = width * unitsPerPixel / 2;
        double halfHeight = height * unitsPerPixel / 2;
        return new Envelope(centreX - halfWidth, centreX + halfWidth, centreY - halfHeight, centreY + halfHeight);
    }

    /** Map place of a view position; views count downwards, maps upwards. */
    public Coordinate world(double viewX, double viewY) {
        double dx = (viewX - width / 2) * unitsPerPixel;
        double dy = (viewY - height / 2) * unitsPerPixel;
        if (rotation == 0) {
            return new Coordinate(centreX + dx, centreY - dy);
        }
        double cos = Math.cos(Math.toRadians(rotation));
        double sin = Math.sin(Math.toRadians(rotation));
        return new Coordinate(centreX + cos * dx + sin * dy, centreY + sin * dx - cos * dy);
    }

    /** View x of a map position. */
    public double viewX(double worldX, double worldY) {
        double dx = (worldX - centreX) / unitsPerPixel;
        if (rotation == 0) {
            return dx + width / 2;
        }
        double dy = (worldY - centreY) / unitsPerPixel;
        double angle = Math.toRadians(rotation);
        return Math.cos(angle) * dx + Math.sin(angle) * dy + width / 2;
    }

    /** View y of a map position. */
    public double viewY(double worldX, double worldY) {
        double dy = (worldY - centreY) / unitsPerPixel;
        if (rotation == 0) {
            return height / 2 - dy;
        }
        double dx = (worldX - centreX) / unitsPerPixel;
        double angle = Math.toRadians(rotation);
        return Math.sin(angle) * dx - Math.cos(angle) * dy + height / 2;
    }

    View movedBy(double pixelsX, double pixelsY) {
        Coordinate middle = world(width / 2 - pixelsX, height / 2 - pixelsY);
        return new View(middle.x, middle.y, unitsPerPixel, width, height, rotation);
    }

    /** The view magnified by a factor; the place at the given view position stays where it is. */
    View magnified(double factor, double viewX, double viewY) {
        return keeping(viewX, viewY, new View(centreX, centreY, unitsPerPixel / factor, width, height, rotation));
    }

    /** The view turned to an angle; the place at the given view position stays where it is. */
    View turned(double degrees, double viewX, double viewY) {
        return keeping(viewX, viewY, new View(centreX, centreY, unitsPerPixel, width, height, normal(degrees)));
    }

    private View keeping(double viewX, double viewY, View changed) {
        Coordinate before = world(viewX, viewY);
        Coordinate after = changed.world(viewX, viewY);
        return changed.centredOn(centreX + before.x - after.x, centreY + before.y - after.y);
    }

    View centredOn(double x, double y) {
        return new View(x, y, unitsPerPixel, width, height, rotation);
    }

    View resized(double newWidth, double newHeight) {
        return new View(centreX, centreY, unitsPerPixel, newWidth, newHeight, rotation);
    }

    /** The same part of the world for the painter, on a screen that shows so many device pixels per toolkit pixel. */
    Viewport viewport(double outputScale, CoordinateReferenceSystem crs) {
        return new Viewport(ownRectangle(), width * outputScale, height * outputScale, 96 * outputScale, crs, rotation);
    }
}
