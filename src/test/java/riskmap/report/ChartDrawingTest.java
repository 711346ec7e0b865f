package riskmap.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.print.ChartColours;
import riskmap.risk.Chart;

/** Charts of reports show the rows of their table. */
class ChartDrawingTest {
    private static final int SCALE = 4;

    private static BufferedImage draw(Chart.Kind kind, String x, String y, List<List<Object>> rows) {
        Message title = Message.of("report.column-layer");
        Table table = new Table(
                "t", title, List.of(new Table.Column(x, title, "", 0), new Table.Column(y, title, "", 0)), rows);
        return draw(table, kind, x, y);
    }

    private static BufferedImage draw(Table table, Chart.Kind kind, String x, String y) {
        ChartDrawing chart =
                new ChartDrawing(table, new Chart("t", kind, x, List.of(y)), Language.ENGLISH, ChartColours.USUAL);
        BufferedImage picture = new BufferedImage(
                (int) chart.width() * SCALE, (int) chart.height() * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.scale(SCALE, SCALE);
        chart.paint(graphics, Progress.silent());
        graphics.dispose();
        return picture;
    }

    private static long count(BufferedImage picture, int rgb) {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return java.util.Arrays.stream(pixels)
                .filter(pixel -> (pixel & 0xffffff) == rgb)
                .count();
    }

    @Test
    void aLineAlongDaysGoesThroughEveryDay() {
        int blue = 0x4a90c4;
        BufferedImage empty = draw(Chart.Kind.LINE, "date", "htz", List.of());
        BufferedImage days = draw(
                Chart.Kind.LINE,
                "date",
                "htz",
                List.of(List.of("2022-02-10", 25.0), List.of("2022-02-11", 25.0), List.of("2022-02-20", 25.0)));
        // all but the sample of the line in the legend
        assertThat(count(days, blue)).isGreaterThan(count(empty, blue) + 300);
    }

    @Test
    void theHighestLevelIsRed() {
        BufferedImage bars = draw(Chart.Kind.BAR, "town", "level_4", List.of(List.of("甲", 3.0), List.of("乙", 5.0)));
        assertThat(count(bars, 0xe0402f)).isGreaterThan(1000);
        assertThat(count(bars, new Color(0x4a90c4).getRGB() & 0xffffff)).isZero();
    }

    @Test
    void whatRoseAndWhatFellHaveTheColoursOfTheMap() throws IOException {
        String style;
        try (InputStream in =
                Objects.requireNonNull(ChartDrawing.class.getResourceAsStream("/riskmap/styles/difference_zone.sld"))) {
            style = new String(in.readAllBytes(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        }
        BufferedImage bars = draw(
                Chart.Kind.BAR,
                "change",
                "area",
                List.of(List.of(Message.of("risk.change-higher"), 3.0), List.of(Message.of("risk.change-lower"), 5.0)));
        for (int colour : new int[] {0xc8433a, 0x3c78b4}) {
            assertThat(style).contains(String.format(Locale.ROOT, "#%06x", colour));
            assertThat(count(bars, colour)).isGreaterThan(1000);
        }
    }

    @Test
    void twoRowsOfOneNameHaveABarEach() {
        BufferedImage alike = draw(Chart.Kind.BAR, "town", "level_4", List.of(List.of("甲", 5.0), List.of("甲", 4.0)));
        BufferedImage other = draw(Chart.Kind.BAR, "town", "level_4", List.of(List.of("甲", 5.0), List.of("乙", 4.0)));
        assertThat(count(alike, 0xe0402f)).isEqualTo(count(other, 0xe0402f));
    }

    @Test
    void barsOfOneNameSayWhatTheyAreBesides() {
        BufferedImage kinds = site("爆炸", "毒气扩散");
        assertThat(same(kinds, site("池火", "沸腾液体"))).isFalse();
        assertThat(same(kinds, site("爆炸", "毒气扩散"))).isTrue();
        // the bars are as high as ever, the names only have a line more
        assertThat(count(kinds, 0xe0402f)).isGreaterThan(1000);
    }

    /** A hundred names stood on top of each other, and none could be read. */
    @Test
    void ofMoreBarsThanCanBeReadTheFirstAreDrawnAndTheRestIsTold() {
        assertThat(towns(22).leavesOut()).isFalse();
        assertThat(towns(22).bars()).isEqualTo(22);
        ChartDrawing many = towns(130);
        assertThat(many.leavesOut()).isTrue();
        assertThat(many.bars()).isEqualTo(25);
    }

    private static ChartDrawing towns(int count) {
        Message title = Message.of("report.column-layer");
        List<Table.Column> columns =
                List.of(new Table.Column("town", title, "", 0), new Table.Column("people", title, "", 0));
        List<List<Object>> rows = java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> List.<Object>of("镇" + i, (double) i))
                .toList();
        return new ChartDrawing(
                new Table("t", title, columns, rows),
                new Chart("t", Chart.Kind.BAR, "town", List.of("people")),
                Language.CHINESE,
                ChartColours.USUAL);
    }

    private static BufferedImage site(String first, String second) {
        Message title = Message.of("report.column-layer");
        List<Table.Column> columns = List.of(
                new Table.Column("site", title, "", 0),
                new Table.Column("accident", title, "", 0),
                new Table.Column("level_4", title, "", 0));
        List<List<Object>> rows = List.of(List.of("甲厂", first, 5.0), List.of("甲厂", second, 4.0));
        return draw(new Table("t", title, columns, rows), Chart.Kind.BAR, "site", "level_4");
    }

    private static boolean same(BufferedImage one, BufferedImage other) {
        return java.util.Arrays.equals(
                one.getRGB(0, 0, one.getWidth(), one.getHeight(), null, 0, one.getWidth()),
                other.getRGB(0, 0, other.getWidth(), other.getHeight(), null, 0, other.getWidth()));
    }

    @Test
    void fractionsUnderBarsAreRoundedAsInTheTable() {
        BufferedImage exact = draw(Chart.Kind.BAR, "value", "level_4", List.of(List.of(3.0, 5.0)));
        BufferedImage noise = draw(Chart.Kind.BAR, "value", "level_4", List.of(List.of(3.0000000000000004, 5.0)));
        assertThat(noise.getRGB(0, 0, noise.getWidth(), noise.getHeight(), null, 0, noise.getWidth()))
                .isEqualTo(exact.getRGB(0, 0, exact.getWidth(), exact.getHeight(), null, 0, exact.getWidth()));
    }
}
