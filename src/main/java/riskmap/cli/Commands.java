package riskmap.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/** The list of commands. */
final class Commands {
    private static final Map<String, Class<? extends SharedOptions>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("demo", DemoCommand.class);
        ALL.put("info", InfoCommand.class);
        ALL.put("formats", FormatsCommand.class);
        ALL.put("operations", OperationsCommand.class);
        ALL.put("models", ModelsCommand.class);
        ALL.put("catalogue", CatalogueCommand.class);
        ALL.put("check", CheckCommand.class);
        ALL.put("import", ImportCommand.class);
        ALL.put("export", ExportCommand.class);
        ALL.put("calculate", CalculateCommand.class);
        ALL.put("query", QueryCommand.class);
        ALL.put("photos", PhotosCommand.class);
        ALL.put("run", RunCommand.class);
        ALL.put("risk", RiskCommand.class);
        ALL.put("runs", RunsCommand.class);
        ALL.put("rerun", RerunCommand.class);
        ALL.put("style", StyleCommand.class);
        ALL.put("print", PrintCommand.class);
        ALL.put("report", ReportCommand.class);
        ALL.put("verify", VerifyCommand.class);
        ALL.put("bench", BenchCommand.class);
    }

    private Commands() {}

    /**
     * The line that understands these arguments: with the one command they begin with, else with all. Making all takes
     * longer than many a command.
     */
    static CommandLine line(RootCommand root, String... arguments) {
        CommandLine line = new CommandLine(root);
        Class<? extends SharedOptions> one = arguments.length == 0 ? null : ALL.get(arguments[0]);
        if (one != null) {
            return line.addSubcommand(one);
        }
        ALL.values().forEach(line::addSubcommand);
        return line;
    }
}
