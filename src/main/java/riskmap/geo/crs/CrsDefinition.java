package riskmap.geo.crs;

import java.util.Arrays;

/**
 * A coordinate reference system this program knows by itself: a datum and a projection of few parameters.
 *
 * @param code EPSG code, 0 when the parameters belong to no code
 * @param name EPSG name
 * @param datum what latitude and longitude stand on
 * @param projection how they become x and y
 * @param centralMeridian degrees east, of a transverse Mercator
 * @param scale scale factor on the central meridian
 * @param falseEasting metres
 * @param falseNorthing metres
 * @param toWgs84 dx, dy, dz (metres), rx, ry, rz (arc seconds, position vector), ds (ppm) given with the CRS, or null
 */
public record CrsDefinition(
        int code,
        String name,
        SurveyDatum datum,
        Projection projection,
        double centralMeridian,
        double scale,
        double falseEasting,
        double falseNorthing,
        double[] toWgs84) {

    /** How latitude and longitude become x and y. */
    enum Projection {
        /** They stay: x is longitude, y is latitude, in degrees. */
        NONE,
        /** Gauss-Kruger and UTM. */
        TRANSVERSE_MERCATOR,
        /** Spherical Mercator on the equatorial radius, EPSG method 1024. */
        WEB_MERCATOR
    }

    static CrsDefinition geographic(SurveyDatum datum) {
        return new CrsDefinition(datum.geographicCode(), datum.crsName(), datum, Projection.NONE, 0, 1, 0, 0, null);
    }

    static CrsDefinition gaussKruger(int code, String name, SurveyDatum datum, double meridian, double falseEasting) {
        return new CrsDefinition(code, name, datum, Projection.TRANSVERSE_MERCATOR, meridian, 1, falseEasting, 0, null);
    }

    boolean isGeographic() {
        return projection == Projection.NONE;
    }

    /** Whether the EPSG dataset puts northing or latitude first: of all but UTM, which has its scale, and Web Mercator. */
    boolean isNorthFirst() {
        return isGeographic() || projection == Projection.TRANSVERSE_MERCATOR && scale == 1;
    }

    /** The same coordinates on the ground, whatever code and name say. */
    boolean sameParameters(CrsDefinition other) {
        return datum == other.datum
                && projection == other.projection
                && Math.abs(centralMeridian - other.centralMeridian) < 1e-9
                && Math.abs(scale - other.scale) < 1e-10
                && Math.abs(falseEasting - other.falseEasting) < 1e-4
                && Math.abs(falseNorthing - other.falseNorthing) < 1e-4;
    }

    CrsDefinition withCode(int newCode, String newName) {
        return new CrsDefinition(
                newCode, newName, datum, projection, centralMeridian, scale, falseEasting, falseNorthing, toWgs84);
    }

    CrsDefinition withToWgs84(double[] parameters) {
        return new CrsDefinition(
                code, name, datum, projection, centralMeridian, scale, falseEasting, falseNorthing, parameters);
    }

    /** The geographic CRS below this one. */
    public CrsDefinition base() {
        return geographic(datum).withToWgs84(toWgs84);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CrsDefinition that
                && code == that.code
                && name.equals(that.name)
                && sameParameters(that)
                && Arrays.equals(toWgs84, that.toWgs84);
    }

    @Override
    public int hashCode() {
        return 31 * code + name.hashCode();
    }
}
