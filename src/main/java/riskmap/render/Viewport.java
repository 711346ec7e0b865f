package riskmap.render;

import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;

/**
 * What part of the world is painted where.
 *
 * @param extent the world rectangle, in units of the CRS; has the same aspect as the target
 * @param width target width in target units (pixels on screen, points on a PDF page)
 * @param height target height in target units
 * @param unitsPerInch target units per inch: 96 on screen, 72 for PDF points, the dpi of an image
 * @param crs the CRS of the map
 */
public record Viewport(
        Envelope extent, double width, double height, double unitsPerInch, CoordinateReferenceSystem crs) {

    /** Target units per world unit. */
    public double scale() {
        return width / extent.getWidth();
    }

    public double toTargetX(double x) {
        return (x - extent.getMinX()) * scale();
    }

    public double toTargetY(double y) {
        return (extent.getMaxY() - y) * scale();
    }

    /** Target units per millimetre on the target. */
    public double unitsPerMillimetre() {
        return unitsPerInch / 25.4;
    }
}
