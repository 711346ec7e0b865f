package riskmap.risk.model.zone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.geo.overlay.CoverageSmoothing;
import riskmap.geo.polygonize.ClippedPolygonizer;
import riskmap.geo.polygonize.Sieve;
import riskmap.geo.raster.Grid;
import riskmap.geo.zonal.ZonalStatistics;
import riskmap.risk.RiskLevel;
import riskmap.risk.model.result.ResultRows;

/**
 * Zones of levels as polygons: levels per cell, sieved, cut at the towns, with the mean score of the cells whose centres
 * lie in each (of the part of the cells it covers where it holds no centre).
 */
public final class ZoneLayer {
    private final StudyArea area;
    private final byte[] levels;
    private final List<ClippedPolygonizer.Piece> pieces;

    private ZoneLayer(StudyArea area, byte[] levels, List<ClippedPolygonizer.Piece> pieces) {
        this.area = area;
        this.levels = levels;
        this.pieces = pieces;
    }

    /** Level of a score: how many of the breaks it has reached, [a, b), plus the lowest level. */
    public interface Levels {
        float of(float score);
    }

    /**
     * Makes the zones.
     *
     * @param scores a score per cell
     * @param levelOf the level of a score; 0 for no zone
     * @param minimumArea zones smaller than this in m² become part of a neighbour
     */
    public static ZoneLayer of(StudyArea area, float[] scores, Levels levelOf, double minimumArea, Progress progress) {
        float[] spare = area.takeSpareCells();
        float[] cells = spare == null ? new float[scores.length] : spare;
        int width = area.lattice().width();
        area.lattice().bandsOfRows(progress.part(0, 0.1), (from, to) -> {
            for (int cell = from * width; cell < to * width; cell++) {
                cells[cell] = area.isActive(cell) ? levelOf.of(scores[cell]) : Float.NaN;
            }
        });
        edgesLikeTheirNeighbours(area, cells, progress.part(0.1, 0.1));
        ZoneLayer zones = ofLevels(area, new Grid(area.lattice(), cells), minimumArea, progress.part(0.1, 1));
        area.giveSpareCells(cells);
        return zones;
    }

    /**
     * Cells at the edge of the district whose centres lie outside all towns take the level that is most frequent in the
     * cells around them that lie in a town, the higher of two as frequent: of what lies beyond the edge little is known,
     * and the corner of such a cell that is within must not become a zone of its own. Where the cell itself is known to be
     * worse, its level stays.
     */
    private static void edgesLikeTheirNeighbours(StudyArea area, float[] cells, Progress progress) {
        int width = area.lattice().width();
        int height = area.lattice().height();
        // what is read lies in towns, what is written does not
        area.lattice().bandsOfRows(progress, (from, to) -> {
            int[] found = new int[RiskLevel.COUNT + 1];
            for (int row = from; row < to; row++) {
                for (int column = 0; column < width; column++) {
                    int cell = row * width + column;
                    if (area.isActive(cell) && area.townOfCell(cell) < 0) {
                        Arrays.fill(found, 0);
                        for (int r = Math.max(0, row - 1); r <= Math.min(height - 1, row + 1); r++) {
                            for (int c = Math.max(0, column - 1); c <= Math.min(width - 1, column + 1); c++) {
                                count(found, area, r * width + c, cells);
                            }
                        }
                        int most = 0;
                        for (int level = 1; level < found.length; level++) {
                            most = found[level] > 0 && found[level] >= found[most] ? level : most;
                        }
                        boolean worse = cells[cell] > most;
                        cells[cell] = found[most] > 0 && !worse ? most : cells[cell];
                    }
                }
            }
        });
    }

    private static void count(int[] found, StudyArea area, int cell, float[] cells) {
        boolean known = area.townOfCell(cell) >= 0 && !Float.isNaN(cells[cell]);
        if (known && cells[cell] >= 0 && cells[cell] < found.length) {
            found[(int) cells[cell]]++;
        }
    }

