package riskmap.ui.edit;

import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import riskmap.data.Changes;
import riskmap.data.GeometryKind;
import riskmap.edit.shape.FillGap;
import riskmap.edit.shape.HoleEdits;
import riskmap.edit.shape.NewShape;
import riskmap.edit.shape.PartEdits;
import riskmap.edit.shape.ReshapeShape;
import riskmap.edit.shape.SplitShapes;
import riskmap.edit.topology.RefusedEditException;
import riskmap.edit.topology.Row;
import riskmap.edit.topology.Surroundings;
import riskmap.ui.canvas.MapTool;

/** The tools that select and edit on the map. */
public final class EditTools {
    private static final Set<GeometryKind> AREAS = Set.of(GeometryKind.POLYGON);
    private static final Set<GeometryKind> LINES_AND_AREAS = Set.of(GeometryKind.LINE, GeometryKind.POLYGON);
    private static final Set<GeometryKind> ALL = Set.of(GeometryKind.POINT, GeometryKind.LINE, GeometryKind.POLYGON);

    private final EditDesk desk;
    private final Steps steps;
    private final FeatureSearch search;

    public EditTools(EditDesk desk) {
        this.desk = desk;
        this.steps = desk.steps();
        this.search = new FeatureSearch(desk);
    }

    public MapTool select() {
        return new SelectTool(desk, search);
    }

    public SketchTool selectArea() {
        return new SketchTool(desk, new SelectAreaJob(desk, search));
    }

    /** Selects what meets a line drawn around it by hand. */
    public MapTool selectFreehand() {
        return new SelectShapeTool(desk, search, SelectShapeTool.Shape.FREEHAND, answer -> {});
    }

    /**
     * Selects what meets a circle.
     *
     * @param askRadius asks for the radius in metres of a circle that was not drawn
     */
    public MapTool selectRadius(java.util.function.Consumer<java.util.function.DoubleConsumer> askRadius) {
        return new SelectShapeTool(desk, search, SelectShapeTool.Shape.RADIUS, askRadius::accept);
    }

    public SketchTool draw() {
        return new SketchTool(desk, new DrawJob(desk, steps, Figure.FREE));
    }

    public SketchTool rectangle() {
        return new SketchTool(desk, new DrawJob(desk, steps, Figure.RECTANGLE));
    }

    public SketchTool circle() {
        return new SketchTool(desk, new DrawJob(desk, steps, Figure.CIRCLE));
    }

    public MapTool vertex() {
        return new VertexTool(desk, search, steps);
    }

    public SketchTool move() {
        return new SketchTool(desk, new TransformJob(desk, steps, false));
    }

    public SketchTool rotate() {
        return new SketchTool(desk, new TransformJob(desk, steps, true));
    }

    public SketchTool addPart() {
        return job(new EditJob.Traits("add-part", null, SketchJob.ANY, ALL, true), EditJob.onBestRow(PartEdits::add));
    }

    public SketchTool reshape() {
        return job(
                new EditJob.Traits("reshape", GeometryKind.LINE, SketchJob.ANY, LINES_AND_AREAS, false),
                EditJob.onBestRow((around, row, drawn) -> ReshapeShape.along(around, row, (LineString) drawn)));
    }

    public SketchTool split() {
        return job(
                new EditJob.Traits("split", GeometryKind.LINE, SketchJob.ANY, LINES_AND_AREAS, false),
                (around, rows, drawn) -> SplitShapes.by(around, rows, (LineString) drawn));
    }

    public SketchTool cutHole() {
        return job(
                new EditJob.Traits("cut-hole", GeometryKind.POLYGON, SketchJob.ANY, AREAS, false),
                EditJob.onBestRow(HoleEdits::cut));
    }

    /** Fills a hole or a gap by what is around it. */
    public SketchTool fillHole() {
        return job(new EditJob.Traits("fill-hole", GeometryKind.POINT, 1, AREAS, false), this::fill);
    }

    /** Fills a hole or a gap with a feature of its own. */
    public SketchTool fillNew() {
        return job(new EditJob.Traits("fill-new", GeometryKind.POINT, 1, AREAS, false), this::fillNew);
    }

    private Changes fill(Surroundings around, java.util.List<Row> rows, Geometry place) {
        for (Row row : rows) {
            if (HoleEdits.hole(row.geometry(), place.getCoordinate()).isPresent()) {
                return HoleEdits.fill(around, row, place.getCoordinate());
            }
        }
        return FillGap.byNeighbour(around, layer(), place.getCoordinate(), view());
    }

    private Changes fillNew(Surroundings around, java.util.List<Row> rows, Geometry place) {
        EditLayer layer = desk.layer().orElseThrow(() -> RefusedEditException.at(null, "ui.why-no-edit-layer"));
        Row blank = NewShape.blank(layer.schema(), Steps.defaults(layer));
        for (Row row : rows) {
            if (HoleEdits.hole(row.geometry(), place.getCoordinate()).isPresent()) {
                return HoleEdits.fillWithNew(around, row, place.getCoordinate(), blank);
            }
        }
        return FillGap.asNew(around, blank, place.getCoordinate(), view());
    }

    private String layer() {
        return desk.layer()
                .orElseThrow(() -> RefusedEditException.at(null, "ui.why-no-edit-layer"))
                .table();
    }

    /** How far a gap may reach: what is in sight, in the layer's CRS. */
    private Envelope view() {
        EditLayer layer = desk.layer().orElseThrow();
        Geometry seen = new org.locationtech.jts.geom.GeometryFactory()
                .toGeometry(desk.view().extent());
        return steps.inLayer(seen, layer).getEnvelopeInternal();
    }

    private SketchTool job(EditJob.Traits traits, EditJob.Operation operation) {
        return new SketchTool(desk, new EditJob(desk, steps, traits, operation));
    }
}
