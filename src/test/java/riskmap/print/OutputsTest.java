package riskmap.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import riskmap.base.CancelledException;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.map.Box;

/** Images and SVG of the page; what happens when the target cannot be written. */
class OutputsTest {
    @TempDir
    Path folder;

    private final PageComposer page = PageFixture.page("one-map-a3", Language.CHINESE);

    @Test
    void aPngIsThePageAtItsResolutionWithAWorldFile() throws IOException {
        Path out = folder.resolve("page.png");
        Outputs.forFile(out)
                .write(page, out, new PrintOptions(40, PrintOptions.now().created()), Progress.silent());
        BufferedImage read = ImageIO.read(out.toFile());
        BufferedImage expected = page.image(40, Progress.silent());
        assertThat(read.getWidth()).isEqualTo(661);
        assertThat(read.getHeight()).isEqualTo(468);
        for (int y = 0; y < read.getHeight(); y += 7) {
            for (int x = 0; x < read.getWidth(); x += 3) {
                assertThat(read.getRGB(x, y)).isEqualTo(expected.getRGB(x, y));
            }
        }
        List<String> world = Files.readAllLines(folder.resolve("page.pgw"));
        Box frame = page.layout().item("map").orElseThrow().box();
        double pixel = Double.parseDouble(world.get(0));
        assertThat(pixel).isCloseTo(page.extent("map").getWidth() / (frame.width() * 40 / 25.4), within(1e-6));
        double west = Double.parseDouble(world.get(4)) + (frame.x() * 40 / 25.4 - 0.5) * pixel;
        assertThat(west).isCloseTo(page.extent("map").getMinX(), within(0.01));
    }

    @Test
    void bandsJoinWithoutASeam() throws IOException {
        Path out = folder.resolve("bands.png");
        new PngOutput(661 * 50)
                .write(page, out, new PrintOptions(40, PrintOptions.now().created()), Progress.silent());
        BufferedImage read = ImageIO.read(out.toFile());
        BufferedImage whole = page.image(40, Progress.silent());
        int different = 0;
        for (int y = 0; y < read.getHeight(); y++) {
            for (int x = 0; x < read.getWidth(); x++) {
                different += read.getRGB(x, y) == whole.getRGB(x, y) ? 0 : 1;
            }
        }
        assertThat(different).isZero();
    }

    @Test
    void anSvgIsXmlWithTextAndLayers() throws Exception {
        Path out = folder.resolve("page.svg");
        Outputs.forFile(out).write(page, out, PrintOptions.now(), Progress.silent());
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(out.toFile());
        assertThat(document.getDocumentElement().getAttribute("width")).isEqualTo("420mm");
        NodeList texts = document.getElementsByTagName("text");
        assertThat(texts.getLength()).isGreaterThan(200);
        assertThat(Files.readString(out)).contains("环翠区公共安全风险一张图", "id=\"layer-risk_zone\"", "clip-path");
        assertThat(Files.size(out)).isLessThan(2_000_000);
    }

    @Test
    void aTargetThatCannotBeWrittenIsSaidAndNothingIsLeft() throws IOException {
        assertThatThrownBy(() -> write(folder.resolve("none/page.pdf"))).satisfies(error -> says(error, "none"));
        Path directory = Files.createDirectory(folder.resolve("folder.pdf"));
        assertThatThrownBy(() -> write(directory)).satisfies(error -> says(error, "is a folder"));
        assertThatThrownBy(() -> Outputs.forFile(Path.of("page.doc")))
                .satisfies(error -> says(error, "pdf, png, tif, svg"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(directory);
        }
    }

    @Test
    void aFullDiskIsSaid() {
        Path full = Path.of("/dev/full");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full));
        Path target = folder.resolve("page.pdf");
        assertThatThrownBy(() -> TargetFile.write(target, stream -> {
                    try (var device = Files.newOutputStream(full)) {
                        device.write(1);
                    }
                }))
                .satisfies(error -> says(error, "page.pdf"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aCancelledPrintLeavesWhatWasThere() throws IOException {
        Path target = Files.writeString(folder.resolve("page.pdf"), "old");
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, Message step) {
                // nobody watches
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> Outputs.forFile(target).write(page, target, PrintOptions.now(), cancelled))
                .isInstanceOf(CancelledException.class);
        assertThat(target).hasContent("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(target);
        }
    }

    private void write(Path target) {
        new PdfOutput().write(page, target, PrintOptions.now(), Progress.silent());
    }

    private static void says(Throwable error, String words) {
        assertThat(((RiskMapException) error).userMessage().text(Language.ENGLISH))
                .contains(words);
    }
}
