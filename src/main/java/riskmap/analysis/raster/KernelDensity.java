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
                Parameter.of(OWNER, "weight", Parameter.Type.FIELD, null).asOptional(),
                Parameter.choice(OWNER, "unit", "per-km2", "per-km2", "raw"),
                Parameter.choice(OWNER, "frame", "close", "close", QGIS));
    }

    /** Height of a hill of volume 1 (or of height 1) at the share of the radius, squared. */
    interface Hill {
        double at(double shareSquared);
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ANY.mostly(ShapeKind.POINTS);
    }

    @Override
    public Set<String> numberParameters() {
        return Set.of("weight");
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.3));
        CoordinateReferenceSystem crs = rows.crs();
        if (!values.text("unit").equals("raw")) {
            MetresNeeded.require(rows);
        }
        if (values.has("weight")) {
            rows.attribute(values.text("weight"));
        }
        double[] weights = values.has("weight") ? rows.numbers(values.text("weight")) : null;
        boolean qgis = values.text("frame").equals(QGIS);
        List<Coordinate> points = new ArrayList<>();
        List<Double> masses = new ArrayList<>();
        Envelope extent = new Envelope();
        int unweighted = 0;
        for (int row = 0; row < rows.size(); row++) {
            double mass = weights == null ? 1 : weights[row];
            unweighted += Double.isNaN(mass) && rows.geometry(row) != null ? 1 : 0;
            if (rows.geometry(row) != null && !Double.isNaN(mass)) {
                Geometry shape = rows.geometry(row);
                for (int part = 0; part < (qgis ? shape.getNumGeometries() : 1); part++) {
                    Geometry one = qgis ? shape.getGeometryN(part) : shape;
                    points.add(one.getCentroid().getCoordinate());
                    masses.add(mass);
                    extent.expandToInclude(points.get(points.size() - 1));
                }
            }
        }
        double radius = values.number("radius");
        if (points.isEmpty()) {
            extent.expandToInclude(0, 0);
        }
        extent.expandBy(radius);
        double cell = values.number("cell");
        double cells = (extent.getWidth() / cell + 1) * (extent.getHeight() / cell + 1);
        if (cells > MOST_CELLS) {
            throw RiskMapException.of("analysis.too-many-cells", Double.toString(cell), Math.round(cells));
        }
        GridGeometry frame = qgis ? wider(extent, cell, crs) : GridGeometry.covering(extent, cell, crs);
        Grid grid = Grid.filled(frame, qgis ? Float.NaN : 0);
        Hill hill = hill(values, radius);
        if (qgis) {
            new HillBlocks(grid, extent, radius, hill).add(points, masses, progress.part(0.3, 1));
        } else {
            fill(grid, points, masses, radius, hill, progress.part(0.3, 1));
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        if (unweighted > 0) {
            notes.add(Message.of("analysis.note-no-weight", unweighted));
        }
        return new Output.Raster(grid, notes);
    }

    /** With a column on the right and a row below that are beyond what the points reach. */
    private static GridGeometry wider(Envelope extent, double cell, CoordinateReferenceSystem crs) {
        int width = (int) Math.ceil(extent.getWidth() / cell) + 1;
        int height = (int) Math.ceil(extent.getHeight() / cell) + 1;
        return new GridGeometry(width, height, extent.getMinX(), extent.getMaxY(), cell, cell, crs);
    }

    private static Hill hill(ParameterValues values, double radius) {
        boolean raw = values.text("unit").equals("raw");
        double area = Math.PI * radius * radius / 1e6;
        return switch (values.text("kernel")) {
            case "quartic" -> {
                double height = raw ? 1 : 3 / area;
                yield share -> height * (1 - share) * (1 - share);
            }
            case "epanechnikov" -> {
                double height = raw ? 1 : 2 / area;
                yield share -> height * (1 - share);
            }
            case "triweight" -> {
                double height = raw ? 1 : 4 / area;
                yield share -> height * (1 - share) * (1 - share) * (1 - share);
            }
            case "triangular" -> {
                double height = raw ? 1 : 3 / area;
                yield share -> height * (1 - Math.sqrt(share));
            }
            default -> {
                double height = raw ? 1 : 1 / area;
                yield share -> height;
            }
        };
    }

    private static void fill(
            Grid grid, List<Coordinate> points, List<Double> masses, double radius, Hill hill, Progress progress) {
        HPRtree tree = new HPRtree();
        for (int i = 0; i < points.size(); i++) {
            tree.insert(new Envelope(points.get(i)), i);
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
                    add(sums, geometry, points.get(point), masses.get(point), y, radius, hill);
                }
                for (int column = 0; column < sums.length; column++) {
                    grid.set(column, row, (float) sums[column]);
                }
            }
        });
    }

    private static void add(
            double[] sums, GridGeometry geometry, Coordinate point, double mass, double y, double radius, Hill hill) {
        double dy = point.y - y;
        double half = Math.sqrt(Math.max(0, radius * radius - dy * dy));
        int first = Math.max(0, geometry.column(point.x - half));
        int last = Math.min(sums.length - 1, geometry.column(point.x + half));
        for (int column = first; column <= last; column++) {
            double dx = geometry.x(column) - point.x;
            double share = (dx * dx + dy * dy) / (radius * radius);
            if (share < 1) {
                sums[column] += mass * hill.at(share);
            }
        }
    }
}
