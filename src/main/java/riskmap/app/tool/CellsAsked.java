package riskmap.app.tool;

import java.util.Map;
import java.util.Optional;
import riskmap.analysis.Operation;
import riskmap.app.LayerAddress;
import riskmap.base.Parameter;
import riskmap.io.CellEncoding;
import riskmap.io.Formats;
import riskmap.io.GridFormat;

/**
 * How the cells of a raster are to be written, which may be asked of any tool that makes one: {@code cell-type} is the
 * type of the numbers, {@code no-data} the number that stands for none; {@code input} is as in the raster the tool reads.
 */
public final class CellsAsked {
    /** Names of the two values. */
    public static final String TYPE = "cell-type";

    public static final String NO_DATA = "no-data";
    private static final String AS_INPUT = "input";

    private CellsAsked() {}

    /**
     * Takes the two out of the values of a call.
     *
     * @param inputs input name → {@code FILE#LAYER}
     * @return null where neither is asked for
     */
    static CellEncoding take(Operation operation, Map<String, String> inputs, Map<String, String> values) {
        String type = taken(operation, values, TYPE);
        String none = taken(operation, values, NO_DATA);
        if (type == null && none == null) {
            return null;
        }
        Optional<CellEncoding> own = AS_INPUT.equals(type) || AS_INPUT.equals(none)
                ? operation.parameters().stream()
                        .filter(parameter -> parameter.type() == Parameter.Type.GRID)
                        .map(parameter -> inputs.get(parameter.key()))
                        .filter(address -> address != null)
                        .findFirst()
                        .flatMap(CellsAsked::encoding)
                : Optional.empty();
        if (AS_INPUT.equals(type)) {
            type = own.map(one -> one.type().toString()).orElse(null);
        }
        if (AS_INPUT.equals(none)) {
            none = own.map(CellEncoding::noDataText).orElse(null);
        }
        return type == null && none == null ? null : CellEncoding.of(type, none);
    }

    /** A tool's own parameter of that name stays. */
    private static String taken(Operation operation, Map<String, String> values, String name) {
        boolean own = operation.parameters().stream()
                .anyMatch(parameter -> parameter.key().equals(name));
        String given = own ? null : values.remove(name);
        return given == null || given.isBlank() ? null : given.strip();
    }

    /** How the cells of a raster are written; empty where its file does not say. */
    static Optional<CellEncoding> encoding(String address) {
        LayerAddress at = LayerAddress.parse(InputAddress.parse(address).layer());
        return Formats.reading(at.file()) instanceof GridFormat grids ? grids.encoding(at.file()) : Optional.empty();
    }
}
