package riskmap.analysis.raster;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.MetresNeeded;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.ShapeKind;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.Parallel;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/**
 * Density of points: around each lies a hill that falls to 0 at the radius, and the cell has the sum of the hills over its
 * centre. Per square kilometre each hill has the volume 1 (or its weight), so that the sum of the cells times their area
 * is about the number of points; raw, each is 1 high.
 *
 * <p>Quartic 3/(πr²)·(1 − (d/r)²)², triweight 4/(πr²)·(1 − (d/r)²)³, Epanechnikov 2/(πr²)·(1 − (d/r)²),
 * triangular 3/(πr²)·(1 − d/r), uniform 1/(πr²). <b>Source:</b> B. W. Silverman,
 * Density Estimation for Statistics and Data Analysis (1986), 4.2.
 */
public final class KernelDensity implements Operation {
    private static final String OWNER = "analysis.kernel-density";
    private static final String QGIS = "qgis";
    private static final double MOST_CELLS = 4e8;

    @Override
    public String id() {
        return "kernel-density";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.number(OWNER, "radius", "m", 1000, 1e-3, 1e6),
                Parameter.number(OWNER, "cell", "m", 100, 1e-3, 1e6),
                Parameter.choice(
                        OWNER, "kernel", "quartic", "quartic", "triweight", "epanechnikov", "triangular", "uniform"),
                Parameter.number(OWNER, "decay", "", 0, -100, 100),
                Parameter.of(OWNER, "radius-field", Parameter.Type.FIELD, null).asOptional(),
                Parameter.of(OWNER, "weight", Parameter.Type.FIELD, null).asOptional(),
                Parameter.choice(OWNER, "unit", "per-km2", "per-km2", "raw", QGIS),
                Parameter.choice(OWNER, "frame", "close", "close", QGIS));
    }

    /** Height of a hill of volume 1 (or of height 1) at the share of the radius, squared. */
    interface Hill {
        double at(double shareSquared);
    }

    /**
     * A point, how much it counts and how far, and the form of its hill.
     */
    record Mass(Coordinate point, double size, double radius, Hill hill) {}

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ANY.mostly(ShapeKind.POINTS);
    }

    @Override
    public Set<String> numberParameters() {
        return Set.of("weight", "radius-field");
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.3));
        CoordinateReferenceSystem crs = rows.crs();
        if (values.text("unit").equals("per-km2")) {
            MetresNeeded.require(rows);
        }
        double[] weights = values.has("weight") ? rows.numbersOf(values.text("weight")) : null;
        double[] radii = values.has("radius-field") ? rows.numbersOf(values.text("radius-field")) : null;
        boolean qgis = values.text("frame").equals(QGIS);
        List<Mass> masses = new ArrayList<>();
        Hill usual = hill(values, values.number("radius"));
        Envelope extent = new Envelope();
        double reach = radii == null ? values.number("radius") : 0;
        int unweighted = 0;
        int flat = 0;
        for (int row = 0; row < rows.size(); row++) {
            Geometry shape = rows.geometry(row);
            double size = weights == null ? 1 : weights[row];
            double radius = radii == null ? values.number("radius") : radii[row];
            if (shape == null) {
                continue;
            }
            unweighted += Double.isNaN(size) ? 1 : 0;
            flat += radius > 0 ? 0 : 1;
            if (Double.isNaN(size) || !(radius > 0)) {
                continue;
            }
            reach = Math.max(reach, radius);
            Hill hill = radii == null ? usual : hill(values, radius);
            for (int part = 0; part < (qgis ? shape.getNumGeometries() : 1); part++) {
                Geometry one = qgis ? shape.getGeometryN(part) : shape;
                Coordinate point = one.getCentroid().getCoordinate();
                masses.add(new Mass(point, size, radius, hill));
                extent.expandToInclude(point);
            }
        }
        if (masses.isEmpty()) {
            extent.expandToInclude(0, 0);
        }
        extent.expandBy(reach);
        Grid grid = grid(extent, values.number("cell"), qgis, crs);
        if (qgis) {
            new HillBlocks(grid, extent).add(masses, progress.part(0.3, 1));
        } else {
            fill(grid, masses, reach, progress.part(0.3, 1));
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        if (unweighted > 0) {
            notes.add(Message.of("analysis.note-no-weight", unweighted));
        }
        if (flat > 0) {
            notes.add(Message.of("analysis.note-no-radius", flat));
        }
        return new Output.Raster(grid, notes);
    }

    private static Grid grid(Envelope extent, double cell, boolean qgis, CoordinateReferenceSystem crs) {
        double cells = (extent.getWidth() / cell + 1) * (extent.getHeight() / cell + 1);
        if (cells > MOST_CELLS) {
            throw RiskMapException.of("analysis.too-many-cells", Double.toString(cell), Math.round(cells));
        }
        GridGeometry frame = qgis ? wider(extent, cell, crs) : GridGeometry.covering(extent, cell, crs);
        return Grid.filled(frame, qgis ? Float.NaN : 0);
    }

    /** With a column on the right and a row below that are beyond what the points reach. */
    private static GridGeometry wider(Envelope extent, double cell, CoordinateReferenceSystem crs) {
        int width = (int) Math.ceil(extent.getWidth() / cell) + 1;
        int height = (int) Math.ceil(extent.getHeight() / cell) + 1;
        return new GridGeometry(width, height, extent.getMinX(), extent.getMaxY(), cell, cell, crs);
    }

    private static Hill hill(ParameterValues values, double radius) {
        String kernel = values.text("kernel");
        double decay = values.number("decay");
        double circle = Math.PI * radius * radius;
        double height =
                switch (values.text("unit")) {
                    case "raw" -> 1;
                    // what it multiplies the quartic by is 7.25 times that of a hill of volume 1
                    case QGIS ->
                        kernel.equals("triangular") && decay < 0
                                ? 1
                                : volume(kernel, decay) / circle * (kernel.equals("quartic") ? 7.25 : 1);
                    default -> volume(kernel, decay) / (circle / 1e6);
                };
        return switch (kernel) {
            case "quartic" -> share -> height * (1 - share) * (1 - share);
            case "epanechnikov" -> share -> height * (1 - share);
            case "triweight" -> share -> height * (1 - share) * (1 - share) * (1 - share);
            case "triangular" -> share -> height * (1 - (1 - decay) * Math.sqrt(share));
            default -> share -> height;
        };
    }

    /** The height of a hill of volume 1 on a circle of area 1. */
    private static double volume(String kernel, double decay) {
        return switch (kernel) {
            case "quartic" -> 3;
            case "epanechnikov" -> 2;
            case "triweight" -> 4;
            case "triangular" -> 3 / (1 + 2 * decay);
            default -> 1;
        };
    }

    private static void fill(Grid grid, List<Mass> masses, double radius, Progress progress) {
        HPRtree tree = new HPRtree();
        for (int i = 0; i < masses.size(); i++) {
            tree.insert(new Envelope(masses.get(i).point), i);
        }
        tree.build();
        GridGeometry geometry = grid.geometry();
        Parallel.items(geometry.height(), 1, progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                double y = geometry.y(row);
                double[] sums = new double[geometry.width()];
                List<Integer> near = new ArrayList<>();
                Envelope band = new Envelope(
                        geometry.x(0) - radius, geometry.x(geometry.width() - 1) + radius, y - radius, y + radius);
                tree.query(band, item -> near.add((Integer) item));
                // one order of adding, whatever the index gives
                near.sort(null);
                for (int point : near) {
                    add(sums, geometry, masses.get(point), y);
                }
                for (int column = 0; column < sums.length; column++) {
                    grid.set(column, row, (float) sums[column]);
                }
            }
        });
    }

    private static void add(double[] sums, GridGeometry geometry, Mass mass, double y) {
        Coordinate point = mass.point;
        double radius = mass.radius;
        double dy = point.y - y;
        double half = Math.sqrt(Math.max(0, radius * radius - dy * dy));
        int first = Math.max(0, geometry.column(point.x - half));
        int last = Math.min(sums.length - 1, geometry.column(point.x + half));
        for (int column = first; column <= last; column++) {
            double dx = geometry.x(column) - point.x;
            double share = (dx * dx + dy * dy) / (radius * radius);
            if (share < 1) {
                sums[column] += mass.size * mass.hill.at(share);
            }
        }
    }
}
