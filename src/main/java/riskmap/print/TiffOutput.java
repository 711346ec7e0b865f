package riskmap.print;

import java.nio.file.Path;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;

/** TIFF image of the page at any resolution, georeferenced in the file and by a world file beside it; painted in bands. */
final class TiffOutput implements PrintOutput {
    @Override
    public String extension() {
        return "tif";
    }

    @Override
    public void write(PageComposer page, Path target, PrintOptions options, Progress progress) {
        PageBands bands = PageBands.of(page.layout().page(), options.dpi(), PageBands.BAND_PIXELS);
        WorldFile world = WorldFile.of(page, bands.scale());
        int epsg = world == null ? 0 : Crs.epsg(Crs.of(page.mapCrs()));
        boolean degrees = world != null && Crs.isGeographic(Crs.of(page.mapCrs()));
        TargetFile.file(target, file -> {
            try (TiffStream tiff = new TiffStream(file, bands.width(), bands.height(), options.dpi())) {
                bands.paint(page, options.palette(), progress, tiff::write);
                tiff.finish(options.created(), world, epsg, degrees);
            }
        });
        if (world != null) {
            world.write(target, "tfw");
        }
    }
}
