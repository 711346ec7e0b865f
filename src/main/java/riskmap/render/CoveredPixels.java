package riskmap.render;

/**
 * Which pixels of a canvas are covered by the opaque parts of copies of a symbol. Asked from the copy drawn last to the
 * first, it tells which of them nobody can see: where a million points crowd, that is most.
 */
final class CoveredPixels {
    private final int width;
    private final int height;
    /** Per row of the symbol a bit for each pixel that is not transparent. */
    private final long[] any;
    /** Per row of the symbol a bit for each pixel that hides what lies below it. */
    private final long[] opaque;
    /** Per row of the canvas a bit for each pixel, and as many as the symbol is wide on either side. */
    private final long[] covered;

    private final int stride;
    private final int canvasHeight;

    /**
     * Nothing is covered yet.
     *
     * @param symbol its pixels, premultiplied, row by row
     * @param width of the symbol, at most 64
     */
    CoveredPixels(int[] symbol, int width, int canvasWidth, int canvasHeight) {
        this.width = width;
        this.height = symbol.length / width;
        this.canvasHeight = canvasHeight;
        any = new long[height];
        opaque = new long[height];
        for (int i = 0; i < symbol.length; i++) {
            int alpha = symbol[i] >>> 24;
            any[i / width] |= alpha > 0 ? 1L << i % width : 0;
            opaque[i / width] |= alpha == 255 ? 1L << i % width : 0;
        }
        stride = (canvasWidth + 2 * width) / 64 + 2;
        covered = new long[stride * canvasHeight];
    }

    /** Whether copies of a symbol may hide each other, and are small enough to be asked about. */
    static boolean serves(int[] symbol, int width) {
        boolean hides = false;
        for (int i = 0; i < symbol.length && !hides; i++) {
            hides = symbol[i] >>> 24 == 255;
        }
        return hides && width <= 64;
    }

    /** Whether a pixel of the canvas is covered. */
    boolean isCovered(int x, int y) {
        int place = x + width;
        return (covered[y * stride + (place >> 6)] >>> place & 1) != 0;
    }

    /**
     * Covers what a copy hides.
     *
     * @param left its west edge on the canvas, from minus its width to the width of the canvas
     * @param top its north edge
     * @return whether any of its pixels was not covered before
     */
    boolean add(int left, int top) {
        int place = left + width;
        int shift = place & 63;
        long seen = 0;
        int from = Math.max(0, -top);
        int to = Math.min(height, canvasHeight - top);
        for (int row = from; row < to; row++) {
            int word = (top + row) * stride + (place >> 6);
            long here = covered[word];
            long next = covered[word + 1];
            // shifted in two steps, because a shift by 64 is none
            seen |= any[row] << shift & ~here | any[row] >>> 1 >>> 63 - shift & ~next;
            covered[word] = here | opaque[row] << shift;
            covered[word + 1] = next | opaque[row] >>> 1 >>> 63 - shift;
        }
        return seen != 0;
    }
}
