package riskmap.style;

import java.util.Map;
import java.util.Set;

/**
 * The vendor options that change what this program draws. Any other is kept in the style and reported, so that nobody
 * wonders why a map looks otherwise than in the program that wrote it.
 *
 * <p><b>Source:</b> the names are those of GeoServer's user manual (Styling, Vendor options) and, for {@code distance}, of
 * QGIS's export.
 */
final class VendorOptions {
    private static final String COMPOSITE = "composite";

    private static final Map<String, Set<String>> DRAWN = Map.of(
            "FeatureTypeStyle",
            Set.of(COMPOSITE, "ruleEvaluation", "sortBy"),
            "Rule",
            Set.of("inclusion", RuleFacts.OFF),
            "PolygonSymbolizer",
            Set.of(COMPOSITE, "graphic-margin", "distance"),
            "LineSymbolizer",
            Set.of(COMPOSITE),
            "PointSymbolizer",
            Set.of(COMPOSITE, "labelObstacle"),
            "RasterSymbolizer",
            Set.of(COMPOSITE),
            "TextSymbolizer",
            Set.of(
                    "followLine",
                    "maxDisplacement",
                    "repeat",
                    "autoWrap",
                    "group",
                    "conflictResolution",
                    "spaceAround",
                    "maxAngleDelta",
                    "charSpacing",
                    "graphic-resize",
                    "graphic-margin"));

    /** Values that only say what this program does anyway. */
    private static final Map<String, String> ALREADY = Map.of("forceLeftToRight", "true", "partials", "false");

    private VendorOptions() {}

    /** Puts the vendor options of an element into a map and reports those that change nothing here. */
    static void read(SldElement holder, Map<String, String> options, SldNotes notes) {
        for (SldElement option : holder.elements("VendorOption")) {
            String name = option.attribute("name");
            if (name == null) {
                notes.unknown(option);
                continue;
            }
            options.put(name, option.text());
            if (!isDrawn(holder.name(), name, option.text())) {
                notes.unused(option, name);
            }
        }
    }

    private static boolean isDrawn(String holder, String name, String value) {
        if (value.equals(ALREADY.get(name))) {
            return true;
        }
        boolean known = DRAWN.getOrDefault(holder, Set.of()).contains(name);
        return known && (!name.equals(COMPOSITE) || BlendMode.of(value.split(",")[0]) != null);
    }
}
