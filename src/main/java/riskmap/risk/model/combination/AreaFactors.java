package riskmap.risk.model.combination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.ExactSum;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Progress;
import riskmap.geo.overlay.AreaIndex;
import riskmap.geo.overlay.Coverage;
import riskmap.geo.overlay.Overlay;
import riskmap.geo.raster.Grid;
import riskmap.geo.terrain.Terrain;
import riskmap.geo.zonal.ZonalStatistics;
import riskmap.risk.weighting.Factor;
import riskmap.risk.weighting.Scale;

/** The factors of a combination as a number for each area, such as each town. */
final class AreaFactors {
    private final Inputs inputs;
    private final String areasLayer;
    private final LayerRows areas;
    private final String[] names;
    private final AreaIndex index;

    AreaFactors(Inputs inputs, String areasLayer, LayerRows areas, String[] names) {
        this.inputs = inputs;
        this.areasLayer = areasLayer;
        this.areas = areas;
        this.names = names;
        this.index = new AreaIndex(areas.geometries());
    }

    /** What was measured, NaN where there is nothing to measure. */
    double[] measures(Factor factor, Progress progress) {
        double[] measured = measured(factor, progress);
        if (factor.per() == null) {
            return measured;
        }
        boolean perArea = factor.per().equals("km2");
        double[] divisors = perArea ? null : areas.numbers(factor.per());
        if (!perArea) {
            areas.attribute(factor.per());
        }
        for (int i = 0; i < measured.length; i++) {
            double divisor = perArea ? squareKilometres(i) : divisors[i];
            measured[i] = divisor > 0 ? measured[i] / divisor : Double.NaN;
        }
        return measured;
    }

    /** The scores of what was measured: codes of texts are scores already. */
    static double[] scores(Factor factor, double[] measures) {
        return factor.scale().kind() == Scale.Kind.CODES
                ? measures.clone()
                : factor.scale().scores(measures);
    }

    private double squareKilometres(int area) {
        return areas.geometry(area) == null ? Double.NaN : areas.geometry(area).getArea() / 1e6;
    }

    private double[] measured(Factor factor, Progress progress) {
        String layer = factor.layer();
        if (inputs.isGrid(layer)) {
            return ofRaster(factor, progress);
        }
        LayerRows rows = inputs.rows(layer, progress);
        if (rows.type().getGeometryDescriptor() == null) {
            return ofTable(factor, rows);
        }
        if (layer.equals(areasLayer) && factor.measure() == Factor.Measure.VALUE) {
            return ofField(factor, rows);
        }
        LayerRows there = rows.in(areas.crs(), progress);
        return switch (factor.measure()) {
            case DISTANCE -> distances(there, progress);
            case PRESENCE -> shares(there, progress);
            default -> counted(factor, there);
        };
    }

    private static double[] ofField(Factor factor, LayerRows rows) {
        if (factor.scale().kind() != Scale.Kind.CODES) {
            return rows.numbers(factor.field());
        }
        return Arrays.stream(rows.texts(factor.field()))
                .mapToDouble(factor.scale()::code)
                .toArray();
    }

    private double[] ofRaster(Factor factor, Progress progress) {
        Grid raster = inputs.grid(factor.layer());
        if (factor.measure() == Factor.Measure.SLOPE) {
            raster = Terrain.slopeDegrees(raster, progress);
        }
        Geometry nowhere = new GeometryFactory().createPolygon();
        List<Geometry> shapes = Arrays.stream(
                        areas.in(raster.geometry().crs(), progress).geometries())
                .map(shape -> shape == null ? nowhere : shape)
                .toList();
        boolean greatest = factor.measure() == Factor.Measure.MAX;
        return ZonalStatistics.of(raster, shapes, ZonalStatistics.Rule.CENTRE, false, progress).stream()
                .mapToDouble(found -> greatest ? found.maximum() : found.mean())
                .toArray();
    }

