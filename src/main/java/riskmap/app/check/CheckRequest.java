package riskmap.app.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a check of a project file does, as a command asks for it.
 *
 * @param project the file
 * @param layers only these layers; empty for all
 * @param town only this town; empty for all
 * @param rule values of the verdict's parameters that are given; the project's own go before the defaults
 * @param verdict files to write the verdict to, by their ending: pdf, csv, xlsx or json
 * @param write whether the error layer of the project is written
 * @param fix rules whose safe fixes are done; {@code all} for every rule; empty for none
 * @param excuse ids of findings to excuse
 * @param withdraw ids of findings whose excuse is taken back
 * @param signOff whether what was checked is signed off, layer by layer and town by town
 * @param by who excuses or signs
 * @param reason why a finding is no fault, or why is signed though errors are open
 */
public record CheckRequest(
        Path project,
        List<String> layers,
        String town,
        Map<String, String> rule,
        List<Path> verdict,
        boolean write,
        List<String> fix,
        List<String> excuse,
        List<String> withdraw,
        boolean signOff,
        String by,
        String reason) {
    public CheckRequest {
        layers = List.copyOf(layers);
        rule = Map.copyOf(rule);
        verdict = List.copyOf(verdict);
        fix = List.copyOf(fix);
        excuse = List.copyOf(excuse);
        withdraw = List.copyOf(withdraw);
    }

    /** A check of all of a project that changes nothing. */
    public static CheckRequest of(Path project) {
        return new CheckRequest(
                project, List.of(), "", Map.of(), List.of(), false, List.of(), List.of(), List.of(), false, "", "");
    }

    /** Whether the project is changed. */
    boolean changes() {
        return write || signOff || !fix.isEmpty() || !excuse.isEmpty() || !withdraw.isEmpty();
    }
}
