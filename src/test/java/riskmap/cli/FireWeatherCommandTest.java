package riskmap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Check F1 as a person does it: the published days imported as they are, the model run, its table read. */
class FireWeatherCommandTest {
    private static final Path PUBLISHED = Path.of("../shared/data/checks/fwi/fwi_01.csv");
    private static final List<String> OUTPUTS = List.of("FFMC", "DMC", "DC", "ISI", "BUI", "FWI", "DSR");

    @TempDir
    Path folder;

    private String run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = CommandLineDoor.run(arguments, window -> {}, new PrintWriter(out, true), new PrintWriter(err, true));
        assertThat(code).as(err.toString()).isZero();
        return out.toString();
    }

    private JsonNode days(String project) throws Exception {
        JsonNode answer = new ObjectMapper().readTree(run("risk", "fire-weather", "--project", project, "--json"));
        return answer.get("tables").get("fire-weather-days");
    }

    @Test
    void theSevenOutputsOf48DaysComeOutOfTheCommandLineAndGoOnFromTheDayBefore() throws Exception {
        assumeTrue(Files.exists(PUBLISHED), "published days not at hand");
        String project = folder.resolve("区.gpkg").toString();
        run("import", PUBLISHED.toString(), "--project", project, "--kind", "weather_day");
        JsonNode whole = days(project);
        List<NamedCsvRecord> published;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(PUBLISHED)) {
            published = csv.stream().toList();
        }
        assertThat(whole).hasSize(48);
        for (int day = 0; day < 48; day++) {
            for (String output : OUTPUTS) {
                double expected = Double.parseDouble(published.get(day).getField(output));
                double unit = Math.pow(10, Math.floor(Math.log10(Math.max(1e-30, Math.abs(expected)))) - 3);
                assertThat(whole.get(day)
                                .get(output.toLowerCase(java.util.Locale.ROOT))
                                .asDouble())
                        .as(day + " " + output)
                        .isCloseTo(expected, within(0.51 * unit));
            }
        }
        // the days of the first run, exported, are the start of the next
        String codes = folder.resolve("昨日.csv").toString();
        run("export", project + "#fire_weather_day", codes, "--where", "observed_on < '1985-05-30'");
        String next = folder.resolve("次日.gpkg").toString();
        run("import", PUBLISHED.toString(), "--project", next, "--kind", "weather_day");
        run("import", codes, "--project", next, "--kind", "fire_weather_start");
        JsonNode last = days(next);
        assertThat(last).hasSize(1);
        assertThat(last.get(0).get("fwi").asDouble())
                .isCloseTo(whole.get(47).get("fwi").asDouble(), within(1e-9));
    }
}
