package riskmap.risk.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.DataUtilities;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Operations;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.geo.Coverage;
import riskmap.geo.Crs;
import riskmap.geo.Grid;
import riskmap.geo.GridGeometry;
import riskmap.geo.Overlay;
import riskmap.geo.Parallel;
import riskmap.geo.Polygonizer;
import riskmap.geo.Resampling;
import riskmap.geo.Sampling;
import riskmap.geo.ZonalStatistics;

/**
 * The ground of two scenarios by what each of them says there.
 *
 * @param pieces disjoint areas with both values, also those where nothing differs
 * @param crs of the areas
 * @param grid A − B per cell of rasters, null for zones
 */
record Difference(List<Piece> pieces, CoordinateReferenceSystem crs, Grid grid) {
    /** An area with the value of each scenario; NaN stands for a mean that has no sense. */
    record Piece(Polygon area, double first, double second, int sign) {}

    private record Pair(double first, double second) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            int order = Double.compare(other.first, first);
            return order != 0 ? order : Double.compare(other.second, second);
        }
    }

    static Difference ofZones(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows first = inputs.rows(values.text("first"), progress.part(0, 0.1));
        CoordinateReferenceSystem crs = first.crs();
        LayerRows second =
                inputs.rows(values.text("second"), progress.part(0.1, 0.2)).in(crs, progress);
        LayerData a = byValue(first, values.text("field"), crs, progress.part(0.2, 0.4));
        LayerData b = byValue(second, values.text("field"), crs, progress.part(0.4, 0.6));
        Operation union = Operations.byId("union");
        Output.Features overlaid = (Output.Features) union.run(
                new Inputs(Map.of("features", a, "areas", b)),
                ParameterValues.of(union.parameters(), Map.of()),
                progress.part(0.6, 0.9));
        LayerRows rows = LayerRows.read(DataUtilities.source(overlaid.features()), progress);
        double[] firsts = rows.numbers("value");
        double[] seconds = rows.numbers("value_2");
        Map<Pair, List<Geometry>> groups = new TreeMap<>();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.geometry(row) != null) {
                Pair pair = new Pair(orZero(firsts[row]), orZero(seconds[row]));
                groups.computeIfAbsent(pair, none -> new ArrayList<>()).add(rows.geometry(row));
            }
        }
        List<Piece> pieces = new ArrayList<>();
        double tolerance = values.number("tolerance");
        groups.forEach((pair, shapes) -> {
            int sign = sign(pair.first - pair.second, tolerance);
            for (Polygon polygon : polygons(Coverage.union(shapes, progress.part(0.9, 0.9)))) {
                pieces.add(new Piece(polygon, pair.first, pair.second, sign));
            }
        });
        return new Difference(pieces, crs, null);
    }

    /** Zones of one value together, the greatest first; where they overlap the greater keeps the ground. */
    private static LayerData byValue(LayerRows rows, String field, CoordinateReferenceSystem crs, Progress progress) {
        double[] numbers = rows.numbers(field);
        Map<Double, List<Geometry>> groups = new TreeMap<>(java.util.Comparator.reverseOrder());
        for (int row = 0; row < rows.size(); row++) {
            if (rows.geometry(row) != null && rows.geometry(row).getDimension() == 2) {
                groups.computeIfAbsent(orZero(numbers[row]), none -> new ArrayList<>()).add(rows.geometry(row));
            }
        }
        OutputRows out = new OutputRows("zones", Geometry.class, crs);
        out.attribute("value", Double.class);
        List<Geometry> greater = new ArrayList<>();
        for (Map.Entry<Double, List<Geometry>> group : groups.entrySet()) {
            Geometry whole = Coverage.union(group.getValue(), progress);
            for (Geometry above : greater) {
                whole = Overlay.difference(whole, above);
            }
            greater.add(whole);
            // part by part, so that the overlay finds what lies where
            for (Polygon polygon : polygons(whole)) {
                out.add(polygon, group.getKey());
            }
        }
        return new LayerData.Features(DataUtilities.source(out.features()));
    }

    static Difference ofGrids(Grid first, Grid second, ParameterValues values, Progress progress) {
        GridGeometry lattice = first.geometry();
        Grid other = onLattice(second, lattice, progress.part(0, 0.2));
        float[] cells = new float[lattice.cellCount()];
        float[] signs = new float[cells.length];
        double tolerance = values.number("tolerance");
        int width = lattice.width();
        Parallel.rows(lattice, progress.part(0.2, 0.4), (from, to) -> {
            for (int cell = from * width; cell < to * width; cell++) {
                cells[cell] = first.cells()[cell] - other.cells()[cell];
                signs[cell] = Float.isNaN(cells[cell]) ? Float.NaN : sign(cells[cell], tolerance);
            }
        });
        List<Polygonizer.Zone> zones =
                Polygonizer.polygonize(new Grid(lattice, signs), progress.part(0.4, 0.8));
        List<Geometry> areas = new ArrayList<>();
        zones.forEach(zone -> areas.add(zone.polygon()));
        var firsts = ZonalStatistics.of(first, areas, ZonalStatistics.Rule.CENTRE, false, progress.part(0.8, 0.9));
        var seconds = ZonalStatistics.of(other, areas, ZonalStatistics.Rule.CENTRE, false, progress.part(0.9, 1));
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < zones.size(); i++) {
            pieces.add(new Piece(
                    zones.get(i).polygon(),
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

    private static List<Polygon> polygons(Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                polygons.add(polygon);
            }
        }
        return polygons;
    }
}
