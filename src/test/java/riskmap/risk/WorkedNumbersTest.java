package riskmap.risk;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import riskmap.risk.chemical.ChemicalCases;
import riskmap.risk.fire.FireCases;
import riskmap.risk.flood.FloodCases;
import riskmap.risk.model.ClassCases;
import riskmap.risk.social.SocialCases;
import riskmap.risk.weighting.WeightingCases;

/**
 * The numbers that the sources of the models print, each with ours beside it. The tables {@code risk/*.csv} have a line
 * per number: its source, its evidence (V seen in the source, R recomputed, M not verified), the case, its inputs
 * ({@code name=number;…}), the quantity, what is expected (a series with blanks between) and the tolerance.
 *
 * <p>Writes {@code target/worked-numbers.csv}: published beside ours.
 */
class WorkedNumbersTest {
    /** A table and what computes its cases; one line per family. */
    private static final Map<String, WorkedCases> TABLES = Map.of(
            "flood", FloodCases.all(),
            "chemical", ChemicalCases.all(),
            "fire", FireCases.all(),
            "classes", ClassCases.all(),
            "social", SocialCases.all(),
            "weighting", WeightingCases.all());

    private static final Path FOLDER = Path.of("src/test/resources/riskmap/risk");

    private static final List<String> PRINTED = new ArrayList<>();

    @TestFactory
    Stream<DynamicContainer> publishedNumbersComeOut() {
        return TABLES.keySet().stream().sorted().map(table -> {
            List<DynamicTest> tests = new ArrayList<>();
            for (NamedCsvRecord line : read(table)) {
                String name = line.getField("case") + " " + line.getField("inputs") + " → " + line.getField("quantity");
                tests.add(DynamicTest.dynamicTest(name, () -> compare(table, line)));
            }
            return DynamicContainer.dynamicContainer(table, tests);
        });
    }

    @TestFactory
    Stream<DynamicTest> everyTableIsRead() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .map(name -> name.replace(".csv", ""))
                    .toList()
                    .stream()
                    .map(name -> DynamicTest.dynamicTest(
                            name, () -> assertThat(TABLES).containsKey(name)));
        }
    }

    private static void compare(String table, NamedCsvRecord line) {
        assertThat(line.getField("source")).isNotBlank();
        Evidence.of(line.getField("tag"));
        WorkedCases.Case how = TABLES.get(table).find(line.getField("case"));
        assertThat(how).as(line.getField("case")).isNotNull();
        Map<String, double[]> ours = how.compute(inputs(line.getField("inputs")));
        assertThat(ours).containsKey(line.getField("quantity"));
        double[] found = ours.get(line.getField("quantity"));
        String[] expected = line.getField("expected").split(" ");
        double tolerance = Double.parseDouble(line.getField("tolerance"));
        print(table, line, found);
        assertThat(found).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(found[i] - Double.parseDouble(expected[i])))
                    .as("%s [%d]: %s, expected %s", line.getField("quantity"), i, found[i], expected[i])
                    .isLessThanOrEqualTo(tolerance);
        }
    }

    private static void print(String table, NamedCsvRecord line, double[] found) {
        StringBuilder ours = new StringBuilder();
        for (double value : found) {
            ours.append(ours.isEmpty() ? "" : " ").append(String.format(Locale.ROOT, "%.8g", value));
        }
        PRINTED.add("\"%s\",%s,%s,%s,%s,%s,%s,%s"
                .formatted(
                        line.getField("source"),
                        line.getField("tag"),
                        table,
                        line.getField("case"),
                        line.getField("inputs"),
                        line.getField("quantity"),
                        line.getField("expected"),
                        ours));
    }

    @AfterAll
    static void write() throws IOException {
        List<String> all = new ArrayList<>(List.of("source,evidence,table,case,inputs,quantity,published,ours"));
        all.addAll(new TreeSet<>(PRINTED));
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/worked-numbers.csv"), all);
        Files.writeString(Path.of("target/worked-numbers.html"), page(all));
    }

    /** The same as a page to be read and printed. */
    private static String page(List<String> lines) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=\"zh\"><meta charset=\"utf-8\">"
                + "<title>公布值与本程序计算值</title><style>body{font:14px sans-serif}table{border-collapse:collapse}"
                + "td,th{border:1px solid #bbb;padding:3px 6px;vertical-align:top;max-width:36em;"
                + "overflow-wrap:anywhere}th{background:#eee}</style><h1>公布值与本程序计算值"
                + " · Published numbers beside ours</h1><p>V = 见于来源 seen in the source，R = 独立复算 recomputed，"
                + "M = 待与标准核对 to be checked against the standard</p><table>");
        for (NamedCsvRecord record : rows(String.join("\n", lines))) {
            if (page.indexOf("<th>") < 0) {
                page.append("<tr>");
                record.getHeader()
                        .forEach(name -> page.append("<th>").append(name).append("</th>"));
                page.append("</tr>");
            }
            page.append("<tr>");
            record.getFields().forEach(field -> page.append("<td>")
                    .append(field.replace("&", "&amp;").replace("<", "&lt;"))
                    .append("</td>"));
            page.append("</tr>\n");
        }
        return page.append("</table></html>").toString();
    }

    private static List<NamedCsvRecord> rows(String text) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WorkedCases.Inputs inputs(String text) {
        Map<String, String> inputs = new LinkedHashMap<>();
        for (String part : text.split(";")) {
            if (!part.isBlank()) {
                String[] pair = part.split("=", 2);
                inputs.put(pair[0].trim(), pair[1].trim());
            }
        }
        return new WorkedCases.Inputs(inputs);
    }

    private static List<NamedCsvRecord> read(String table) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(table + ".csv"))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
