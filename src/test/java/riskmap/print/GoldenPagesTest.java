package riskmap.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import riskmap.base.Progress;
import riskmap.map.Box;
import riskmap.map.Layout;
import riskmap.map.LayoutItem;
import riskmap.map.LayoutItems;
import riskmap.render.Letters;
import riskmap.render.Pictures;

/**
 * Sheets look as in {@code src/test/resources/riskmap/print/pages}, which people looked at: pixel by pixel where the face
 * is the one they were made with, and with any face the same items at the same places with the same words and colours.
 * The pages as they are now lie in {@code target/pictures/pages}, after a failure with a picture of what differs.
 */
class GoldenPagesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/riskmap/print/pages");
    private static final Path ACTUAL = Path.of("target/pictures/pages");
    private static final double DPI = 36;
    /** Of a quarter of a million pixels so many may differ: antialiasing of another processor. */
    private static final int MOST = 40;

    private static final int TOLERANCE = 32;
    private static final GoldenPages ANY = GoldenPages.ONE_MAP;

    @ParameterizedTest
    @EnumSource
    void aPageLooksAsItDid(GoldenPages page) throws IOException {
        PageContent content = page.content();
        PageComposer composer = PageFixture.page(page.layout(), content);
        BufferedImage picture = composer.image(DPI, Progress.silent());
        List<String> structure = PageStructure.of(composer, content, picture);
        String name = page.fileName();
        Files.createDirectories(ACTUAL);
        ImageIO.write(picture, "png", ACTUAL.resolve(name + ".png").toFile());
        Files.write(ACTUAL.resolve(name + ".txt"), structure);
        BufferedImage golden = golden(page);
        assertThat(picture.getWidth()).isEqualTo(golden.getWidth());
        assertThat(picture.getHeight()).isEqualTo(golden.getHeight());
        int different = Letters.areThoseOfGoldens() ? Pictures.different(picture, golden, TOLERANCE) : 0;
        List<String> differences =
                PageStructure.differences(Files.readAllLines(GOLDEN.resolve(name + ".txt")), structure);
        Path shown = ACTUAL.resolve(name + "-difference.png");
        Files.deleteIfExists(shown);
        if (different > MOST || !differences.isEmpty()) {
            ImageIO.write(Pictures.difference(picture, golden, TOLERANCE), "png", shown.toFile());
            throw new AssertionError(name + ": " + different + " pixels, see " + shown + "; " + differences);
        }
    }

    @Test
    void anItemThreeMillimetresAsideWouldBeNoticed() throws IOException {
        Layout moved = changed("north-arrow", item -> {
            Box box = item.box();
            return LayoutItems.withBox(item, new Box(box.x() - 3, box.y(), box.width(), box.height()));
        });
        isNoticed("north-arrow", moved, ANY.content());
    }

    @Test
    void anotherColourOfALevelWouldBeNoticed() throws IOException {
        PageContent content = ANY.contentWith(PageFixture.zones("#4a90c4", "#fed439", "#fc8d3c", "#b0307f"));
        isNoticed("map", ANY.layout(), content);
    }

    @Test
    void anEntryMissingInTheLegendWouldBeNoticed() throws IOException {
        Layout without = changed("legend", item -> LayoutItems.with(item, "without", List.of("shelter")));
        isNoticed("legend", without, ANY.content());
    }

    /** Both comparisons fail, that of what the page consists of at the item itself. */
    private static void isNoticed(String item, Layout layout, PageContent content) throws IOException {
        PageComposer page = PageFixture.page(layout, content);
        BufferedImage picture = page.image(DPI, Progress.silent());
        List<String> golden = Files.readAllLines(GOLDEN.resolve(ANY.fileName() + ".txt"));
        assertThat(PageStructure.differences(golden, PageStructure.of(page, content, picture)))
                .anyMatch(line -> line.startsWith(item + ":"));
        assertThat(Pictures.different(picture, ANY.page().image(DPI, Progress.silent()), TOLERANCE))
                .isGreaterThan(2 * MOST);
    }

    private static Layout changed(String id, UnaryOperator<LayoutItem> change) {
        Layout layout = ANY.layout();
        return layout.withItems(layout.items().stream()
                .map(item -> item.id().equals(id) ? change.apply(item) : item)
                .toList());
    }

    private static BufferedImage golden(GoldenPages page) throws IOException {
        return ImageIO.read(GOLDEN.resolve(page.fileName() + ".png").toFile());
    }
}
