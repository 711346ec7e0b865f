package riskmap.print;

import java.util.Arrays;

/** The colours of an image in the order in which they were met, as many as a byte can number. */
final class ColourTable {
    private static final int MOST = 256;
    /** Twice as many places as colours and more, so that few share one; a power of two. */
    private static final int PLACES = 1024;
    /** Spreads colours that are near each other: 2^32 divided by the golden ratio. */
    private static final int SPREAD = 0x9E3779B9;

    private static final int SHIFT = 32 - Integer.numberOfTrailingZeros(PLACES);

    private final int[] colours = new int[MOST];
    /** Number of the colour at each place, and one more; 0 for none. */
    private final int[] places = new int[PLACES];

    private int count;
    private long pixels;
    private long runs;

    /**
     * Numbers pixels.
     *
     * @param pixels 0xAARRGGBB; what is in the highest byte does not count
     * @param numbers filled
     * @return false where they are too many
     */
    boolean number(int[] pixels, byte[] numbers) {
        int lastColour = -1;
        int last = 0;
        this.pixels += pixels.length;
        for (int i = 0; i < pixels.length; i++) {
            int colour = pixels[i] & 0xFFFFFF;
            if (colour != lastColour) {
                runs++;
                last = number(colour);
                lastColour = colour;
                if (last < 0) {
                    return false;
                }
            }
            numbers[i] = (byte) last;
        }
        return true;
    }

    /** The number of a colour, which becomes known; −1 where there is none left. */
    private int number(int colour) {
        int place = colour * SPREAD >>> SHIFT;
        while (places[place] != 0) {
            if (colours[places[place] - 1] == colour) {
                return places[place] - 1;
            }
            place = place + 1 & PLACES - 1;
        }
        if (count == MOST) {
            return -1;
        }
        colours[count] = colour;
        places[place] = ++count;
        return count - 1;
    }

    /** Whether most pixels so far have the colour of the one to the left: those of shapes, not of a photograph. */
    boolean isOfRuns() {
        return 2 * runs < pixels;
    }

    /** 0xRRGGBB of each number. */
    int[] colours() {
        return Arrays.copyOf(colours, count);
    }
}
