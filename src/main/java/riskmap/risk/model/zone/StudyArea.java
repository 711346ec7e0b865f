package riskmap.risk.model.zone;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.MetresNeeded;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.overlay.AreaIndex;
import riskmap.geo.raster.DistanceTransform;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.Rasterizer;
import riskmap.geo.raster.Resampling;
import riskmap.geo.raster.Sampling;
import riskmap.geo.terrain.Terrain;
import riskmap.risk.InputChecks;
import riskmap.risk.Workings;

/**
 * Where risk is computed: the towns, and the lattice of cells over them. A cell is active when it touches a town, or lies
 * beside one that does, so that every place in a town has a value.
 */
public final class StudyArea {
    private static final double MOST_CELLS = 400e6;
    /** Memory of a cell of any model: the area itself and a quantity, such as a distance. */
    public static final double LEAST_BYTES = 11;

    /** So much of the ground may lack an elevation where cells of the border reach beyond it. */
    private static final double BORDER = 0.01;

    private final Inputs inputs;
    private final LayerRows towns;
    private final String[] names;
    private final AreaIndex index;
    private final GridGeometry lattice;
    private final byte[] active;
    /** Town that holds the cell's centre, −1 for none: for what is averaged over cells, never for counting. */
    private final short[] townOfCell;
    /** The same in place of it where there are more towns than a short can number, such as parcels. */
    private final int[] manyTownsOfCell;

    /** Cells that were needed to find these, null once they are taken. */
    private float[] spare;

    private StudyArea(Inputs inputs, LayerRows towns, GridGeometry lattice, byte[] active, Grid townOfCell) {
        this.inputs = inputs;
        this.towns = towns;
        this.lattice = lattice;
        this.active = active;
        boolean few = towns.size() <= Short.MAX_VALUE;
        this.townOfCell = few ? new short[lattice.cellCount()] : null;
        this.manyTownsOfCell = few ? null : new int[lattice.cellCount()];
        number(townOfCell.cells());
        this.index = new AreaIndex(towns.geometries());
        this.names = towns.texts("name");
        for (int i = 0; i < names.length; i++) {
            names[i] = towns.called(i, names[i]);
        }
    }

    /**
     * The area of the towns, or null when there is no town with a geometry.
     *
     * @throws RiskMapException when the towns are in degrees or the grid would be too large
     */
    public static StudyArea of(Inputs inputs, double cellSize, Progress progress) {
        return of(inputs, "town", cellSize, progress);
    }

    /** The same with other areas in place of the towns. */
    public static StudyArea of(Inputs inputs, String areas, double cellSize, Progress progress) {
        // zones cannot be cut at outlines that cross themselves; the checks tell of them
        LayerRows towns = inputs.rows(areas, progress).validAreas(progress.part(0, 0));
        CoordinateReferenceSystem crs = towns.crs();
        if (crs == null) {
            throw RiskMapException.of("risk.check-no-crs", towns.type().getTypeName());
        }
        MetresNeeded.require(towns);
        Envelope extent = extent(towns, cellSize);
        if (extent.isNull()) {
            return null;
        }
        if (tooMany(extent, cellSize)) {
            throw new RiskMapException(told(extent, cellSize));
        }
        GridGeometry lattice = GridGeometry.covering(extent, cellSize, crs);
        float[] cells = new float[lattice.cellCount()];
        byte[] active = activeCells(towns, lattice, progress);
        StudyArea area = new StudyArea(inputs, towns, lattice, active, townsOfCells(towns, lattice, cells, progress));
        area.spare = cells;
        return area;
    }

    private static Envelope extent(LayerRows towns, double cellSize) {
        Envelope extent = new Envelope();
        for (int i = 0; i < towns.size(); i++) {
            if (towns.geometry(i) != null) {
                extent.expandToInclude(towns.geometry(i).getEnvelopeInternal());
            }
        }
        if (!extent.isNull()) {
            extent.expandBy(cellSize);
        }
        return extent;
    }

    private static boolean tooMany(Envelope extent, double cellSize) {
        return extent.getWidth() / cellSize * (extent.getHeight() / cellSize) > MOST_CELLS;
    }

    private static Message told(Envelope extent, double cellSize) {
        return Message.of(
                "risk.cells-too-many",
                Workings.shown(cellSize),
                Workings.shown(Math.ceil(extent.getWidth() / 1000)),
                Workings.shown(Math.ceil(extent.getHeight() / 1000)));
    }

    /**
     * Whether the areas, in cells of the parameter {@code cell-size}, are no more cells than can be computed in the memory
     * there is.
     *
     * @param bytesPerCell what a cell takes at least where most is held at once
     */
    public static void check(InputChecks checks, String areas, double bytesPerCell) {
        if (checks.inputs().has(areas) && !checks.inputs().isGrid(areas)) {
            LayerRows rows = checks.inputs().rows(areas, Progress.silent());
            double cellSize = checks.values().number("cell-size");
            Envelope extent = extent(rows, cellSize);
            if (rows.crs() == null || Crs.isGeographic(rows.crs()) || extent.isNull()) {
                return;
            }
            if (tooMany(extent, cellSize)) {
                checks.problem("cell-size", told(extent, cellSize));
            } else {
                new MemoryNeed(extent, bytesPerCell)
                        .unlessEnough(cellSize, Runtime.getRuntime().maxMemory())
                        .ifPresent(message -> checks.problem("cell-size", message));
            }
        }
    }

