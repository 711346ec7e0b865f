package riskmap.render;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * Which pixels of a canvas crowds of points will hide, so that of the layers below them only what can be seen is painted.
 * A pixel that an opaque one comes to lie over shows nothing of what was there.
 */
final class HiddenPixels {
    /** Side in pixels of the squares of a canvas of which each is crowded or not. */
    private static final int SQUARE = 16;
    /** Where less than this part of a square is hidden, hardly any shape below is so as a whole. */
    private static final double WORTHWHILE = 0.9;
    /** From this part of a canvas crowded on it is worth asking: a district seldom fills its window. */
    private static final double CROWDED_PART = 0.1;
    /** So many features of a layer in sight may hide what lies below them. */
    private static final int CROWDED = 20_000;

    private final Rectangle canvas;
    /** How many hidden pixels lie above and to the west of each corner of a pixel. */
    private final int[] sums;

    private HiddenPixels(Rectangle canvas, int[] sums) {
        this.canvas = canvas;
        this.sums = sums;
    }

    /**
     * What was found out about crowds before painting them.
     *
     * @param pixels what they hide; null for too little
     * @param crowds the crowds
     * @param layer which one they are: those below it are hidden
     * @param visible its rows in sight, which took a while to find; null where no layer is crowded
     */
    record Found(HiddenPixels pixels, List<Crowd> crowds, int layer, IntList visible) {
        static final Found NOTHING = new Found(null, List.of(), 0, null);
    }

    /** Looks for the topmost layer of so many points that they may hide what lies below. */
    static Found under(List<MapPainter.Prepared> layers, PaintTarget target) {
        for (int i = layers.size() - 1; i > 0; i--) {
            FeaturePainter painter = layers.get(i).painter();
            if (painter == null || layers.get(i).layer().opacity() < 1 || !painter.isPlainPoints()) {
                continue;
            }
            IntList visible = painter.visible(target);
            if (visible.size() >= CROWDED) {
                List<Crowd> crowds = painter.crowds(target, visible);
                return new Found(of(target.canvas(), crowds), crowds, i, visible);
            }
        }
        return Found.NOTHING;
    }

    /** What crowds hide; null where that is too little to be asked about. */
    static HiddenPixels of(Rectangle canvas, List<Crowd> crowds) {
        List<CoveredPixels> covered = new ArrayList<>();
        crowds.stream().filter(crowd -> crowd.covered() != null).forEach(crowd -> covered.add(crowd.covered()));
        int stride = canvas.width + 1;
        int[] sums = new int[stride * (canvas.height + 1)];
        for (int y = 0; y < canvas.height && !covered.isEmpty(); y++) {
            int inRow = 0;
            for (int x = 0; x < canvas.width; x++) {
                inRow += isAny(covered, x, y) ? 1 : 0;
                sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + inRow;
            }
        }
        HiddenPixels result = new HiddenPixels(canvas, sums);
        return result.crowded() < CROWDED_PART * canvas.width * canvas.height ? null : result;
    }

    /** How many pixels lie in squares that are hidden but for little. */
    private int crowded() {
        int result = 0;
        for (int top = 0; top < canvas.height; top += SQUARE) {
            for (int left = 0; left < canvas.width; left += SQUARE) {
                int right = Math.min(canvas.width, left + SQUARE);
                int bottom = Math.min(canvas.height, top + SQUARE);
                int size = (right - left) * (bottom - top);
                result += hidden(left, top, right, bottom) < WORTHWHILE * size ? 0 : size;
            }
        }
        return result;
    }

    /** How many pixels of a rectangle of the canvas are hidden. */
    private int hidden(int west, int north, int east, int south) {
        int stride = canvas.width + 1;
        return sums[south * stride + east]
                - sums[north * stride + east]
                - sums[south * stride + west]
                + sums[north * stride + west];
    }

    private static boolean isAny(List<CoveredPixels> covered, int x, int y) {
        for (int i = 0; i < covered.size(); i++) {
            if (covered.get(i).isCovered(x, y)) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing of what lies between these places of the target will be seen on the canvas. */
    boolean hides(double minX, double minY, double maxX, double maxY) {
        int west = (int) Math.max(0, Math.floor(minX) - canvas.x);
        int north = (int) Math.max(0, Math.floor(minY) - canvas.y);
        int east = (int) Math.min(canvas.width, Math.ceil(maxX) - canvas.x);
        int south = (int) Math.min(canvas.height, Math.ceil(maxY) - canvas.y);
        if (west >= east || north >= south) {
            return true;
        }
        return hidden(west, north, east, south) == (east - west) * (south - north);
    }
}