    /** Zones of levels that are known, NaN for none. */
    public static ZoneLayer ofLevels(StudyArea area, Grid levelOf, double minimumArea, Progress progress) {
        int minimumCells = (int) Math.min(
                Integer.MAX_VALUE, Math.ceil(minimumArea / area.lattice().cellArea()));
        Sieve sieve = minimumCells > 1 ? Sieve.of(levelOf, minimumCells, progress.part(0, 0.45)) : null;
        byte[] levels = new byte[area.lattice().cellCount()];
        int width = area.lattice().width();
        area.lattice().bandsOfRows(progress.part(0.45, 0.45), (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0; column < width; column++) {
                    float level = sieve == null ? levelOf.get(column, row) : sieve.value(column, row);
                    levels[row * width + column] = Float.isNaN(level) ? ClippedPolygonizer.NONE : (byte) level;
                }
            }
        });
        var pieces = new ClippedPolygonizer(area.lattice(), levels)
                .pieces(area.towns().geometries(), progress.part(0.45, 1));
        return new ZoneLayer(area, levels, pieces);
    }

    /** The same zones with the stairs of their cells cut to slanting lines; levels of places and cells stay. */
    public ZoneLayer smoothed(Progress progress) {
        List<Polygon> polygons =
                pieces.stream().map(ClippedPolygonizer.Piece::polygon).toList();
        int[] areas = pieces.stream().mapToInt(ClippedPolygonizer.Piece::area).toArray();
        List<Polygon> cut =
                CoverageSmoothing.corners(polygons, areas, area.lattice().cellWidth() / 2, progress);
        List<ClippedPolygonizer.Piece> smooth = new ArrayList<>();
        for (int i = 0; i < areas.length; i++) {
            smooth.add(new ClippedPolygonizer.Piece(areas[i], pieces.get(i).value(), cut.get(i)));
        }
        return new ZoneLayer(area, levels, smooth);
    }

    public List<ClippedPolygonizer.Piece> pieces() {
        return pieces;
    }

    /** Level at a place after sieving, 0 where there is no zone. */
    public int levelAt(double x, double y) {
        int cell = area.cellAt(x, y);
        return cell < 0 ? 0 : levels[cell];
    }

    /** Level of a cell after sieving. */
    public int level(int cell) {
        return levels[cell];
    }

    /** The mean of a quantity in each zone. */
    public double[] means(float[] quantity, Progress progress) {
        return statistics(quantity, false, progress).stream()
                .mapToDouble(ZonalStatistics.Summary::mean)
                .toArray();
    }

    /** The most frequent value of a quantity in each zone; NaN for a zone without cells. */
    public double[] majorities(byte[] quantity, Progress progress) {
        float[] values = new float[quantity.length];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = quantity[cell];
        }
        return statistics(values, true, progress).stream()
                .mapToDouble(ZonalStatistics.Summary::majority)
                .toArray();
    }

    /** The zones as a layer with level, town, area and the mean of a quantity; those of no level are left out. */
    public ResultRows rows(String kind, double[] means) {
        ResultRows rows = new ResultRows(kind, area.lattice().crs());
        String[] levelNames = RiskLevel.names(Language.CHINESE);
        for (int i = 0; i < means.length; i++) {
            ClippedPolygonizer.Piece piece = pieces.get(i);
            if (piece.value() > 0) {
                SimpleFeature row = rows.add(piece.polygon());
                row.setAttribute("level", (long) piece.value());
                row.setAttribute("level_name", levelNames[piece.value()]);
                row.setAttribute("town", area.townNames()[piece.area()]);
                row.setAttribute("area_m2", piece.polygon().getArea());
                row.setAttribute("score", Double.isNaN(means[i]) ? null : means[i]);
            }
        }
        return rows;
    }

    private List<ZonalStatistics.Summary> statistics(float[] quantity, boolean majority, Progress progress) {
        List<Geometry> zones = new ArrayList<>();
        pieces.forEach(piece -> zones.add(piece.polygon()));
        return ZonalStatistics.of(
                new Grid(area.lattice(), quantity), zones, ZonalStatistics.Rule.CENTRE, majority, progress);
    }
}
