package riskmap.app.project;

import java.util.Optional;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.data.Title;
import riskmap.map.MapLayer;

/** What the rasters of the default map are called, which the catalogue of layers does not know. */
public final class RasterTitle {
    private static final Message ELEVATION = Message.of("app.demo-elevation");

    private RasterTitle() {}

    /** The title of a raster in both languages, unless the user called it something else. */
    public static Optional<Title> of(MapLayer layer) {
        Title elevation = new Title(ELEVATION.text(Language.CHINESE), ELEVATION.text(Language.ENGLISH));
        boolean raster = !layer.source().startsWith("#");
        boolean usual =
                layer.title().equals(elevation.chinese()) || layer.title().equals(elevation.english());
        return raster && usual ? Optional.of(elevation) : Optional.empty();
    }
}
