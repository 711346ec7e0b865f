package riskmap.ui.style;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import riskmap.app.style.MadeStyle;
import riskmap.app.style.ValueHistogram;
import riskmap.ui.feature.ValueText;
import riskmap.ui.look.Texts;

/** How the numbers are spread, in the colours of their classes; the limits between classes are dragged. */
final class HistogramView extends VBox {
    private static final double HEIGHT = 84;
    /** Least height of a bin that holds anything: a single feature must be seen. */
    private static final double LEAST = 2;
    /** How near to a limit the mouse takes it, pixels. */
    private static final double NEAR = 6;

    private final Pane bars = new Pane();
    private final Label least = new Label();
    private final Label greatest = new Label();
    private final Consumer<List<Double>> moved;
    private MadeStyle made;
    private int dragged = -1;

    /** A view that tells the limits after one was dragged. */
    HistogramView(Consumer<List<Double>> moved) {
        super(2);
        this.moved = moved;
        setId("style-histogram");
        bars.getStyleClass().add("style-histogram-paper");
        bars.setMinHeight(HEIGHT);
        bars.setPrefHeight(HEIGHT);
        bars.setMinWidth(80);
        bars.accessibleTextProperty().bind(Texts.of("ui.style-histogram"));
        bars.widthProperty().addListener((property, before, now) -> draw());
        bars.setOnMouseMoved(event -> bars.setCursor(at(event.getX()) >= 0 ? Cursor.H_RESIZE : Cursor.DEFAULT));
        bars.setOnMousePressed(event -> dragged = at(event.getX()));
        bars.setOnMouseReleased(event -> drop(event.getX()));
        for (Label end : new Label[] {least, greatest}) {
            end.setMinWidth(Region.USE_PREF_SIZE);
            end.getStyleClass().add("hint-inline");
        }
        BorderPane ends = new BorderPane();
        ends.setLeft(least);
        ends.setRight(greatest);
        getChildren().setAll(bars, ends);
        show(null);
    }

    /** Shows the numbers of a style; nothing when it goes by none. */
    void show(MadeStyle style) {
        made = style;
        boolean any = style != null && style.histogram().isPresent();
        setVisible(any);
        setManaged(any);
        if (any) {
            ValueHistogram histogram = style.histogram().get();
            least.setText(ValueText.of(histogram.least()));
            greatest.setText(ValueText.of(histogram.greatest()));
            draw();
        }
    }

    private void draw() {
        bars.getChildren().clear();
        if (made == null || made.histogram().isEmpty()) {
            return;
        }
        ValueHistogram histogram = made.histogram().get();
        double width = bars.getWidth() / ValueHistogram.BINS;
        int most = histogram.counts().stream().mapToInt(Integer::intValue).max().orElse(1);
        for (int i = 0; i < ValueHistogram.BINS; i++) {
            int count = histogram.counts().get(i);
            double height = count == 0 ? 0 : Math.max(LEAST, (HEIGHT - 4) * count / Math.max(1, most));
            Rectangle bar = new Rectangle(i * width, HEIGHT - height, Math.max(1, width - 1), height);
            bar.setFill(Color.web(made.classes().get(histogram.classOf(i)).colour()));
            bars.getChildren().add(bar);
        }
        for (double limit : histogram.limits()) {
            double x = histogram.place(limit) * bars.getWidth();
            Line line = new Line(x, 0, x, HEIGHT);
            line.getStyleClass().add("style-limit");
            bars.getChildren().add(line);
        }
    }

    /** The limit under the mouse, −1 for none. */
    private int at(double x) {
        int nearest = -1;
        double distance = NEAR;
        List<Double> limits = made == null || made.histogram().isEmpty()
                ? List.of()
                : made.histogram().get().limits();
        for (int i = 0; i < limits.size(); i++) {
            double away = Math.abs(made.histogram().get().place(limits.get(i)) * bars.getWidth() - x);
            if (away < distance) {
                nearest = i;
                distance = away;
            }
        }
        return nearest;
    }

    private void drop(double x) {
        int limit = dragged;
        dragged = -1;
        if (limit >= 0 && bars.getWidth() > 0) {
            ValueHistogram histogram = made.histogram().orElseThrow();
            List<Double> now = histogram.moved(limit, Math.max(0, Math.min(1, x / bars.getWidth())));
            if (!now.equals(histogram.limits())) {
                moved.accept(now);
            }
        }
    }
}
