package riskmap.app.tool;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import riskmap.app.LayerAddress;
import riskmap.geo.crs.Crs;
import riskmap.io.ReadOptions;

/**
 * A layer given to a tool: {@code FILE#LAYER}, and behind it {@code @EPSG:n} where the file states its CRS wrongly or not
 * at all.
 *
 * @param layer where the layer lies, {@code FILE#LAYER}, or {@code #LAYER} of a project
 * @param crs the code of the CRS its coordinates are in, null for what the file states
 */
record InputAddress(String layer, String crs) {
    private static final Pattern WITH_CRS = Pattern.compile("(.+)@(EPSG:\\d+)", Pattern.CASE_INSENSITIVE);

    /** Reads an address; a file whose own name ends like this is found too. */
    static InputAddress parse(String text) {
        Matcher parts = WITH_CRS.matcher(text);
        return parts.matches() && !isFile(text)
                ? new InputAddress(parts.group(1), parts.group(2).toUpperCase(Locale.ROOT))
                : new InputAddress(text, null);
    }

    /** Whether there is a file called so; not every address could be the name of one, on Windows none with a colon. */
    private static boolean isFile(String text) {
        try {
            return Files.exists(Path.of(text));
        } catch (InvalidPathException noName) {
            return false;
        }
    }

    ReadOptions options() {
        return ReadOptions.standard().withCrs(crs == null ? null : Crs.of(crs));
    }

    /** The address as seen from a project; see {@link ToolInputs#seenFrom}. */
    String seenFrom(Path project) {
        LayerAddress at = LayerAddress.parse(layer);
        return ToolInputs.seenFrom(project, at.file(), at.layer()) + (crs == null ? "" : "@" + crs);
    }
}
