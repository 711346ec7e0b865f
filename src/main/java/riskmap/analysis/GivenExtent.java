package riskmap.analysis;

import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.overlay.Overlay;

/**
 * A box along the axes that a tool is given as {@code extent}: least and greatest easting, least and greatest northing, in
 * the coordinates of what the tool works on or, where {@code extent-crs} is given, in those of another CRS.
 */
public final class GivenExtent {
    private static final String EXTENT = "extent";
    private static final String OF_CRS = "extent-crs";

    private GivenExtent() {}

    /** The two parameters, both of which may be left out. */
    public static List<Parameter> parameters(String owner) {
        return List.of(
                Parameter.of(owner, EXTENT, Parameter.Type.NUMBERS, null).asOptional(),
                Parameter.of(owner, OF_CRS, Parameter.Type.CRS, null).asOptional());
    }

    /** The two, of which the box must be given. */
    public static List<Parameter> required(String owner) {
        return List.of(
                Parameter.of(owner, EXTENT, Parameter.Type.NUMBERS, null),
                Parameter.of(owner, OF_CRS, Parameter.Type.CRS, null).asOptional());
    }

    /** The CRS of what is made from a box alone: that of its {@code crs}, else that of the box; null where neither is said. */
    public static CoordinateReferenceSystem crs(ParameterValues values) {
        String named = values.has("crs") ? "crs" : OF_CRS;
        return values.has(named) ? Crs.of(values.text(named)) : null;
    }

    /**
     * The box in the CRS of what a tool works on, where its sides may be bent: with twenty places on each.
     *
     * @param target null where it is unknown; the box is then taken as it is
     * @throws RiskMapException when the extent is no four numbers, or one side lies beyond its opposite
     */
    public static Geometry box(ParameterValues values, CoordinateReferenceSystem target) {
        double[] sides = values.numbers(EXTENT);
        if (sides.length != 4 || sides[0] > sides[1] || sides[2] > sides[3]) {
            throw RiskMapException.of("analysis.grid-extent", values.text(EXTENT));
        }
        Envelope extent = new Envelope(sides[0], sides[1], sides[2], sides[3]);
        Geometry box = Overlay.box(extent, new GeometryFactory());
        CoordinateReferenceSystem own = values.has(OF_CRS) ? Crs.of(values.text(OF_CRS)) : null;
        if (own == null || target == null || Crs.transform(own, target).isIdentity()) {
            return box;
        }
        double longest = Math.max(extent.getWidth(), extent.getHeight());
        Geometry bent = longest > 0 ? Densifier.densify(box, longest / 20) : box;
        return Crs.transform(own, target).apply(bent);
    }
}
