package riskmap.io;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.data.LayerKind;

/**
 * How a file is written.
 *
 * @param crs the CRS of the coordinates in the file, or null for that of the features (GeoJSON: WGS 84)
 * @param encoding encoding of text where the format leaves a choice
 * @param kind kind of the features, whose titles explain columns; or null
 */
public record WriteOptions(CoordinateReferenceSystem crs, Charset encoding, LayerKind kind) {
    /** The features' own CRS, UTF-8. */
    public static WriteOptions standard() {
        return new WriteOptions(null, StandardCharsets.UTF_8, null);
    }

    public WriteOptions withCrs(CoordinateReferenceSystem newCrs) {
        return new WriteOptions(newCrs, encoding, kind);
    }

    public WriteOptions withEncoding(Charset newEncoding) {
        return new WriteOptions(crs, newEncoding, kind);
    }

    public WriteOptions withKind(LayerKind newKind) {
        return new WriteOptions(crs, encoding, newKind);
    }
}
