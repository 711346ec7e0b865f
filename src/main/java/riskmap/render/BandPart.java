package riskmap.render;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * What one thread paints at a time: a band of the picture, or a part of one.
 *
 * @param band the band, which decides what is painted together
 * @param focus the part of it that counts; null for all
 */
record BandPart(Rectangle band, Rectangle focus) {
    /**
     * Shares bands out to threads. Of three bands two threads would paint two and one: the last is cut in two. Painting a
     * band in parts costs a fifth more, so that only what is left over is cut, and only where all threads get as much of it.
     *
     * @param threads how many paint
     * @return the parts, for each thread in turn what it is to paint
     */
    static List<BandPart> of(List<Rectangle> bands, int threads) {
        int leftOver = bands.size() % threads;
        int each = leftOver == 0 ? 1 : threads / leftOver;
        List<BandPart> whole = new ArrayList<>();
        List<BandPart> cut = new ArrayList<>();
        for (int i = 0; i < bands.size(); i++) {
            if (each < 2 || i < bands.size() - leftOver) {
                whole.add(new BandPart(bands.get(i), null));
            } else {
                cut(bands.get(i), each, cut);
            }
        }
        if (cut.isEmpty()) {
            return whole;
        }
        List<BandPart> result = new ArrayList<>();
        int share = whole.size() / threads;
        for (int thread = 0; thread < threads; thread++) {
            result.addAll(whole.subList(thread * share, (thread + 1) * share));
            if (thread < cut.size()) {
                result.add(cut.get(thread));
            }
        }
        return result;
    }

    private static void cut(Rectangle band, int count, List<BandPart> parts) {
        int top = 0;
        for (int i = 1; i <= count; i++) {
            int bottom = band.height * i / count;
            if (bottom > top) {
                parts.add(new BandPart(band, new Rectangle(band.x, band.y + top, band.width, bottom - top)));
            }
            top = bottom;
        }
    }
}
