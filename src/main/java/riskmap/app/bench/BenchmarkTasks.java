package riskmap.app.bench;

import static riskmap.app.bench.Benchmarks.plain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.data.DataUtilities;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Operations;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.app.project.Rasters;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.data.gpkg.GeoPackage;
import riskmap.geo.polygonize.Polygonizer;
import riskmap.geo.raster.DistanceTransform;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.Rasterizer;
import riskmap.geo.raster.Reclassification;
import riskmap.geo.raster.Sampling;
import riskmap.geo.raster.WeightedSum;
import riskmap.geo.terrain.Terrain;
import riskmap.geo.terrain.WaterFlow;
import riskmap.geo.zonal.ZonalStatistics;

/** The tasks of {@link Benchmarks}: factors, levels and zones of the benchmark district, as its peers compute them. */
final class BenchmarkTasks {
    /** How many tasks there are, for the progress. */
    static final int COUNT = 15;

    /** Score of each land use, as the peers' scripts have it; 1 for others. */
    private static final Map<String, Integer> LAND_USE = Map.of("耕地", 3, "园地", 3, "林地", 2, "草地", 1, "建设用地", 4, "水域", 0);

    private final Path folder;
    private final Benchmarks benchmarks;
    private final Progress silent = Progress.silent();
    private GridGeometry lattice;

    BenchmarkTasks(Path folder, Benchmarks benchmarks) {
        this.folder = folder;
        this.benchmarks = benchmarks;
    }

    void run() {
        try (GeoPackage district = GeoPackage.open(folder.resolve("district.gpkg"), true)) {
            time("read-buildings", () -> read(district, "buildings"), layer -> layer.size() + "");
            Grid dem = time(
                    "read-dem",
                    () -> Rasters.read(folder.resolve("dem.tif"), note -> {}, silent),
                    grid -> grid.cells().length + "");
            lattice = dem.geometry();
            LayerRows parcels = time("read-parcels", () -> read(district, "parcels"), layer -> layer.size() + "");
            LayerRows hazard = read(district, "hazard");
            Grid slope = time("slope", () -> Terrain.slopeDegrees(dem, silent), BenchmarkTasks::meanOf);
            time("hand", () -> heightAboveStreams(dem), BenchmarkTasks::meanOf);
            Grid levels = levels(district, slope, parcels, hazard);
            zones(levels);
            zonal(slope, parcels, read(district, "townships"));
            points(read(district, "points"), levels, parcels, hazard);
        }
    }

    private <T> T time(String task, java.util.function.Supplier<T> work, java.util.function.Function<T, String> found) {
        return benchmarks.time(Message.of("app.bench-" + task), work, found);
    }

    /** Depressions filled, D8, accumulation and height above streams that 1 km² drains through. */
    private Grid heightAboveStreams(Grid dem) {
        WaterFlow flow = WaterFlow.of(dem, silent);
        return flow.heightAboveStreams(flow.cells(1e6), silent);
    }

