package riskmap.analysis.relate;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.GivenExtent;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.MetresNeeded;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;

/**
 * Points so far from each other over the extent of a layer or over one given, row by row from its north-western corner:
 * places at which to look or to measure. Either the spacing is given or about how many points there are to be, which makes
 * it the root of the area for one point.
 */
public final class RegularPoints implements Operation {
    private static final String OWNER = "analysis.regular-points";
    private static final int MOST = 1_000_000;

    @Override
    public String id() {
        return "regular-points";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        all.add(Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null).asOptional());
        all.addAll(GivenExtent.parameters(OWNER));
        all.add(Parameter.of(OWNER, "crs", Parameter.Type.CRS, null).asOptional());
        all.add(Parameter.number(OWNER, "spacing", Parameter.COORDINATE_UNIT, 100, 1e-9, 1e9));
        all.add(Parameter.integer(OWNER, "number", "", 0, 0, MOST));
        all.add(Parameter.number(OWNER, "inset", Parameter.COORDINATE_UNIT, 0, 0, 1e9));
        return all;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        CoordinateReferenceSystem crs = values.has("crs") ? Crs.of(values.text("crs")) : null;
        LayerRows rows = null;
        if (inputs.has("features")) {
            rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.4));
            crs = crs == null ? rows.crs() : crs;
            rows = rows.in(crs, progress.part(0.4, 0.5));
        }
        if (rows == null && !values.has("extent")) {
            throw RiskMapException.of("analysis.grid-nowhere");
        }
        Envelope extent = values.has("extent") ? GivenExtent.box(values, crs).getEnvelopeInternal() : rows.extent();
        OutputRows output = new OutputRows("points", Point.class, crs);
        output.attribute("id", Long.class);
        if (!extent.isNull()) {
            points(extent, spacing(extent, values), values.number("inset"), output, progress);
        }
        List<Message> notes = new ArrayList<>(rows == null ? List.of() : rows.notes("features"));
        notes.add(Message.of("analysis.note-points-made", output.size()));
        notes.addAll(degrees(extent, values, crs));
        return new Output.Features(output.features(), notes);
    }

    /** Why there is one point only: what was meant as metres is degrees, more than the whole extent. */
    private static List<Message> degrees(Envelope extent, ParameterValues values, CoordinateReferenceSystem crs) {
        double spacing = values.number("spacing");
        double longest = Math.max(extent.getWidth(), extent.getHeight());
        boolean beyond = values.integer("number") == 0 && longest > 0 && spacing > longest;
        return beyond && crs != null && Crs.isGeographic(crs)
                ? List.of(Message.of(
                        "analysis.note-spacing-in-degrees",
                        spacing,
                        extent.getWidth(),
                        extent.getHeight(),
                        MetresNeeded.remedy(crs, extent, false)))
                : List.of();
    }

    private static double spacing(Envelope extent, ParameterValues values) {
        long number = values.integer("number");
        double spacing =
                number > 0 && extent.getArea() > 0 ? Math.sqrt(extent.getArea() / number) : values.number("spacing");
        double most = (1 + extent.getWidth() / spacing) * (1 + extent.getHeight() / spacing);
        boolean tooFine =
                extent.getMaxX() + spacing == extent.getMaxX() || extent.getMinY() - spacing == extent.getMinY();
        if (most > MOST || tooFine) {
            throw RiskMapException.of("analysis.grid-too-many", most, (double) MOST);
        }
        return spacing;
    }

    /** Each place is a step from the one before, as QGIS has it: the last of a row falls in or out by the same rounding. */
    private static void points(Envelope extent, double spacing, double inset, OutputRows output, Progress progress) {
        GeometryFactory factory = new GeometryFactory();
        double y = extent.getMaxY() - inset;
        while (y >= extent.getMinY()) {
            progress.check();
            double x = extent.getMinX() + inset;
            while (x <= extent.getMaxX()) {
                output.add(factory.createPoint(new Coordinate(x, y)), (long) output.size());
                x = x + spacing;
            }
            y = y - spacing;
        }
    }
}
