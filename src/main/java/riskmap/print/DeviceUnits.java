package riskmap.print;

import java.awt.Graphics2D;

/** The units a target counts in: points on a PDF or SVG page, pixels of an image. */
final class DeviceUnits {
    private DeviceUnits() {}

    /** Target units per millimetre, for graphics whose user space is millimetres. */
    static double perMillimetre(Graphics2D millimetres) {
        return Math.sqrt(Math.abs(millimetres.getTransform().getDeterminant()));
    }
}
