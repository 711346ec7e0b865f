package riskmap.risk.model.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.crs.Crs;
import riskmap.geo.overlay.AreaIndex;
import riskmap.geo.overlay.Coverage;
import riskmap.geo.polygonize.GroundFaces;
import riskmap.geo.polygonize.Polygonizer;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.Resampling;
import riskmap.geo.raster.Sampling;
import riskmap.geo.zonal.ZonalStatistics;

/**
 * The ground of two scenarios by what each of them says there.
 *
 * @param pieces disjoint areas with both values, also those where nothing differs
 * @param crs of the areas
 * @param grid A − B per cell of rasters, null for zones
 */
public record Difference(List<Piece> pieces, CoordinateReferenceSystem crs, Grid grid) {
    /** An area with its town (−1 outside all; rasters are not cut at towns) and the value of each scenario. */
    record Piece(Polygon area, int town, double first, double second, int sign) {}

    /** What a face is told by. */
    private record Key(int town, double first, double second) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byTown = Integer.compare(town, other.town);
            int order = byTown != 0 ? byTown : Double.compare(other.first, first);
            return order != 0 ? order : Double.compare(other.second, second);
        }
    }

    public static Difference ofZones(Inputs inputs, ParameterValues values, ImpactTowns towns, Progress progress) {
        LayerRows first = inputs.rows(values.text("first"), progress.part(0, 0.05));
        CoordinateReferenceSystem crs = first.crs();
        LayerRows second =
                inputs.rows(values.text("second"), progress.part(0.05, 0.1)).in(crs, progress);
        List<Geometry> areas = new ArrayList<>();
        for (Geometry[] shapes : List.of(first.geometries(), second.geometries(), towns.areas())) {
            for (Geometry shape : shapes) {
                if (shape != null && shape.getDimension() == 2) {
                    areas.add(shape);
                }
            }
        }
        List<Polygon> faces = GroundFaces.of(areas, progress.part(0.1, 0.6));
        Key[] keys = keys(faces, values.text("field"), first, second, towns, progress.part(0.6, 0.8));
        Map<Key, List<Geometry>> groups = new TreeMap<>();
        for (int face = 0; face < keys.length; face++) {
            if (keys[face] != null) {
                groups.computeIfAbsent(keys[face], none -> new ArrayList<>()).add(faces.get(face));
            }
        }
        List<Piece> pieces = new ArrayList<>();
        double tolerance = values.number("tolerance");
        groups.forEach((key, shapes) -> {
            int sign = sign(key.first - key.second, tolerance);
            Geometry whole = Coverage.dissolve(shapes).orElseGet(() -> Coverage.union(shapes, progress.part(0.8, 0.8)));
            for (int i = 0; i < whole.getNumGeometries(); i++) {
                pieces.add(new Piece((Polygon) whole.getGeometryN(i), key.town, key.first, key.second, sign));
            }
        });
        return new Difference(pieces, crs, null);
    }

    /** Town and values of the faces; null of those that lie in neither layer. */
    private static Key[] keys(
            List<Polygon> faces,
            String field,
            LayerRows first,
            LayerRows second,
            ImpactTowns towns,
            Progress progress) {
        AreaIndex inFirst = new AreaIndex(first.geometries());
        AreaIndex inSecond = new AreaIndex(second.geometries());
        double[] ofFirst = first.numbers(field);
        double[] ofSecond = second.numbers(field);
        Key[] keys = new Key[faces.size()];
        Parallel.items(keys.length, 256, progress, (from, to) -> {
            for (int face = from; face < to; face++) {
                Point inside = faces.get(face).getInteriorPoint();
                double a = greatest(inFirst, ofFirst, inside);
                double b = greatest(inSecond, ofSecond, inside);
                if (!Double.isNaN(a) || !Double.isNaN(b)) {
                    keys[face] = new Key(towns.at(inside.getX(), inside.getY()), orZero(a), orZero(b));
                }
            }
        });
        return keys;
    }

    /** The greatest value of the zones over a point; NaN where there is none. */
    private static double greatest(AreaIndex index, double[] values, Point point) {
        double[] greatest = {Double.NaN};
        index.covering(point.getX(), point.getY(), (zone, location) -> {
            double value = orZero(values[zone]);
            greatest[0] = Double.isNaN(greatest[0]) ? value : Math.max(greatest[0], value);
        });
        return greatest[0];
    }

    public static Difference ofGrids(Grid first, Grid second, ParameterValues values, Progress progress) {
        GridGeometry lattice = first.geometry();
        Grid other = onLattice(second, lattice, progress.part(0, 0.2));
        float[] cells = new float[lattice.cellCount()];
        float[] signs = new float[cells.length];
        double tolerance = values.number("tolerance");
        int width = lattice.width();
        lattice.bandsOfRows(progress.part(0.2, 0.4), (from, to) -> {
            for (int cell = from * width; cell < to * width; cell++) {
                cells[cell] = first.cells()[cell] - other.cells()[cell];
                signs[cell] = Float.isNaN(cells[cell]) ? Float.NaN : sign(cells[cell], tolerance);
            }
        });
        List<Polygonizer.Zone> zones = Polygonizer.polygonize(new Grid(lattice, signs), progress.part(0.4, 0.8));
        List<Geometry> areas = new ArrayList<>();
        zones.forEach(zone -> areas.add(zone.polygon()));
        var firsts = ZonalStatistics.of(first, areas, ZonalStatistics.Rule.CENTRE, false, progress.part(0.8, 0.9));
        var seconds = ZonalStatistics.of(other, areas, ZonalStatistics.Rule.CENTRE, false, progress.part(0.9, 1));
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < zones.size(); i++) {
            pieces.add(new Piece(
                    zones.get(i).polygon(),
                    -1,
                    firsts.get(i).mean(),
                    seconds.get(i).mean(),
                    (int) zones.get(i).value()));
        }
        return new Difference(pieces, lattice.crs(), new Grid(lattice, cells));
    }

    private static Grid onLattice(Grid grid, GridGeometry lattice, Progress progress) {
        CoordinateReferenceSystem crs = grid.geometry().crs();
        if (crs != null && lattice.crs() != null && !Crs.same(crs, lattice.crs())) {
            var back = Crs.transform(lattice.crs(), crs);
            return Resampling.warp(grid, lattice, back::apply, Sampling.Method.NEAREST, progress);
        }
        return grid.geometry().sameLattice(lattice)
                ? grid
                : Resampling.to(grid, lattice, Sampling.Method.NEAREST, progress);
    }

    /** 1 where A is higher by more than the tolerance, −1 where it is lower, 0 else. */
    private static int sign(double difference, double tolerance) {
        return difference > tolerance ? 1 : difference < -tolerance ? -1 : 0;
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
