package riskmap.print;

import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;
import riskmap.geo.crs.TurnedCrs;
import riskmap.map.Box;
import riskmap.map.LayoutItem;

/**
 * What a map frame shows: the world rectangle and its scale. The scale denominator is true at the centre of the frame:
 * one millimetre there is {@code denominator / 1000} metres on the ellipsoid, whatever the projection's scale factor.
 *
 * @param item the frame
 * @param crs that the frame is drawn in: the map's, turned where the frame is turned
 * @param extent world rectangle in units of that CRS
 * @param denominator scale denominator at the centre
 */
record FrameView(LayoutItem.MapFrame item, CoordinateReferenceSystem crs, Envelope extent, double denominator) {
    /** Round scale denominators, as mantissas of powers of ten: 1:5 000, 1:7 500, 1:10 000, 1:15 000, … */
    private static final List<Double> ROUND = List.of(1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.5, 8.0, 10.0);

    /** Share of the frame left free around the extent when the scale is chosen. */
    private static final double MARGIN = 0.02;
    /** The same around the feature of an atlas page, whose surroundings are to be recognised. */
    private static final double ATLAS_MARGIN = 0.12;

    /**
     * The view of a frame.
     *
     * @param shown world rectangle that must be seen
     * @throws RiskMapException when the rectangle is empty
     */
    static FrameView of(LayoutItem.MapFrame item, CoordinateReferenceSystem crs, Envelope shown) {
        return of(item, crs, shown, shown);
    }

    /**
     * As above; what the frame has room for beyond is taken, as far as it goes, from inside {@code world}.
     *
     * @param world extent of the map's data
     */
    static FrameView of(LayoutItem.MapFrame item, CoordinateReferenceSystem crs, Envelope shown, Envelope world) {
        if (shown.isNull() || !(shown.getWidth() + shown.getHeight() > 0)) {
            throw RiskMapException.of("print.map-empty", item.id());
        }
        double x = shown.centre().x;
        double y = shown.centre().y;
        double unitsPerMetre = 1 / GroundScale.metresPerUnit(crs, x, y);
        Box box = item.box();
        double denominator = item.scale();
        if (denominator <= 0) {
            double metres = Math.max(shown.getWidth() / box.width(), shown.getHeight() / box.height()) / unitsPerMetre;
            denominator = round(metres * 1000 * (1 + (item.atlas() ? ATLAS_MARGIN : MARGIN)));
        }
        double halfWidth = box.width() * denominator / 1000 * unitsPerMetre / 2;
        double halfHeight = box.height() * denominator / 1000 * unitsPerMetre / 2;
        x = inside(x, halfWidth, world.getMinX(), world.getMaxX(), shown.getWidth());
        y = inside(y, halfHeight, world.getMinY(), world.getMaxY(), shown.getHeight());
        // The scale is true at the centre where the frame has come to lie.
        double moved = GroundScale.metresPerUnit(crs, x, y) * unitsPerMetre;
        if (!(moved > 0 && moved < Double.POSITIVE_INFINITY)) {
            // data beyond what its CRS can tell of: there is no ground to be true to
            throw RiskMapException.of("print.map-off-earth", item.id());
        }
        halfWidth /= moved;
        halfHeight /= moved;
        Envelope extent = new Envelope(x - halfWidth, x + halfWidth, y - halfHeight, y + halfHeight);
        return new FrameView(item, crs, extent, denominator);
    }

    /** The centre moved so that the frame stays inside the world, but never so far that what must be seen is lost. */
    private static double inside(double centre, double half, double low, double high, double mustSee) {
        double room = Math.max(0, half - mustSee / 2);
        double least = Math.max(low + half, centre - room);
        double most = Math.min(high - half, centre + room);
        return least > most ? centre : Math.max(least, Math.min(most, centre));
    }

    double pageX(double x) {
        return item.box().x()
                + (x - extent.getMinX()) / extent.getWidth() * item.box().width();
    }

    double pageY(double y) {
        return item.box().y()
                + (extent.getMaxY() - y) / extent.getHeight() * item.box().height();
    }

    /** The scale denominator by which rules of styles are chosen. */
    double styleDenominator() {
        return denominator * item.magnification();
    }

    double centreX() {
        return extent.centre().x;
    }

    double centreY() {
        return extent.centre().y;
    }

    /** The map's own CRS. */
    CoordinateReferenceSystem mapCrs() {
        return TurnedCrs.base(crs);
    }

    /** Millimetres on the page of a length on the ground, at the centre. */
    double millimetres(double groundMetres) {
        return groundMetres / denominator * 1000;
    }

    /** From the map's CRS to longitude and latitude. */
    CrsTransform toDegrees() {
        return Crs.transform(crs, GroundScale.geographic(crs));
    }

    /** From longitude and latitude to the map's CRS. */
    CrsTransform fromDegrees() {
        return Crs.transform(GroundScale.geographic(crs), crs);
    }

    /** The least round denominator not below a value. */
    static double round(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double mantissa : ROUND) {
            if (mantissa * power >= value * (1 - 1e-9)) {
                return Math.rint(mantissa * power);
            }
        }
        return Math.rint(10 * power);
    }
}
