package riskmap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The usual words are understood without the library for command lines, and as the library understands them. */
class PlainWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "run slope",
                "run slope --in elevation=dem.tif --out s.tif",
                "run 选取 --in features=区.gpkg#面 -p where=人口>100 -p where=BBOX(geom,1,2,3,4) --out 果.gpkg#z",
                "run native:buffer --in INPUT=a.gpkg#b --in OTHER=c -p DISTANCE=-5 -p OTHER=a=b --out"
                        + " o.gpkg|layername=x",
                "run calculate -p expression=[a]+${b}*$c,d;e --out #z",
                "run slope --in=elevation=dem.tif -p units=degrees --out=s.tif",
                "run slope --rows t.csv",
                "run slope --rows=表.csv --in elevation=dem.tif"
            })
    void plainWordsOfAToolMeanWhatTheLibraryTakesThemFor(String line) {
        RunCommand parsed = parsed(new RunCommand(), line);
        assertThat(PlainWords.of(line.split(" "))).isInstanceOf(RunCommand.class);
        RunCommand plain = (RunCommand) PlainWords.of(line.split(" "));
        assertThat(plain.operation).isEqualTo(parsed.operation);
        assertThat(List.copyOf(plain.inputs.entrySet())).isEqualTo(List.copyOf(parsed.inputs.entrySet()));
        assertThat(List.copyOf(plain.parameters.entrySet())).isEqualTo(List.copyOf(parsed.parameters.entrySet()));
        assertThat(plain.output).isEqualTo(parsed.output);
        assertThat(plain.rows).isEqualTo(parsed.rows);
        assertThat(plain.json || plain.help || plain.verbose).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "risk flood --project 区.gpkg",
                "risk combination -p rule=sum --project a/b.gpkg -p factors=0.5*a=max(b.c);0.5*d=slope(e) --out 区划",
                "risk combination --project p.gpkg -p breaks=1,2 -p breaks=1,3 -p a=-5",
                "risk flood --project=p.gpkg --rows=t.csv",
                "risk flood --project p.gpkg --rows t.csv --out z"
            })
    void plainWordsOfAModelMeanWhatTheLibraryTakesThemFor(String line) {
        RiskCommand parsed = parsed(new RiskCommand(), line);
        assertThat(PlainWords.of(line.split(" "))).isInstanceOf(RiskCommand.class);
        RiskCommand plain = (RiskCommand) PlainWords.of(line.split(" "));
        assertThat(plain.model).isEqualTo(parsed.model);
        assertThat(plain.project).isEqualTo(parsed.project);
        assertThat(List.copyOf(plain.parameters.entrySet())).isEqualTo(List.copyOf(parsed.parameters.entrySet()));
        assertThat(plain.zones).isEqualTo(parsed.zones);
        assertThat(plain.rows).isEqualTo(parsed.rows);
        assertThat(plain.json || plain.help || plain.verbose).isFalse();
    }

    @Test
    void aFileAloneIsLookedIntoAsTheLibraryWould() {
        InfoCommand parsed = parsed(new InfoCommand(), "info 区.gpkg#镇");
        InfoCommand plain = (InfoCommand) PlainWords.of("info", "区.gpkg#镇");
        assertThat(plain).usingRecursiveComparison().ignoringFields("spec").isEqualTo(parsed);
    }

    private static <T> T parsed(T command, String line) {
        List<String> words = List.of(line.split(" "));
        new CommandLine(command).parseArgs(words.subList(1, words.size()).toArray(String[]::new));
        return command;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "info",
                "info dem.tif --json",
                "info dem.tif --rows 9",
                "info @words",
                "risk",
                "risk flood",
                "risk flood --out z",
                "risk flood --project p.gpkg --json",
                "risk flood --project p.gpkg --project q.gpkg",
                "risk flood --project p.gpkg --rows",
                "risk flood --project p.gpkg --rows=t.csv --rows=u.csv",
                "risk flood --project p.gpkg -p name=",
                "risk flood --project p.gpkg -p a='b'",
                "risk --project p.gpkg flood",
                "models flood",
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
                "run slope --rows=",
                "run slope --rows=-p",
                "run slope --rows=@words",
                "run slope --rows t.csv --rows u.csv",
                "run slope --language=en"
            })
    void whateverElseIsSaidIsLeftToTheLibrary(String line) {
        assertThat(PlainWords.of(line.split(" "))).isNull();
    }
}
