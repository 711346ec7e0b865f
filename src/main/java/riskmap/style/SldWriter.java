package riskmap.style;

import org.geotools.api.style.Style;

/** Writes a GeoTools {@link Style} as SLD. */
public final class SldWriter {
    private SldWriter() {}

    /** The style as an SLD 1.0 document. */
    public static String write(Style style) {
        throw new UnsupportedOperationException(style.getName());
    }
}
