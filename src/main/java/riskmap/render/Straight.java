package riskmap.render;

/**
 * A line of which points are left out that lie nearly straight between those kept. From the last point kept a cone of
 * directions is narrowed by each point passed, to those that pass it closely enough; a point outside it, or one nearer
 * than the last, turns the line. One pass, no point is looked at twice.
 */
final class Straight {
    private final double distance;
    private boolean open = true;
    private double far;
    private double leftX;
    private double leftY;
    private double rightX;
    private double rightY;

    private Straight(double distance) {
        this.distance = distance;
    }

    /**
     * Copies what is kept: the first point, the last, and those where the line turns.
     *
     * @param xy x0, y0, x1, y1, …
     * @param count of points, at least one
     * @param distance a point left out lies no farther than this from the line drawn
     * @param kept receives the points kept
     * @return how many are kept
     */
    static int points(float[] xy, int count, double distance, float[] kept) {
        Straight cone = new Straight(distance);
        System.arraycopy(xy, 0, kept, 0, 2);
        int size = 1;
        for (int i = 1; i < count; i++) {
            if (!cone.goesOn(xy[2 * i] - kept[2 * size - 2], xy[2 * i + 1] - kept[2 * size - 1])) {
                System.arraycopy(xy, 2 * i - 2, kept, 2 * size++, 2);
                cone.begin();
                cone.goesOn(xy[2 * i] - kept[2 * size - 2], xy[2 * i + 1] - kept[2 * size - 1]);
            }
        }
        if (count > 1) {
            System.arraycopy(xy, 2 * count - 2, kept, 2 * size++, 2);
        }
        return size;
    }

    private void begin() {
        open = true;
        far = 0;
    }

    /** Whether the line from the last point kept to one that lies (dx, dy) from it passes all between; narrows the cone. */
    private boolean goesOn(double dx, double dy) {
        double length = Math.sqrt(dx * dx + dy * dy);
        if (length < far || !open && (leftX * dy - leftY * dx < 0 || rightX * dy - rightY * dx > 0)) {
            return false;
        }
        far = length;
        if (length > distance) {
            double sine = distance / length;
            double cosine = Math.sqrt(1 - sine * sine);
            double x = dx / length;
            double y = dy / length;
            narrow(x * cosine + y * sine, y * cosine - x * sine, x * cosine - y * sine, y * cosine + x * sine);
        }
        return true;
    }

    private void narrow(double fromX, double fromY, double toX, double toY) {
        if (open || leftX * fromY - leftY * fromX > 0) {
            leftX = fromX;
            leftY = fromY;
        }
        if (open || rightX * toY - rightY * toX < 0) {
            rightX = toX;
            rightY = toY;
        }
        open = false;
    }
}
