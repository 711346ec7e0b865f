package riskmap.risk.model.flood;

import static riskmap.risk.model.result.Columns.column;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.geo.polygonize.ClippedPolygonizer;
import riskmap.geo.polygonize.Sieve;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.Rasterizer;
import riskmap.geo.raster.Reclassification;
import riskmap.geo.zonal.ZonalStatistics;
import riskmap.risk.TownGround;
import riskmap.risk.Workings;
import riskmap.risk.model.count.ZoneExposure;
import riskmap.risk.model.result.ResultRows;

/**
 * Depths of water as zones: classes [a, b) by breaks, the first from any depth on; small zones merged, cut at the towns;
 * what lies in them by town and class. An elevation reaches beyond the district, often over the open sea: water outside
 * all towns makes no zone and is counted nowhere, but how much it is is told.
 */
public final class DepthZones {
    private final Grid depths;
    private final Grid inside;
    private final double[] known;
    private final double[] breaks;
    private final String[] towns;
    private final List<ClippedPolygonizer.Piece> pieces;
    private final double[] means;

    /**
     * Makes the zones.
     *
     * @param depths metres, NaN where it is dry
     * @param breaks ascending depths between the classes, in metres
     * @param minimumArea zones smaller than this in m² become part of a neighbour
     */
    public DepthZones(Inputs inputs, Grid depths, double[] breaks, double minimumArea, Progress progress) {
        this.depths = depths;
        this.breaks = breaks.clone();
        GridGeometry lattice = depths.geometry();
        Geometry[] areas;
        if (inputs.has("town")) {
            LayerRows rows = inputs.rows("town", progress).in(lattice.crs(), progress);
            areas = rows.geometries();
            towns = rows.texts("name");
        } else {
            areas = new Geometry[] {new GeometryFactory().toGeometry(lattice.envelope())};
            towns = new String[1];
        }
        inside = inputs.has("town") ? within(areas, progress.part(0, 0.05)) : depths;
        known = TownGround.known(inputs.grid("dem"), areas, Progress.silent());
        byte[] classes = classes(minimumArea, progress.part(0.05, 0.4));
        pieces = new ClippedPolygonizer(lattice, classes)
                .pieces(areas, progress.part(0.4, 0.9)).stream()
                        .filter(piece -> piece.value() > 0)
                        .toList();
        means =
                ZonalStatistics.of(depths, polygons(), ZonalStatistics.Rule.CENTRE, false, progress.part(0.9, 1))
                        .stream()
                        .mapToDouble(ZonalStatistics.Summary::mean)
                        .toArray();
    }

