package riskmap.app.tool;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.feature.type.GeometryDescriptor;
import riskmap.app.LayerAddress;
import riskmap.io.FeatureStream;
import riskmap.io.Formats;
import riskmap.io.ImportLog;
import riskmap.io.VectorFormat;

/**
 * The data of QGIS's interpolations: {@code points.gml::~::1::~::-1::~::0} is one layer of points by their heights,
 * {@code points.gml::~::0::~::2::~::0} one by its third field. Several layers and lines are left to be refused.
 */
final class QgisInterpolation {
    private static final String BETWEEN = "::~::";
    private static final String BY_FIELD = "0";
    private static final String BY_HEIGHT = "1";
    private static final String POINTS = "0";
    private static final String USUAL_SIZE = "0.1";

    private QgisInterpolation() {}

    /** Puts the input, and the field, in place of the data, and as many cells as fill the extent in place of their size. */
    static void plain(Map<String, String> given) {
        cells(given);
        String[] parts = given.getOrDefault("INTERPOLATION_DATA", "").split(BETWEEN);
        if (parts.length != 4 || !parts[3].strip().equals(POINTS)) {
            return;
        }
        boolean field = parts[1].equals(BY_FIELD) && parts[2].matches("\\d{1,4}");
        String name = field ? name(parts[0], Integer.parseInt(parts[2])) : null;
        if (parts[1].equals(BY_HEIGHT) || name != null) {
            given.remove("INTERPOLATION_DATA");
            given.put("INPUT", parts[0]);
            if (name != null) {
                given.put("field", name);
            }
        }
    }

    /** Cells of about the size asked for that fill the extent. */
    private static void cells(Map<String, String> given) {
        boolean counted = given.containsKey("COLUMNS") || given.containsKey("ROWS");
        String[] extent = given.getOrDefault("EXTENT", "").split(",");
        try {
            double size = Double.parseDouble(
                    given.getOrDefault("PIXEL_SIZE", counted ? "" : USUAL_SIZE).strip());
            long columns = count(extent[1], extent[0], size);
            long rows = count(extent[3], extent[2], size);
            given.remove("PIXEL_SIZE");
            given.put("columns", Long.toString(columns));
            given.put("rows", Long.toString(rows));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException none) {
            // left as it is: the size is not given, or something is to be refused
        }
    }

    private static long count(String to, String from, double size) {
        double count = Math.ceil((Double.parseDouble(to.strip()) - Double.parseDouble(from.strip())) / size);
        if (!(count >= 1 && count < 1e6)) {
            throw new NumberFormatException();
        }
        return (long) count;
    }

    /** The field of a layer by its number there, from 0; of GML the identifier is the first. Null where there is none. */
    private static String name(String layer, int number) {
        LayerAddress at =
                LayerAddress.parse(InputAddress.parse(QgisLines.address(layer)).layer());
        List<String> names = new ArrayList<>();
        try {
            if (!(Formats.reading(at.file()) instanceof VectorFormat format)) {
                return null;
            }
            try (FeatureStream stream =
                    format.read(at.file(), at.layer(), InputAddress.parse(layer).options(), new ImportLog())) {
                for (AttributeDescriptor field : stream.type().getAttributeDescriptors()) {
                    if (!(field instanceof GeometryDescriptor)) {
                        names.add(field.getLocalName());
                    }
                }
            }
        } catch (IOException | InvalidPathException none) {
            return null;
        }
        boolean gml = at.file().toString().toLowerCase(Locale.ROOT).endsWith(".gml");
        if (gml && names.remove("fid")) {
            names.add(0, "fid");
        }
        return number < names.size() ? names.get(number) : null;
    }
}
