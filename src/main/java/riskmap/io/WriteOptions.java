package riskmap.io;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;

/**
 * How a file is written.
 *
 * @param crs the CRS of the coordinates in the file, or null for that of the features (GeoJSON: WGS 84)
 * @param encoding encoding of text where the format leaves a choice
 */
public record WriteOptions(CoordinateReferenceSystem crs, Charset encoding) {
    /** The features' own CRS, UTF-8. */
    public static WriteOptions standard() {
        return new WriteOptions(null, StandardCharsets.UTF_8);
    }

    public WriteOptions withCrs(CoordinateReferenceSystem newCrs) {
        return new WriteOptions(newCrs, encoding);
    }

    public WriteOptions withEncoding(Charset newEncoding) {
        return new WriteOptions(crs, newEncoding);
    }
}
