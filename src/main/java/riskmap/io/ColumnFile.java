package riskmap.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import riskmap.base.UnitText;
import riskmap.data.Domain;
import riskmap.data.Field;
import riskmap.data.LayerKind;
import riskmap.io.table.CsvRowsWriter;

/**
 * The table beside a shapefile that says which of its columns, whose names have ten bytes at most, is which field:
 * {@code NAME.fields.csv}, in UTF-8 whatever the encoding of the shapefile.
 */
public final class ColumnFile {
    /** Ends its name, behind that of the shapefile. */
    public static final String SUFFIX = ".fields.csv";

    private ColumnFile() {}

    /**
     * Writes it.
     *
     * @param columns names in the shapefile
     * @param fields names of the layer, in the same order
     * @param kind kind of the layer, or null
     */
    public static void write(Path file, List<String> columns, List<String> fields, LayerKind kind) throws IOException {
        try (CsvRowsWriter rows = new CsvRowsWriter(file, StandardCharsets.UTF_8)) {
            rows.header(List.of("column", "field", "title_zh", "title_en", "unit", "codes"));
            for (int i = 0; i < columns.size(); i++) {
                Field field = kind == null ? null : kind.field(fields.get(i)).orElse(null);
                List<Object> row = new ArrayList<>(List.of(columns.get(i), fields.get(i)));
                row.add(field == null ? null : field.title().chinese());
                row.add(field == null ? null : field.title().english());
                row.add(field == null ? null : UnitText.of(field.unit()));
                row.add(field == null || field.domain() == null ? null : codes(field.domain()));
                rows.row(row);
            }
        }
    }

    private static String codes(Domain domain) {
        return String.join(
                "; ",
                domain.codes().stream()
                        .map(code -> code.code() + " = " + code.title().chinese())
                        .toList());
    }
}
