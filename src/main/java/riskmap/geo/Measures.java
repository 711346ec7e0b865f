package riskmap.geo;

import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsDefinition;
import riskmap.geo.crs.CrsTransform;
import riskmap.geo.crs.KnownTransform;
import riskmap.geo.crs.SurveyDatum;

/**
 * Area and length on the ellipsoid of a CRS, in square metres and metres, whatever projection the coordinates are in.
 * Planar ones are JTS's {@code getArea} and {@code getLength}; whoever shows a measure says which it is.
 *
 * <p>Length: the geodesic between neighbouring vertices, to 0.1 mm. Area: the authalic sphere (which keeps areas) with
 * great circles between vertices; against geodesics the error is below one millionth for sides up to 100 km.
 *
 * <p><b>Source:</b> T. Vincenty, Survey Review 23 (1975), inverse formula; J. P. Snyder, Map Projections: a Working
 * Manual (1987), equations 3-11 to 3-13; spherical excess of a strip to the equator from R. Sinnott's formula.
 */
public final class Measures {
    private static final int STEPS = 100;

    private final double semiMajor;
    private final double flattening;
    private final double eccentricity;
    private final double authalicTotal;
    private final CrsTransform toDegrees;

    private Measures(CoordinateReferenceSystem crs) {
        CrsDefinition known = Crs.definition(crs);
        SurveyDatum datum = known == null ? SurveyDatum.WGS84 : known.datum();
        toDegrees = known == null
                ? Crs.transform(crs, Crs.of(SurveyDatum.WGS84.geographicCode()))
                : KnownTransform.between(known, known.base());
        semiMajor = datum.semiMajor();
        flattening = 1 / datum.inverseFlattening();
        eccentricity = Math.sqrt(flattening * (2 - flattening));
        authalicTotal = authalic(1);
    }

    /** Measures on the ellipsoid of a CRS. */
    public static Measures on(CoordinateReferenceSystem crs) {
        return new Measures(crs);
    }

