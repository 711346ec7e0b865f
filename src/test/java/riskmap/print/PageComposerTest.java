package riskmap.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.map.Box;
import riskmap.map.Layout;
import riskmap.map.LayoutItem;
import riskmap.map.LayoutItems;
import riskmap.map.Layouts;
import riskmap.map.LocalText;
import riskmap.map.MapDocument;
import riskmap.map.TextStyle;
import riskmap.render.MapPainter;

/** What stands in the way of a page is said with the name of the item; a preview shows the page. */
class PageComposerTest {
    private static final Layout A3 = Layouts.open("one-map-a3", note -> {});

    @Test
    void anEmptyMapIsSaid() {
        PageContent full = PageFixture.content(Language.ENGLISH);
        PageContent empty = new PageContent(
                new MapDocument("", "EPSG:4550", List.of(), List.of()),
                List.of(),
                full.tables(),
                full.fields(),
                Language.ENGLISH,
                Path.of("."));
        assertThatThrownBy(() -> PageFixture.page(A3, empty)).satisfies(error -> says(error, "Map frame “map”"));
    }

    @Test
    void aMissingTableIsSaidBeforeAnyLayerIsRead() {
        PageContent full = PageFixture.content(Language.ENGLISH);
        PageContent without =
                new PageContent(full.map(), full.layers(), List.of(), full.fields(), Language.ENGLISH, Path.of("."));
        MapPainter painter = new MapPainter();
        Layout layout = Layouts.open("one-map-a3", note -> {});
        assertThatThrownBy(() -> new PageComposer(layout, without, painter, Progress.silent()))
                .satisfies(error -> says(error, "risk-by-town"));
        assertThat(painter.cache().bytes()).isZero();
        new PageComposer(layout, full, painter, Progress.silent());
        assertThat(painter.cache().bytes()).isPositive();
    }

    @Test
    void aMissingTableIsSaidBeforeAnythingIsPainted() {
        PageContent full = PageFixture.content(Language.ENGLISH);
        PageContent without =
                new PageContent(full.map(), full.layers(), List.of(), full.fields(), Language.ENGLISH, Path.of("."));
        assertThatThrownBy(() -> PageFixture.page(A3, without)).satisfies(error -> says(error, "risk-by-town"));
        assertThat(PageFixture.page(Layouts.open("map-a3", note -> {}), without).denominator("map"))
                .isEqualTo(150_000);
    }

    @Test
    void aLegendWithoutRoomIsNamed() {
        assertThatThrownBy(() -> paint(resized("legend", new Box(304, 34, 30, 12))))
                .satisfies(error -> says(error, "Legend “legend”"));
    }

    @Test
    void aLegendTakesMoreColumnsBeforeItGivesUp() {
        paint(resized("legend", new Box(304, 34, 108, 26)));
    }

    @Test
    void aTableWithoutRoomIsNamed() {
        assertThatThrownBy(() -> paint(resized("table", new Box(304, 140, 108, 40))))
                .satisfies(error -> says(error, "Table “table”"));
    }

    @Test
    void textThatDoesNotFitIsNamed() {
        LayoutItem.Text text = new LayoutItem.Text(
                "remark", new Box(10, 10, 30, 5), LocalText.of("{counting-rule} {counting-rule}"), TextStyle.of(9));
        assertThatThrownBy(() -> paint(with(text))).satisfies(error -> says(error, "“remark”"));
    }

    @Test
    void anUnknownFieldIsNamedWithItsItem() {
        LayoutItem.Text text =
                new LayoutItem.Text("remark", new Box(10, 10, 90, 9), LocalText.of("{mood}"), TextStyle.of(9));
        assertThatThrownBy(() -> paint(with(text))).satisfies(error -> says(error, "“remark” uses the field “mood”"));
    }

    @Test
    void aMissingPictureIsNamed() {
        LayoutItem.Picture picture = new LayoutItem.Picture("seal", new Box(10, 10, 20, 20), "no-seal.png");
        assertThatThrownBy(() -> paint(with(picture))).satisfies(error -> says(error, "“seal”"));
    }

    @Test
    void aPreviewShowsThePageAndTheMap() {
        BufferedImage image = PageFixture.page("one-map-a3", Language.CHINESE).image(30, Progress.silent());
        assertThat(image.getWidth()).isEqualTo(496);
        assertThat(image.getHeight()).isEqualTo(351);
        assertThat(new Color(image.getRGB(200, 32))).isEqualTo(new Color(0x12304a));
        long red = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < 340; x++) {
                Color colour = new Color(image.getRGB(x, y));
                red += colour.getRed() > 190 && colour.getGreen() < 110 && colour.getBlue() < 90 ? 1 : 0;
            }
        }
        assertThat(red).as("pixels of the high risk zones").isGreaterThan(300);
    }

    private static Layout with(LayoutItem item) {
        List<LayoutItem> items = new ArrayList<>(A3.items());
        items.add(item);
        return A3.withItems(items);
    }

    @Test
    void theSmallMapOfTheRegionHasTheColoursOfTheLayout() {
        LayoutItem inset = A3.item("inset").orElseThrow();
        Layout other = A3.withItems(A3.items().stream()
                .map(item -> item == inset
                        ? LayoutItems.with(item, "colours", Map.of("sea", "#102030", "land", "#405060"))
                        : item)
                .toList());
        BufferedImage page =
                PageFixture.page(other, PageFixture.content(Language.CHINESE)).image(40, Progress.silent());
        Set<Integer> colours = new HashSet<>();
        Box box = inset.box();
        for (int y = (int) (box.y() * 40 / 25.4); y < box.bottom() * 40 / 25.4; y++) {
            for (int x = (int) (box.x() * 40 / 25.4); x < box.right() * 40 / 25.4; x++) {
                colours.add(page.getRGB(x, y) & 0xffffff);
            }
        }
        assertThat(colours).contains(0x102030, 0x405060).doesNotContain(0xdbe8f1, 0xf7f4ec);
    }

    private static Layout resized(String id, Box box) {
        List<LayoutItem> items = new ArrayList<>();
        for (LayoutItem item : A3.items()) {
            if (!item.id().equals(id)) {
                items.add(item);
            } else if (item instanceof LayoutItem.Legend old) {
                items.add(new LayoutItem.Legend(
                        id, box, "map", old.title(), 0, true, old.first(), old.areas(), old.without(), old.style(), 5));
            } else if (item instanceof LayoutItem.ResultTable old) {
                items.add(new LayoutItem.ResultTable(
                        id, box, old.table(), old.title(), old.columns(), true, false, old.style(), 5));
            }
        }
        return A3.withItems(items);
    }

    private static void paint(Layout layout) {
        PageFixture.page(layout, PageFixture.content(Language.ENGLISH)).image(25, Progress.silent());
    }

    private static void says(Throwable error, String words) {
        assertThat(((RiskMapException) error).userMessage().text(Language.ENGLISH))
                .contains(words);
    }
}
