package riskmap.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Model.CommandSpec;
import riskmap.app.listing.ValuesHelp;
import riskmap.base.Message;

/** The values of a tool or model below the help of its command, as wide as that. */
final class ValuesText {
    /** What is written, then what it means: as wide as the options above. */
    private static final int NAMES = 25;

    private ValuesText() {}

    static void print(ValuesHelp help, String heading, CommandSpec spec, PrintWriter out) {
        int width = spec.usageMessage().width();
        Help.TextTable table = Help.TextTable.forColumns(
                Help.defaultColorScheme(Help.Ansi.OFF),
                new Column(NAMES, 2, Overflow.SPAN),
                new Column(width - NAMES, 1, Overflow.WRAP));
        table.setAdjustLineBreaksForWideCJKCharacters(true);
        help.values().forEach((written, meaning) -> {
            // a long name stands on a line of its own, its meaning below
            if (written.length() > NAMES - 3) {
                table.addRowValues(written, "");
                table.addRowValues("", meaning);
            } else {
                table.addRowValues(written, meaning);
            }
        });
        out.println();
        out.println(help.title());
        out.println(help.help());
        out.println();
        out.println(Message.of(heading).text());
        out.print(table);
        out.flush();
    }
}
