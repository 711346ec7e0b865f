package riskmap.print;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import riskmap.map.Box;

/** The units a target counts in: points on a PDF or SVG page, pixels of an image. */
final class DeviceUnits {
    private DeviceUnits() {}

    /** Target units per millimetre, for graphics whose user space is millimetres. */
    static double perMillimetre(Graphics2D millimetres) {
        return Math.sqrt(Math.abs(millimetres.getTransform().getDeterminant()));
    }

    /**
     * Takes graphics from millimetres of the page to target units from the corner of a box. Unless the page is turned,
     * nothing but a translation is left, so that painters may copy pixels.
     *
     * @return target units per millimetre
     */
    static double enter(Graphics2D millimetres, Box box) {
        double units = perMillimetre(millimetres);
        AffineTransform transform = millimetres.getTransform();
        transform.translate(box.x(), box.y());
        transform.scale(1 / units, 1 / units);
        boolean upright = transform.getShearX() == 0 && transform.getShearY() == 0 && transform.getScaleX() > 0;
        millimetres.setTransform(
                upright
                        ? AffineTransform.getTranslateInstance(transform.getTranslateX(), transform.getTranslateY())
                        : transform);
        return units;
    }
}
