package riskmap.io;

import java.nio.charset.Charset;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;

/**
 * What the user says about a source that the source does not say, or says wrongly.
 *
 * @param crs the CRS of the coordinates in place of the file's, or null
 * @param gcj02 whether the coordinates are GCJ-02 longitude and latitude
 * @param encoding the encoding of text in place of the detected one, or null
 * @param x column of x or longitude in a table, or null to guess
 * @param y column of y or latitude in a table, or null to guess
 * @param header number of the header's row in a table, from 1; 0 for none; null to find it
 */
public record ReadOptions(
        CoordinateReferenceSystem crs, boolean gcj02, Charset encoding, String x, String y, Integer header) {
    /** Nothing said: all is taken from the file. */
    public static ReadOptions standard() {
        return new ReadOptions(null, false, null, null, null, null);
    }

    public ReadOptions withCrs(CoordinateReferenceSystem newCrs) {
        return new ReadOptions(newCrs, gcj02, encoding, x, y, header);
    }

    public ReadOptions withGcj02(boolean isGcj02) {
        return new ReadOptions(crs, isGcj02, encoding, x, y, header);
    }

    public ReadOptions withEncoding(Charset newEncoding) {
        return new ReadOptions(crs, gcj02, newEncoding, x, y, header);
    }

    public ReadOptions withColumns(String newX, String newY) {
        return new ReadOptions(crs, gcj02, encoding, newX, newY, header);
    }

    public ReadOptions withHeader(Integer newHeader) {
        return new ReadOptions(crs, gcj02, encoding, x, y, newHeader);
    }
}