    /** Area of all polygons of the geometry, square metres. */
    public double area(Geometry geometry) {
        double area = 0;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part instanceof Polygon polygon && !polygon.isEmpty()) {
                area += ringArea(polygon.getExteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    area -= ringArea(polygon.getInteriorRingN(hole));
                }
            } else if (part != geometry) {
                area += area(part);
            }
        }
        return area;
    }

    /** Length of all lines, perimeter of all polygons, metres. */
    public double length(Geometry geometry) {
        double length = 0;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part instanceof LineString line) {
                length += lineLength(line);
            } else if (part instanceof Polygon polygon && !polygon.isEmpty()) {
                length += lineLength(polygon.getExteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    length += lineLength(polygon.getInteriorRingN(hole));
                }
            } else if (part != geometry) {
                length += length(part);
            }
        }
        return length;
    }

    /** Direction of the geodesic from one place to another at its beginning: degrees from true north, [0, 360). */
    public double azimuth(Coordinate from, Coordinate to) {
        double[] xy = {from.x, from.y, to.x, to.y};
        toDegrees.apply(xy, 2);
        for (int i = 0; i < 4; i++) {
            xy[i] = Math.toRadians(xy[i]);
        }
        double azimuth = Math.toDegrees(inverse(xy[0], xy[1], xy[2], xy[3])[1]);
        return azimuth < 0 ? azimuth + 360 : azimuth;
    }

    private double[] radians(LineString line) {
        CoordinateSequence points = line.getCoordinateSequence();
        double[] xy = new double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            xy[2 * i] = points.getX(i);
            xy[2 * i + 1] = points.getY(i);
        }
        toDegrees.apply(xy, points.size());
        for (int i = 0; i < xy.length; i++) {
            xy[i] = Math.toRadians(xy[i]);
        }
        return xy;
    }

    private double ringArea(LineString ring) {
        double[] at = radians(ring);
        double excess = 0;
        for (int i = 0; i + 3 < at.length; i += 2) {
            double beta1 = Math.asin(authalic(Math.sin(at[i + 1])) / authalicTotal);
            double beta2 = Math.asin(authalic(Math.sin(at[i + 3])) / authalicTotal);
            double dLambda = Math.IEEEremainder(at[i + 2] - at[i], 2 * Math.PI);
            excess += 2
                    * Math.atan2(Math.tan(dLambda / 2) * Math.sin((beta1 + beta2) / 2), Math.cos((beta1 - beta2) / 2));
        }
        return Math.abs(excess) * semiMajor * semiMajor * authalicTotal / 2;
    }

    /** Snyder's q of a latitude, from its sine. */
    private double authalic(double sin) {
        double es = eccentricity * sin;
        double atanh = Math.log1p(2 * es / (1 - es)) / 2;
        return (1 - eccentricity * eccentricity) * (sin / (1 - es * es) + atanh / eccentricity);
    }

    private double lineLength(LineString line) {
        double[] at = radians(line);
        double length = 0;
        for (int i = 0; i + 3 < at.length; i += 2) {
            length += distance(at[i], at[i + 1], at[i + 2], at[i + 3]);
        }
        return length;
    }

    /** Vincenty's inverse formula; nearly opposite points, where it does not settle, are off by up to some kilometres. */
    private double distance(double lon1, double lat1, double lon2, double lat2) {
        return inverse(lon1, lat1, lon2, lat2)[0];
    }

    /** Distance in metres and azimuth at the first point in radians. */
    private double[] inverse(double lon1, double lat1, double lon2, double lat2) {
        double u1 = Math.atan((1 - flattening) * Math.tan(lat1));
        double u2 = Math.atan((1 - flattening) * Math.tan(lat2));
        double dLon = Math.IEEEremainder(lon2 - lon1, 2 * Math.PI);
        double lambda = dLon;
        double sinSigma = 0;
        double cosSigma = 1;
        double sigma = 0;
        double cosSqAlpha = 1;
        double cos2Middle = 0;
        double azimuth = 0;
        for (int i = 0; i < STEPS; i++) {
            double a = Math.cos(u2) * Math.sin(lambda);
            double b = Math.cos(u1) * Math.sin(u2) - Math.sin(u1) * Math.cos(u2) * Math.cos(lambda);
            sinSigma = Math.hypot(a, b);
            if (sinSigma == 0) {
                return new double[2];
            }
            azimuth = Math.atan2(a, b);
            cosSigma = Math.sin(u1) * Math.sin(u2) + Math.cos(u1) * Math.cos(u2) * Math.cos(lambda);
            sigma = Math.atan2(sinSigma, cosSigma);
            double sinAlpha = Math.cos(u1) * Math.cos(u2) * Math.sin(lambda) / sinSigma;
            cosSqAlpha = 1 - sinAlpha * sinAlpha;
            cos2Middle = cosSqAlpha == 0 ? 0 : cosSigma - 2 * Math.sin(u1) * Math.sin(u2) / cosSqAlpha;
            double c = flattening / 16 * cosSqAlpha * (4 + flattening * (4 - 3 * cosSqAlpha));
            double bend = cos2Middle + c * cosSigma * (2 * cos2Middle * cos2Middle - 1);
            double next = dLon + (1 - c) * flattening * sinAlpha * (sigma + c * sinSigma * bend);
            boolean settled = Math.abs(next - lambda) < 1e-14;
            lambda = next;
            if (settled) {
                break;
            }
        }
        double semiMinor = semiMajor * (1 - flattening);
        double uSq = cosSqAlpha * (semiMajor * semiMajor / (semiMinor * semiMinor) - 1);
        double a = 1 + uSq / 16384 * (4096 + uSq * (-768 + uSq * (320 - 175 * uSq)));
        double b = uSq / 1024 * (256 + uSq * (-128 + uSq * (74 - 47 * uSq)));
        double middleSq = cos2Middle * cos2Middle;
        double inner =
                cosSigma * (2 * middleSq - 1) - b / 6 * cos2Middle * (4 * sinSigma * sinSigma - 3) * (4 * middleSq - 3);
        double distance = semiMinor * a * (sigma - b * sinSigma * (cos2Middle + b / 4 * inner));
        return new double[] {distance, azimuth};
    }
}
