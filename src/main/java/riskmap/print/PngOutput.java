package riskmap.print;

import java.nio.file.Path;
import riskmap.base.Progress;

/** PNG image of the page at any resolution, with a world file for its first map frame; painted in bands. */
final class PngOutput implements PrintOutput {
    private final long bandPixels;

    PngOutput() {
        this(PageBands.BAND_PIXELS);
    }

    PngOutput(long bandPixels) {
        this.bandPixels = bandPixels;
    }

    @Override
    public String extension() {
        return "png";
    }

    @Override
    public void write(PageComposer page, Path target, PrintOptions options, Progress progress) {
        PageBands bands = PageBands.of(page.layout().page(), options.dpi(), bandPixels);
        TargetFile.write(target, stream -> {
            try (PngStream png = new PngStream(stream, bands.width(), bands.height(), options.dpi())) {
                bands.paint(page, options.palette(), progress, png::write);
            }
        });
        WorldFile world = WorldFile.of(page, bands.scale());
        if (world != null) {
            world.write(target, "pgw");
        }
    }
}
