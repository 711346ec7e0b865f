package riskmap.ui.query;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.StackedBarChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import riskmap.analysis.cross.Measure;
import riskmap.app.TextTable;
import riskmap.base.Message;
import riskmap.print.ChartColours;
import riskmap.ui.run.ChartView;

/** The chart of a cross-table: bars side by side or on each other, each of which can be chosen by mouse or keyboard. */
final class CrossChart {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int UPRIGHT = 6;

    private CrossChart() {}

    static Node of(CrossTableViewModel model, ChartColours colours) {
        Measure.Kind measured = model.measure().get().kind();
        // means, least and greatest values of parts do not add up to those of the whole
        boolean adds = measured != Measure.Kind.MEAN && measured != Measure.Kind.MIN && measured != Measure.Kind.MAX;
        boolean stacked = adds && model.kind().get() == CrossTableViewModel.ChartKind.STACKED;
        CategoryAxis across = new CategoryAxis();
        NumberAxis values = new NumberAxis();
        values.setForceZeroInRange(true);
        int shown = 0;
        XYChart<String, Number> chart;
        if (stacked) {
            chart = new StackedBarChart<>(across, values);
        } else {
            chart = new BarChart<>(across, values);
        }
        chart.setId("cross-chart");
        chart.setAnimated(false);
        chart.getStyleClass().add("result-chart");
        List<CrossTableViewModel.Series> series = model.series();
        // a narrow chart would leave out its own
        chart.setLegendVisible(false);
        for (CrossTableViewModel.Series one : series) {
            int number = chart.getData().size();
            chart.getData().add(bars(model, one, bar -> fill(colours, bar.level(), number)));
            shown = Math.max(shown, one.bars().size());
        }
        gaps(chart, model.isHistogram() ? 0 : Math.max(2, 60.0 / Math.max(1, shown)));
        if (shown > UPRIGHT) {
            across.setTickLabelRotation(-60);
        }
        if (model.left() > 0) {
            chart.setTitle(Message.of("ui.cross-chart-left", CrossTableViewModel.MOST_BARS, model.left())
                    .text());
        }
        chart.setMinSize(0, 0);
        BorderPane all = new BorderPane(chart);
        all.setMinSize(0, 0);
        if (series.size() > 1) {
            // below the axis there is no room for it in the lower part of the window
            all.setRight(legend(series, colours));
        }
        return all;
    }

    /** Marks the bars of what is selected, wherever it was selected. */
    static void mark(Node chart, CrossTableViewModel model) {
        chart.lookupAll(".chart-bar").forEach(node -> {
            if (node.getUserData() instanceof CrossTableViewModel.Bar bar) {
                node.pseudoClassStateChanged(CHOSEN, model.isChosen(bar));
            }
        });
    }

    private static Node legend(List<CrossTableViewModel.Series> series, ChartColours colours) {
        VBox legend = new VBox(2);
        legend.setId("cross-legend");
        legend.setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < series.size(); i++) {
            Region colour = new Region();
            colour.getStyleClass().addAll("chart-bar", "cross-colour");
            colour.setStyle(fill(colours, series.get(i).level(), i));
            legend.getChildren().add(new Label(series.get(i).title().text(), colour));
        }
        ScrollPane whole = new ScrollPane(legend);
        whole.setFitToHeight(true);
        whole.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        whole.setMinSize(0, 0);
        return whole;
    }

    /** The colour of a bar: as in reports in the colours of the map; of no level of risk but that which it stands for. */
    private static String fill(ChartColours colours, int level, int series) {
        return "-fx-bar-fill: " + ChartView.web(colours.of(level > 0 ? "level_" + level : "", series)) + ";";
    }

    private static void gaps(XYChart<String, Number> chart, double gap) {
        if (chart instanceof BarChart<String, Number> bars) {
            bars.setCategoryGap(gap);
            bars.setBarGap(0);
        } else if (chart instanceof StackedBarChart<String, Number> bars) {
            bars.setCategoryGap(gap);
        }
    }

    private static XYChart.Series<String, Number> bars(
            CrossTableViewModel model, CrossTableViewModel.Series one, Function<CrossTableViewModel.Bar, String> fill) {
        XYChart.Series<String, Number> series = new XYChart.Series<>();
        series.setName(one.title().text());
        Set<String> names = new HashSet<>();
        for (CrossTableViewModel.Bar bar : one.bars()) {
            String text = bar.title().text();
            while (!names.add(text)) {
                // an axis has each name once: rows of one name are told apart by what nobody sees
                text = text + "\u200b";
            }
            XYChart.Data<String, Number> data = new XYChart.Data<>(text, bar.value());
            data.nodeProperty().addListener((property, before, now) -> {
                if (now != null) {
                    now.setStyle(fill.apply(bar));
                    link(model, one, bar, now);
                }
            });
            series.getData().add(data);
        }
        return series;
    }

    private static void link(
            CrossTableViewModel model, CrossTableViewModel.Series series, CrossTableViewModel.Bar bar, Node node) {
        String text = Message.of("ui.cross-bar", bar.title(), series.title(), TextTable.shown(bar.value(), 2))
                .text();
        node.setId("bar-" + bar.row() + "-" + bar.column());
        // the chart would let the keyboard in only with a screen reader, and name the bar by its number alone
        node.accessibleTextProperty().unbind();
        node.setAccessibleText(text);
        node.focusTraversableProperty().unbind();
        node.setFocusTraversable(true);
        node.setCursor(Cursor.HAND);
        Tooltip.install(node, new Tooltip(text));
        node.setUserData(bar);
        node.pseudoClassStateChanged(CHOSEN, model.isChosen(bar));
        Runnable choose = () -> model.choose(bar);
        node.setOnMouseClicked(event -> choose.run());
        node.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                choose.run();
                event.consume();
            }
        });
    }
}
