package riskmap.geo.crs;

import java.math.BigDecimal;
import riskmap.geo.crs.CrsDefinition.Projection;

/** Writes a known CRS as well-known text: OGC WKT 1 as GDAL writes it, and Esri's flavour for .prj files. */
final class CrsWriter {
    private final StringBuilder out = new StringBuilder();

    private CrsWriter() {}

    static String ogc(CrsDefinition crs) {
        return crs.isGeographic() ? new CrsWriter().ogcGeographic(crs, true) : new CrsWriter().ogcProjected(crs);
    }

    static String esri(CrsDefinition crs) {
        return crs.isGeographic() ? new CrsWriter().esriGeographic(crs.datum()) : new CrsWriter().esriProjected(crs);
    }

    private String ogcGeographic(CrsDefinition crs, boolean withAxes) {
        SurveyDatum datum = crs.datum();
        out.append("GEOGCS[\"").append(datum.crsName()).append("\",DATUM[\"").append(datum.datumName());
        out.append("\",SPHEROID[\"").append(datum.ellipsoidName()).append("\",");
        out.append(plain(datum.semiMajor())).append(',').append(plain(datum.inverseFlattening()));
        authority(datum.ellipsoidCode()).append(']');
        if (crs.toWgs84() != null) {
            out.append(",TOWGS84[");
            for (int i = 0; i < 7; i++) {
                out.append(i == 0 ? "" : ",").append(plain(crs.toWgs84()[i]));
            }
            out.append(']');
        }
        authority(datum.datumCode()).append("],PRIMEM[\"Greenwich\",0");
        authority(8901).append("],UNIT[\"degree\",0.0174532925199433");
        authority(9122).append(']');
        if (withAxes) {
            out.append(",AXIS[\"Latitude\",NORTH],AXIS[\"Longitude\",EAST]");
        }
        return authority(datum.geographicCode()).append(']').toString();
    }

    private String ogcProjected(CrsDefinition crs) {
        boolean mercator = crs.projection() == Projection.WEB_MERCATOR;
        out.append("PROJCS[\"").append(crs.name()).append("\",");
        ogcGeographic(crs.base(), false);
        out.append(",PROJECTION[\"")
                .append(mercator ? "Mercator_1SP" : "Transverse_Mercator")
                .append("\"]");
        if (!mercator) {
            parameter("latitude_of_origin", 0);
        }
        parameter("central_meridian", crs.centralMeridian());
        parameter("scale_factor", crs.scale());
        parameter("false_easting", crs.falseEasting());
        parameter("false_northing", crs.falseNorthing());
        out.append(",UNIT[\"metre\",1");
        authority(9001).append(']');
        boolean northFirst = !mercator && crs.datum() != SurveyDatum.WGS84;
        out.append(
                northFirst
                        ? ",AXIS[\"Northing\",NORTH],AXIS[\"Easting\",EAST]"
                        : ",AXIS[\"Easting\",EAST],AXIS[\"Northing\",NORTH]");
        if (mercator) {
            out.append(",EXTENSION[\"PROJ4\",\"+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1"
                    + " +units=m +nadgrids=@null +wktext +no_defs\"]");
        }
        if (crs.code() > 0) {
            authority(crs.code());
        }
        return out.append(']').toString();
    }

    private String esriGeographic(SurveyDatum datum) {
        out.append("GEOGCS[\"")
                .append(datum.esriCrsName())
                .append("\",DATUM[\"D_")
                .append(datum.datumName());
        out.append("\",SPHEROID[\"").append(datum.esriEllipsoidName()).append("\",");
        out.append(decimal(datum.semiMajor())).append(',').append(decimal(datum.inverseFlattening()));
        return out.append("]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]")
                .toString();
    }

    private String esriProjected(CrsDefinition crs) {
        boolean mercator = crs.projection() == Projection.WEB_MERCATOR;
        boolean gaussKruger = crs.scale() == 1;
        out.append("PROJCS[\"").append(mercator ? "WGS_1984_Web_Mercator_Auxiliary_Sphere" : esriName(crs));
        out.append("\",");
        esriGeographic(crs.datum());
        out.append(",PROJECTION[\"");
        out.append(mercator ? "Mercator_Auxiliary_Sphere" : gaussKruger ? "Gauss_Kruger" : "Transverse_Mercator");
        out.append("\"]");
        esriParameter("False_Easting", crs.falseEasting());
        esriParameter("False_Northing", crs.falseNorthing());
        esriParameter("Central_Meridian", crs.centralMeridian());
        if (mercator) {
            esriParameter("Standard_Parallel_1", 0);
            esriParameter("Auxiliary_Sphere_Type", 0);
        } else {
            esriParameter("Scale_Factor", crs.scale());
            esriParameter("Latitude_Of_Origin", 0);
        }
        return out.append(",UNIT[\"Meter\",1.0]]").toString();
    }

    /** CGCS2000 / 3-degree Gauss-Kruger CM 123E → CGCS2000_3_Degree_GK_CM_123E. */
    private static String esriName(CrsDefinition crs) {
        return crs.name()
                .replace("Gauss-Kruger", "GK")
                .replace("3-degree", "3_Degree")
                .replace("zone", "Zone")
                .replace(" / ", "_")
                .replace("WGS 84", "WGS_1984")
                .replace(' ', '_');
    }

    private void parameter(String name, double value) {
        out.append(",PARAMETER[\"")
                .append(name)
                .append("\",")
                .append(plain(value))
                .append(']');
    }

    private void esriParameter(String name, double value) {
        out.append(",PARAMETER[\"")
                .append(name)
                .append("\",")
                .append(decimal(value))
                .append(']');
    }

    private StringBuilder authority(int code) {
        return out.append(",AUTHORITY[\"EPSG\",\"").append(code).append("\"]");
    }

    private static String plain(double value) {
        return value == 0
                ? "0"
                : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    private static String decimal(double value) {
        String text = plain(value);
        return text.indexOf('.') < 0 ? text + ".0" : text;
    }
}
