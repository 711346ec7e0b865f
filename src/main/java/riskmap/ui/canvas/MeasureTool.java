package riskmap.ui.canvas;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import org.locationtech.jts.geom.Coordinate;
import riskmap.base.Message;
import riskmap.ui.look.Texts;

/** Measures a distance or an area: click the points, a double click ends, the next click begins anew. */
public final class MeasureTool implements MapTool {
    /** From the edge of the map to the result, in pixels. */
    private static final double EDGE = 10;

    private final MapView view;
    private final Measuring measuring;
    private final Polyline line = new Polyline();
    private final Polygon surface = new Polygon();
    private Coordinate pointedAt;
    private boolean ended;

    /**
     * Makes the tool.
     *
     * @param area whether areas are measured
     * @param told gets the result as it changes
     */
    public MeasureTool(MapView view, boolean area, Consumer<Message> told) {
        this.view = view;
        this.measuring = new Measuring(area);
        line.getStyleClass().add("measure-line");
        surface.getStyleClass().add("measure-surface");
        line.setManaged(false);
        surface.setManaged(false);
        view.overlay().getChildren().addAll(surface, line, said());
        ObservableValue<Message> result = measuring.result();
        result.addListener((property, before, now) -> told.accept(now));
        view.model().view().addListener(property -> draw());
    }

    /**
     * The result as a whole on the map: in two languages and beside a scale it is longer than a status bar. At the bottom,
     * as words on what the map shows stand at the top.
     */
    private Label said() {
        Label said = new Label();
        said.setId(measuring.isArea() ? "measured-area" : "measured-distance");
        said.getStyleClass().add("map-told");
        said.setWrapText(true);
        said.setMouseTransparent(true);
        said.maxWidthProperty().bind(view.widthProperty().subtract(2 * EDGE));
        said.setLayoutX(EDGE);
        said.layoutYProperty()
                .bind(view.heightProperty().subtract(said.heightProperty()).subtract(EDGE));
        said.textProperty().bind(Texts.of(measuring.result()));
        said.visibleProperty().bind(measuring.result().isNotNull());
        return said;
    }

    @Override
    public Cursor cursor() {
        return Cursor.CROSSHAIR;
    }

    @Override
    public void clicked(double viewX, double viewY, int clicks) {
        if (ended) {
            reset();
        }
        if (clicks == 1) {
            measuring.add(view.model().view().get().world(viewX, viewY));
        } else {
            ended = true;
        }
        pointedAt = null;
        refresh();
    }

    @Override
    public void moved(double viewX, double viewY) {
        if (!ended && !measuring.points().isEmpty()) {
            pointedAt = view.model().view().get().world(viewX, viewY);
            refresh();
        }
    }

    @Override
    public void reset() {
        ended = false;
        pointedAt = null;
        measuring.clear();
        draw();
    }

    private void refresh() {
        measuring.measure(pointedAt, view.model().crs().get());
        draw();
    }

    private void draw() {
        line.getPoints().clear();
        surface.getPoints().clear();
        View now = view.model().view().get();
        for (Coordinate point : measuring.points()) {
            append(now, point);
        }
        if (pointedAt != null) {
            append(now, pointedAt);
        }
    }

    private void append(View now, Coordinate point) {
        line.getPoints().addAll(now.viewX(point.x, point.y), now.viewY(point.x, point.y));
        if (measuring.isArea()) {
            surface.getPoints().addAll(now.viewX(point.x, point.y), now.viewY(point.x, point.y));
        }
    }
}
