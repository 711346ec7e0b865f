package riskmap.ui.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.chart.Axis;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.data.Table;
import riskmap.print.ChartColours;
import riskmap.risk.Chart;
import riskmap.risk.RiskLevel;
import riskmap.ui.Fx;
import riskmap.ui.look.Look;
import riskmap.ui.look.Theme;

/** Charts of results as the form of a model shows them. */
class ChartViewTest {
    @BeforeAll
    static void screen() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "no screen");
        FxToolkit.registerPrimaryStage();
    }

    private static Table table(List<Object>... rows) {
        return new Table(
                "t",
                Message.of("risk.table-rain"),
                List.of(
                        new Table.Column("x", Message.of("risk.column-town"), "", 0),
                        new Table.Column("level_4", RiskLevel.title(4), "%", 1),
                        new Table.Column("level_1", RiskLevel.title(1), "%", 1)),
                List.of(rows));
    }

    private static Node drawn(Chart.Kind kind, Table table, String... y) throws Exception {
        return Fx.onWindowThread(() -> {
            Chart chart = new Chart("t", kind, "x", List.of(y));
            Node node = ChartView.of(chart, table, List.of(chart), ChartColours.USUAL);
            new Scene(new VBox(node), 320, 400);
            node.applyCss();
            node.autosize();
            ((javafx.scene.layout.Region) node).layout();
            return node;
        });
    }

    @Test
    @SuppressWarnings("unchecked")
    void linesFollowDays() throws Exception {
        XYChart<Number, Number> chart = (XYChart<Number, Number>) drawn(
                Chart.Kind.LINE,
                table(List.of("2022-04-09", 5.0, 1.0), List.of("2022-04-10", 25.0, 2.0)),
                "level_4",
                "level_1");
        assertThat(chart.getData()).hasSize(2);
        assertThat(chart.getData().get(0).getData()).hasSize(2);
        NumberAxis days = (NumberAxis) chart.getXAxis();
        assertThat(days.getTickLabelFormatter()
                        .toString(chart.getData().get(0).getData().get(1).getXValue()))
                .isEqualTo("2022-04-10");
        assertThat(((NumberAxis) chart.getYAxis()).getUpperBound()).isEqualTo(100);
        assertThat(chart.getData().get(0).getNode().getStyle()).contains("-fx-stroke: #");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aChartThatLeavesRowsToTheTableSaysSo() throws Exception {
        List<Object>[] rows = new List[40];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = List.of("镇" + i, 5.0, 1.0);
        }
        XYChart<?, ?> cut = (XYChart<?, ?>) drawn(Chart.Kind.BAR, table(rows), "level_4");
        assertThat(cut.getTitle()).contains("25", "15");
        assertThat(cut.lookup(".chart-title").isVisible()).isTrue();
        XYChart<?, ?> whole = (XYChart<?, ?>) drawn(Chart.Kind.BAR, table(rows[0], rows[1]), "level_4");
        assertThat(whole.getTitle()).doesNotContain("\n");
    }

    /** Chinese letters take twice the room of Latin ones: the middle name was left out. */
    @Test
    void everyBarHasItsName() throws Exception {
        XYChart<?, ?> chart = (XYChart<?, ?>) drawn(
                Chart.Kind.BAR,
                table(List.of("盲区", 5.0, 1.0), List.of("一处可见", 3.0, 1.0), List.of("两处及以上可见", 1.0, 1.0)),
                "level_4");
        for (Axis<?> axis : List.of(chart.getXAxis(), chart.getYAxis())) {
            if (axis instanceof CategoryAxis names) {
                assertThat(shown(names)).extracting(Text::getText).contains("盲区", "一处可见", "两处及以上可见");
            }
        }
    }

    @Test
    void numbersUnderLyingBarsDoNotRunIntoEachOther() throws Exception {
        List<Object>[] rows = new List[18];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = List.of("某某水库" + i, 600.0 + 138 * i, 1.0);
        }
        XYChart<?, ?> chart = (XYChart<?, ?>) drawn(Chart.Kind.BAR, table(rows), "level_4");
        List<Text> numbers = shown(chart.getXAxis());
        assertThat(numbers).hasSizeGreaterThan(2).anyMatch(number -> number.getText()
                .contains("1,000"));
        for (int i = 1; i < numbers.size(); i++) {
            double before = numbers.get(i - 1).getBoundsInParent().getMaxX();
            assertThat(numbers.get(i).getBoundsInParent().getMinX()).isGreaterThanOrEqualTo(before);
            assertThat(numbers.get(i).getText()).startsWith("\u00a0").endsWith("\u00a0");
        }
    }

    /** What stands at an axis, from the left. */
    private static List<Text> shown(Axis<?> axis) throws Exception {
        return Fx.onWindowThread(() -> axis.getChildrenUnmodifiable().stream()
                .filter(part -> part instanceof Text && part.isVisible())
                .map(Text.class::cast)
                .sorted(Comparator.comparing(text -> text.getBoundsInParent().getMinX()))
                .toList());
    }

    @Test
    void twoChartsOfATableSayWhatEachDraws() throws Exception {
        Table table = table(List.of("a", 5.0, 1.0));
        Chart high = new Chart("t", Chart.Kind.BAR, "x", List.of("level_4"));
        Chart both = new Chart("t", Chart.Kind.BAR, "x", List.of("level_4", "level_1"));
        Chart other = new Chart("u", Chart.Kind.BAR, "x", List.of("level_1"));
        String name = table.title().text();
        assertThat(high.title(table, List.of(high, other), Language.current())).isEqualTo(name);
        assertThat(high.title(table, List.of(high, other, both), Language.CHINESE))
                .isEqualTo(table.title().text(Language.CHINESE) + "：高");
        assertThat(both.title(table, List.of(high, both), Language.ENGLISH))
                .isEqualTo(table.title().text(Language.ENGLISH) + ": High, Low");
        assertThat(Fx.onWindowThread(
                        () -> ((XYChart<?, ?>) ChartView.of(high, table, List.of(high, both), ChartColours.USUAL))
                                .getTitle()))
                .isEqualTo(high.title(table, List.of(high, both), Language.current()));
    }

    @Test
    @SuppressWarnings("unchecked")
    void barsOfLevelsHaveTheColoursOfTheMapAndLongNamesAreShortened() throws Exception {
        XYChart<Number, String> chart = (XYChart<Number, String>) drawn(
                Chart.Kind.BAR,
                table(List.of("港区第一水产冷藏公司（演示）", 5.0, 1.0), List.of("港区第一水产冷藏公司（码头）", 25.0, 2.0)),
                "level_4",
                "level_1");
        String high = chart.getData().get(0).getData().get(0).getNode().getStyle();
        String low = chart.getData().get(1).getData().get(0).getNode().getStyle();
        assertThat(high).startsWith("-fx-bar-fill: #").isNotEqualTo(low);
        assertThat(chart.getData().get(0).getData())
                .extracting(bar -> bar.getYValue().length())
                .allMatch(length -> length <= 10);
        assertThat(chart.getData().get(0).getData())
                .extracting(XYChart.Data::getYValue)
                .doesNotHaveDuplicates();
    }

    /** Two sites of one owner stood beside their bars under the same shortened name, and nothing told them apart. */
    @Test
    @SuppressWarnings("unchecked")
    void namesThatBeginAlikeAreToldApartByTheirEndsAndABarSaysItsNameWhole() throws Exception {
        XYChart<Number, String> chart = (XYChart<Number, String>) drawn(
                Chart.Kind.BAR,
                table(
                        List.of("港区第一水产冷藏公司（演示）", 5.0, 1.0),
                        List.of("港区第一水产冷藏公司（码头）", 25.0, 2.0),
                        List.of("北湾化学品仓储有限公司（演示）", 1.0, 3.0)),
                "level_4",
                "level_1");
        List<XYChart.Data<Number, String>> bars = chart.getData().get(0).getData();
        assertThat(bars).extracting(XYChart.Data::getYValue).containsExactly("港区第一…（演示）", "港区第一…（码头）", "北湾化学品仓储有…");
        assertThat(Fx.onWindowThread(
                        () -> bars.stream().map(bar -> tip(bar.getNode())).toList()))
                .containsExactly(
                        "港区第一水产冷藏公司（演示）\n高 (%)：5.0", "港区第一水产冷藏公司（码头）\n高 (%)：25.0", "北湾化学品仓储有限公司（演示）\n高 (%)：1.0");
    }

    /** The explosion and the gas of one site stood beside each other under the same name. */
    @Test
    @SuppressWarnings("unchecked")
    void barsOfOneNameSayInASecondLineWhatTheyAreBesides() throws Exception {
        Table accidents = new Table(
                "t",
                Message.of("risk.table-rain"),
                List.of(
                        new Table.Column("x", Message.of("risk.column-town"), "", 0),
                        new Table.Column("unit", Message.of("risk.column-town"), "", 0),
                        new Table.Column("scenario", Message.of("risk.column-town"), "", 0),
                        new Table.Column("level_4", RiskLevel.title(4), "m", 1)),
                List.of(
                        List.of("港区李源涂料公司（演示）", "t", "闪火", 5.0),
                        List.of("港区李源涂料公司（演示）", "t", "有毒气体", 25.0),
                        List.of("北湾化学品仓储有限公司（演示）", "t", "有毒气体", 1.0)));
        XYChart<Number, String> chart = (XYChart<Number, String>) drawn(Chart.Kind.BAR, accidents, "level_4");
        List<XYChart.Data<Number, String>> bars = chart.getData().get(0).getData();
        assertThat(bars)
                .extracting(XYChart.Data::getYValue)
                .containsExactly("港区李源涂料公司…\n闪火", "港区李源涂料公司…\n有毒气体", "北湾化学品仓储有…\n有毒气体");
        assertThat(Fx.onWindowThread(() -> tip(bars.get(1).getNode()))).isEqualTo("港区李源涂料公司（演示）\n有毒气体\n高 (m)：25.0");
    }

    /** They stood upside down: the last town of the table was the first of its chart. */
    @Test
    @SuppressWarnings("unchecked")
    void barsThatLieStandInTheOrderOfTheirTableFromTheTop() throws Exception {
        XYChart<Number, String> chart = (XYChart<Number, String>) drawn(
                Chart.Kind.BAR,
                table(List.of("一号风险区旁的街道", 5.0, 1.0), List.of("二号风险区旁的街道", 25.0, 2.0), List.of("三号风险区旁的街道", 1.0, 3.0)),
                "level_4");
        List<Double> places = Fx.onWindowThread(() -> chart.getData().get(0).getData().stream()
                .map(bar -> chart.getYAxis().getDisplayPosition(bar.getYValue()))
                .toList());
        assertThat(places).doesNotHaveDuplicates().isSorted();
    }

    /** What a screen reader says of a bar is what stands under the pointer. */
    private static String tip(Node bar) {
        return bar.getProperties().values().stream()
                .filter(Tooltip.class::isInstance)
                .map(found -> ((Tooltip) found).getText())
                .filter(text -> text.equals(bar.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @SuppressWarnings("unchecked")
    void everyOneOfManyTownsHasItsNameBesideItsBarsAndTheSumIsNoBar() throws Exception {
        List<Object>[] towns = new List[20];
        for (int town = 0; town < 19; town++) {
            towns[town] = List.of("第" + (town + 1) + "镇", 1.0 + town, 1.0);
        }
        towns[19] = List.of("合计", 190.0, 19.0);
        Table table = table(towns);
        XYChart<Number, String> chart = Fx.onWindowThread(() -> {
            Chart wide = new Chart("t", Chart.Kind.BAR, "x", List.of("level_4", "level_1")).first(19);
            XYChart<Number, String> made =
                    (XYChart<Number, String>) ChartView.of(wide, table, List.of(wide), ChartColours.USUAL);
            VBox box = new VBox(made);
            new Scene(box, 307, 900);
            box.applyCss();
            box.layout();
            return made;
        });
        assertThat(chart.getYAxis().getTickMarks()).hasSize(19).allMatch(mark -> mark.isTextVisible());
        assertThat(chart.getData().get(0).getData())
                .extracting(XYChart.Data::getYValue)
                .doesNotContain("合计");
    }

    @Test
    void whatIsAllZeroIsSaidInsteadOfDrawn() throws Exception {
        Node none = drawn(Chart.Kind.BAR, table(List.of("甲", 0.0, 0.0), List.of("乙", 0.0, 0.0)), "level_4");
        assertThat(((Label) none).getText()).contains("全部为 0");
        Node missing = drawn(Chart.Kind.LINE, table(Arrays.asList("甲", null, null)), "level_4");
        assertThat(missing).isInstanceOf(Label.class);
    }

    @Test
    @SuppressWarnings("unchecked")
    void levelsHaveTheColoursOfTheProjectsMap() throws Exception {
        Table table = table(List.of("甲", 5.0, 1.0), List.of("乙", 25.0, 2.0));
        Chart chart = new Chart("t", Chart.Kind.BAR, "x", List.of("level_4", "level_1"));
        ChartColours own = new ChartColours(null, List.of("#010203", "#040506", "#070809", "#0a0b0c"));
        XYChart<Number, String> drawn =
                Fx.onWindowThread(() -> (XYChart<Number, String>) ChartView.of(chart, table, List.of(chart), own));
        assertThat(drawn.getData().get(0).getData().get(0).getNode().getStyle()).contains("#0a0b0c");
        assertThat(drawn.getData().get(1).getData().get(0).getNode().getStyle()).contains("#010203");
    }

    /** Where the legend had no room for its lines, the chart left it out whole. */
    @Test
    @SuppressWarnings("unchecked")
    void theLegendOfTwoLongNamesIsShown() throws Exception {
        Language.use(Language.ENGLISH);
        try {
            Table table = new Table(
                    "t",
                    Message.of("risk.table-factors"),
                    List.of(
                            new Table.Column("x", Message.of("risk.column-hour"), "h", 0),
                            new Table.Column("a", Message.of("ui.risk-layers-hint"), "%", 0),
                            new Table.Column("b", Message.of("ui.risk-layers-hint"), "%", 0)),
                    List.of(List.of(1L, 5.0, 4.0), List.of(2L, 25.0, 3.0)));
            Chart chart = new Chart("t", Chart.Kind.LINE, "x", List.of("a", "b"));
            XYChart<Number, Number> drawn = Fx.onWindowThread(
                    () -> (XYChart<Number, Number>) ChartView.of(chart, table, List.of(chart), ChartColours.USUAL));
            Node legend = Fx.onWindowThread(() -> {
                VBox box = new VBox(drawn);
                new Scene(box, 307, 900);
                box.applyCss();
                box.layout();
                return drawn.lookup(".chart-legend");
            });
            assertThat(legend.isVisible()).isTrue();
        } finally {
            Language.use(Language.CHINESE);
        }
    }

    /** Six lines without a legend did not tell which stability of the air each of them is. */
    @Test
    @SuppressWarnings("unchecked")
    void theLegendOfSixLinesIsShownBelowATitleOfTwoLines() throws Exception {
        List<String> stabilities = List.of("A", "B", "C", "D", "E", "F");
        List<Table.Column> columns =
                new ArrayList<>(List.of(new Table.Column("x", Message.of("risk.column-hour"), "h", 0)));
        stabilities.forEach(
                each -> columns.add(new Table.Column(each, Message.of("risk.accident.stability." + each), "m", 0)));
        Table table = new Table(
                "t",
                Message.of("risk.table-reach-by-wind", RiskLevel.title(3)),
                columns,
                List.of(List.of(1L, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0), List.of(2L, 5.0, 4.0, 3.0, 2.0, 1.0, 0.5)));
        Chart chart = new Chart("t", Chart.Kind.LINE, "x", stabilities);
        Node legend = Fx.onWindowThread(() -> {
            XYChart<Number, Number> drawn =
                    (XYChart<Number, Number>) ChartView.of(chart, table, List.of(chart), ChartColours.USUAL);
            VBox box = new VBox(drawn);
            Look.use(Theme.LIGHT);
            Look.dress(new Scene(box, 285, 900));
            box.applyCss();
            box.layout();
            return drawn.lookup(".chart-legend");
        });
        assertThat(legend.isVisible()).isTrue();
    }
}
