package riskmap.analysis;

import java.util.List;
import java.util.stream.Collectors;
import riskmap.base.RiskMapException;

/** The list of all tools: one line each, and it appears in the toolbox and on the command line. */
public final class Operations {
    private static final List<Operation> ALL = List.of(
            // counting
            new CountInZones(),
            new SummariseByZone(),
            new SpatialJoin(),
            new JoinNearest(),
            new FieldStatistics(),
            new CalculateField(),
            // features
            new SelectFeatures(),
            new ClipFeatures(),
            new OverlayOperation(OverlayOperation.Kind.INTERSECTION),
            new OverlayOperation(OverlayOperation.Kind.IDENTITY),
            new OverlayOperation(OverlayOperation.Kind.UNION),
            new OverlayOperation(OverlayOperation.Kind.DIFFERENCE),
            new DissolveFeatures(),
            new BufferFeatures(),
            new CentroidPoints(),
            new Reproject(),
            // rasters
            new Rasterize(),
            new Distance(),
            Relief.slope(),
            Relief.aspect(),
            Relief.hillshade(),
            // water
            FlowRasters.fillDepressions(),
            FlowRasters.flowDirection(),
            FlowRasters.flowAccumulation(),
            FlowRasters.hand(),
            new DrainageLines(),
            new WatershedAreas(),
            new Inundate(),
            new LowPlaces(),
            // classes and zones
            new Reclassify(),
            new Combine(),
            new SieveZones(),
            new Polygonize(),
            new ZonalStatisticsOfRaster(),
            new SampleRaster(),
            new RasterStatistics(),
            new Resample());

    private Operations() {}

    /** All tools in the order of the toolbox. */
    public static List<Operation> all() {
        return ALL;
    }

    /** The tool with this id; says which there are when it does not exist. */
    public static Operation byId(String id) {
        return ALL.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> RiskMapException.of(
                        "analysis.operation-unknown",
                        id,
                        ALL.stream().map(Operation::id).collect(Collectors.joining(", "))));
    }
}
