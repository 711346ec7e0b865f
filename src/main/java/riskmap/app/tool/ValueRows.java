package riskmap.app.tool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.feature.type.GeometryDescriptor;
import riskmap.analysis.Output;
import riskmap.app.project.OutputTarget;
import riskmap.base.FileProblem;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Parameter;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Table;
import riskmap.io.FeatureStream;
import riskmap.io.Formats;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;
import riskmap.io.VectorFormat;

/**
 * The rows of values a tool or model is run over, as a table in a file: a column per input and value, under its key or its title
 * in any language, and {@code out} for the name of the result. A cell left empty means what the call says without it.
 */
public final class ValueRows {
    /** Column of the names of results. */
    public static final String RESULT = "out";

    private ValueRows() {}

    /**
     * One row.
     *
     * @param inputs name of the input → layer
     * @param parameters name of the value → its text
     * @param result name of what comes out, null where none is given
     */
    public record Row(Map<String, String> inputs, Map<String, String> parameters, String result) {}

    /**
     * Reads them from a table: CSV, a workbook, or whatever else holds rows.
     *
     * @param parameters of the tool or model
     * @throws RiskMapException when it cannot be read, has no rows, or has a column that is none of the parameters
     */
    public static List<Row> read(List<Parameter> parameters, Path file, Progress progress) {
        if (!(Formats.reading(file) instanceof VectorFormat format)) {
            throw RiskMapException.of("app.rows-no-table", file);
        }
        String layer =
                format.layers(file, ReadOptions.standard()).stream().findFirst().orElse("");
        List<Row> rows = new ArrayList<>();
        try (FeatureStream stream = format.read(file, layer, ReadOptions.standard(), new ImportLog())) {
            Map<String, String> keys = keys(parameters, stream, file);
            for (SimpleFeature feature = stream.next(); feature != null; feature = stream.next()) {
                progress.check();
                rows.add(row(parameters, feature, keys));
            }
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.io-failed", FileProblem.reason(e)), e);
        }
        if (rows.isEmpty()) {
            throw RiskMapException.of("app.rows-none", file);
        }
        return rows;
    }

    /** Which input or value each column is. */
    private static Map<String, String> keys(List<Parameter> parameters, FeatureStream stream, Path file) {
        Map<String, String> known = new LinkedHashMap<>();
        parameters.forEach(parameter -> known.put(plain(parameter.key()), parameter.key()));
        known.putIfAbsent(RESULT, RESULT);
        Set<String> names = new LinkedHashSet<>(known.values());
        boolean allByKey = stream.type().getAttributeDescriptors().stream()
                .allMatch(column ->
                        column instanceof GeometryDescriptor || known.containsKey(plain(column.getLocalName())));
        if (!allByKey) {
            addTitles(parameters, known);
        }
        Map<String, String> keys = new LinkedHashMap<>();
        for (AttributeDescriptor column : stream.type().getAttributeDescriptors()) {
            if (column instanceof GeometryDescriptor) {
                continue;
            }
            String key = known.get(plain(column.getLocalName()));
            if (key == null) {
                throw RiskMapException.of(
                        "app.rows-column", file.getFileName(), column.getLocalName(), NameList.of(names));
            }
            keys.put(column.getLocalName(), key);
        }
        return keys;
    }

    /** What people call inputs and values, in every language. */
    private static void addTitles(List<Parameter> parameters, Map<String, String> known) {
        for (Parameter parameter : parameters) {
            for (Language language : Language.values()) {
                known.putIfAbsent(plain(parameter.title().text(language)), parameter.key());
            }
        }
        for (Language language : Language.values()) {
            known.putIfAbsent(plain(resultTitle().text(language)), RESULT);
        }
    }

    /** What a table calls the column of the names of results. */
    private static Message resultTitle() {
        return Message.of("app.rows-result");
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Row row(List<Parameter> declared, SimpleFeature feature, Map<String, String> keys) {
        Map<String, String> inputs = new LinkedHashMap<>();
        Map<String, String> parameters = new LinkedHashMap<>();
        String result = null;
        for (Map.Entry<String, String> column : keys.entrySet()) {
            Object cell = feature.getAttribute(column.getKey());
            String text = cell == null ? "" : text(cell);
            if (text.isEmpty()) {
                continue;
            }
            if (column.getValue().equals(RESULT)) {
                result = text;
            } else if (isInput(declared, column.getValue())) {
                inputs.put(column.getValue(), text);
            } else {
                parameters.put(column.getValue(), text);
            }
        }
        return new Row(inputs, parameters, result);
    }

    /** A whole number without the decimals that its column may have. */
    private static String text(Object cell) {
        return cell instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString(number.longValue())
                : cell.toString().strip();
    }

    private static boolean isInput(List<Parameter> declared, String key) {
        return declared.stream()
                .anyMatch(parameter -> parameter.isInput() && parameter.key().equals(key));
    }

    /**
     * Writes rows so that they can be read again; a file that was there is replaced when it is complete.
     *
     * @param id and title of the tool or model
     * @param parameters of it
     */
    public static void write(
            String id, Message title, List<Parameter> parameters, List<Row> rows, Path file, Progress progress) {
        List<Table.Column> columns = new ArrayList<>();
        parameters.forEach(parameter -> columns.add(new Table.Column(parameter.key(), parameter.title(), "", 0)));
        columns.add(new Table.Column(RESULT, resultTitle(), "", 0));
        List<List<Object>> cells = new ArrayList<>();
        for (Row row : rows) {
            List<Object> line = new ArrayList<>();
            parameters.forEach(parameter -> line.add(
                    (parameter.isInput() ? row.inputs() : row.parameters()).getOrDefault(parameter.key(), "")));
            line.add(row.result() == null ? "" : row.result());
            cells.add(line);
        }
        Table table = new Table(id, title, columns, cells);
        OutputTarget.of(file.toString()).write(new Output.Rows(table, List.of()), progress);
    }
}
