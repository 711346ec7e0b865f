package riskmap.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.geotools.api.referencing.crs.GeographicCRS;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.raster.Grid;
import riskmap.geo.terrain.CellRelief;
import riskmap.geo.terrain.Terrain;

/** The tools that make a raster of the form of the ground from elevations: slope, aspect, hillshade. */
final class Relief implements Operation {
    private static final String MANNER = "manner";
    private static final String QGIS = "qgis";
    private static final String GDAL = "gdal";
    private static final String EXAGGERATION = "exaggeration";

    private final String id;
    private final List<Parameter> parameters;
    private final Kernel kernel;
    private final Function<ParameterValues, CellRelief.Form> form;

    private interface Kernel {
        Grid run(Grid elevation, ParameterValues values, Progress progress);
    }

    /**
     * A tool.
     *
     * @param form the same for cells as QGIS and gdaldem take them
     */
    private Relief(String id, Kernel kernel, Function<ParameterValues, CellRelief.Form> form, Parameter... parameters) {
        this.id = id;
        this.kernel = kernel;
        this.form = form;
        List<Parameter> all = new ArrayList<>();
        all.add(Parameter.of("analysis." + id, "elevation", Parameter.Type.GRID, null));
        all.addAll(List.of(parameters));
        all.add(Parameter.number("analysis." + id, EXAGGERATION, "", 1, 0.001, 1000));
        all.add(Parameter.choice("analysis." + id, MANNER, "metres", "metres", QGIS, GDAL));
        this.parameters = List.copyOf(all);
    }

    /** Steepness in degrees or percent. */
    static Operation slope() {
        return new Relief(
                "slope",
                (elevation, values, progress) -> "degrees".equals(values.text("unit"))
                        ? Terrain.slopeDegrees(exaggerated(elevation, values), progress)
                        : Terrain.slopePercent(exaggerated(elevation, values), progress),
                values -> !"degrees".equals(values.text("unit"))
                        ? CellRelief::percent
                        : QGIS.equals(values.text(MANNER)) ? CellRelief::singleDegrees : CellRelief::degrees,
                Parameter.choice("analysis.slope", "unit", "degrees", "degrees", "percent"));
    }

    /** The way downhill in degrees from north. */
    static Operation aspect() {
        return new Relief(
                "aspect",
                (elevation, values, progress) -> Terrain.aspect(exaggerated(elevation, values), progress),
                values -> GDAL.equals(values.text(MANNER)) ? CellRelief::turnedAspect : CellRelief::singleAspect);
    }

    /** Shaded relief. */
    static Operation hillshade() {
        String owner = "analysis.hillshade";
        return new Relief(
                "hillshade",
                Relief::hillshade,
                Relief::shade,
                Parameter.choice(owner, "light", "one", "one", "four"),
                Parameter.number(owner, "azimuth", "°", 315, 0, 360),
                Parameter.number(owner, "altitude", "°", 45, 0, 90));
    }

    /** Elevations multiplied, such as from feet to metres. */
    private static Grid exaggerated(Grid elevation, ParameterValues values) {
        double factor = values.number(EXAGGERATION);
        if (factor == 1) {
            return elevation;
        }
        Grid result = Grid.filled(elevation.geometry(), Float.NaN);
        for (int row = 0; row < elevation.geometry().height(); row++) {
            for (int column = 0; column < elevation.geometry().width(); column++) {
                result.set(column, row, (float) (factor * elevation.get(column, row)));
            }
        }
        return result;
    }

    private static Grid hillshade(Grid elevation, ParameterValues values, Progress progress) {
        double altitude = values.number("altitude");
        double exaggeration = values.number(EXAGGERATION);
        return "four".equals(values.text("light"))
                ? Terrain.multidirectionalHillshade(elevation, altitude, exaggeration, progress)
                : Terrain.hillshade(elevation, values.number("azimuth"), altitude, exaggeration, progress);
    }

    /**
     * QGIS shades from 0 and measures the light's angle from the zenith; gdaldem shades from 1, in whole numbers.
     */
    private static CellRelief.Form shade(ParameterValues values) {
        if (!"one".equals(values.text("light"))) {
            throw RiskMapException.of("analysis.relief-one-light");
        }
        double azimuth = values.number("azimuth");
        double altitude = values.number("altitude");
        if (QGIS.equals(values.text(MANNER))) {
            return CellRelief.singleShade(azimuth, altitude);
        }
        CellRelief.Form shade = CellRelief.shade(azimuth, altitude, 1, 254);
        return (east, north) -> Math.floor(shade.of(east, north) + 0.5);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        Grid elevation = inputs.grid("elevation");
        String manner = values.text(MANNER);
        if (!QGIS.equals(manner) && !GDAL.equals(manner)) {
            return new Output.Raster(kernel.run(elevation, values, progress), List.of());
        }
        CellRelief.Gaps gaps = QGIS.equals(manner) ? CellRelief.Gaps.SHORTER : CellRelief.Gaps.NONE;
        double factor = values.number(EXAGGERATION);
        Grid made = CellRelief.of(elevation, gaps, !id.equals("hillshade"), factor, form.apply(values), progress);
        boolean degrees = elevation.geometry().crs() instanceof GeographicCRS;
        return new Output.Raster(made, degrees ? List.of(Message.of("analysis.note-degrees-as-units")) : List.of());
    }
}
