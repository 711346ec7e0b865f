package riskmap.render;

import java.awt.image.BufferedImage;

/**
 * Which samples of a canvas are covered, 8 × 8 to a pixel. What is covered twice counts once. All places are those of the
 * target, in samples, so that the same ones are covered whatever the canvas.
 */
final class CoveredSamples {
    /** Samples along a side of a pixel. */
    static final int SIDE = 8;

    /** Rounds up what lies between two centres of samples; a centre itself stays. */
    private static final double NEARLY_HALF = Math.nextDown(0.5);

    private final PaintTarget target;
    private final int left;
    private final int top;
    private final int width;
    private final int height;
    /** How many times 8 pixels there are in a row. */
    private final int blocks;
    /** The canvas in samples: its west and east edge, its north and south edge. */
    private final int west;

    private final int east;
    private final int north;
    private final int south;
    /**
     * Per row of pixels the covered samples: for each 8 pixels 8 numbers, one for each row of samples, of 8 bits for each
     * pixel. Null where there is nothing.
     */
    private long[][] covered;

    private int firstRow = Integer.MAX_VALUE;
    private int lastRow = -1;
    private int firstBlock = Integer.MAX_VALUE;
    private int lastBlock = -1;

    CoveredSamples(PaintTarget target) {
        this.target = target;
        left = target.canvas().x;
        top = target.canvas().y;
        width = target.canvas().width;
        height = target.canvas().height;
        blocks = (width + SIDE - 1) / SIDE;
        west = left * SIDE;
        east = (left + width) * SIDE;
        north = top * SIDE;
        south = (top + height) * SIDE;
        covered = target.spare().samples(height);
    }

    /** Makes room for what lies between these places of the target, in its own units; whether that may be on the canvas. */
    boolean open(double minX, double minY, double maxX, double maxY) {
        int from = (int) Math.max(0, Math.floor(minY) - top);
        int to = (int) Math.min(height - 1.0, Math.floor(maxY) - top);
        double first = Math.floor(minX) - left;
        double last = Math.floor(maxX) - left;
        if (from > to || last < 0 || first >= width) {
            return false;
        }
        for (int row = from; row <= to; row++) {
            if (covered[row] == null) {
                covered[row] = new long[blocks * SIDE];
            }
        }
        firstRow = Math.min(firstRow, from);
        lastRow = Math.max(lastRow, to);
        firstBlock = Math.min(firstBlock, (int) Math.max(0, first) >> 3);
        lastBlock = Math.max(lastBlock, (int) Math.min(width - 1.0, last) >> 3);
        return true;
    }

    /** Whether nothing of the canvas lies between two places. */
    boolean isBeside(double from, double to) {
        return to < west || from > east;
    }

    /** The first row of the canvas that lies under a place. */
    int firstRow(double y) {
        return Math.max(north, (int) Math.ceil(y - 0.5));
    }

    /** The last row of the canvas that lies over a place. */
    int lastRow(double y) {
        return Math.min(south - 1, (int) Math.floor(y - 0.5));
    }

    /** The first sample of a row whose centre lies east of a place that is on the canvas. */
    static int first(double x) {
        // rounded towards zero, which is down on the canvas
        return (int) (x + NEARLY_HALF);
    }

    /** The sample after the last one of a row whose centre lies west of a place that is on the canvas. */
    static int after(double x) {
        return (int) (x + 0.5);
    }

    /** Covers the samples of a row of the canvas from one to that before another; either may lie outside. */
    void cover(int row, int first, int after) {
        int from = Math.max(first, west);
        int end = Math.min(after, east);
        if (from >= end) {
            return;
        }
        from -= west;
        int to = end - 1 - west;
        long[] samples = covered[(row >> 3) - top];
        int begin = (from >> 6 << 3) + (row & 7);
        int last = (to >> 6 << 3) + (row & 7);
        // shifts count modulo 64
        long start = -1L << from;
        long stop = -1L >>> ~to;
        if (begin == last) {
            samples[begin] |= start & stop;
            return;
        }
        samples[begin] |= start;
        for (int between = begin + SIDE; between < last; between += SIDE) {
            samples[between] = -1L;
        }
        samples[last] |= stop;
    }

    /**
     * Paints what is covered, and begins anew.
     *
     * @param shades the colour, premultiplied, of a pixel by the number of its samples that are covered
     */
    void paint(int[] shades) {
        if (lastRow < 0) {
            return;
        }
        BufferedImage image = target.pixels() == null ? target.canvasImage() : null;
        int[] pixels = image == null ? target.pixels() : PaintTarget.pixels(image);
        for (int row = firstRow; row <= lastRow; row++) {
            long[] samples = covered[row];
            for (int block = firstBlock; samples != null && block <= lastBlock; block++) {
                long counts = counts(samples, block * SIDE);
                int at = row * width + block * SIDE;
                for (; counts != 0; counts >>>= 8, at++) {
                    if ((counts & 0xFF) != 0) {
                        pixels[at] = PaintTarget.over(shades[(int) counts & 0xFF], pixels[at]);
                    }
                }
            }
        }
        if (image != null) {
            target.lay(image, left, top);
        }
        firstRow = Integer.MAX_VALUE;
        lastRow = -1;
        firstBlock = Integer.MAX_VALUE;
        lastBlock = -1;
    }

    /** Gives back the table; nothing can be covered any more. */
    void finish() {
        target.spare().back(covered);
        covered = null;
    }

    /** How many samples of each of 8 pixels are covered, a byte for each; they are cleared. */
    private static long counts(long[] samples, int first) {
        long any = samples[first] | samples[first + 1] | samples[first + 2] | samples[first + 3];
        any |= samples[first + 4] | samples[first + 5] | samples[first + 6] | samples[first + 7];
        if (any == 0) {
            return 0;
        }
        long sum = 0;
        for (int i = first; i < first + SIDE; i++) {
            long bits = samples[i];
            if (bits != 0) {
                samples[i] = 0;
                bits -= bits >>> 1 & 0x5555555555555555L;
                bits = (bits & 0x3333333333333333L) + (bits >>> 2 & 0x3333333333333333L);
                sum += bits + (bits >>> 4) & 0x0F0F0F0F0F0F0F0FL;
            }
        }
        return sum;
    }
}
