package riskmap.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import riskmap.analysis.network.NetworkCheck;
import riskmap.analysis.network.ServiceAreas;
import riskmap.analysis.network.ShortestRoutes;
import riskmap.analysis.raster.BareGroundOfSurface;
import riskmap.analysis.raster.CellCentres;
import riskmap.analysis.raster.CellStatistics;
import riskmap.analysis.raster.CellsToFeatures;
import riskmap.analysis.raster.ClassesByZone;
import riskmap.analysis.raster.ClipRaster;
import riskmap.analysis.raster.ConstantRaster;
import riskmap.analysis.raster.Contours;
import riskmap.analysis.raster.CurvatureOfGround;
import riskmap.analysis.raster.DistanceToCells;
import riskmap.analysis.raster.KernelDensity;
import riskmap.analysis.raster.LineDensity;
import riskmap.analysis.raster.MosaicOfRasters;
import riskmap.analysis.raster.RasterCalculator;
import riskmap.analysis.raster.RasterExtremes;
import riskmap.analysis.raster.RasterLogic;
import riskmap.analysis.raster.RasterValues;
import riskmap.analysis.raster.RasterVolume;
import riskmap.analysis.raster.RasterZones;
import riskmap.analysis.raster.ReclassifyByLayer;
import riskmap.analysis.raster.ReclassifyByTable;
import riskmap.analysis.raster.RescaleRaster;
import riskmap.analysis.raster.RuggednessOfGround;
import riskmap.analysis.raster.ViewshedOfPoints;
import riskmap.analysis.relate.AggregateToCells;
import riskmap.analysis.relate.Clusters;
import riskmap.analysis.relate.CreateGrid;
import riskmap.analysis.relate.HubLines;
import riskmap.analysis.relate.JoinSummary;
import riskmap.analysis.relate.JoinTable;
import riskmap.analysis.relate.LayerChanges;
import riskmap.analysis.relate.LineCrossings;
import riskmap.analysis.relate.LineLengths;
import riskmap.analysis.relate.MapColours;
import riskmap.analysis.relate.MeanCoordinates;
import riskmap.analysis.relate.MergeLayers;
import riskmap.analysis.relate.OverlapAnalysis;
import riskmap.analysis.relate.PointsToPath;
import riskmap.analysis.relate.RandomPoints;
import riskmap.analysis.relate.RandomSample;
import riskmap.analysis.relate.RegularPoints;
import riskmap.analysis.relate.SelectByLocation;
import riskmap.analysis.relate.SpatialJoin;
import riskmap.analysis.relate.SplitByLines;
import riskmap.analysis.shape.AddCoordinates;
import riskmap.analysis.shape.AssignCrs;
import riskmap.analysis.shape.BoxAtExtent;
import riskmap.analysis.shape.CheckValidity;
import riskmap.analysis.shape.ClimbOfLines;
import riskmap.analysis.shape.CopiesOfEach;
import riskmap.analysis.shape.DeleteDuplicates;
import riskmap.analysis.shape.DensifyShapes;
import riskmap.analysis.shape.EnclosedAreas;
import riskmap.analysis.shape.ExplodeLines;
import riskmap.analysis.shape.ExtentOfLayer;
import riskmap.analysis.shape.FiguresAroundPoints;
import riskmap.analysis.shape.FillGaps;
import riskmap.analysis.shape.FramesOfEach;
import riskmap.analysis.shape.HeightStatistics;
import riskmap.analysis.shape.HeightsFromRaster;
import riskmap.analysis.shape.HullOfAreas;
import riskmap.analysis.shape.InnermostPoints;
import riskmap.analysis.shape.LinesByLength;
import riskmap.analysis.shape.LinesOfEach;
import riskmap.analysis.shape.MeasureShapes;
import riskmap.analysis.shape.MovedShapes;
import riskmap.analysis.shape.PartsOfFeatures;
import riskmap.analysis.shape.PointAtPlace;
import riskmap.analysis.shape.PointsFromTable;
import riskmap.analysis.shape.PointsOfShapes;
import riskmap.analysis.shape.RemoveSmallParts;
import riskmap.analysis.shape.ReworkedShapes;
import riskmap.analysis.shape.RotateShapes;
import riskmap.analysis.shape.SelectByShape;
import riskmap.analysis.shape.SelectInExtent;
import riskmap.analysis.shape.ShapeOfEach;
import riskmap.analysis.shape.ShapesAround;
import riskmap.analysis.shape.SimplifyShapes;
import riskmap.analysis.shape.SnapShapes;
import riskmap.analysis.shape.SpreadPoints;
import riskmap.analysis.shape.TaperedBuffers;
import riskmap.analysis.shape.Transects;
import riskmap.analysis.shape.Triangles;
import riskmap.analysis.shape.VertexOrdinates;
import riskmap.analysis.shape.VoronoiCells;
import riskmap.analysis.shape.WedgeBuffers;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/** The list of all tools: one line each, and it appears in the toolbox and on the command line. */
public final class Operations {
    private static final Map<String, List<Operation>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put(
                "counting",
                List.of(
                        new CountInZones(),
                        new SummariseByZone(),
                        new SpatialJoin(),
                        new JoinSummary(),
                        new JoinNearest(),
                        new DistanceMatrix(),
                        new NearestNeighbourIndex(),
                        new HubLines(),
                        new HubDistance(),
                        new LinesToNearest(),
                        new BearingToNearest(),
                        new ShortestRoutes(),
                        new ServiceAreas(),
                        new NetworkCheck(),
                        new MeanCoordinates(),
                        Clusters.kMeans(),
                        Clusters.dbscan(),
                        new FieldStatistics(),
                        new LineLengths(),
                        new OverlapAnalysis(),
                        new AggregateToCells(),
                        new CreateGrid(),
                        new CalculateField(),
                        new NumberFeatures(),
                        new NumberClasses(),
                        new MapColours(),
                        new TextsToNumbers(),
                        new SplitByText(),
                        new ChosenFields(),
                        new NewFields(),
                        new OrderRows(),
                        new DistinctValues(),
                        new JoinTable()));
        GROUPS.put(
                "features",
                List.of(
                        new SelectFeatures(),
                        new SelectByLocation(),
                        new SelectInExtent(),
                        new SelectByShape(),
                        new RandomSample(),
                        new MergeLayers(),
                        new LayerChanges(),
                        new ClipFeatures(),
                        new OverlayOperation(OverlayOperation.Kind.INTERSECTION),
                        new OverlayOperation(OverlayOperation.Kind.IDENTITY),
                        new OverlayOperation(OverlayOperation.Kind.UNION),
                        new SelfUnion(),
                        new OverlaySeveral(),
                        new OverlayOperation(OverlayOperation.Kind.DIFFERENCE),
                        new OverlayOperation(OverlayOperation.Kind.SYMMETRICAL_DIFFERENCE),
                        new DissolveFeatures(),
                        new AggregateFeatures(),
                        new BufferFeatures(),
                        new SplitByLines(),
                        ShapeOfEach.centroid(),
                        new Reproject(),
                        new AssignCrs()));
        GROUPS.put(
                "shapes",
                List.of(
                        ShapeOfEach.pointOnSurface(),
                        ShapesAround.convexHull(),
                        ShapesAround.concaveHull(),
                        HullOfAreas.operation(),
                        new InnermostPoints(),
                        new VoronoiCells(),
                        new Triangles(),
                        PartsOfFeatures.apart(),
                        PartsOfFeatures.together(),
                        MovedShapes.promoted(),
                        new AddCoordinates(),
                        new ShapesByExpression(),
                        WedgeBuffers.operation(),
                        new FiguresAroundPoints(),
                        new PointsFromTable(),
                        new PointAtPlace(),
                        new BoxAtExtent(),
                        new RegularPoints(),
                        new RandomPoints(),
                        new SpreadPoints(),
                        CopiesOfEach.moved(),
                        CopiesOfEach.beside(),
                        TaperedBuffers.operation(),
                        new SimplifyShapes(),
                        ShapeOfEach.smooth(),
                        new SnapShapes(),
                        ShapeOfEach.repair(),
                        new FillGaps(),
                        new CheckValidity(),
                        ShapesAround.boundingBox(),
                        new ExtentOfLayer(),
                        ShapesAround.orientedBox(),
                        ShapesAround.enclosingCircle(),
                        FramesOfEach.boundary(),
                        FramesOfEach.polygonsToLines(),
                        FramesOfEach.toPoints(),
                        FramesOfEach.squared(),
                        FramesOfEach.deleteHoles(),
                        LinesOfEach.toPolygons(),
                        new EnclosedAreas(),
                        LinesOfEach.reversed(),
                        LinesOfEach.substring(),
                        LinesOfEach.offset(),
                        new ExplodeLines(),
                        MovedShapes.swapped(),
                        MovedShapes.transformed(),
                        DensifyShapes.tool(),
                        ReworkedShapes.extended(),
                        ReworkedShapes.merged(),
                        ReworkedShapes.thinned(),
                        ReworkedShapes.onGrid(),
                        ReworkedShapes.rightHanded(),
                        ReworkedShapes.biggestParts(),
                        ReworkedShapes.subdivided(),
                        new RemoveSmallParts(),
                        new RotateShapes(),
                        ReworkedShapes.projected(),
                        ReworkedShapes.atDistance(),
                        new LineCrossings(),
                        new Transects(),
                        new LinesByLength(),
                        new PointsToPath(),
                        PointsOfShapes.vertices(),
                        PointsOfShapes.alongLines(),
                        VertexOrdinates.set(),
                        VertexOrdinates.drop(),
                        VertexOrdinates.filter(),
                        new HeightsFromRaster(),
                        new HeightStatistics(),
                        new ClimbOfLines(),
                        new DeleteDuplicates(),
                        new MeasureShapes()));
        GROUPS.put(
                "rasters",
                List.of(
                        new Rasterize(),
                        new Distance(),
                        new DistanceToCells(),
                        Relief.slope(),
                        Relief.aspect(),
                        Relief.hillshade(),
                        new RuggednessOfGround(),
                        new BareGroundOfSurface(),
                        new Contours(),
                        new ViewshedOfPoints(),
                        new KernelDensity(),
                        new LineDensity(),
                        new InterpolatePoints()));
        GROUPS.put(
                "water",
                List.of(
                        FlowRasters.fillDepressions(),
                        FlowRasters.flowDirection(),
                        FlowRasters.flowAccumulation(),
                        FlowRasters.hand(),
                        new DrainageLines(),
                        new WatershedAreas(),
                        new Inundate(),
                        new LowPlaces()));
        GROUPS.put(
                "zones",
                List.of(
                        new Reclassify(),
                        new ReclassifyByTable(),
                        new ReclassifyByLayer(),
                        new RasterCalculator(),
                        new ConstantRaster(),
                        new RasterLogic(),
                        new CellStatistics(),
                        new RescaleRaster(),
                        new Combine(),
                        new SieveZones(),
                        new Polygonize(),
                        new ZonalStatisticsOfRaster(),
                        new ClassesByZone(),
                        new SampleRaster(),
                        new RasterStatistics(),
                        new RasterVolume(),
                        new RasterZones(),
                        new RasterValues(),
                        new RasterExtremes(),
                        new CurvatureOfGround(),
                        new CellsToFeatures(),
                        CellCentres.inAreas(),
                        CellCentres.alongLines(),
                        new ClipRaster(),
                        new MosaicOfRasters(),
                        new Resample()));
    }

    private static final List<Operation> ALL =
            GROUPS.values().stream().flatMap(List::stream).toList();

    private Operations() {}

    /**
     * Runs a tool on layers a person chose: what is to be known of their fields is told before it starts, and once more with
     * what it made.
     */
    public static Output run(Operation operation, Inputs inputs, ParameterValues values, Progress progress) {
        List<Message> heed = NumberFields.heed(operation, inputs, values, progress);
        heed.forEach(message -> progress.report(0, message));
        return operation.run(inputs, values, progress).after(heed);
    }

    /** All tools in the order of the toolbox. */
    public static List<Operation> all() {
        return ALL;
    }

    /** The tools by group, in the order of the toolbox; a group is titled {@code analysis.group-<id>}. */
    public static Map<String, List<Operation>> groups() {
        return Collections.unmodifiableMap(GROUPS);
    }

    /** The tool with this id; says which there are when it does not exist. */
    public static Operation byId(String id) {
        return ALL.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> RiskMapException.of(
                        "analysis.operation-unknown",
                        id,
                        NameList.near(id, ALL.stream().map(Operation::id).toList())));
    }
}
