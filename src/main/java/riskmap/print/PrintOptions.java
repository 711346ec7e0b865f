package riskmap.print;

import java.time.ZonedDateTime;

/**
 * How a page is written.
 *
 * @param dpi resolution of image outputs
 * @param created the time written into the file; it is all that differs between two prints of the same page
 * @param palette the inks that it is made for
 */
public record PrintOptions(double dpi, ZonedDateTime created, InkPalette palette) {
    /** Colours as they are. */
    public PrintOptions(double dpi, ZonedDateTime created) {
        this(dpi, created, InkPalette.SCREEN);
    }

    /** 300 dpi, now. */
    public static PrintOptions now() {
        return new PrintOptions(300, ZonedDateTime.now());
    }
}
