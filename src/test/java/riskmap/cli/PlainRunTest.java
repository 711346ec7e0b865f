package riskmap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The usual words of a tool are understood without the library for command lines, and as the library understands them. */
class PlainRunTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "run slope",
                "run slope --in elevation=dem.tif --out s.tif",
                "run 选取 --in features=区.gpkg#面 -p where=人口>100 -p where=BBOX(geom,1,2,3,4) --out 果.gpkg#z",
                "run native:buffer --in INPUT=a.gpkg#b --in OTHER=c -p DISTANCE=-5 -p OTHER=a=b --out"
                        + " o.gpkg|layername=x",
                "run calculate -p expression=[a]+${b}*$c,d;e --out #z"
            })
    void plainWordsMeanWhatTheLibraryTakesThemFor(String line) {
        String[] words = line.split(" ");
        RunCommand plain = PlainRun.of(words);
        RunCommand parsed = new RunCommand();
        new CommandLine(parsed)
                .parseArgs(List.of(words).subList(1, words.length).toArray(String[]::new));
        assertThat(plain).isNotNull();
        assertThat(plain.operation).isEqualTo(parsed.operation);
        assertThat(List.copyOf(plain.inputs.entrySet())).isEqualTo(List.copyOf(parsed.inputs.entrySet()));
        assertThat(List.copyOf(plain.parameters.entrySet())).isEqualTo(List.copyOf(parsed.parameters.entrySet()));
        assertThat(plain.output).isEqualTo(parsed.output);
        assertThat(plain.rows).isNull();
        assertThat(plain.json || plain.help || plain.verbose).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "info dem.tif",
                "run slope --json",
                "run slope --verbose --in elevation=dem.tif",
                "run slope --help",
                "run -h slope",
                "run slope --out",
                "run slope --out a.tif --out b.tif",
                "run slope --out -p",
                "run slope --in elevation",
                "run slope --in =dem.tif",
                "run slope -p units=",
                "run slope -punits=degrees --in",
                "run slope --in=elevation=dem.tif x",
                "run @words",
                "run slope --out @words",
                "run slope -p where=\"a=b\"",
                "run slope -p where='a'",
                "run slope --in elevation=C:\\dem.tif",
                "run slope --language en",
                "run slope --rows t.csv"
            })
    void whateverElseIsSaidIsLeftToTheLibrary(String line) {
        assertThat(PlainRun.of(line.split(" "))).isNull();
    }
}
