package riskmap.print;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import riskmap.geo.crs.TurnedCrs;
import riskmap.map.Box;
import riskmap.map.LayoutItem;

/**
 * Where the pixels of a printed page lie on the ground: the affine transform of its first map frame, which holds inside
 * that frame; the page around it lies outside the map.
 *
 * @param perColumnX change of x in the map's CRS from a column to the next
 * @param perColumnY change of y from a column to the next
 * @param perRowX change of x from a row to the next
 * @param perRowY change of y from a row to the next
 * @param x of the page's top left corner
 * @param y of the page's top left corner
 */
record WorldFile(double perColumnX, double perColumnY, double perRowX, double perRowY, double x, double y) {
    /** The transform of a page at so many pixels per millimetre, or null when the page has no map. */
    static WorldFile of(PageComposer page, double scale) {
        if (page.layout().frames().isEmpty()) {
            return null;
        }
        LayoutItem.MapFrame frame = page.layout().frames().get(0);
        FrameView view = page.view(frame.id());
        Envelope extent = view.extent();
        Box box = frame.box();
        double pixel = extent.getWidth() / box.width() / scale;
        double left = extent.getMinX() - box.x() * scale * pixel;
        double top = extent.getMaxY() + box.y() * scale * pixel;
        // from the turned frame back to the map's CRS
        double angle = Math.toRadians(TurnedCrs.degrees(view.crs()));
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return new WorldFile(pixel * c, pixel * s, pixel * s, -pixel * c, left * c - top * s, left * s + top * c);
    }

    /** Writes the six numbers beside an image: the last two are the centre of the top left pixel. */
    void write(Path image, String extension) {
        String text = String.format(
                        Locale.ROOT,
                        "%.10f%n%.10f%n%.10f%n%.10f%n%.6f%n%.6f%n",
                        perColumnX,
                        perColumnY,
                        perRowX,
                        perRowY,
                        x + (perColumnX + perRowX) / 2,
                        y + (perColumnY + perRowY) / 2)
                .replace("\r", "");
        String name = image.getFileName().toString();
        Path world = image.resolveSibling(name.substring(0, name.lastIndexOf('.')) + "." + extension);
        TargetFile.write(world, stream -> stream.write(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
