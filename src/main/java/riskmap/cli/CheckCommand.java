package riskmap.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import riskmap.app.check.CheckRequest;
import riskmap.app.check.CheckRuns;

/**
 * {@code riskmap check}: quality checks and the survey verdict; fixes, excuses, sign-offs. Exits with 3 when errors are
 * open or the verdict is not passed.
 */
@Command(name = "check")
final class CheckCommand extends SharedOptions {
    @Parameters(index = "0", paramLabel = "P", descriptionKey = "project")
    Path project;

    @Option(names = "--layer", paramLabel = "L", descriptionKey = "check-layer")
    List<String> layers = new ArrayList<>();

    @Option(names = "--town", paramLabel = "T", descriptionKey = "check-town")
    String town = "";

    @Option(names = "--sample", paramLabel = "PERCENT", descriptionKey = "check-sample")
    String sample;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "check-seed")
    String seed;

    @Option(names = "--limit", paramLabel = "PERCENT", descriptionKey = "check-limit")
    String limit;

    @Option(names = "-p", paramLabel = "KEY=VALUE", descriptionKey = "check-parameter")
    GivenValues rule = new GivenValues();

    @Option(names = "--verdict", paramLabel = "FILE", descriptionKey = "check-verdict")
    List<Path> verdict = new ArrayList<>();

    @Option(names = "--write", descriptionKey = "check-write")
    boolean write;

    @Option(names = "--last", descriptionKey = "check-last")
    boolean last;

    @Option(names = "--fix", paramLabel = "RULE", descriptionKey = "check-fix")
    List<String> fix = new ArrayList<>();

    @Option(names = "--excuse", paramLabel = "ID", descriptionKey = "check-excuse")
    List<String> excuse = new ArrayList<>();

    @Option(names = "--no-excuse", paramLabel = "ID", descriptionKey = "check-no-excuse")
    List<String> withdraw = new ArrayList<>();

    @Option(names = "--sign-off", descriptionKey = "check-sign-off")
    boolean signOff;

    @Option(names = "--by", paramLabel = "NAME", descriptionKey = "check-by")
    String by = System.getProperty("user.name", "");

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "check-reason")
    String reason = "";

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        rule.once();
        if (last) {
            return say(CheckRuns.last(project, progress()), json);
        }
        Map<String, String> given = new LinkedHashMap<>(rule);
        put(given, "sample", sample);
        put(given, "seed", seed);
        put(given, "limit", limit);
        CheckRequest request = new CheckRequest(
                project, layers, town, given, verdict, write, fix, excuse, withdraw, signOff, by, reason);
        return say(CheckRuns.run(request, progress()), json);
    }

    private static void put(Map<String, String> given, String key, String value) {
        if (value != null) {
            given.put(key, value);
        }
    }
}
