package riskmap.app.tool;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import riskmap.analysis.LayerRows;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.io.SourceFiles;

/**
 * QGIS's {@code splitvectorlayer}: a file for each value of a field, {@code FIELD_VALUE} in a folder, each made by the
 * tool that selects. What a file cannot be called becomes a stroke below, and names that differ only in that, or only in
 * capital letters, which some file systems do not tell apart, have a number: no value's rows replace another's.
 */
final class QgisSplit {
    private static final String NAME = "splitvectorlayer";
    /** Kinds of files as QGIS counts them, of those written here. */
    private static final Map<String, String> KINDS = Map.of("0", "gpkg", "1", "shp", "3", "csv", "7", "geojson");

    private QgisSplit() {}

    /** The calls that make what a call asks for; of any other tool those that {@link QgisNames} knows. */
    static List<QgisNames.Made> made(QgisNames.Call call, String target, SharedReadings shared, Progress progress) {
        String name = call.operation().toLowerCase(Locale.ROOT).replaceFirst("^(native|qgis):", "");
        if (!name.equals(NAME)) {
            return QgisNames.made(call, target);
        }
        Map<String, String> parameters = new LinkedHashMap<>(call.parameters());
        String given = parameters.remove("OUTPUT");
        String folder = target == null ? given : target;
        String field = parameters.remove("FIELD");
        if (folder == null || field == null) {
            throw RiskMapException.of("base.parameter-missing", folder == null ? "OUTPUT" : "FIELD");
        }
        String kind = parameters.getOrDefault("FILE_TYPE", "0").strip();
        if (!KINDS.containsKey(kind)) {
            throw RiskMapException.of("base.parameter-unknown", "FILE_TYPE=" + kind, "FILE_TYPE=0, 1, 3, 7");
        }
        Path place = Path.of(folder);
        List<QgisNames.Made> all = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Object value : values(call, parameters, field, shared, progress)) {
            String file = field + "_" + called(value);
            String free = file;
            for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
                free = file + "_" + i;
            }
            Map<String, String> one = new LinkedHashMap<>(parameters);
            one.put("where", where(field, value));
            all.addAll(QgisNames.made(
                    new QgisNames.Call(call.operation(), call.inputs(), one),
                    place.resolve(free + "." + KINDS.get(kind)).toString()));
        }
        if (all.isEmpty()) {
            throw RiskMapException.of("app.split-nothing", field);
        }
        try {
            Files.createDirectories(place);
        } catch (IOException e) {
            throw SourceFiles.unwritable(place, e);
        }
        return all;
    }

    /** The values of the field, each once, as they come. */
    private static Set<Object> values(
            QgisNames.Call call,
            Map<String, String> parameters,
            String field,
            SharedReadings shared,
            Progress progress) {
        Map<String, String> inputs = QgisNames.translate(
                        new QgisNames.Call(call.operation(), call.inputs(), parameters))
                .inputs();
        try (SourceReader reader = new SourceReader(null, shared)) {
            LayerRows rows = LayerRows.read(reader.read(inputs, progress).features("features"), progress);
            reader.finish();
            int attribute = rows.attribute(field);
            Set<Object> values = new LinkedHashSet<>();
            for (int row = 0; row < rows.size(); row++) {
                values.add(rows.value(row, attribute));
            }
            return values;
        }
    }

    private static String called(Object value) {
        String text = value instanceof Double number
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
        if (value == null) {
            return "NULL";
        }
        return text.isEmpty() ? "EMPTY" : text.replaceAll("[\\\\/:*?\"<>|#\\p{Cntrl}]", "_");
    }

    private static String where(String field, Object value) {
        String name = '"' + field.replace("\"", "\"\"") + '"';
        if (value == null) {
            return name + " IS NULL";
        }
        String literal = value instanceof Number number
                ? new BigDecimal(number.toString()).toPlainString()
                : value instanceof Boolean
                        ? value.toString()
                        : "'" + value.toString().replace("'", "''") + "'";
        return name + " = " + literal;
    }
}