    /** The depths of the cells whose centre lies in one of the areas; NaN elsewhere. */
    private Grid within(Geometry[] areas, Progress progress) {
        GridGeometry lattice = depths.geometry();
        byte[] in = Rasterizer.bytes(lattice, areas, null, Rasterizer.Rule.CENTRE, Rasterizer.Combine.LAST, progress);
        float[] cells = depths.cells().clone();
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = in[cell] == 0 ? Float.NaN : cells[cell];
        }
        return new Grid(lattice, cells);
    }

    /** The depths that count: those within the towns, all of them where there are none; NaN where it is dry. */
    public Grid inside() {
        return inside;
    }

    /** Whether any ground of a town, of the whole area where there are none, is known. */
    boolean isKnown(int town) {
        return known[town] > 0;
    }

    private static double wet(Grid depths) {
        long wet = 0;
        for (float depth : depths.cells()) {
            wet += depth > 0 ? 1 : 0;
        }
        return wet * depths.geometry().cellArea() / 1e6;
    }

    private byte[] classes(double minimumArea, Progress progress) {
        GridGeometry lattice = depths.geometry();
        float[] cells = new float[lattice.cellCount()];
        int width = lattice.width();
        lattice.bandsOfRows(progress.part(0, 0.2), (from, to) -> {
            for (int cell = from * width; cell < to * width; cell++) {
                cells[cell] = classOf(depths.cells()[cell]);
            }
        });
        int least = (int) Math.min(Integer.MAX_VALUE, Math.ceil(minimumArea / lattice.cellArea()));
        Grid sieved = new Grid(lattice, cells);
        sieved = least > 1 ? Sieve.sieve(sieved, least, progress.part(0.2, 1)) : sieved;
        byte[] classes = new byte[cells.length];
        for (int cell = 0; cell < classes.length; cell++) {
            classes[cell] = (byte) sieved.cells()[cell];
        }
        return classes;
    }

    private int classOf(float depth) {
        if (!(depth > 0)) {
            return 0;
        }
        int reached = 1;
        for (double limit : breaks) {
            reached += Reclassification.reaches(depth, limit) ? 1 : 0;
        }
        return reached;
    }

    private List<Geometry> polygons() {
        return pieces.stream().map(piece -> (Geometry) piece.polygon()).toList();
    }

    /** Which class a depth is called. */
    public Message title(int level) {
        String from = level == 1 ? "0" : Workings.shown(breaks[level - 2]);
        return level > breaks.length
                ? Message.of("risk.depth-from", from)
                : Message.of("risk.depth-between", from, Workings.shown(breaks[level - 1]));
    }

    /** What lies in the zones. */
    public ZoneExposure exposure(Inputs inputs, Progress progress) {
        return new ZoneExposure(
                inputs,
                depths.geometry().crs(),
                polygons(),
                pieces.stream().map(piece -> (int) piece.value()).toList(),
                new ZoneExposure.Scale(breaks.length + 1, this::title, "depth"),
                progress);
    }

    /** Why the areas of the zones are not those of the cells, and how much water lies outside all towns. */
    public List<Message> notes() {
        List<Message> notes = new ArrayList<>();
        double cells = wet(inside);
        double zones =
                pieces.stream().mapToDouble(piece -> piece.polygon().getArea()).sum() / 1e6;
        // what three decimals of a table show
        if (Math.abs(cells - zones) >= 0.0005) {
            notes.add(Message.of("risk.note-zones-and-cells", Workings.shown(zones), Workings.shown(cells)));
        }
        double outside = inside == depths ? 0 : wet(depths) - cells;
        if (outside >= 0.0005) {
            notes.add(Message.of("risk.note-water-outside", Workings.shown(outside)));
        }
        return notes;
    }

    /** The zones as a layer. */
    public ResultRows layer(Message water) {
        ResultRows rows = new ResultRows("flood_depth", depths.geometry().crs());
        for (int i = 0; i < means.length; i++) {
            ClippedPolygonizer.Piece piece = pieces.get(i);
            SimpleFeature row = rows.add(piece.polygon());
            int level = piece.value();
            row.setAttribute("level", (long) level);
            row.setAttribute("depth_from_m", level == 1 ? 0 : breaks[level - 2]);
            row.setAttribute("depth_to_m", level > breaks.length ? null : breaks[level - 1]);
            row.setAttribute("mean_depth_m", Double.isNaN(means[i]) ? null : means[i]);
            row.setAttribute("area_m2", piece.polygon().getArea());
            row.setAttribute("town", towns[piece.area()]);
            row.setAttribute("water", water.text(riskmap.base.Language.CHINESE));
        }
        return rows;
    }

    /** Area under water by town and class; null for a town whose ground is not known at all. */
    public Table areas() {
        int count = breaks.length + 1;
        double[][] areas = new double[towns.length][count + 1];
        for (ClippedPolygonizer.Piece piece : pieces) {
            areas[piece.area()][piece.value()] += piece.polygon().getArea();
        }
        List<Table.Column> columns = new ArrayList<>(List.of(column("town", "", 0)));
        for (int level = 1; level <= count; level++) {
            columns.add(new Table.Column("class_" + level, title(level), "km²", 3));
        }
        columns.add(column("area-km2", "km²", 3));
        List<List<Object>> rows = new ArrayList<>();
        for (int town = 0; town < towns.length; town++) {
            List<Object> row = new ArrayList<>();
            row.add(towns[town] == null ? Message.of("risk.whole-area") : towns[town]);
            double sum = 0;
            for (int level = 1; level <= count; level++) {
                row.add(isKnown(town) ? areas[town][level] / 1e6 : null);
                sum += areas[town][level] / 1e6;
            }
            row.add(isKnown(town) ? sum : null);
            rows.add(row);
        }
        return new Table("flood-areas", Message.of("risk.table-flood-areas"), columns, rows);
    }
}
