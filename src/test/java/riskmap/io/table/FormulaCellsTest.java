package riskmap.io.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Progress;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;
import riskmap.io.StandardLayers;
import riskmap.io.VectorFormat;
import riskmap.io.WriteOptions;

/** Texts that a spreadsheet would run as formulas: written so that it does not, read back as they were. */
class FormulaCellsTest {
    /** The forty: what begins a formula plainly, full-width, behind blanks, quotes, marks and other invisible signs. */
    private static final List<String> TEXTS = List.of(
            "=1+1",
            "=cmd|' /C calc'!A0",
            "=HYPERLINK(\"http://x\",\"y\")",
            "=WEBSERVICE(\"http://x\")",
            "==1",
            "=",
            "+1+1",
            "+86 631 5220000",
            "+",
            "-1+1",
            "-",
            "-5",
            "--5",
            "-2+3+cmd|' /C calc'!A0",
            "@SUM(1,2)",
            "@甲",
            "\t=1+1",
            "\r=1+1",
            "\n=1+1",
            "\t甲",
            "＝1+1",
            "＋1+1",
            "－1+1",
            "＠SUM(1)",
            "|calc",
            "%1",
            " =1+1",
            "   +1",
            "\u00a0=1+1",
            "\u3000=1+1",
            "\u200b=1+1",
            "\ufeff=1+1",
            "'=1+1",
            "''=1+1",
            "'",
            "\"=1+1",
            "甲;=1+1",
            "甲,=1+1",
            "甲\t=1+1",
            "甲\n=1+1");

    private static final String BEGINS = "=+-@\t\r\n|%＝＋－＠";

    @TempDir
    Path folder;

    @Test
    void noTextCellBeginsAFormulaAndAllComeBackAsTheyWere() throws IOException {
        assertThat(TEXTS).hasSize(40);
        for (VectorFormat format : List.of(new CsvFormat(), new XlsxFormat())) {
            Path file = folder.resolve("公式." + format.extensions().get(0));
            format.write(file, layer(), WriteOptions.standard(), Progress.silent());
            List<SimpleFeature> read =
                    StandardLayers.drain(format.read(file, "", ReadOptions.standard(), new ImportLog()));
            assertThat(read).hasSameSizeAs(TEXTS);
            for (int i = 0; i < TEXTS.size(); i++) {
                String back = (String) read.get(i).getAttribute("文字");
                assertThat(back).as(format.id() + " " + i).isEqualTo(TEXTS.get(i));
                assertThat(((Number) read.get(i).getAttribute("水位")).doubleValue())
                        .isEqualTo(-1.5 - i);
                assertThat(((Number) read.get(i).getAttribute("数")).longValue()).isEqualTo(-i);
            }
        }
        for (String cell : csvCells(Files.readString(folder.resolve("公式.csv"), StandardCharsets.UTF_8))) {
            assertHarmless(cell);
        }
        assertThat(sheet()).doesNotContain("<f>", "<f ");
    }

    /** A number stays a number; any other cell begins with a sign that begins no formula, in any reading of the line. */
    private static void assertHarmless(String cell) {
        if (cell.matches("-?\\d+(\\.\\d+)?")) {
            return;
        }
        String visible = cell.replaceAll("^[\\s\\p{Z}\\p{Cf}\"]+", "");
        boolean begins = !visible.isEmpty() && BEGINS.indexOf(visible.charAt(0)) >= 0
                || !cell.isEmpty() && BEGINS.indexOf(cell.charAt(0)) >= 0;
        assertThat(begins).as("begins a formula: [%s]", cell).isFalse();
    }

    /** The cells of our own writing; quotes keep separators of any kind together. */
    private static List<String> csvCells(String text) {
        List<String> cells = new ArrayList<>();
        try (var csv = de.siegmar.fastcsv.reader.CsvReader.builder().ofCsvRecord(text.substring(1))) {
            csv.stream().skip(1).forEach(row -> cells.addAll(row.getFields()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        // where a program takes another separator, a cell that is not quoted falls apart
        for (String line : text.split("\r?\n")) {
            if (!line.contains("\"")) {
                cells.addAll(List.of(
                        line.substring(line.startsWith("\ufeff") ? 1 : 0).split("[;\t]")));
            }
        }
        return cells;
    }

    private String sheet() throws IOException {
        try (ZipFile zip = new ZipFile(folder.resolve("公式.xlsx").toFile())) {
            StringBuilder all = new StringBuilder();
            for (var entry :
                    zip.stream().filter(e -> e.getName().contains("sheet")).toList()) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
            return all.toString();
        }
    }

    private static ListFeatureCollection layer() {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName("公式");
        builder.add("文字", String.class);
        builder.add("水位", Double.class);
        builder.add("数", Long.class);
        SimpleFeatureType type = builder.buildFeatureType();
        List<SimpleFeature> rows = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            Object[] values = {TEXTS.get(i), -1.5 - i, (long) -i};
            rows.add(SimpleFeatureBuilder.build(type, values, "a." + i));
        }
        return new ListFeatureCollection(type, rows);
    }
}
