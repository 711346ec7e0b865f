package riskmap.ui.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.geo.Measures;
import riskmap.geo.crs.Crs;

/**
 * What the form says of a geometry: area and length, in the plane of the layer's projection and on its ellipsoid, each
 * saying which it is; position of a point; vertices and parts.
 *
 * @param title what it is
 * @param value with its unit
 */
public record GeometryFacts(Message title, String value) {
    /** The facts of a geometry; measures for a layer without a CRS are planar, in its own unit. */
    public static List<GeometryFacts> of(Geometry geometry, CoordinateReferenceSystem crs) {
        List<GeometryFacts> facts = new ArrayList<>();
        if (geometry == null || geometry.isEmpty()) {
            facts.add(new GeometryFacts(
                    Message.of("ui.form-geometry"), Message.of("ui.no").text()));
            return facts;
        }
        boolean planar = crs == null || !Crs.isGeographic(crs);
        Measures measures = crs == null ? null : Measures.on(crs);
        if (geometry.getDimension() == 2) {
            if (planar) {
                facts.add(new GeometryFacts(Message.of("ui.form-area-planar"), number(geometry.getArea(), "m²")));
            }
            if (measures != null) {
                facts.add(
                        new GeometryFacts(Message.of("ui.form-area-ellipsoid"), number(measures.area(geometry), "m²")));
            }
        }
        if (geometry.getDimension() >= 1) {
            String kind = geometry.getDimension() == 2 ? "perimeter" : "length";
            if (planar) {
                facts.add(new GeometryFacts(
                        Message.of("ui.form-" + kind + "-planar"), number(geometry.getLength(), "m")));
            }
            if (measures != null) {
                facts.add(new GeometryFacts(
                        Message.of("ui.form-" + kind + "-ellipsoid"), number(measures.length(geometry), "m")));
            }
            facts.add(new GeometryFacts(Message.of("ui.form-vertices"), Integer.toString(geometry.getNumPoints())));
        } else {
            String digits = planar ? "%.3f, %.3f" : "%.8f, %.8f";
            facts.add(new GeometryFacts(
                    Message.of("ui.form-position"),
                    String.format(Locale.ROOT, digits, geometry.getCoordinate().x, geometry.getCoordinate().y)));
        }
        return facts;
    }

    private static String number(double value, String unit) {
        return String.format(Locale.ROOT, "%,.2f %s", value, unit);
    }
}
