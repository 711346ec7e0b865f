package riskmap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.base.Language;

/** A name given twice on the command line: refused, or a list where the tool is called by QGIS's name; never the last alone. */
class GivenTwiceTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Path towns;

    @BeforeEach
    void layer() throws Exception {
        Language.use(Language.CHINESE);
        towns = folder.resolve("towns.geojson");
        StringBuilder features = new StringBuilder();
        String[][] rows = {{"a", "x"}, {"a", "y"}, {"b", "x"}, {"a", "x"}};
        for (int i = 0; i < rows.length; i++) {
            features.append(i == 0 ? "" : ",")
                    .append(
                            """
                            {"type":"Feature","properties":{"town":"%s","kind":"%s"},
                            "geometry":{"type":"Point","coordinates":[%d,0]}}"""
                                    .formatted(rows[i][0], rows[i][1], i));
        }
        Files.writeString(towns, "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return CommandLineDoor.run(arguments, window -> {}, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aParameterOrAnInputOfAToolGivenTwiceIsRefusedWhicheverWayTheWordsAreRead() {
        String in = "features=" + towns;
        assertThat(run(
                        "run",
                        "select",
                        "--in",
                        in,
                        "-p",
                        "where=town='a'",
                        "-p",
                        "where=kind='x'",
                        "--out",
                        file("o.csv")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("“where”给了两次");
        assertThat(run("run", "dissolve", "--in", in, "-p", "by=town", "-p", "by=kind", "--out", file("o.geojson")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("“by”给了两次");
        assertThat(run("run", "dissolve", "--in", in, "--in", in, "--out", file("o.geojson")))
                .isEqualTo(1);
        assertThat(folder.resolve("o.geojson")).doesNotExist();
        assertThat(run("risk", "flood", "--project", file("p.gpkg"), "-p", "name=a", "-p", "name=b"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("“name”给了两次");
    }

    @Test
    void ofAToolOfQgisItIsAListOfFieldsOrOfLayersAsItsOwnCommandTakesIt() throws Exception {
        String[] both = {
            "run",
            "native:dissolve",
            "-p",
            "INPUT=" + towns,
            "-p",
            "FIELD=town",
            "-p",
            "FIELD=kind",
            "-p",
            "OUTPUT=" + file("d.csv")
        };
        assertThat(run(both)).as(err.toString()).isZero();
        assertThat(Files.readAllLines(folder.resolve("d.csv"))).hasSize(1 + 3);
        String[] layers = {
            "run",
            "native:mergevectorlayers",
            "-p",
            "LAYERS=" + towns,
            "-p",
            "LAYERS=" + towns,
            "-p",
            "OUTPUT=" + file("m.csv")
        };
        assertThat(run(layers)).as(err.toString()).isZero();
        assertThat(Files.readAllLines(folder.resolve("m.csv"))).hasSize(1 + 8);
    }

    @Test
    void layersMayStandWithCommasBetweenThemWhereThoseMakeNamesOfFiles() throws Exception {
        Path comma = Files.copy(towns, folder.resolve("a,b.geojson"));
        String merge = "native:mergevectorlayers";
        assertThat(run("run", merge, "-p", "LAYERS=" + towns + "," + towns, "-p", "OUTPUT=" + file("c.csv")))
                .as(err.toString())
                .isZero();
        assertThat(Files.readAllLines(folder.resolve("c.csv"))).hasSize(1 + 8);
        assertThat(run("run", merge, "-p", "LAYERS=" + comma + ";" + towns, "-p", "OUTPUT=" + file("e.csv")))
                .as(err.toString())
                .isZero();
        assertThat(Files.readAllLines(folder.resolve("e.csv"))).hasSize(1 + 8);
    }
}