    private LayerRows read(GeoPackage district, String layer) {
        try {
            return LayerRows.read(district.dataStore().getFeatureSource(layer), silent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Grid levels(GeoPackage district, Grid slope, LayerRows parcels, LayerRows hazard) {
        double[] level = hazard.numbers("level");
        Grid hazards =
                time("rasterize", () -> burn(hazard, level, Rasterizer.Combine.MAX), grid -> histogram(grid, 0, 4));
        double[] use = Arrays.stream(parcels.texts("use"))
                .mapToDouble(text -> LAND_USE.getOrDefault(text == null ? "" : text, 1))
                .toArray();
        Grid landUse = burn(parcels, use, Rasterizer.Combine.LAST);
        double[] people = parcels.numbers("population");
        Grid population =
                time("rasterize-parcels", () -> burn(parcels, people, Rasterizer.Combine.LAST), BenchmarkTasks::meanOf);
        LayerRows roads = read(district, "roads");
        LayerRows shelters = read(district, "shelters");
        Grid[] distances = time(
                "distance",
                () -> new Grid[] {distance(roads), distance(shelters)},
                grids -> meanOf(grids[0]) + " " + meanOf(grids[1]));
        List<WeightedSum.Factor> factors = List.of(
                new WeightedSum.Factor(hazards, 0.30, null, 0),
                new WeightedSum.Factor(slope, 0.20, Reclassification.counting(5, 15, 25, 35), 0),
                new WeightedSum.Factor(distances[0], 0.15, Reclassification.counting(100, 300, 800, 1500), 0),
                new WeightedSum.Factor(distances[1], 0.15, Reclassification.counting(500, 1000, 2000, 4000), 0),
                new WeightedSum.Factor(landUse, 0.10, null, 0),
                new WeightedSum.Factor(population, 0.10, Reclassification.counting(1, 3, 5, 8), 0));
        Reclassification classes = Reclassification.from(1, 0.625, 1.025, 1.525);
        return time("combine", () -> WeightedSum.classes(factors, classes, silent), grid -> histogram(grid, 1, 4));
    }

    private void zones(Grid levels) {
        List<Polygonizer.Zone> zones = time(
                "polygonize",
                () -> Polygonizer.polygonize(levels, silent),
                all -> all.size() + " "
                        + plain(
                                all.stream()
                                        .mapToDouble(zone -> zone.polygon().getArea())
                                        .sum(),
                                1));
        time("write-zones", () -> write(zones), size -> size + " B");
    }

    private long write(List<Polygonizer.Zone> zones) {
        OutputRows rows = new OutputRows("zones", Polygon.class, lattice.crs());
        rows.attribute("class", Integer.class);
        zones.forEach(zone -> rows.add(zone.polygon(), (int) zone.value()));
        try {
            Path scratch = Files.createTempDirectory("riskmap-bench");
            Path file = scratch.resolve("zones.gpkg");
            try {
                try (GeoPackage target = GeoPackage.create(file)) {
                    target.createLayer(rows.type(), "zones");
                    target.append("zones", rows.features(), silent);
                }
                return Files.size(file);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void zonal(Grid slope, LayerRows parcels, LayerRows towns) {
        time(
                "zonal",
                () -> {
                    List<ZonalStatistics.Summary> all = new ArrayList<>(measure(slope, towns));
                    all.addAll(measure(slope, parcels));
                    return all;
                },
                all -> all.size() + " "
                        + plain(
                                all.stream()
                                        .filter(zone -> !zone.byCoverage())
                                        .mapToDouble(ZonalStatistics.Summary::count)
                                        .sum(),
                                0));
    }

    private List<ZonalStatistics.Summary> measure(Grid slope, LayerRows zones) {
        return ZonalStatistics.of(slope, Arrays.asList(zones.geometries()), ZonalStatistics.Rule.CENTRE, false, silent);
    }

    private void points(LayerRows points, Grid levels, LayerRows parcels, LayerRows hazard) {
        double[] people = points.numbers("people");
        double[] xy = IntStream.range(0, points.size())
                .mapToObj(points::geometry)
                .flatMapToDouble(
                        point -> java.util.stream.DoubleStream.of(point.getCoordinate().x, point.getCoordinate().y))
                .toArray();
        time("people-by-level", () -> peopleByLevel(levels, xy, people), Arrays::toString);
        LayerData counted = layer(points);
        time("points-in-parcels", () -> count(layer(parcels), counted), Object::toString);
        time("points-in-hazard", () -> count(layer(hazard), counted), Object::toString);
    }

    private long[] peopleByLevel(Grid levels, double[] xy, double[] people) {
        float[] level = Sampling.at(levels, Sampling.Method.NEAREST, xy, silent);
        long[] sums = new long[4];
        for (int i = 0; i < level.length; i++) {
            if (level[i] >= 1) {
                sums[(int) level[i] - 1] += Math.round(people[i]);
            }
        }
        return sums;
    }

    private static LayerData layer(LayerRows rows) {
        OutputRows copy = new OutputRows(
                rows.type().getTypeName(),
                rows.type().getGeometryDescriptor().getType().getBinding().asSubclass(Geometry.class),
                rows.crs());
        for (int row = 0; row < rows.size(); row++) {
            copy.add(rows.geometry(row));
        }
        SimpleFeatureSource source = DataUtilities.source(copy.features());
        return new LayerData.Features(source);
    }

    private long count(LayerData zones, LayerData points) {
        Operation tool = Operations.byId("count-in-zones");
        Output.Features output = (Output.Features) tool.run(
                new Inputs(Map.of("zones", zones, "features", points)),
                ParameterValues.of(tool.parameters(), Map.of("rule", "intersects")),
                silent);
        double[] counts =
                LayerRows.read(DataUtilities.source(output.features()), silent).numbers("count");
        return Math.round(Arrays.stream(counts).sum());
    }

    private Grid burn(LayerRows rows, double[] values, Rasterizer.Combine combine) {
        Rasterizer rasterizer = new Rasterizer(lattice, Rasterizer.Rule.CENTRE, combine, 0, silent);
        for (int row = 0; row < rows.size(); row++) {
            if (rows.geometry(row) != null) {
                rasterizer.add(rows.geometry(row), values[row]);
            }
        }
        return rasterizer.finish();
    }

    private Grid distance(LayerRows rows) {
        double[] ones = new double[rows.size()];
        Arrays.fill(ones, 1);
        return DistanceTransform.distanceInPlace(burn(rows, ones, Rasterizer.Combine.LAST), silent);
    }

    private static String meanOf(Grid grid) {
        return plain(ZonalStatistics.of(grid, false, Progress.silent()).mean(), 5);
    }

    private static String histogram(Grid grid, int from, int to) {
        long[] counts = new long[to - from + 1];
        for (float value : grid.cells()) {
            if (value >= from && value <= to) {
                counts[(int) value - from]++;
            }
        }
        return Arrays.toString(counts);
    }
}
