package riskmap.map;

import riskmap.base.RiskMapException;

/**
 * A rectangle on the page, in millimetres from the top left corner of the sheet.
 *
 * @param x of the left edge
 * @param y of the top edge
 * @param width of the box, not negative
 * @param height of the box, not negative
 */
public record Box(double x, double y, double width, double height) {
    public Box {
        if (!Double.isFinite(x + y + width + height) || width < 0 || height < 0) {
            throw RiskMapException.of("map.box-invalid", "" + x, "" + y, "" + width, "" + height);
        }
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double centreX() {
        return x + width / 2;
    }

    public double centreY() {
        return y + height / 2;
    }

    /** The box smaller by this margin on every side; never negative in size. */
    public Box inset(double margin) {
        return new Box(x + margin, y + margin, Math.max(0, width - 2 * margin), Math.max(0, height - 2 * margin));
    }

    /** Whether the other box lies inside this one, within a tolerance of 0.01 mm. */
    public boolean contains(Box other) {
        double tolerance = 0.01;
        return other.x >= x - tolerance
                && other.y >= y - tolerance
                && other.right() <= right() + tolerance
                && other.bottom() <= bottom() + tolerance;
    }

    /** Whether the insides of both boxes meet. */
    public boolean overlaps(Box other) {
        return other.x < right() && x < other.right() && other.y < bottom() && y < other.bottom();
    }
}
