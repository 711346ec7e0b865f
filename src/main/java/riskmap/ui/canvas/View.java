package riskmap.ui.canvas;

import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import riskmap.render.Viewport;

/**
 * Which part of the world the map view shows, and how large.
 *
 * @param centreX easting or longitude of the middle of the view, map CRS
 * @param centreY northing or latitude of the middle of the view, map CRS
 * @param unitsPerPixel map units per pixel of the toolkit
 * @param width width of the view in toolkit pixels
 * @param height height of the view in toolkit pixels
 */
public record View(double centreX, double centreY, double unitsPerPixel, double width, double height) {

    /** The view that shows a whole extent in a window of this size. */
    static View showing(Envelope extent, double width, double height) {
        double unitsPerPixel = Math.max(extent.getWidth() / width, extent.getHeight() / height);
        Coordinate centre = extent.centre();
        return new View(centre.x, centre.y, unitsPerPixel, width, height);
    }

    /** The world rectangle in sight. */
    public Envelope extent() {
        double halfWidth = width * unitsPerPixel / 2;
        double halfHeight = height * unitsPerPixel / 2;
        return new Envelope(centreX - halfWidth, centreX + halfWidth, centreY - halfHeight, centreY + halfHeight);
    }

    /** Map x of a view position. */
    public double worldX(double viewX) {
        return centreX + (viewX - width / 2) * unitsPerPixel;
    }

    /** Map y of a view position; views count downwards, maps upwards. */
    public double worldY(double viewY) {
        return centreY - (viewY - height / 2) * unitsPerPixel;
    }

    /** View x of a map position. */
    public double viewX(double worldX) {
        return (worldX - centreX) / unitsPerPixel + width / 2;
    }

    /** View y of a map position. */
    public double viewY(double worldY) {
        return (centreY - worldY) / unitsPerPixel + height / 2;
    }

    View movedBy(double pixelsX, double pixelsY) {
        return new View(
                centreX - pixelsX * unitsPerPixel, centreY + pixelsY * unitsPerPixel, unitsPerPixel, width, height);
    }

    /** The view magnified by a factor; the place at the given view position stays where it is. */
    View magnified(double factor, double viewX, double viewY) {
        double changed = unitsPerPixel / factor;
        double x = worldX(viewX) - (viewX - width / 2) * changed;
        double y = worldY(viewY) + (viewY - height / 2) * changed;
        return new View(x, y, changed, width, height);
    }

    View resized(double newWidth, double newHeight) {
        return new View(centreX, centreY, unitsPerPixel, newWidth, newHeight);
    }

    /** The same part of the world for the painter, on a screen that shows so many device pixels per toolkit pixel. */
    Viewport viewport(double outputScale, CoordinateReferenceSystem crs) {
        return new Viewport(extent(), width * outputScale, height * outputScale, 96 * outputScale, crs);
    }
}