    private static Grid townsOfCells(LayerRows towns, GridGeometry lattice, float[] cells, Progress progress) {
        Rasterizer rasterizer =
                new Rasterizer(lattice, Rasterizer.Rule.CENTRE, Rasterizer.Combine.FIRST, -1, cells, progress);
        for (int i = 0; i < towns.size(); i++) {
            if (towns.geometry(i) != null) {
                rasterizer.add(towns.geometry(i), i);
            }
        }
        return rasterizer.finish();
    }

    private void number(float[] numbers) {
        int width = lattice.width();
        lattice.bandsOfRows(Progress.silent(), (from, to) -> {
            for (int cell = from * width; cell < to * width; cell++) {
                if (townOfCell != null) {
                    townOfCell[cell] = (short) numbers[cell];
                } else {
                    manyTownsOfCell[cell] = (int) numbers[cell];
                }
            }
        });
    }

    private static byte[] activeCells(LayerRows towns, GridGeometry lattice, Progress progress) {
        List<Geometry> shapes = Arrays.stream(towns.geometries())
                .filter(java.util.Objects::nonNull)
                .toList();
        return TownOfPlace.around(lattice, shapes, progress);
    }

    public GridGeometry lattice() {
        return lattice;
    }

    /** As many numbers as the lattice has cells, to be written over; null when somebody has taken them. */
    public float[] takeSpareCells() {
        float[] cells = spare;
        spare = null;
        return cells;
    }

    /** Gives back cells that nobody needs any more; null for none. */
    public void giveSpareCells(float[] cells) {
        spare = cells;
    }

    public boolean isActive(int cell) {
        return active[cell] != 0;
    }

    /** The town that holds a cell's centre, −1 for none. */
    public int townOfCell(int cell) {
        return townOfCell == null ? manyTownsOfCell[cell] : townOfCell[cell];
    }

    public LayerRows towns() {
        return towns;
    }

    public String[] townNames() {
        return names;
    }

    /** The town a place lies in (on a common boundary: the first), −1 when it lies in none. */
    public int townAt(double x, double y) {
        return index.first(x, y);
    }

    /** The cell a place falls in, −1 outside the lattice. */
    public int cellAt(double x, double y) {
        int column = lattice.column(x);
        int row = lattice.row(y);
        return lattice.contains(column, row) ? row * lattice.width() + column : -1;
    }

    public boolean has(String kind) {
        return inputs.has(kind);
    }

    /** The rows of a layer in the CRS of the towns. */
    public LayerRows rows(String kind, Progress progress) {
        return inputs.rows(kind, progress).in(lattice.crs(), progress);
    }

    /** Distance from each cell to the nearest feature of a layer; null when there is none. */
    public float[] distanceTo(String kind, Progress progress) {
        return has(kind) ? distanceTo(Arrays.asList(rows(kind, progress).geometries()), progress) : null;
    }

    /** Distance from each cell to the nearest of some shapes (null for none); NaN where there is no shape at all. */
    public float[] distanceTo(List<Geometry> shapes, Progress progress) {
        Rasterizer rasterizer =
                new Rasterizer(lattice, Rasterizer.Rule.ALL_TOUCHED, Rasterizer.Combine.LAST, Float.NaN, progress);
        for (Geometry shape : shapes) {
            if (shape != null) {
                rasterizer.add(shape, 1);
            }
        }
        return DistanceTransform.distanceInPlace(rasterizer.finish(), progress).cells();
    }

    /** The height of the ground at the centres of the cells; null without an elevation. */
    public Grid ground(Progress progress) {
        if (!inputs.has("dem")) {
            return null;
        }
        Grid dem = inputs.grid("dem");
        CoordinateReferenceSystem crs = dem.geometry().crs();
        if (crs != null && !Crs.same(crs, lattice.crs())) {
            var toDem = Crs.transform(lattice.crs(), crs);
            return Resampling.warp(dem, lattice, toDem::apply, Sampling.Method.BILINEAR, progress);
        }
        return dem.geometry().sameLattice(lattice)
                ? dem
                : Resampling.to(dem, lattice, Sampling.Method.BILINEAR, progress);
    }

    /**
     * Tells of the ground without an elevation, which counts as level; nothing where it is a border's strip.
     *
     * @param slope as {@link #slope} gives it
     * @param counted the cells that are looked at
     */
    public Optional<Message> levelGround(float[] slope, IntPredicate counted) {
        long all = 0;
        long unknown = 0;
        for (int cell = 0; cell < lattice.cellCount(); cell++) {
            if (townOfCell(cell) >= 0 && counted.test(cell)) {
                all++;
                unknown += slope == null || Float.isNaN(slope[cell]) ? 1 : 0;
            }
        }
        return unknown <= BORDER * all
                ? Optional.empty()
                : Optional.of(Message.of(
                        "risk.note-level-ground",
                        Workings.shown(unknown * lattice.cellArea() / 1e6),
                        Math.round(100.0 * unknown / all)));
    }

    /** Slope in degrees on the lattice, computed on the elevation's own cells; null without an elevation. */
    public float[] slope(Progress progress) {
        if (!inputs.has("dem")) {
            return null;
        }
        Grid dem = inputs.grid("dem");
        CoordinateReferenceSystem crs = dem.geometry().crs();
        if (crs != null && !Crs.same(crs, lattice.crs())) {
            // degrees have no slope: bring the heights to metres first
            var toDem = Crs.transform(lattice.crs(), crs);
            dem = Resampling.warp(dem, lattice, toDem::apply, Sampling.Method.BILINEAR, progress);
        }
        Grid slope = Terrain.slopeDegrees(dem, progress);
        return slope.geometry().sameLattice(lattice)
                ? slope.cells()
                : Resampling.to(slope, lattice, Sampling.Method.NEAREST, progress)
                        .cells();
    }
}