    /** Rows of a table by the name of the area, in their column town or name. */
    private double[] ofTable(Factor factor, LayerRows rows) {
        String[] keys = rows.texts(rows.hasAttribute("town") ? "town" : "name");
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            byName.putIfAbsent(names[i], i);
        }
        Tallies tallies = new Tallies(names.length);
        double[] numbers = factor.field() == null ? null : rows.numbers(factor.field());
        for (int row = 0; row < rows.size(); row++) {
            Integer area = keys[row] == null ? null : byName.get(keys[row]);
            if (area != null) {
                tallies.add(area, numbers == null ? 1 : numbers[row]);
            }
        }
        return tallies.by(factor.measure(), this::squareKilometres);
    }

    private double[] counted(Factor factor, LayerRows rows) {
        double[] numbers = factor.field() == null ? null : rows.numbers(factor.field());
        if (factor.scale().kind() == Scale.Kind.CODES) {
            numbers = ofField(factor, rows);
        }
        Tallies tallies = new Tallies(names.length);
        for (int row = 0; row < rows.size(); row++) {
            Geometry shape = rows.geometry(row);
            if (shape != null) {
                Point centre = shape instanceof Point point ? point : shape.getCentroid();
                int area = index.first(centre.getX(), centre.getY());
                if (area >= 0) {
                    tallies.add(area, numbers == null ? 1 : numbers[row]);
                }
            }
        }
        return tallies.by(factor.measure(), this::squareKilometres);
    }

    /** From the centroid of each area to the nearest feature. */
    private double[] distances(LayerRows rows, Progress progress) {
        List<Geometry> shapes = Arrays.stream(rows.geometries())
                .filter(java.util.Objects::nonNull)
                .toList();
        double[] metres = new double[names.length];
        for (int i = 0; i < metres.length; i++) {
            progress.check();
            Geometry area = areas.geometry(i);
            metres[i] = area == null || shapes.isEmpty()
                    ? Double.NaN
                    : shapes.stream()
                            .mapToDouble(area.getCentroid()::distance)
                            .min()
                            .orElse(Double.NaN);
        }
        return metres;
    }

    /** Share of each area that the features cover. */
    private double[] shares(LayerRows rows, Progress progress) {
        List<Geometry> covering = new ArrayList<>();
        for (Geometry shape : rows.geometries()) {
            if (shape != null && shape.getDimension() == 2) {
                covering.add(shape);
            }
        }
        Geometry whole = Coverage.union(covering, progress);
        double[] shares = new double[names.length];
        for (int i = 0; i < shares.length; i++) {
            Geometry area = areas.geometry(i);
            shares[i] = area == null
                    ? Double.NaN
                    : Overlay.intersection(area, whole).getArea() / area.getArea();
        }
        return shares;
    }

    /** Sums, numbers and greatest values by area. */
    private static final class Tallies {
        private final ExactSum[] sums;
        private final long[] counts;
        private final double[] greatest;

        Tallies(int areas) {
            sums = new ExactSum[areas];
            Arrays.setAll(sums, i -> new ExactSum());
            counts = new long[areas];
            greatest = new double[areas];
            Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        }

        void add(int area, double amount) {
            if (!Double.isNaN(amount)) {
                sums[area].add(amount);
                counts[area]++;
                greatest[area] = Math.max(greatest[area], amount);
            }
        }

        double[] by(Factor.Measure measure, java.util.function.IntToDoubleFunction squareKilometres) {
            double[] result = new double[sums.length];
            for (int i = 0; i < result.length; i++) {
                double sum = sums[i].value();
                result[i] = switch (measure) {
                    case COUNT -> counts[i];
                    case DENSITY -> sum / squareKilometres.applyAsDouble(i);
                    case MAX -> counts[i] == 0 ? 0 : greatest[i];
                    case MEAN -> counts[i] == 0 ? Double.NaN : sum / counts[i];
                    default -> sum;
                };
            }
            return result;
        }
    }
}
