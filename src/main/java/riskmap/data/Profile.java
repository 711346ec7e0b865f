package riskmap.data;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/**
 * A table of standard values that models read, {@code maps/profiles/NAME.csv}: data a specialist corrects against the
 * printed standard without Java. A file of the same name in the user's folder (system property {@code riskmap.maps},
 * under {@code profiles}) goes before the shipped one.
 */
public final class Profile {
    private final String name;
    private final List<Map<String, String>> rows;

    private Profile(String name, List<Map<String, String>> rows) {
        this.name = name;
        this.rows = rows;
    }

    /** Reads a profile by name, such as {@code substances}. */
    public static Profile named(String name) {
        try (InputStream in = open(name + ".csv");
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            List<Map<String, String>> rows = new ArrayList<>();
            for (NamedCsvRecord line : csv) {
                rows.add(new LinkedHashMap<>(line.getFieldsAsMap()));
            }
            return new Profile(name, List.copyOf(rows));
        } catch (IOException | RuntimeException e) {
            throw new RiskMapException(Message.of("data.profile-unreadable", name, e.getMessage()), e);
        }
    }

    private static InputStream open(String file) throws IOException {
        String folder = System.getProperty("riskmap.maps");
        Path own = folder == null ? null : Path.of(folder, "profiles", file);
        if (own != null && Files.isRegularFile(own)) {
            return Files.newInputStream(own);
        }
        InputStream shipped = Profile.class.getResourceAsStream("/riskmap/maps/profiles/" + file);
        if (shipped == null) {
            throw new IOException(file);
        }
        return shipped;
    }

    /** The rows, each column name → text. */
    public List<Map<String, String>> rows() {
        return rows;
    }

    /** A number of a row, NaN where the cell is empty; says which row it cannot read. */
    public double number(Map<String, String> row, String column) {
        String text = row.getOrDefault(column, "");
        if (text.isBlank()) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new RiskMapException(
                    Message.of(
                            "data.profile-number", name, row.values().iterator().next(), column, text),
                    e);
        }
    }
}
