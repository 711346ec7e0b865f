package riskmap.ui.importing;

import java.util.Locale;
import riskmap.app.importing.ImportPreview;
import riskmap.base.Message;

/** What a source is, in one line: its format, its geometry, how many features. */
final class FactsText {
    private FactsText() {}

    static String of(ImportPreview seen) {
        if (seen.raster()) {
            return seen.format().text();
        }
        return seen.format().text() + "\n" + count(seen);
    }

    /** Geometry and number of features. */
    static String count(ImportPreview seen) {
        if (seen.raster()) {
            return Message.of("ui.import-raster").text();
        }
        String key = seen.geometry().isEmpty() ? "ui.import-shape-none" : "ui.import-shape-" + shape(seen.geometry());
        String count = String.format(Locale.ROOT, "%,d", seen.count());
        return Message.of(seen.exact() ? "ui.import-count" : "ui.import-count-about", count, Message.of(key))
                .text();
    }

    private static String shape(String geometry) {
        if (geometry.endsWith("Point")) {
            return "point";
        }
        return geometry.endsWith("LineString") ? "line" : geometry.endsWith("Polygon") ? "polygon" : "mixed";
    }
}
